"""Where the end-to-end tests' houses are, so that no day ends while they are looked at."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from .e2e.house import time_zone

LOOKED_AT = timedelta(hours=2)


@pytest.mark.parametrize("day", ["2026-01-15", "2026-03-29", "2026-07-15", "2026-10-25", "2026-12-31"])
def test_no_house_is_where_midnight_is_near(day: str) -> None:
    begin = datetime.fromisoformat(f"{day}T00:00:00+00:00")
    for minute in range(24 * 60):
        now = begin + timedelta(minutes=minute)
        zone = ZoneInfo(time_zone(now))
        assert now.astimezone(zone).date() == (now + LOOKED_AT).astimezone(zone).date(), now
