"""Describes pictures of people, in English and in Chinese.

A model says what it sees, and a Marian model translates it; or the first writes both, where no translator is named.
They run one after another on one thread (see `jobs.Lane`), wait for detection before every step, and are loaded when
first needed. Each is tried on a real picture before it is said to be fit.
"""

from __future__ import annotations

import gc
import logging
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

from .. import environment
from ..cancellation import Cancellation
from ..detection.comparison import real_pictures
from ..detection.gpu_priority import GpuPriority
from ..downloads import Downloads
from ..failures import DisabledError, JobError, ModelInvalidError, ModelMissingError, OutOfMemoryError, in_words
from ..protocol.captions import Caption
from ..protocol.configuration import CaptionerSettings, ModelProblem
from ..video.pictures import decode_client_picture
from .describers import Describer, kind_of, load_describer
from .model_files import ModelFiles, is_out_of_memory
from .translator import Translator, check_translator, load_translator
from .wording import is_chinese

_LOGGER = logging.getLogger(__name__)

_MOST_WORDS: Final = 60
_MOST_WAIT: Final = 1.0
"""Seconds that a caption waits for detection before each of its words, at most: it must get done some time."""
_CPU_BATCH: Final = 4
"""Half again as fast as one at a time on two cores; more gains little, and detection waits for whole steps."""
_CUDA_BATCH: Final = 8
_REPEATED: Final = 5
"""So many tokens in a row are not said twice: what a model says without end is no caption."""
_TRIAL_SENTENCES: Final = ("a person walks from left to right", "two people talk beside a parked car")


@dataclass(frozen=True, slots=True)
class _Models:
    settings: CaptionerSettings
    describer: Describer
    translator: Translator | None
    """None where the describer writes Chinese itself."""
    device: str


class Captioner:
    """The models for captions, and how to use them. All methods belong on one thread."""

    def __init__(
        self, gpu_priority: GpuPriority, most_words: int = _MOST_WORDS, downloads: Downloads | None = None
    ) -> None:
        """Create it without a model. `most_words` limits a caption; it counts tokens."""
        self._gpu_priority = gpu_priority
        self._downloads = downloads or Downloads()
        self._most_words = most_words
        self._settings = CaptionerSettings()
        self._models: _Models | None = None
        self._wanted_batch: int | None = None
        self._batch = 0
        self._proven = False
        """Whether these models have described a picture."""
        self._at: Literal["captioner", "translator"] = "captioner"
        """Which of the two is at work, and so to blame."""

    def configure(self, settings: CaptionerSettings) -> list[ModelProblem]:
        """Take on new settings; return what is wrong with the models that they name, as one real picture shows."""
        if settings != self._settings:
            self.unload()
            self._proven = False
        self._settings = settings
        if not settings.enabled:
            return []
        problems = self._wrong_kinds()
        if problems or self._proven:
            return problems
        try:
            self._try()
        except JobError as error:
            return [ModelProblem(kind=self._at, code=error.code, message=error.message)]
        self._proven = True
        return []

    def _wrong_kinds(self) -> list[ModelProblem]:
        """Return what can be told without loading the models."""
        settings = self._settings
        problems = []
        kind = None
        try:
            kind = kind_of(settings.model, self._files().config(settings.model, "caption"))
        except JobError as error:
            problems.append(ModelProblem(kind="captioner", code=error.code, message=error.message))
        try:
            if settings.translation_model:
                check_translator(settings.translation_model, self._files())
            elif kind is not None and not kind.writes_chinese:
                raise ModelMissingError(f"{settings.model} speaks English only: choose a translation model for it.")
        except JobError as error:
            problems.append(ModelProblem(kind="translator", code=error.code, message=error.message))
        return problems

    def _files(self) -> ModelFiles:
        return ModelFiles(self._settings.mirror, self._downloads)

    def _try(self) -> None:
        """Describe one real picture, and say it in Chinese.

        Raises:
            JobError: one of the models cannot do that, by `_at`.
        """
        models = self._load()
        self._at = "captioner"
        try:
            problem = self._problem_of(models)
        except Exception as error:
            self.unload()
            _LOGGER.debug("Trying the caption models failed", exc_info=True)
            name = {"captioner": models.settings.model, "translator": models.settings.translation_model}[self._at]
            if is_out_of_memory(error):
                raise OutOfMemoryError(f"{name} does not fit into the device's memory.") from error
            raise ModelInvalidError(f"{name} fails on a picture of people: {in_words(error)}.") from error
        if problem is not None:
            self.unload()
            raise ModelInvalidError(problem)

    def _problem_of(self, models: _Models) -> str | None:
        """Return what is wrong with what the models say of a real picture, and of sentences."""
        settings = models.settings
        picture = environment.library("PIL.Image").fromarray(np.ascontiguousarray(real_pictures()[0][:, :, ::-1]))
        text, chinese = self._say(models, [picture], "", Cancellation())[0]
        if not text:
            return f"{settings.model} has nothing to say of a picture of people."
        if models.translator is None:
            if is_chinese(chinese):
                return None
            return f'{settings.model} writes no Chinese but "{chinese[:60]}": have a translation model do it.'
        self._at = "translator"
        translated = self._translate(models.translator, _TRIAL_SENTENCES, Cancellation())
        for sentence, chinese in zip(_TRIAL_SENTENCES, translated, strict=True):
            if not is_chinese(chinese):
                return (
                    f"{settings.translation_model} does not translate from English into Chinese: of "
                    f'"{sentence}" it makes "{chinese[:60]}".'
                )
        if len(set(translated)) == 1:
            return f'{settings.translation_model} makes the same of all sentences: "{translated[0][:60]}".'
        return None

    def describe(
        self, pictures: Sequence[tuple[str, bytes]], prompt: str, cancellation: Cancellation
    ) -> tuple[Caption, ...]:
        """Return one caption for each picture (name, JPEG), in both languages.

        Raises:
            JobError: captions are switched off, a picture cannot be read, a model cannot be used, or it was cancelled.
        """
        if not self._settings.enabled:
            raise DisabledError("Captions are switched off in the settings.")
        decoded = [(name, decode_client_picture(jpeg)) for name, jpeg in pictures]
        models = self._load()
        captions: list[Caption] = []
        while len(captions) < len(decoded):
            cancellation.check()
            part = decoded[len(captions) : len(captions) + self._batch]
            started = time.monotonic()
            try:
                said = self._say(models, [picture for _, picture in part], prompt, cancellation)
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
                for (name, _), (text, text_zh) in zip(part, said, strict=True)
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
        device = "cuda:0" if environment.library("torch").cuda.is_available() else "cpu"
        self._batch = self._wanted_batch or (_CUDA_BATCH if device != "cpu" else _CPU_BATCH)
        describer = translator = None
        files = self._files()
        try:
            with self._gpu_priority.giving_way():
                self._at = "captioner"
                kind = kind_of(settings.model, files.config(settings.model, "caption"))
                describer = files.load(settings.model, "caption", lambda: load_describer(kind, settings, device))
                self._at = "translator"
                if name := settings.translation_model:
                    translator = files.load(name, "translation", lambda: load_translator(name, device))
        except JobError as error:
            # Half of them is of no use, and detection wants the memory. The frames of what failed hold it too.
            describer = None
            cause: BaseException | None = error
            while cause is not None:
                traceback.clear_frames(cause.__traceback__)
                cause = cause.__cause__
            _give_back(device)
            raise
        self._models = _Models(settings, describer, translator, device)
        _LOGGER.info("The caption models are ready on %s after %.1f s", device, time.monotonic() - started)
        return self._models

    def _say(
        self, models: _Models, pictures: Sequence[Any], prompt: str, cancellation: Cancellation
    ) -> list[tuple[str, str]]:
        """Return what each picture shows, in English and in Chinese."""
        describer = models.describer
        with self._inference():
            said = describer.describe(pictures, prompt, self._how(cancellation))
        if models.translator is not None:
            return list(zip(said, self._translate(models.translator, said, cancellation), strict=True))
        with self._inference():
            chinese = describer.in_chinese(pictures, prompt, said, self._how(cancellation))
        return list(zip(said, chinese, strict=True))

    def _translate(self, translator: Translator, texts: Sequence[str], cancellation: Cancellation) -> list[str]:
        if not any(texts):
            return [""] * len(texts)
        with self._inference():
            return translator.translate(texts, self._how(cancellation, words=2 * self._most_words))

    @contextmanager
    def _inference(self) -> Iterator[None]:
        self._gpu_priority.give_way(_MOST_WAIT)
        with environment.library("torch").inference_mode():
            yield

    def _how(self, cancellation: Cancellation, words: int = 0) -> dict[str, Any]:
        """Return the arguments of `generate`."""
        return {
            "max_new_tokens": words or self._most_words,
            "do_sample": False,  # the same picture is always told the same
            "no_repeat_ngram_size": _REPEATED,
            "stopping_criteria": self._manners(cancellation),
        }

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
