"""The queues: order, bounds, cancelling, and that one failure is one job's."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from mycamera_worker.cancellation import Cancellation
from mycamera_worker.detection import gpu_priority as gpu_priority_module
from mycamera_worker.detection.gpu_priority import GpuPriority
from mycamera_worker.failures import JobError, OverloadedError, SourceInvalidError
from mycamera_worker.jobs import Job, Lane


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.gate = threading.Event()

    def job(self, name: str, *, waits: bool = False, error: Exception | None = None) -> Job:
        def work(cancellation: Cancellation) -> Callable[[], None]:
            while waits and not self.gate.is_set():
                cancellation.check()
                time.sleep(0.01)
            if error is not None:
                raise error
            return lambda: self.lines.append(f"{name} done")

        def failed(problem: JobError) -> None:
            self.lines.append(f"{name} {problem.code}")

        return Job(name, work, failed)

    def wait(self, *lines: str) -> None:
        until = time.monotonic() + 60
        while self.lines != list(lines) and time.monotonic() < until:
            time.sleep(0.01)
        assert self.lines == list(lines)


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane("test", capacity=2, nice=0)
    yield lane
    lane.stop()


def test_a_failure_is_one_jobs_own(lane: Lane) -> None:
    log = Log()
    lane.submit(log.job("a", error=SourceInvalidError("no video")))
    log.wait("a source_invalid")
    lane.submit(log.job("b", error=KeyError("bug")))
    log.wait("a source_invalid", "b internal")
    lane.submit(log.job("c"))
    log.wait("a source_invalid", "b internal", "c done")


def test_more_than_fits_is_refused(lane: Lane) -> None:
    log = Log()
    lane.submit(log.job("a", waits=True))
    while not lane.running:
        time.sleep(0.01)
    lane.submit(log.job("b"))
    lane.submit(log.job("c"))
    with pytest.raises(OverloadedError):
        lane.submit(log.job("d"))
    log.gate.set()
    log.wait("a done", "b done", "c done")


def test_what_is_quickly_done_goes_before_what_waits(lane: Lane) -> None:
    log = Log()
    lane.submit(log.job("a", waits=True))
    while not lane.running:
        time.sleep(0.01)
    lane.submit(log.job("b"))
    lane.submit(log.job("c"), soon=True)
    with pytest.raises(OverloadedError):
        lane.submit(log.job("d"), soon=True)
    log.gate.set()
    log.wait("a done", "c done", "b done")


def test_waiting_and_running_jobs_can_be_cancelled(lane: Lane) -> None:
    log = Log()
    running, waiting = log.job("a", waits=True), log.job("b")
    lane.submit(running)
    while not lane.running:
        time.sleep(0.01)
    lane.submit(waiting)
    lane.cancel(waiting)
    log.wait("b cancelled")
    lane.cancel(running)
    log.wait("b cancelled", "a cancelled")


def test_idle_is_told_once() -> None:
    told = threading.Semaphore(0)
    lane = Lane("test", capacity=1, nice=0, idle=told.release, idle_after=lambda: 0.05)
    assert told.acquire(timeout=30)
    assert not told.acquire(timeout=0.3)
    lane.stop()


def test_captions_give_way_but_not_for_ever() -> None:
    gpu_priority = GpuPriority()
    began = time.monotonic()
    gpu_priority.give_way(60)
    assert time.monotonic() - began < 30
    with gpu_priority.claimed():
        began = time.monotonic()
        gpu_priority.give_way(0.2)
        assert 0.15 < time.monotonic() - began < 30


def test_a_failure_while_resting_ends_no_lane() -> None:
    rested = threading.Event()

    def idle() -> None:
        rested.set()
        raise RuntimeError("CUDA error: device-side assert triggered")

    lane = Lane("test", capacity=2, nice=0, idle=idle, idle_after=lambda: 0.01)
    try:
        assert rested.wait(60)
        log = Log()
        lane.submit(log.job("a"))
        log.wait("a done")
    finally:
        lane.stop()


def test_the_work_of_libraries_gives_way_at_every_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu_priority_module, "_STEP_WAIT", 60)
    gpu_priority, began, done = GpuPriority(), threading.Event(), threading.Event()

    def load() -> None:
        with gpu_priority.giving_way():
            began.set()
            str.upper("a library's code")
        done.set()

    thread = threading.Thread(target=load, daemon=True)
    with gpu_priority.claimed():
        thread.start()
        assert not done.wait(0.3)
    assert done.wait(30)
    thread.join()
    assert began.is_set()


def test_it_goes_on_where_detection_waits_for_it_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu_priority_module, "_STEP_WAIT", 0.01)
    monkeypatch.setattr(gpu_priority_module, "_STEP_REST", 60)
    gpu_priority, profiled = GpuPriority(), sys.getprofile()
    with gpu_priority.claimed(), gpu_priority.giving_way():
        assert [str(number) for number in range(10_000)][-1] == "9999"
    assert sys.getprofile() is profiled
