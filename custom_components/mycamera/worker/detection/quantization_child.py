"""Quantises a detector's OpenVINO form to 8 bits, in a process of its own: it takes a gigabyte and half a minute.

    python quantization_child.py SOURCE.xml TARGET.xml SECONDS PARENT < PICTURES.npz

The pictures are an array of blue-green-red bytes, n x height x width x 3, with the shape of the network's input. A
script that imports nothing of the worker, so that it starts wherever the worker was started from. It ends with its
parent, however that ends, and after so many seconds in any case: it must not go on for nobody.
"""

from __future__ import annotations

import ctypes
import importlib
import io
import os
import signal
import sys
from typing import Any, Final

import numpy as np

PR_SET_PDEATHSIG: Final = 1


def end_with(parent: int, seconds: int) -> None:
    """Have the system end this process with its parent, or after so many seconds: by signals, deep in libraries too."""
    signal.alarm(seconds)  # nobody handles it
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(1)  # it was gone before


def main() -> None:
    """Read the pictures, quantise, write the model."""
    source, target, seconds, parent = sys.argv[1:]
    end_with(int(parent), int(seconds))
    pictures = np.load(io.BytesIO(sys.stdin.buffer.read()))["pictures"]
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # None is what hinders
    # Imported only now: they report their use where nothing keeps them from it.
    nncf: Any = importlib.import_module("nncf")
    openvino: Any = importlib.import_module("openvino")

    def prepared(picture: Any) -> Any:
        return picture[None, :, :, ::-1].transpose(0, 3, 1, 2).astype(np.float32) / 255

    model = openvino.Core().read_model(source)
    # The first part of the name of whatever the detection head does: it turns numbers into boxes, which is a matter of
    # pixels. Its convolutions are quantised as all others are.
    heads = {name.partition("/")[0] for op in model.get_ops() if "dfl" in (name := op.get_friendly_name())}
    head = next((name.rpartition(".dfl")[0] for name in heads if ".dfl" in name), None)
    kinds = ("Sigmoid", "Concat", "Add", "Sub", "Mul", "Div")
    patterns = [] if head is None else [f"{head}.dfl.*", *(f"{head}/.*{kind}.*" for kind in kinds)]
    quantized = nncf.quantize(
        model,
        nncf.Dataset(list(pictures), prepared),
        subset_size=len(pictures),
        preset=nncf.QuantizationPreset.MIXED,
        ignored_scope=nncf.IgnoredScope(patterns=patterns, validate=False),
    )
    openvino.save_model(quantized, target, compress_to_fp16=False)


if __name__ == "__main__":
    main()
