"""Captions, by a tiny BLIP-2 and a tiny Marian model of the real classes."""

from __future__ import annotations

import asyncio
import json
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import pytest
from mycamera_worker import environment
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.captions.captioner import Captioner
from mycamera_worker.captions.wording import answer_of, clean, is_chinese, whole_sentence
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.failures import (
    CancelledError,
    DisabledError,
    JobError,
    ModelMissingError,
    OutOfMemoryError,
    SourceInvalidError,
    in_words,
)
from mycamera_worker.jobs import Job
from mycamera_worker.protocol.configuration import CaptionerSettings
from mycamera_worker.shared_models import SharedModels


def jpeg(seed: int = 0) -> bytes:
    picture = np.random.default_rng(seed).integers(0, 256, (120, 160, 3), np.uint8)
    return bytes(cv2.imencode(".jpg", picture)[1].tobytes())


@pytest.fixture(scope="module")
def captioner(captioner_settings: CaptionerSettings) -> Iterator[Captioner]:
    captioner = Captioner(GpuPriority())
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
    captioner = Captioner(GpuPriority())
    assert captioner.configure(CaptionerSettings(enabled=False, model="/nowhere")) == []
    with pytest.raises(DisabledError):
        captioner.describe([("p", jpeg())], "", Cancellation())


def test_models_that_are_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise OSError("no network")

    environment.library("huggingface_hub")
    monkeypatch.setattr("socket.create_connection", nowhere)
    captioner = Captioner(GpuPriority())
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
    captioner = Captioner(GpuPriority())
    (tmp_path / "config.json").write_text("{}")
    settings = CaptionerSettings(
        enabled=True, model=captioner_settings.translation_model, translation_model=str(tmp_path)
    )
    problems = captioner.configure(settings)
    assert [problem.code for problem in problems] == ["model_invalid", "model_invalid"]


@pytest.fixture
def cuda(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let there be a GPU as far as asking goes; return what was given back to it."""
    torch = environment.library("torch")
    given_back: list[str] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: given_back.append("memory"))
    return given_back


@pytest.mark.parametrize(
    ("precision", "bits"),
    [
        ("half", {}),
        ("int8", {"load_in_8bit": True}),
        ("int4", {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4"}),
    ],
)
def test_what_does_not_fit_is_given_back_and_tried_anew(
    captioner_settings: CaptionerSettings,
    monkeypatch: pytest.MonkeyPatch,
    cuda: list[str],
    precision: Literal["int8", "int4", "half"],
    bits: dict[str, Any],
) -> None:
    torch, transformers = environment.library("torch"), environment.library("transformers")
    asked: list[dict[str, Any]] = []
    held: list[weakref.ref[Any]] = []

    class Weights:
        pass

    def load(_name: str, **how: Any) -> None:
        weights = Weights()  # half loaded when the memory is full
        held.append(weakref.ref(weights))
        asked.append(how)
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    captioner = Captioner(GpuPriority())
    with monkeypatch.context() as patched:
        patched.setattr(transformers.Blip2ForConditionalGeneration, "from_pretrained", load)
        (problem,) = captioner.configure(replace(captioner_settings, precision=precision))
        assert (problem.kind, problem.code) == ("captioner", "out_of_memory"), "told before any picture is"
        for each in (cuda, asked, held):
            each.clear()
        with pytest.raises(OutOfMemoryError) as raised:
            captioner.describe([("p", jpeg())], "", Cancellation())
    assert raised.value.code == "out_of_memory"
    assert captioner_settings.model in raised.value.message
    loaded = captioner.loaded
    assert not loaded
    assert (cuda, held[0]()) == (["memory"], None), "although the error itself is still there"
    (how,) = asked
    assert how["device_map"] == {"": "cuda:0"}
    assert how["dtype"] is torch.float16
    quantization = how["quantization_config"].to_dict() if bits else {}
    assert {key: quantization[key] for key in bits} == bits
    assert ("quantization_config" in how) is bool(bits)
    monkeypatch.undo()
    assert captioner.describe([("p", jpeg())], "", Cancellation())[0].text, "there is room now"
    assert captioner.loaded
    captioner.unload()


def test_on_a_processor_no_precision_is_lost(captioner: Captioner) -> None:
    captioner.describe([("p", jpeg())], "", Cancellation())
    models = captioner._models
    assert models is not None
    assert models.translator is not None
    assert {str(models.describer.model.dtype), str(models.translator.model.dtype)} == {"torch.float32"}


def test_detection_is_asked_before_every_word(captioner_settings: CaptionerSettings) -> None:
    class Counting(GpuPriority):
        asked = 0

        def give_way(self, at_most: float) -> None:
            assert at_most <= 1
            Counting.asked += 1

    captioner = Captioner(Counting())
    captioner.configure(captioner_settings)
    (caption,) = captioner.describe([("p", jpeg())], "", Cancellation())
    captioner.unload()
    assert Counting.asked >= 2 + len(caption.text.split())


async def test_memory_is_given_back_after_idle_time_and_taken_again(captioner_settings: CaptionerSettings) -> None:
    models = SharedModels()
    loop = asyncio.get_running_loop()

    async def describe() -> str:
        told: asyncio.Future[str] = loop.create_future()

        def work(cancellation: Cancellation) -> Callable[[], None]:
            (caption,) = models.captioner.describe([("p", jpeg())], "", cancellation)
            assert models.captioner.loaded

            def tell() -> None:
                loop.call_soon_threadsafe(told.set_result, caption.text)

            return tell

        def fail(error: JobError) -> None:
            loop.call_soon_threadsafe(told.set_exception, error)

        models.captions.submit(Job("d", work, fail))
        return await told

    try:
        async with asyncio.timeout(100):
            await asyncio.wrap_future(models.configure_captions(replace(captioner_settings, idle_unload=0.2)))
            for _ in range(2):
                assert await describe()
                while models.captioner.loaded:
                    await asyncio.sleep(0.05)
            await asyncio.wrap_future(models.configure_captions(replace(captioner_settings, idle_unload=0)))
            assert await describe()
        await asyncio.sleep(0.5)
        assert models.captioner.loaded, "0 keeps them"
    finally:
        models.stop()


@pytest.mark.parametrize("size", [1, 3])
def test_a_batch_of_any_size_says_the_same(captioner_settings: CaptionerSettings, size: int) -> None:
    captioner = Captioner(GpuPriority())
    captioner.configure(captioner_settings)
    captioner.take_at_once(size)
    captions = captioner.describe([(f"p{seed}", jpeg(seed)) for seed in range(4)], "", Cancellation())
    captioner.unload()
    assert [caption.picture for caption in captions] == ["p0", "p1", "p2", "p3"]
    assert len({(caption.text, caption.text_zh) for caption in captions}) == 1


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


@pytest.mark.parametrize(
    ("prompt", "said", "sentence"),
    [
        ("a photo of a person who", "is walking", "a person who is walking"),
        ("A picture of a person wearing", "a red jacket", "a person wearing a red jacket"),
        ("a photo of a person who", "a man is walking", "a man is walking"),
        ("the person", "carries a box", "the person carries a box"),
        ("Question: what does the person do? Answer:", "walking", "walking"),
        ("", "a man", "a man"),
        ("a photo of a person who", "", ""),
    ],
)
def test_the_rest_of_a_sentence_gets_its_subject(prompt: str, said: str, sentence: str) -> None:
    assert whole_sentence(prompt, said) == sentence


@pytest.mark.parametrize(
    ("text", "chinese"),
    [("一人从左向右走过", True), ("一名穿 T 恤的男子", True), ("eine Person geht", False), ("", False)],
)
def test_chinese_is_told_from_other_languages(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese


def copy_of(model: str, folder: Path) -> Path:
    shutil.copytree(model, folder)
    return folder


def change_json(path: Path, **values: object) -> None:
    """Set, or with None remove, values of a file of settings."""
    content = json.loads(path.read_text())
    for name, value in values.items():
        content.pop(name, None)
        if value is not None:
            content[name] = value
    path.write_text(json.dumps(content))


def test_older_folders_are_completed(captioner_settings: CaptionerSettings, tmp_path: Path) -> None:
    """As those of before transformers 4.46: nothing says how many places a picture takes, or which token it is."""
    older = copy_of(captioner_settings.model, tmp_path / "older")
    change_json(older / "config.json", image_token_id=None, image_token_index=None)
    change_json(older / "processor_config.json", num_query_tokens=None)
    captioner = Captioner(GpuPriority())
    assert captioner.configure(replace(captioner_settings, model=str(older))) == []
    (caption,) = captioner.describe([("p", jpeg())], "", Cancellation())
    assert caption.text == "a person walks from left to right"


@pytest.mark.parametrize("lost", ["the only file", "a shard", "a shard, and the index knows nothing of it"])
def test_a_model_that_lacks_a_part_is_told_when_configured(
    captioner_settings: CaptionerSettings, tmp_path: Path, lost: str
) -> None:
    """The last is what an aborted copy of a model from elsewhere looks like: transformers makes up the weights."""
    broken = copy_of(captioner_settings.model, tmp_path / "broken")
    whole = broken / "model.safetensors"
    if lost != "the only file":
        transformers = environment.library("transformers")
        model = transformers.Blip2ForConditionalGeneration.from_pretrained(captioner_settings.model)
        model.save_pretrained(broken, max_shard_size="100KB")
        shard = min(broken.glob("model-*-of-*.safetensors"))
        index = broken / "model.safetensors.index.json"
        if "knows nothing" in lost:
            places = json.loads(index.read_text())["weight_map"]
            change_json(index, weight_map={name: place for name, place in places.items() if place != shard.name})
        shard.unlink()
    whole.unlink(missing_ok=True)
    captioner = Captioner(GpuPriority())
    (problem,) = captioner.configure(replace(captioner_settings, model=str(broken)))
    assert (problem.kind, problem.code) == ("captioner", "model_invalid")
    assert not captioner.loaded


def test_what_would_be_said_without_end_is_not(captioner_settings: CaptionerSettings) -> None:
    """A model that finds no end goes on, and would say the same again and again."""
    captioner = Captioner(GpuPriority())
    captioner.configure(captioner_settings)
    captioner.describe([("p", jpeg())], "", Cancellation())
    models = captioner._models
    assert models is not None
    models.describer.model.language_model.generation_config.suppress_tokens = [0, 1, 2, 3]  # its end of a sentence
    (caption,) = captioner.describe([("p", jpeg())], "", Cancellation())
    captioner.unload()
    words = caption.text.split()
    assert len(words) > 12
    runs = [tuple(words[at : at + 5]) for at in range(len(words) - 4)]
    assert len(set(runs)) == len(runs)


def test_a_translator_into_another_language_is_told_when_configured(
    captioner_settings: CaptionerSettings, tmp_path: Path
) -> None:
    """It has learned to say something else: the pieces of its vocabulary stand for other words."""
    other = copy_of(captioner_settings.translation_model, tmp_path / "other")
    vocabulary = json.loads((other / "vocab.json").read_text())
    latin = {piece: number for piece, number in vocabulary.items() if piece.isascii()}
    renamed = {piece if piece.isascii() else f"wort{number}": number for piece, number in vocabulary.items()}
    assert len(latin) < len(renamed) == len(vocabulary)
    (other / "vocab.json").write_text(json.dumps(renamed))
    captioner = Captioner(GpuPriority())
    (problem,) = captioner.configure(replace(captioner_settings, translation_model=str(other)))
    assert (problem.kind, problem.code) == ("translator", "model_invalid")
    assert "into Chinese" in problem.message


def test_a_model_that_has_learned_no_language_is_no_translator(
    captioner_settings: CaptionerSettings, tmp_path: Path
) -> None:
    """It makes the same of everything, though it be Chinese."""
    mute = copy_of(captioner_settings.translation_model, tmp_path / "mute")
    transformers = environment.library("transformers")
    model = transformers.MarianMTModel.from_pretrained(mute)
    # What it says does not depend on what it is asked, whatever its training gave.
    for layer in model.model.decoder.layers:
        for number in layer.encoder_attn.out_proj.parameters():
            number.data.zero_()
    model.save_pretrained(mute)
    captioner = Captioner(GpuPriority())
    (problem,) = captioner.configure(replace(captioner_settings, translation_model=str(mute)))
    assert (problem.kind, problem.code) == ("translator", "model_invalid")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("a man walks", "a man walks"),
        ("<think>\nIs it a man?</think>\na man walks", "\na man walks"),
        ("It is.</think>a man", "a man"),
        ("<think>without an end", ""),
    ],
)
def test_what_is_thought_aloud_is_no_answer(said: str, answer: str) -> None:
    assert answer_of(said) == answer


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError("101"), "network is unreachable"),
        (StopIteration(), "it breaks off with StopIteration"),
        (ValueError("ERROR  acceptable suffix is {'.pt'}, not .bin"), "its name does not end as a model's does"),
        (RuntimeError("no such layer.\nmore"), "no such layer"),
        (RuntimeError("Exception from src/core.cpp:117:\nException from src/plugin.cpp:54:\nno MaxPool"), "no MaxPool"),
    ],
)
def test_errors_of_libraries_are_told_in_words(error: Exception, words: str) -> None:
    assert in_words(error) == words
