"""Consumers as processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class ConsumerProcess:
    """`mycamera-worker consume`, and the process of it that does the jobs."""

    process: subprocess.Popen[bytes]
    log_file: Path
    name: str

    @classmethod
    def start(cls, folder: Path, broker: str, name: str, *arguments: str) -> ConsumerProcess:
        log_file = folder / f"{name}-{time.monotonic_ns()}.log"
        with log_file.open("ab") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "mycamera_worker", "consume", "--name", name),
                    *("--shares-files", *arguments),
                ],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=os.environ | {"MYCAMERA_BROKER": broker},
            )
        return cls(process, log_file, name)

    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    @property
    def works(self) -> bool:
        """Whether a job has begun and not ended, by its log, which is quicker than its reports."""
        log = self.log()
        return log.rfind(" begins") > max(log.rfind(" took "), log.rfind(" is broken off"))

    def child(self) -> int:
        """Return the id of the process that does the jobs."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
            if children:
                return int(children[-1])
            time.sleep(0.05)
        raise AssertionError(self.log())

    def kill(self) -> None:
        """End it as a power cut does: both processes at once."""
        for pid in (self.process.pid, self.child()):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            finally:
                self.process.kill()
                self.process.wait()
