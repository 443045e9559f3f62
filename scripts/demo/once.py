"""Follows one segment from the camera to the last entity, and reads the result back."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from .chronicle import Chronicle
from .client import Client, Message
from .console import Console, StepError, megabytes, span
from .mycamera import entities
from .waiting import until

UNKNOWN = ("unknown", "unavailable")
ONCE_PERSON_WAS_SEEN = ("caption_en", "caption_zh", "last_person", "person_event")
MOST_OF_A_SEGMENT = 55.0  # seconds
WORKER_PATIENCE = 120  # seconds, torch and the detector being loaded
SEGMENT_PATIENCE = 180  # a segment takes 60 s and may have to be the second one
ANALYSIS_PATIENCE = 180
CAPTION_PATIENCE = 180
STATES_PATIENCE = 30
MOST_TOLD = 5  # persons in the summary


class FirstSegment:
    """The way of the first complete segment of this run. `owners` are the ids of the hub's entry and of the camera."""

    def __init__(
        self,
        console: Console,
        client: Client,
        chronicle: Chronicle,
        *,
        owners: tuple[str, str],
        folder: Path,
        demands_person: bool,
        demands_model: bool,
    ) -> None:
        self._console = console
        self._client = client
        self._chronicle = chronicle
        self._owners = owners
        self._folder = folder
        self._demands_person = demands_person
        # The piece before the first full minute is a segment too, but the demo's people may need longer to appear.
        self._shortest = MOST_OF_A_SEGMENT if demands_person else 0.0
        self._demands_model = demands_model
        self._record: Message = {}
        self._persons: list[Message] = []

    async def follow(self, limit: float) -> None:
        """Wait for every station of the way; raises StepError, naming it, at the first that is not reached in time."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limit
        for text, patience, reach in (
            ("the worker connects", WORKER_PATIENCE, self._worker),
            ("the first complete segment is recorded", SEGMENT_PATIENCE, self._segment),
            ("the segment is analysed", ANALYSIS_PATIENCE, self._analysis),
            ("the persons have picture and captions", CAPTION_PATIENCE, self._pictures),
            ("Home Assistant's states show it", STATES_PATIENCE, self._states),
        ):
            with self._console.step(text):
                async with asyncio.timeout(max(0.0, min(patience, deadline - loop.time()))):
                    await reach()

    async def _rows(self, found: Callable[[], bool]) -> None:
        """Wait until the database's rows are as wanted."""
        async with self._chronicle.changed:
            await self._chronicle.changed.wait_for(found)

    async def _worker(self) -> None:
        while (worker := await self._state(0, "worker"))["state"] != "connected":
            if worker["state"] == "failed":
                raise StepError(f"the worker does not start: {worker['attributes'].get('error')}")
            await asyncio.sleep(0.5)

    async def _segment(self) -> None:
        def recorded() -> bool:
            for number, row in self._chronicle.records.items():
                complete = row["status"] == "success" and row["duration"] >= self._shortest
                if number >= self._chronicle.first_record and complete:
                    self._record = row
                    return True
            return False

        await self._rows(recorded)
        path = self._folder / "recordings" / self._record["file_path"]
        if path.stat().st_size != self._record["file_size"]:
            raise StepError(f"{path} is not {self._record['file_size']} bytes long, as its row says")

    async def _analysis(self) -> None:
        number = self._record["id"]

        def analysed() -> bool:
            self._record = self._chronicle.records[number]
            return self._record["analysis_status"] not in ("pending", "running")

        await self._rows(analysed)
        if self._record["analysis_status"] != "done":
            raise StepError(f"{self._record['analysis_status']}: {self._record['analysis_error']}")

    async def _pictures(self) -> None:
        def of_record() -> list[Message]:
            rows = self._chronicle.detections.values()
            return [row for row in rows if row["record_log_id"] == self._record["id"]]

        if self._demands_person:
            await self._rows(lambda: bool(of_record()))
        self._persons = of_record()
        for row in self._persons:
            picture = self._folder / "snapshots" / row["image_path"]
            if not picture.read_bytes().startswith(b"\xff\xd8"):
                raise StepError(f"{picture} is not a JPEG picture")
            if not row["caption"] or not row["caption_zh"]:
                raise StepError(f"person_detection {row['id']} has no caption")
        if self._demands_model and self._persons:
            await until(self._captioned)

    async def _captioned(self) -> bool:
        return any(event["event_type"] == "mycamera_caption" for event in self._chronicle.events)

    async def _states(self) -> None:
        expected = ["last_recording_status", *(ONCE_PERSON_WAS_SEEN if self._persons else ())]
        await until(lambda: self._all_known(expected))

    async def _all_known(self, keys: Iterable[str]) -> bool:
        return all([(await self._state(1, key))["state"] not in UNKNOWN for key in keys])

    async def _state(self, owner: int, key: str) -> Message:
        """Return the state of an entity of the hub (0) or of the camera (1)."""
        known = await entities(self._client, self._owners[owner])
        states = await self._client.states()
        absent: Message = {"state": "unavailable", "attributes": {}}
        return states.get(known.get(key, ""), absent)

    async def summarize(self) -> None:
        """Print what the database and Home Assistant's states say."""
        record = self._record
        print("\nSummary, read back from the database and from Home Assistant")
        size = f"{record['codec']} {record['width']}x{record['height']}"
        print(f"  record_log {record['id']}: {record['file_path']}")
        print(
            f"    {span(record['start_time'], record['end_time'])}, {record['duration']:.2f} s, {size}, "
            f"{megabytes(record['file_size'])}, {record['status']}, analysis {record['analysis_status']} "
            f"by {record['analysis_model']}"
        )
        live = sum(row["best_time"] is not None for row in self._persons)
        print(f"  person_detection: {len(self._persons)} of this segment, {live} of them seen live")
        told = [event["event_id"] for event in self._chronicle.events if event["event_type"] == "mycamera_person"]
        there = {row["event_id"] for row in self._chronicle.detections.values() if row["best_time"] is not None}
        print(
            f"  events: {len(told)} persons told, {sum(event_id in there for event_id in told)} while they were there"
        )
        for row in self._persons[:MOST_TOLD]:
            picture = self._folder / "snapshots" / row["image_path"]
            print(
                f"    {row['id']}: seen {span(row['first_seen'], row['last_seen'])}, best at {row['timestamp']:.2f} s "
                f"(frame {row['frame_number']}), confidence {row['confidence']:.2f}, "
                f"picture {picture.stat().st_size} bytes"
            )
            print(f"      {row['caption']} / {row['caption_zh']} ({row['caption_source']})")
        if (more := len(self._persons) - MOST_TOLD) > 0:
            print(f"    … and {more} more")
        states = await self._client.states()
        for owner, title in zip(self._owners, ("hub", "camera"), strict=True):
            print(f"  states of the {title}:")
            known = await entities(self._client, owner)
            for entity_id in sorted(known.values()):
                print(f"    {entity_id} = {states.get(entity_id, {}).get('state')}")
        print(f"  the whole way took {self._console.elapsed:.0f} s from the start of this program", flush=True)
