"""Translates captions from English into Chinese, by a Marian model or its like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .. import environment
from ..failures import ModelInvalidError
from .model_files import ModelFiles
from .wording import clean


class Translator:
    """A model that makes one text of another, and its tokenizer."""

    def __init__(self, model: Any, tokenizer: Any) -> None:
        self.model = model
        self._tokenizer = tokenizer

    def translate(self, texts: Sequence[str], how: Mapping[str, Any]) -> list[str]:
        """Return the texts in Chinese, of an empty one an empty one. `how` are arguments of `generate`."""
        inputs = self._tokenizer(list(texts), return_tensors="pt", padding=True, truncation=True)
        tokens = self.model.generate(**inputs.to(self.model.device), **how)
        translated = self._tokenizer.batch_decode(tokens, skip_special_tokens=True)
        # Chinese is written without spaces; the model's tokenizer leaves some between words.
        return [clean(text_zh) if text else "" for text, text_zh in zip(texts, translated, strict=True)]


def check_translator(name: str, files: ModelFiles) -> None:
    """Look at a model's configuration.

    Raises:
        JobError: it is not there, or makes no text of a text.
    """
    config = files.config(name, "translation")
    if not getattr(config, "is_encoder_decoder", False):
        found = getattr(config, "model_type", "") or "unknown"
        raise ModelInvalidError(f"{name} is a model of type {found}, not one that translates.")


def load_translator(name: str, device: str) -> Translator:
    """Return the model in the device's memory."""
    torch, transformers = environment.library("torch"), environment.library("transformers")
    folder = str(Path(name).expanduser())
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
    number = torch.float32 if device == "cpu" else torch.float16
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=number, local_files_only=True)
    return Translator(model.to(device).eval(), tokenizer)
