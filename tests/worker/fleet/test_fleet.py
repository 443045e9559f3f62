"""Jobs of a served worker, done by consumers of the broker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from mycamera_worker.protocol.analysis_settings import AnalysisSettings
from mycamera_worker.protocol.captions import Describe, Described
from mycamera_worker.protocol.configuration import CaptionerSettings, Configure
from mycamera_worker.protocol.greeting import Welcome
from mycamera_worker.protocol.health import Health
from mycamera_worker.protocol.jobs import JobFailed
from mycamera_worker.protocol.pictures import Picture
from mycamera_worker.protocol.recordings import Analyze, Analyzed, ExtractFrames, FramesExtracted, Moment

from ..client import Client
from .brokers import BrokerServer, RedisServer
from .conftest import FleetOfProcesses, configured


async def test_a_recording_goes_through_the_broker(
    make_fleet: Callable[[BrokerServer], FleetOfProcesses], redis_server: RedisServer, settings: Configure, clip: Path
) -> None:
    fleet = make_fleet(redis_server)
    fleet.consume("attic")
    async with Client.connect(fleet.served) as client:
        await configured(client, settings)
        await client.send(Analyze(job="a1", source=str(clip), settings=AnalysisSettings(min_score=0.4)))
        analyzed = await client.get(Analyzed, within=250)
        assert len(analyzed.appearances) >= 5
        for one in analyzed.appearances:
            assert one.snapshot in client.pictures, "pictures come before the message that names them"
            assert one.thumbnail in client.pictures
        moments = [Moment(id=f"p{one.track}", time=one.best_time, box=one.best_box) for one in analyzed.appearances]
        await client.send(ExtractFrames(job="t1", source=str(clip), moments=tuple(moments)))
        taken = await client.get(FramesExtracted, within=120)
        assert {one.moment for one in taken.pictures} == {moment.id for moment in moments}
        health = await client.get(Health, lambda each: bool(each.machines), within=60)
    (machine,) = health.machines
    assert machine.name == "attic"
    assert machine.detector == settings.detector.model
    assert machine.jobs_an_hour > 0
    assert "Analyze took" in fleet.consumers["attic"].log()


async def test_what_a_consumer_cannot_do_is_told_in_its_words(
    make_fleet: Callable[[BrokerServer], FleetOfProcesses], redis_server: RedisServer
) -> None:
    fleet = make_fleet(redis_server)
    fleet.consume("attic", "--queues", "captions")
    async with Client.connect(fleet.served) as client:
        picture = Picture(id="p1", jpeg=b"\xff\xd8")
        await client.send(picture, Describe(job="d1", pictures=("p1",)))
        failed = await client.get(JobFailed)
        assert (failed.job, failed.code) == ("d1", "disabled")
        health = await client.get(Health, lambda each: any(one.error for one in each.machines))
        (machine,) = health.machines
        assert (machine.name, machine.queues, machine.error) == ("attic", ("captions",), failed.message)


@pytest.mark.fleet
async def test_pictures_are_described_by_a_consumer(
    make_fleet: Callable[[BrokerServer], FleetOfProcesses],
    redis_server: RedisServer,
    settings: Configure,
    captioner_settings: CaptionerSettings,
) -> None:
    """The models of captions are tried there too, and the served worker never loads them."""
    fleet = make_fleet(redis_server)
    fleet.consume("attic", "--queues", "captions")
    async with Client.connect(fleet.served) as client:
        await configured(client, replace(settings, captioner=captioner_settings))
        jpeg = bytes(cv2.imencode(".jpg", np.full((90, 120, 3), 128, np.uint8))[1].tobytes())
        await client.send(Picture(id="p1", jpeg=jpeg), Describe(job="d1", pictures=("p1",)))
        described = await client.get(Described, within=120)
        (caption,) = described.captions
        assert caption.model == captioner_settings.model
        assert caption.text
        assert caption.text_zh
    assert "caption models are ready" in fleet.consumers["attic"].log()
    assert "caption models are ready" not in fleet.served.log()


async def test_a_served_worker_says_that_it_sees_the_recordings_folder(
    make_fleet: Callable[..., FleetOfProcesses], redis_server: RedisServer
) -> None:
    for arguments, shares in (((), False), (("--shares-files",), True)):
        fleet = make_fleet(redis_server, *arguments)
        async with Client.connect(fleet.served) as client:
            (welcome,) = (message for message in client.messages if isinstance(message, Welcome))
            assert welcome.shares_files is shares
