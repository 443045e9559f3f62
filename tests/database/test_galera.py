"""A Galera cluster: it keeps tables alike on several servers, counts ids in steps, and one of it may stand aside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from custom_components.mycamera.database import DatabaseUnavailable, check
from tests.sql_servers import Galera

from .conftest import OpenDatabase, allow_all_sockets, config_of
from .outage.test_durable_writes import until
from .rows import CAMERA, minute, new_detection, new_gap, new_record


@pytest.fixture(scope="module")
def cluster() -> Iterator[Galera]:
    allow_all_sockets()
    with Galera() as server:
        server.create_database("mycamera")
        yield server


async def test_a_cluster_does_for_everything(cluster: Galera, open_database: OpenDatabase) -> None:
    config = config_of(cluster, "mycamera")
    await check(config)
    assert cluster.sql("SHOW TABLES IN mycamera") == []
    database = open_database(config, timeout=30.0)
    await database.open()
    await database.add_gap(new_gap(0))
    for number in range(3):
        await database.add_record(new_record(number))
    first, second, third = (await database.page_records(oldest=True)).items
    assert second.id - first.id == third.id - second.id == 3
    claimed = await database.claim_analyses(2)
    assert [row.id for row in claimed] == [third.id, second.id]
    found = [new_detection(f"E{number}", first_seen=minute(2), last_seen=minute(2)) for number in range(2)]
    await database.finish_analysis(third.id, found, model="person.pt")
    while await database.index_captions(200):
        pass
    assert {row.event_id for row in (await database.page_detections(text="person")).items} == {"E0", "E1"}
    assert len(await database.claim_captions(8)) == 2
    assert [count.detections for count in (await database.calendar(CAMERA, persons=True)).days] == [2]
    assert len(await database.take_records([first.id])) == 1
    assert database.outage is None
    await check(config)


async def test_a_server_that_stands_aside_loses_nothing(cluster: Galera, open_database: OpenDatabase) -> None:
    """One that was cut off from its cluster answers nothing but that it is not ready, on connections that stay open."""
    cluster.create_database("aside")
    database = open_database(config_of(cluster, "aside"), timeout=30.0)
    await database.open()
    await database.add_record(new_record(0))
    cluster.sql("SET GLOBAL wsrep_reject_queries = ALL")
    try:
        with pytest.raises(DatabaseUnavailable, match="WSREP"):
            await database.page_records()
        await database.add_record(new_record(1))
        assert database.outage is not None
    finally:
        cluster.sql("SET GLOBAL wsrep_reject_queries = NONE")
    await until(lambda: database.available)
    assert len((await database.page_records()).items) == 2
