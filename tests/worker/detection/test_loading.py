"""No file of a model runs what is in it: the real loader of Ultralytics, with files that are programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mycamera_worker import environment
from mycamera_worker.detection.detector import Detector
from mycamera_worker.detection.loading import check_harmless, loads_harmlessly
from mycamera_worker.failures import ModelInvalidError
from mycamera_worker.protocol.configuration import DetectorSettings


class Program:
    """Unpickled, it makes a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Path.touch, (self.mark,)  # type: ignore[return-value]


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Try the loader anew, before and after."""
    loads_harmlessly.cache_clear()
    yield
    loads_harmlessly.cache_clear()


@pytest.fixture
def unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loader of before Ultralytics 8.4.67, and of after where the flag is off: it knows no restriction."""
    monkeypatch.setattr(environment.library("ultralytics.nn.tasks"), "SAFE_LOAD", False)


def program(folder: Path) -> tuple[Path, Path]:
    """Return a model's file that is a program, and the file that it makes."""
    model, mark = folder / "best.pt", folder / "it-ran"
    environment.library("torch").save({"model": Program(mark)}, model)
    return model, mark


def test_the_loader_is_harmless_here() -> None:
    assert loads_harmlessly()


def test_a_program_is_refused_and_not_run(tmp_path: Path) -> None:
    model, mark = program(tmp_path)
    with pytest.raises(ModelInvalidError, match="not a detector"):
        Detector(DetectorSettings(model=str(model)))
    assert not mark.exists()


@pytest.mark.usefixtures("unsafe")
def test_with_a_loader_that_runs_programs_no_pickle_is_opened(
    tmp_path: Path, detector_settings: DetectorSettings
) -> None:
    model, mark = program(tmp_path)
    for path in (str(model), detector_settings.model):
        with pytest.raises(ModelInvalidError, match="ONNX or OpenVINO"):
            Detector(DetectorSettings(model=path))
    assert not mark.exists()
    check_harmless(tmp_path / "best.onnx")


def test_descriptions_of_networks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "yolov8n.yaml"
    path.write_text("nc: 1\nbackbone: []\nhead: []\n")
    with pytest.raises(ModelInvalidError, match="learned nothing"):
        Detector(DetectorSettings(model=str(path)))
