"""Small re-identification networks, real ones, made here: those that see patterns of clothes, and useless ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from mycamera_worker import environment

openvino: Any = environment.library("openvino")
ops: Any = environment.library("openvino.opset13")

SIZE = (256, 128)
CELLS = 4
"""How many parts of a person, from head to feet, are told apart."""


def gratings(sizes: tuple[int, ...] = (6, 12, 24)) -> npt.NDArray[np.float32]:
    """Return filters that answer to stripes: of some widths, in four directions; of all colours alike."""
    reach = 15
    down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    window = np.exp(-(down**2 + across**2) / (2 * (reach / 2.5) ** 2))
    filters = []
    for size in sizes:
        for turn in range(4):
            angle = turn * np.pi / 4
            wave = np.cos(2 * np.pi * (across * np.cos(angle) + down * np.sin(angle)) / size) * window
            wave -= wave.mean()
            filters.append(np.repeat((wave / np.abs(wave).sum())[None], 3, axis=0))
    return np.asarray(filters, np.float32)


def random_filters(seed: int, count: int = 12) -> npt.NDArray[np.float32]:
    """Return filters that nobody has trained."""
    return np.random.default_rng(seed).normal(0, 0.05, (count, 3, 31, 31)).astype(np.float32)


def network(
    filters: npt.NDArray[np.float32],
    *,
    crops: int = -1,
    size: tuple[int, int] = SIZE,
    scale: float | None = None,
    times: float = 1.0,
    plus: float = 0.0,
) -> Any:
    """Return a network: how strongly each filter answers, in each part of a person.

    `scale` divides the picture first, as networks do that take bytes; the vector becomes so many `times` itself `plus`
    a number.
    """
    taken = ops.parameter([crops, 3, *size], np.float32)
    picture = taken if scale is None else ops.divide(taken, np.float32(scale))
    answers = ops.convolution(picture, filters, [8, 8], [0, 0], [0, 0], [1, 1])
    strong = ops.abs(answers)
    parts = ops.adaptive_avg_pool(strong, np.array([CELLS, 1], np.int64))
    flat = ops.reshape(parts, np.array([-1, CELLS * len(filters)], np.int64), special_zero=False)
    return openvino.Model([ops.add(ops.multiply(flat, np.float32(times)), np.float32(plus))], [taken], "person")


def saved(model: Any, path: Path) -> Path:
    """Write a network as OpenVINO's form."""
    openvino.save_model(model, path, compress_to_fp16=False)
    return path
