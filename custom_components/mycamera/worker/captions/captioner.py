"""Describes pictures: BLIP-2 in English, and a Marian model from English into Chinese.

A `Captioner` belongs to one thread. Models load when first used and are given back after a while without work.
"""

from __future__ import annotations

import gc
import logging
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .. import environment
from ..cancellation import Cancellation
from ..detection.gpu_priority import GpuPriority
from ..failures import DisabledError, JobError, ModelInvalidError, OutOfMemoryError
from ..protocol import Caption, CaptionerSettings, ModelProblem
from ..video.pictures import decode_client_picture
from .model_files import fetched, is_out_of_memory

_LOGGER = logging.getLogger(__name__)

_MOST_WORDS: Final = 60
_MOST_CHARACTERS: Final = 1000
_MOST_WAIT: Final = 1.0
"""Seconds that a caption waits for detection before each of its words, at most: it must get done some time."""
_CPU_BATCH: Final = 4
"""Half again as fast as one at a time on two cores; more gains little, and detection waits for whole steps."""
_CUDA_BATCH: Final = 8


@dataclass(frozen=True, slots=True)
class _Models:
    settings: CaptionerSettings
    describer: Any
    processor: Any
    translator: Any
    tokenizer: Any
    device: str


class Captioner:
    """Describes pictures in two languages. Not thread-safe."""

    def __init__(self, gpu_priority: GpuPriority, *, most_words: int = _MOST_WORDS) -> None:
        """Give way to detection as `gpu_priority` says; a caption ends after `most_words` tokens at the latest."""
        self._gpu_priority = gpu_priority
        self._most_words = most_words
        self._settings = CaptionerSettings()
        self._models: _Models | None = None
        self._wanted_batch: int | None = None
        self._batch = 0

    def configure(self, settings: CaptionerSettings) -> list[ModelProblem]:
        """Take on new settings; return what is wrong with the models that they name, without loading them."""
        if settings != self._settings:
            self.unload()
        self._settings = settings
        if not settings.enabled:
            return []
        problems = []
        try:
            _check_model(settings.model, "blip-2")
        except JobError as error:
            problems.append(ModelProblem(kind="captioner", code=error.code, message=error.message))
        try:
            _check_model(settings.translation_model, None)
        except JobError as error:
            problems.append(ModelProblem(kind="translator", code=error.code, message=error.message))
        return problems

    def describe(
        self, pictures: Sequence[tuple[str, bytes]], prompt: str, cancellation: Cancellation
    ) -> tuple[Caption, ...]:
        """Return one caption per picture (id, JPEG), in order.

        Raises:
            JobError: a picture cannot be read, a model cannot be used, or the job was cancelled.
        """
        if not self._settings.enabled:
            raise DisabledError("Captions are switched off in the settings of this worker.")
        readable = [(name, decode_client_picture(jpeg)) for name, jpeg in pictures]
        models = self._load()
        captions: list[Caption] = []
        while len(captions) < len(readable):
            cancellation.check()
            part = readable[len(captions) : len(captions) + self._batch]
            started = time.monotonic()
            try:
                texts = self._generate(models, [picture for _, picture in part], prompt, cancellation)
                translated = self._translate(models, texts, cancellation)
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
                self._after_out_of_memory(models, len(part))
                continue
            cancellation.check()
            seconds = (time.monotonic() - started) / len(part)
            captions += [
                Caption(
                    picture=name,
                    text=text,
                    text_zh=text_zh,
                    model=models.settings.model,
                    translation_model=models.settings.translation_model,
                    seconds=seconds,
                )
                for (name, _), text, text_zh in zip(part, texts, translated, strict=True)
            ]
        return tuple(captions)

    @property
    def idle_unload(self) -> float:
        """After how many seconds without work the models are given back; 0 keeps them."""
        return self._settings.idle_unload

    def take_at_once(self, pictures: int) -> None:
        """Take so many pictures at once, not as many as suit the device."""
        self._wanted_batch = self._batch = pictures

    def load(self) -> None:
        """Load the models now, where they are not in memory yet.

        Raises:
            JobError: one of them cannot be used.
        """
        self._load()

    @property
    def loaded(self) -> bool:
        """Whether the models are in memory."""
        return self._models is not None

    def unload(self) -> None:
        """Give the memory of the models back."""
        if self._models is None:
            return
        device = self._models.device
        self._models = None
        _give_back(device)
        _LOGGER.info("The caption models were unloaded")

    def _load(self) -> _Models:
        if self._models is not None:
            return self._models
        settings = self._settings
        started = time.monotonic()
        torch, transformers = environment.library("torch"), environment.library("transformers")
        device = "cuda:0" if torch.cuda.is_available() else "cpu"
        self._batch = self._wanted_batch or (_CUDA_BATCH if device != "cpu" else _CPU_BATCH)

        def load_describer(**where: Any) -> tuple[Any, Any]:
            name = str(Path(settings.model).expanduser())
            processor = transformers.Blip2Processor.from_pretrained(name, **where)
            blip2 = transformers.Blip2ForConditionalGeneration
            return processor, blip2.from_pretrained(name, **_precision(settings, device), **where).eval()

        def load_translator(**where: Any) -> tuple[Any, Any]:
            name = str(Path(settings.translation_model).expanduser())
            tokenizer = transformers.AutoTokenizer.from_pretrained(name, **where)
            number = torch.float32 if device == "cpu" else torch.float16
            marian = transformers.AutoModelForSeq2SeqLM.from_pretrained(name, dtype=number, **where)
            return tokenizer, marian.to(device).eval()

        processor = describer = None
        try:
            with self._gpu_priority.giving_way():
                processor, describer = fetched(settings.model, "BLIP-2", load_describer)
                tokenizer, translator = fetched(settings.translation_model, "translation", load_translator)
        except JobError as error:
            # Half of them is of no use, and detection wants the memory. The frames of what failed hold it too.
            processor = describer = None
            cause: BaseException | None = error
            while cause is not None:
                traceback.clear_frames(cause.__traceback__)
                cause = cause.__cause__
            _give_back(device)
            raise
        self._models = _Models(settings, describer, processor, translator, tokenizer, device)
        _LOGGER.info("The caption models are ready on %s after %.1f s", device, time.monotonic() - started)
        return self._models

    def _generate(self, models: _Models, pictures: Sequence[Any], prompt: str, cancellation: Cancellation) -> list[str]:
        torch = environment.library("torch")
        asked: dict[str, Any] = {"text": [prompt] * len(pictures), "padding": True} if prompt else {}
        self._gpu_priority.give_way(_MOST_WAIT)
        with torch.inference_mode():
            inputs = models.processor(images=list(pictures), return_tensors="pt", **asked)
            inputs = inputs.to(models.device, models.describer.dtype)
            tokens = models.describer.generate(
                **inputs, max_new_tokens=self._most_words, stopping_criteria=self._manners(cancellation)
            )
        texts = models.processor.batch_decode(tokens, skip_special_tokens=True)
        return [clean(text.removeprefix(prompt)) for text in texts]

    def _translate(self, models: _Models, texts: Sequence[str], cancellation: Cancellation) -> list[str]:
        torch = environment.library("torch")
        if not any(texts):
            return [""] * len(texts)
        self._gpu_priority.give_way(_MOST_WAIT)
        with torch.inference_mode():
            inputs = models.tokenizer(list(texts), return_tensors="pt", padding=True, truncation=True)
            tokens = models.translator.generate(
                **inputs.to(models.device),
                max_new_tokens=2 * self._most_words,
                stopping_criteria=self._manners(cancellation),
            )
        translated = models.tokenizer.batch_decode(tokens, skip_special_tokens=True)
        # Chinese is written without spaces; the model's tokenizer leaves some between words.
        return [clean(text_zh) if text else "" for text, text_zh in zip(texts, translated, strict=True)]

    def _manners(self, cancellation: Cancellation) -> Any:
        """Return what `generate` asks before each word: it gives way to detection, and ends a cancelled job."""
        torch, transformers = environment.library("torch"), environment.library("transformers")
        gpu_priority = self._gpu_priority

        def give_way(words: Any, _scores: Any, **_: Any) -> Any:
            gpu_priority.give_way(_MOST_WAIT)
            return torch.full((words.shape[0],), cancellation.requested, dtype=torch.bool, device=words.device)

        return transformers.StoppingCriteriaList([give_way])

    def _after_out_of_memory(self, models: _Models, size: int) -> None:
        _give_back(models.device)
        if size == 1:
            self.unload()
            raise OutOfMemoryError("The device has not enough memory to describe a single picture with this model.")
        self._batch = size // 2
        _LOGGER.warning("Out of memory: the captioner now takes %d pictures at once", self._batch)


def _give_back(device: str) -> None:
    """Return to the device, and to the system, what nobody holds any more."""
    gc.collect()
    if device != "cpu":
        environment.library("torch").cuda.empty_cache()
    environment.return_free_memory()


def clean(text: str) -> str:
    """Return a caption on one line, without control characters, cut at a word where it is far too long."""
    printable = "".join(c if c.isprintable() or c.isspace() else " " for c in text)
    line = " ".join(printable.split())
    if len(line) <= _MOST_CHARACTERS:
        return line
    cut = line[: _MOST_CHARACTERS - 1]
    return (cut[: cut.rindex(" ")] if " " in cut[_MOST_CHARACTERS // 2 :] else cut) + "…"


def _check_model(name: str, wanted_type: str | None) -> None:
    kind = "BLIP-2" if wanted_type else "translation"
    transformers = environment.library("transformers")
    config = fetched(
        name, kind, lambda **where: transformers.AutoConfig.from_pretrained(str(Path(name).expanduser()), **where)
    )
    found = str(getattr(config, "model_type", ""))
    if wanted_type and found != wanted_type:
        raise ModelInvalidError(f"{name} is a model of type {found or 'unknown'}, not {kind}.")
    if not wanted_type and not getattr(config, "is_encoder_decoder", False):
        raise ModelInvalidError(f"{name} is a model of type {found or 'unknown'}, not one that translates.")


def _precision(settings: CaptionerSettings, device: str) -> dict[str, Any]:
    torch, transformers = environment.library("torch"), environment.library("transformers")
    if device == "cpu":
        return {"dtype": torch.float32}
    if settings.precision == "half":
        return {"dtype": torch.float16, "device_map": {"": device}}
    quantization = (
        transformers.BitsAndBytesConfig(load_in_8bit=True)
        if settings.precision == "int8"
        else transformers.BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.float16
        )
    )
    return {"dtype": torch.float16, "device_map": {"": device}, "quantization_config": quantization}
