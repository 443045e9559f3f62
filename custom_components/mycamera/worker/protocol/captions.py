"""Jobs about pictures: what they show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from .values import Identifier, Seconds, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a model said about one picture."""

    picture: Identifier
    text: Text
    text_zh: Text
    model: Text
    translation_model: Text
    seconds: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe:
    """Job: caption pictures that were sent before this message, in English and Chinese."""

    job: Identifier
    pictures: Annotated[tuple[Identifier, ...], Meta(min_length=1, max_length=64)]
    prompt: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Result of `Describe`, one caption per picture, in its order."""

    job: Identifier
    captions: tuple[Caption, ...]
