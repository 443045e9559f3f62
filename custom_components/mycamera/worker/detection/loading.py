"""Which files of models are opened at all: none that would run what is in it.

A .pt file is a pickle, and a pickle is a program. Ultralytics has a loader that builds nothing but the classes of its
own models; `environment.prepare` asks for it, but versions before 8.4.67 do not know of it and load anything, and so do
later ones where it is switched off. So it is tried, with a file whose program does nothing but say that it ran.
"""

from __future__ import annotations

import functools
import logging
import tempfile
from pathlib import Path
from typing import Any, Final

from .. import environment
from ..failures import ModelInvalidError

_LOGGER = logging.getLogger(__name__)

PICKLES: Final = frozenset({".pt", ".pth"})
_DESCRIPTIONS: Final = frozenset({".yaml", ".yml"})
_ran: list[int] = []


def _say_that_it_ran() -> dict[str, Any]:
    _ran.append(1)
    return {}


class _Program:
    """Unpickled, it calls the function above."""

    def __reduce__(self) -> tuple[Any, tuple[()]]:
        return _say_that_it_ran, ()


def check_harmless(path: Path) -> None:
    """Refuse a model whose loading could run what is in it.

    Raises:
        ModelInvalidError: it is a description of a network, or a pickle that Ultralytics would load as it is.
    """
    if path.suffix.lower() in _DESCRIPTIONS:
        raise ModelInvalidError(
            f"{path.name} only describes a network and has learned nothing; choose a trained model."
        )
    if path.suffix.lower() in PICKLES and not loads_harmlessly():
        version = environment.library("ultralytics").__version__
        raise ModelInvalidError(
            f"{path.name} may hold a program, and Ultralytics {version} on this machine would run it. Update it "
            "(8.4.67 or later), or choose the model's ONNX or OpenVINO form."
        )


@functools.cache
def loads_harmlessly() -> bool:
    """Return whether Ultralytics refuses a file that is a program, as it loads models here."""
    torch, ultralytics = environment.library("torch"), environment.library("ultralytics")
    _ran.clear()
    with tempfile.TemporaryDirectory() as folder:
        probe = Path(folder) / "program.pt"
        torch.save({"model": _Program()}, probe)
        try:
            ultralytics.YOLO(str(probe), task="detect", verbose=False)
        except Exception:  # whatever it says: it is no model, and what counts is whether it ran
            _LOGGER.debug("The loader refused the program", exc_info=True)
    return not _ran
