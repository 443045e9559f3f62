"""What the user set: the Supervisor's options, or the environment where there is no Supervisor."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

PORT: Final = 8790
LOG_LEVELS: Final = ("debug", "info", "warning")
_LOG_LEVEL_VARIABLE: Final = "MYCAMERA_LOG_LEVEL"
_MODEL_FOLDER_VARIABLE: Final = "MYCAMERA_MODEL_FOLDER"


class OptionsError(ValueError):
    """What was set cannot be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The app's options."""

    log_level: str
    model_folder: Path

    @classmethod
    def read(cls, data: Path) -> Options:
        """Read the options of the data folder, and the environment for what is not there. Raises OptionsError."""
        try:
            found: Any = json.loads((data / "options.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            found = {}
        except (OSError, ValueError) as error:
            raise OptionsError(f"the options cannot be read: {error}") from None
        if not isinstance(found, dict):
            raise OptionsError("the options are no dictionary")
        return cls.of(found, os.environ, data)

    @classmethod
    def of(cls, found: Mapping[str, Any], environment: Mapping[str, str], data: Path) -> Options:
        """Return the options that are meant. Raises OptionsError."""
        level = str(found.get("log_level") or environment.get(_LOG_LEVEL_VARIABLE) or "info")
        if level not in LOG_LEVELS:
            raise OptionsError(f"the log level {level!r} is none of {', '.join(LOG_LEVELS)}")
        folder = Path(str(found.get("model_folder") or environment.get(_MODEL_FOLDER_VARIABLE) or data / "models"))
        if not folder.is_absolute() or ".." in folder.parts:
            raise OptionsError(f"the model folder {str(folder)!r} is not an absolute path")
        return cls(log_level=level, model_folder=folder)
