"""Words of captions, English and Chinese alike, as they are indexed and searched.

A text is compared without accents, case and width. What is between other characters is a word; Chinese (and Japanese)
is written without spaces and taken in pairs of characters. So that a single character is found too, the last one of a
run is a term by itself: every other one begins a pair.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST_TERM: Final = 32
_IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WORD: Final = re.compile(r"[^\W_]+")
_RUNS: Final = re.compile(f"[{_IDEOGRAPHS}]+|[^{_IDEOGRAPHS}]+")
_IDEOGRAPH: Final = re.compile(f"[{_IDEOGRAPHS}]")


def fold(text: str) -> str:
    """Return a text without accents, case and width."""
    if text.isascii():
        return text.lower()
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFKC", bare).casefold()


def _runs(folded: str) -> Iterator[str]:
    """Return what is between spaces and punctuation, Chinese apart from other scripts."""
    for word in _WORD.findall(folded):
        if word.isascii():
            yield word
        else:
            yield from _RUNS.findall(word)


def _is_chinese(run: str) -> bool:
    return _IDEOGRAPH.match(run) is not None


def terms_of(*texts: str) -> set[str]:
    """Return what texts are indexed by."""
    terms: set[str] = set()
    for text in texts:
        for run in _runs(fold(text)):
            if _is_chinese(run):
                terms.update(run[place : place + 2] for place in range(len(run)))
            else:
                terms.add(run[:LONGEST_TERM])
    return terms


class Query:
    """What somebody looks for: every word of `text` occurs in a caption, at the beginning of a word."""

    def __init__(self, text: str) -> None:
        """Split into words; what is written without spaces, into pairs of characters."""
        self._words = tuple(dict.fromkeys(fold(text).split()))
        self.prefixes: set[str] = set()
        """A term that begins with each of these is in what is looked for."""
        self.terms: set[str] = set()
        """Each of these is."""
        for run in (run for word in self._words for run in _runs(word)):
            if not _is_chinese(run) or len(run) == 1:
                self.prefixes.add(run[:LONGEST_TERM])
            else:
                self.terms.update(run[place : place + 2] for place in range(len(run) - 1))

    def matches(self, *texts: str) -> bool:
        """Whether every word is in one of the texts: what the index promises for each part of a word, for the whole."""
        missing = list(self._words)
        for text in texts:
            if missing:
                folded = fold(text)
                missing = [word for word in missing if not _has(folded, word)]
        return not missing


def _has(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        if place == 0 or not _joined(text[place - 1], word[0]):
            return True
        place = text.find(word, place + 1)
    return False


def _joined(before: str, first: str) -> bool:
    """Whether a character continues the word of the one before."""
    return before.isalnum() and first.isalnum() and not _IDEOGRAPH.match(before) and not _IDEOGRAPH.match(first)
