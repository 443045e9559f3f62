"""The kinds of models that say what a picture shows: BLIP-2, Florence-2, and those that one talks with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

from .. import environment
from ..failures import ModelInvalidError
from ..protocol.configuration import CaptionerSettings
from .wording import answer_of, clean, whole_sentence

_LONGER_SIDE: Final = 768
"""Pixels. Models that one talks with take as many as they get, and each costs time."""
_QUESTION: Final = (
    "Describe the person in this picture in one short sentence: clothes, things carried, and what they do."
)
_TO_CHINESE: Final = "请把你的回答译成简体中文。只写译文，不要解释。"
_FLORENCE_TASK: Final = "<DETAILED_CAPTION>"


class Describer:
    """A model and what prepares pictures for it."""

    writes_chinese: ClassVar[bool] = False
    """Whether it can be asked to say the same in Chinese."""

    def __init__(self, model: Any, processor: Any) -> None:
        self.model = model
        self._processor = processor

    def describe(self, pictures: Sequence[Any], prompt: str, how: Mapping[str, Any]) -> list[str]:
        """Return an English sentence for each picture (RGB, of Pillow). `how` are arguments of `generate`."""
        raise NotImplementedError

    def in_chinese(
        self, pictures: Sequence[Any], prompt: str, said: Sequence[str], how: Mapping[str, Any]
    ) -> list[str]:
        """Return in Chinese what was said of the same pictures in English."""
        raise NotImplementedError

    def _answer(self, inputs: Any, how: Mapping[str, Any]) -> list[str]:
        """Return what the model says after its input."""
        inputs = inputs.to(self.model.device, self.model.dtype)
        tokens = self.model.generate(**inputs, **how)
        if not self.model.config.is_encoder_decoder:
            tokens = tokens[:, inputs["input_ids"].shape[1] :]
        return [str(text) for text in self._processor.batch_decode(tokens, skip_special_tokens=True)]


class Blip2(Describer):
    """Goes on with a sentence that was begun, or answers `Question: … Answer:`."""

    def describe(self, pictures: Sequence[Any], prompt: str, how: Mapping[str, Any]) -> list[str]:
        """Return what it says, with the subject that the prompt began."""
        asked: dict[str, Any] = {"text": [prompt] * len(pictures), "padding": True} if prompt else {}
        inputs = self._processor(images=list(pictures), return_tensors="pt", **asked)
        tokens = self.model.generate(**inputs.to(self.model.device, self.model.dtype), **how)
        texts = self._processor.batch_decode(tokens, skip_special_tokens=True)
        # Those with a decoder alone repeat the prompt in some versions of transformers.
        return [whole_sentence(prompt, clean(text.strip().removeprefix(prompt))) for text in texts]


class Florence2(Describer):
    """Knows tasks, not prompts."""

    def describe(self, pictures: Sequence[Any], prompt: str, how: Mapping[str, Any]) -> list[str]:  # noqa: ARG002  none is taken
        """Return a few sentences."""
        task = [_FLORENCE_TASK] * len(pictures)
        return list(
            map(clean, self._answer(self._processor(images=list(pictures), text=task, return_tensors="pt"), how))
        )


class Conversation(Describer):
    """Any model of transformers' common interface for pictures and text that has a chat template, as Qwen-VL."""

    writes_chinese = True

    def __init__(self, model: Any, processor: Any) -> None:
        super().__init__(model, processor)
        processor.tokenizer.padding_side = "left"  # of a batch: the answer begins right after the question

    def describe(self, pictures: Sequence[Any], prompt: str, how: Mapping[str, Any]) -> list[str]:
        """Return what it answers to the prompt, or to our question."""
        return [whole_sentence(prompt, text) for text in self._talk([talk(each, prompt) for each in pictures], how)]

    def in_chinese(
        self, pictures: Sequence[Any], prompt: str, said: Sequence[str], how: Mapping[str, Any]
    ) -> list[str]:
        """Return its translation of its own answer: a second description could tell something else."""
        return self._talk([talk(each, prompt, text) for each, text in zip(pictures, said, strict=True)], how)

    def _talk(self, talks: list[list[dict[str, Any]]], how: Mapping[str, Any]) -> list[str]:
        inputs = self._processor.apply_chat_template(
            talks,
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
            padding=True,
            enable_thinking=False,  # of templates that know it; what is thought takes all the words that there are
        )
        return [clean(answer_of(text)) for text in self._answer(inputs, how)]


def talk(picture: Any, prompt: str, said: str | None = None) -> list[dict[str, Any]]:
    """Return what is asked of a picture (of Pillow), or, after what was said, for the same in Chinese."""
    small = picture.copy()
    small.thumbnail((_LONGER_SIDE, _LONGER_SIDE))
    asked = prompt.strip() or _QUESTION
    if not asked.endswith(("?", ".", "!", ":")):
        asked = f'Say what this picture shows by completing this sentence, in a few words: "{asked}"'
    turns = [_turn("user", {"type": "image", "image": small}, _text(asked))]
    if said is not None:
        turns += [_turn("assistant", _text(said)), _turn("user", _text(_TO_CHINESE))]
    return turns


def _turn(role: str, *content: dict[str, Any]) -> dict[str, Any]:
    return {"role": role, "content": list(content)}


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


_KINDS: Final[dict[str, type[Describer]]] = {"blip-2": Blip2, "florence2": Florence2}


def kind_of(name: str, config: Any) -> type[Describer]:
    """Return what speaks with a model, by its configuration.

    Raises:
        ModelInvalidError: it does not look at pictures, or in no way that is known here.
    """
    found = str(getattr(config, "model_type", ""))
    known = environment.library("transformers.models.auto.modeling_auto").MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES
    if found not in known:
        raise ModelInvalidError(f"{name} is a model of type {found or 'unknown'}, which describes no pictures.")
    return _KINDS.get(found, Conversation)


def load_describer(kind: type[Describer], settings: CaptionerSettings, device: str) -> Describer:
    """Return the model that the settings name, in the device's memory.

    Raises:
        ModelInvalidError: files of it are missing, or nothing tells how to talk with it.
    """
    transformers = environment.library("transformers")
    name = str(Path(settings.model).expanduser())
    if kind is Blip2:
        processor = transformers.Blip2Processor.from_pretrained(name, local_files_only=True)
        loading = transformers.Blip2ForConditionalGeneration
    else:
        processor = transformers.AutoProcessor.from_pretrained(name, local_files_only=True)
        loading = transformers.AutoModelForImageTextToText
    if kind is Conversation and not getattr(processor, "chat_template", None):
        raise ModelInvalidError(f"{name} has no chat template: nothing tells how it is asked.")
    model, how_loaded = loading.from_pretrained(
        name, **_precision(kind, settings, device), output_loading_info=True, local_files_only=True
    )
    if missing := sorted(how_loaded["missing_keys"]):
        raise ModelInvalidError(f"{name} lacks {len(missing)} of its weights, {missing[0]} for one: a file is missing.")
    if kind is Blip2:
        _complete(processor, model)
    return kind(model.eval(), processor)


def _complete(processor: Any, model: Any) -> None:
    """Add what folders of before transformers 4.46 lack: how many places a picture takes, and what stands there."""
    if processor.num_query_tokens is None:
        processor.num_query_tokens = model.config.num_query_tokens
    if getattr(model.config, "image_token_id", None) is not None:
        return
    transformers = environment.library("transformers")
    token = transformers.AddedToken("<image>", normalized=False, special=True)
    processor.tokenizer.add_tokens([token], special_tokens=True)
    number = processor.tokenizer.convert_tokens_to_ids("<image>")
    processor.image_token = token
    if number >= model.get_input_embeddings().num_embeddings:
        model.resize_token_embeddings(number + 1, pad_to_multiple_of=64)
    model.config.image_token_id = number


def _precision(kind: type[Describer], settings: CaptionerSettings, device: str) -> dict[str, Any]:
    torch, transformers = environment.library("torch"), environment.library("transformers")
    if device == "cpu":
        return {"dtype": torch.float32}
    # Those that one talks with are made in bfloat16, and overflow in float16.
    wide = kind is Conversation and torch.cuda.is_bf16_supported()
    number = torch.bfloat16 if wide else torch.float16
    if settings.precision == "half":
        return {"dtype": number, "device_map": {"": device}}
    quantization = (
        transformers.BitsAndBytesConfig(load_in_8bit=True)
        if settings.precision == "int8"
        else transformers.BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=number
        )
    )
    return {"dtype": number, "device_map": {"": device}, "quantization_config": quantization}
