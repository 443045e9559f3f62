"""Follows a running MyCamera from outside and tells each thing that happens: bus events, states, database rows."""

import asyncio
from collections.abc import Callable
from typing import Any

from .client import Client, Message
from .console import Console, megabytes, span, utc
from .mycamera import Rows, entities

UNFINISHED = ("pending", "running")
POLL = 2  # seconds between two looks at the database


class Chronicle:
    """Everything seen so far; prints as it comes."""

    def __init__(self, console: Console, client: Client, rows: Rows) -> None:
        self._say = console.say
        self._client = client
        self._rows = rows
        self._names: dict[str, str] = {}
        self._entities: dict[str, str] = {}
        self.records: dict[int, Message] = {}
        self.detections: dict[int, Message] = {}
        self.events: list[Message] = []
        self.changed = asyncio.Condition()

    async def begin(self) -> None:
        """Take note of the rows of earlier runs, then listen to MyCamera's events and to all states."""
        for table, kept in (("record_log", self.records), ("person_detection", self.detections)):
            kept.update({row["id"]: row for row in await self._rows.read(f"SELECT * FROM {table}")})  # noqa: S608
        self.first_record = max(self.records, default=0) + 1
        for event_type, tell in (
            ("mycamera_recording", self._recording),
            ("mycamera_person", self._person),
            ("mycamera_caption", self._caption),
        ):
            await self._client.subscribe_events(event_type, self._keeping(event_type, tell))
        await self._client.subscribe_events("state_changed", self._state_changed)

    async def know(self, entry_id: str, camera_ids: dict[str, str]) -> None:
        """Learn the entities whose states are worth a line."""
        self._names = dict(camera_ids)
        for owner, name in ((entry_id, "MyCamera"), *camera_ids.items()):
            for key, entity_id in (await entities(self._client, owner)).items():
                self._entities[entity_id] = key
                self._names[entity_id] = name

    def _keeping(self, event_type: str, tell: Callable[[Message], None]) -> Callable[[Message], None]:
        def listener(event: Message) -> None:
            self.events.append({"event_type": event_type, **event["data"]})
            tell(event["data"])

        return listener

    def _recording(self, data: Message) -> None:
        self._say("segment", f"{data['name']} {span(data['start'], data['end'])} {data['status']}: {data['file_path']}")

    def _person(self, data: Message) -> None:
        seen = span(data["first_seen"], data["last_seen"])
        self._say("person", f"{data['name']} {seen}, confidence {data['confidence']:.2f}: {data['event_id']}")
        self._tell_caption(data)

    def _caption(self, data: Message) -> None:
        self._tell_caption(data)

    def _tell_caption(self, data: Message) -> None:
        self._say("caption", f"{data['caption']} / {data['caption_zh']} ({data['caption_source']})")

    def _state_changed(self, event: Message) -> None:
        data = event["data"]
        key = self._entities.get(data["entity_id"])
        new, old = data.get("new_state"), data.get("old_state")
        if key is None or new is None or (old is not None and old["state"] == new["state"]):
            return
        name = self._names[data["entity_id"]]
        match key:
            case "person" | "recording" | "detection" | "database" | "worker" | "recording_status":
                error = new["attributes"].get("error")
                self._say("state", f"{name}: {key} is {new['state']}" + (f" ({error})" if error else ""))
            case "last_person" if new["state"] not in ("unknown", "unavailable"):
                self._say("picture", f"{name}: {data['entity_id']} shows the person seen last")

    async def watch_database(self) -> None:
        """Tell new and changed rows, until cancelled."""
        while True:
            await self._look_at_records()
            await self._look_at_detections()
            async with self.changed:
                self.changed.notify_all()
            await asyncio.sleep(POLL)

    async def _look_at_records(self) -> None:
        unfinished = [number for number, row in self.records.items() if row["analysis_status"] in UNFINISHED]
        newest = max(self.records, default=0)
        among = ",".join(map(str, unfinished)) or "0"
        query = f"SELECT * FROM record_log WHERE id > {newest} OR id IN ({among}) ORDER BY id"  # noqa: S608 - numbers
        for row in await self._read(query):
            before = self.records.get(row["id"])
            self.records[row["id"]] = row
            if before is None:
                what = f"{row['status']}, {megabytes(row['file_size'])}" + (f", {row['error']}" if row["error"] else "")
                self._say("row", f"record_log {row['id']}: {span(row['start_time'], row['end_time'])} {what}")
            if before is None or before["analysis_status"] != row["analysis_status"]:
                error = f" ({row['analysis_error']})" if row["analysis_error"] else ""
                self._say("row", f"record_log {row['id']}: analysis {row['analysis_status']}{error}")

    async def _look_at_detections(self) -> None:
        newest = max(self.detections, default=0)
        # Whoever is seen live gets a recording when that is closed.
        unjoined = ",".join(str(number) for number, row in self.detections.items() if not row["record_log_id"]) or "0"
        query = f"SELECT * FROM person_detection WHERE id > {newest} OR id IN ({unjoined}) ORDER BY id"  # noqa: S608 - numbers
        for row in await self._read(query):
            known = row["id"] in self.detections
            self.detections[row["id"]] = row
            if known:
                continue
            when = f"{utc(row['first_seen']):%H:%M:%S}, {row['confidence']:.2f}"
            self._say("row", f"person_detection {row['id']}: {when}, picture {row['image_path']}")

    async def _read(self, query: str) -> list[dict[str, Any]]:
        return await self._rows.read(query)
