"""Captions, by a tiny BLIP-2 and a tiny Marian model of the real classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.captioning import Captioner, clean
from mycamera_worker.failures import CancelledError, DisabledError, ModelMissingError, SourceInvalidError
from mycamera_worker.precedence import Precedence
from mycamera_worker.protocol import CaptionerSettings


def jpeg(seed: int = 0) -> bytes:
    picture = np.random.default_rng(seed).integers(0, 256, (120, 160, 3), np.uint8)
    return bytes(cv2.imencode(".jpg", picture)[1].tobytes())


@pytest.fixture(scope="module")
def captioner(captioner_settings: CaptionerSettings) -> Iterator[Captioner]:
    captioner = Captioner(Precedence())
    assert captioner.configure(captioner_settings) == []
    yield captioner
    captioner.unload()


@pytest.mark.parametrize("prompt", ["", "Question: what does the person do? Answer:"])
def test_pictures_are_described_in_both_languages(
    captioner: Captioner, captioner_settings: CaptionerSettings, prompt: str
) -> None:
    pictures = [(f"p{seed}", jpeg(seed)) for seed in range(3)]
    captions = captioner.describe(pictures, prompt, Cancellation())
    assert [caption.picture for caption in captions] == ["p0", "p1", "p2"]
    for caption in captions:
        assert caption.text == "a person walks from left to right"
        assert caption.text_zh == "一人从左向右走过"
        assert caption.model == captioner_settings.model
        assert caption.translation_model == captioner_settings.translation_model
        assert caption.seconds > 0


def test_a_cancelled_job_ends(captioner: Captioner) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(CancelledError):
        captioner.describe([("p", jpeg())], "", cancellation)


@pytest.mark.parametrize("picture", [b"\xff\xd8\xff", b"\xff\xd8" + bytes(1000), jpeg()[:300]])
def test_pictures_that_are_none(captioner: Captioner, picture: bytes) -> None:
    with pytest.raises(SourceInvalidError):
        captioner.describe([("p", picture)], "", Cancellation())


def test_models_are_given_back_and_loaded_again(captioner: Captioner) -> None:
    captioner.unload()
    captioner.unload()
    assert captioner.describe([("p", jpeg())], "", Cancellation())


def test_captions_switched_off() -> None:
    captioner = Captioner(Precedence())
    assert captioner.configure(CaptionerSettings(enabled=False, model="/nowhere")) == []
    with pytest.raises(DisabledError):
        captioner.describe([("p", jpeg())], "", Cancellation())


def test_models_that_are_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise OSError("no network")

    environment.library("huggingface_hub")
    monkeypatch.setattr("socket.create_connection", nowhere)
    captioner = Captioner(Precedence())
    settings = CaptionerSettings(
        enabled=True, model="Nobody/there-is-no-such-model", translation_model=str(tmp_path / "nothing")
    )
    problems = captioner.configure(settings)
    assert [(problem.kind, problem.code) for problem in problems] == [
        ("captioner", "model_missing"),
        ("translator", "model_missing"),
    ]
    assert "Nobody/there-is-no-such-model" in problems[0].message
    with pytest.raises(ModelMissingError):
        captioner.describe([("p", jpeg())], "", Cancellation())


def test_models_of_another_kind(captioner_settings: CaptionerSettings, tmp_path: Path) -> None:
    captioner = Captioner(Precedence())
    (tmp_path / "config.json").write_text("{}")
    settings = CaptionerSettings(
        enabled=True, model=captioner_settings.translation_model, translation_model=str(tmp_path)
    )
    problems = captioner.configure(settings)
    assert [problem.code for problem in problems] == ["model_invalid", "model_invalid"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a  man\n walks ", "a man walks"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("", ""),
        ("一人 走过", "一人 走过"),
    ],
)
def test_texts_are_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_text_far_too_long_is_cut_at_a_word() -> None:
    cut = clean("word " * 1000)
    assert len(cut) <= 1000
    assert cut.endswith("word…")
