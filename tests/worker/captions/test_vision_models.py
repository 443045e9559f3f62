"""Vision-language models of the real classes beside BLIP-2: what they say, and in which languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mycamera_worker import environment
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.captions.captioner import Captioner
from mycamera_worker.captions.describers import Blip2, Conversation, Florence2, load_describer
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.protocol.configuration import CaptionerSettings

from ..tiny_vision_models import BUILDERS, CHINESE, ENGLISH
from .test_captioner import jpeg


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build each model once, when first asked for."""
    folder = tmp_path_factory.mktemp("vision")

    class Folders(dict[str, Path]):
        def __missing__(self, kind: str) -> Path:
            BUILDERS[kind](folder / kind)
            self[kind] = folder / kind
            return self[kind]

    return Folders()


@pytest.fixture
def captioner() -> Iterator[Captioner]:
    captioner = Captioner(GpuPriority())
    yield captioner
    captioner.unload()


@pytest.mark.parametrize("kind", ["qwen2_5_vl", "smolvlm"])
def test_a_model_that_talks_says_it_in_both_languages(built: dict[str, Path], captioner: Captioner, kind: str) -> None:
    settings = CaptionerSettings(enabled=True, model=str(built[kind]), translation_model="")
    assert captioner.configure(settings) == []
    captions = captioner.describe([(f"p{seed}", jpeg(seed)) for seed in range(3)], "", Cancellation())
    assert [(each.text, each.text_zh) for each in captions] == [(ENGLISH, CHINESE)] * 3
    assert {each.translation_model for each in captions} == {""}


@pytest.mark.parametrize("kind", ["qwen2_5_vl", "florence2"])
def test_its_english_can_be_translated_instead(
    built: dict[str, Path], captioner: Captioner, captioner_settings: CaptionerSettings, kind: str
) -> None:
    settings = replace(captioner_settings, model=str(built[kind]))
    assert captioner.configure(settings) == []
    (caption,) = captioner.describe([("p", jpeg())], "", Cancellation())
    assert (caption.text, caption.text_zh) == (ENGLISH, CHINESE)


@pytest.mark.parametrize("kind", ["florence2", "blip2"])
def test_a_model_that_writes_no_chinese_needs_a_translator(
    built: dict[str, Path], captioner: Captioner, captioner_settings: CaptionerSettings, kind: str
) -> None:
    model = captioner_settings.model if kind == "blip2" else str(built[kind])
    (problem,) = captioner.configure(CaptionerSettings(enabled=True, model=model, translation_model=""))
    assert (problem.kind, problem.code) == ("translator", "model_missing")
    assert not captioner.loaded


def test_one_that_answers_in_english_again_is_told_when_configured(
    built: dict[str, Path], captioner: Captioner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SmolVLM and its like are asked for Chinese, and go on in English."""
    monkeypatch.setattr(
        Conversation, "in_chinese", lambda self, pictures, prompt, _said, how: self.describe(pictures, prompt, how)
    )
    (problem,) = captioner.configure(CaptionerSettings(enabled=True, model=str(built["smolvlm"]), translation_model=""))
    assert (problem.kind, problem.code) == ("captioner", "model_invalid")
    assert "writes no Chinese" in problem.message


def test_one_without_a_chat_template_is_refused(built: dict[str, Path], captioner: Captioner, tmp_path: Path) -> None:
    folder = tmp_path / "mute"
    folder.mkdir()
    for path in built["smolvlm"].iterdir():
        if path.name != "chat_template.jinja":
            (folder / path.name).write_bytes(path.read_bytes())
    (problem,) = captioner.configure(CaptionerSettings(enabled=True, model=str(folder), translation_model=""))
    assert (problem.kind, problem.code) == ("captioner", "model_invalid")
    assert "chat template" in problem.message


@pytest.mark.parametrize("precision", ["int8", "int4", "half"])
@pytest.mark.parametrize(("kind", "number"), [(Conversation, "bfloat16"), (Florence2, "float16"), (Blip2, "float16")])
def test_on_a_gpu_each_is_loaded_as_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, precision: Any, kind: type, number: str
) -> None:
    """What bitsandbytes would be asked for; the weights themselves need a GPU."""
    torch, transformers = environment.library("torch"), environment.library("transformers")
    asked: dict[str, Any] = {}

    class Loaded(Exception):
        pass

    def load(_name: str, **how: Any) -> None:
        asked.update(how)
        raise Loaded

    class Processor:
        chat_template = "one"

    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: True)
    for each in (transformers.Blip2ForConditionalGeneration, transformers.AutoModelForImageTextToText):
        monkeypatch.setattr(each, "from_pretrained", load)
    for each in (transformers.Blip2Processor, transformers.AutoProcessor):
        monkeypatch.setattr(each, "from_pretrained", lambda _name, **_: Processor())
    settings = CaptionerSettings(enabled=True, model=str(tmp_path), precision=precision)
    with pytest.raises(Loaded):
        load_describer(kind, settings, "cuda:0")
    assert asked["dtype"] is getattr(torch, number)
    assert asked["device_map"] == {"": "cuda:0"}
    bits = asked["quantization_config"].to_dict() if precision != "half" else {}
    assert (bits.get("load_in_8bit", False), bits.get("load_in_4bit", False)) == (
        precision == "int8",
        precision == "int4",
    )
