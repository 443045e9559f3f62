"""What becomes of a model's words: one clean line, and a whole sentence."""

from __future__ import annotations

from typing import Final

_MOST_CHARACTERS: Final = 1000
_PICTURE_OF: Final = ("a photo of ", "a picture of ", "an image of ", "a photograph of ")
_SUBJECTS: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "one",
        "two",
        "three",
        "several",
        "some",
        "somebody",
        "someone",
        "man",
        "men",
        "woman",
        "women",
        "person",
        "people",
        "child",
        "children",
        "nobody",
        "there",
        "he",
        "she",
        "they",
    }
)
"""Words with which a whole sentence begins, and not the rest of one."""
_OPEN_WORDS: Final = frozenset({"with", "in", "on", "at", "and", "of", "beside", "near", "carries", "wears", "holds"})
"""Words after which a thing follows, its article included, as after those on -ing."""
_MOSTLY: Final = 0.5
"""Share of a translation's letters that must be Chinese."""


def clean(text: str) -> str:
    """Return a caption on one line, without control characters, cut at a word where it is far too long."""
    printable = "".join(c if c.isprintable() or c.isspace() else " " for c in text)
    line = " ".join(printable.split())
    if len(line) <= _MOST_CHARACTERS:
        return line
    cut = line[: _MOST_CHARACTERS - 1]
    return (cut[: cut.rindex(" ")] if " " in cut[_MOST_CHARACTERS // 2 :] else cut) + "…"


def whole_sentence(prompt: str, text: str) -> str:
    """Return what was said with the subject that the prompt began: translated alone, the rest would have none.

    "a photo of a person who" and "is walking" are "a person who is walking"; answers to questions stand by themselves.
    """
    beginning = prompt.strip()
    if not beginning or not text or beginning.endswith((":", "?", ".", "!")):
        return text
    last = beginning.split()[-1].lower()
    if text.split(maxsplit=1)[0].lower() in _SUBJECTS and not (last in _OPEN_WORDS or last.endswith("ing")):
        return text
    lowered = beginning.lower() + " "
    for opening in _PICTURE_OF:
        if lowered.startswith(opening):
            beginning = beginning[len(opening) :]
            break
    return f"{beginning} {text}".strip()


def answer_of(text: str) -> str:
    """Return what a model that thinks aloud says in the end; nothing where it did not get that far."""
    thought, end, answer = text.rpartition("</think>")
    if end:
        return answer
    return "" if "<think>" in thought + answer else text


def is_chinese(text: str) -> bool:
    """Return whether most of a text's letters are Chinese."""
    letters = [character for character in text if character.isalpha()]
    chinese = sum("\u3400" <= character <= "\u9fff" for character in letters)
    return bool(letters) and chinese >= _MOSTLY * len(letters)
