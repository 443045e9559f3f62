"""What may be searched for: words that the newest descriptions have, in both languages, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant

from .access import async_camera_access
from .commands import answering
from .payload_types import SuggestedWord, Suggestions

if TYPE_CHECKING:
    from ..database import DetectionRow
    from ..hub.hub import Hub

NEWEST: Final = 400
"""Descriptions that are read."""
MOST: Final = 12
_PAGE: Final = 200
WORDS: Final[tuple[tuple[str, str], ...]] = (
    *(("man", "男"), ("woman", "女"), ("child", "孩子"), ("boy", "男孩"), ("girl", "女孩"), ("courier", "快递员")),
    *(("red", "红"), ("blue", "蓝"), ("green", "绿"), ("yellow", "黄"), ("white", "白"), ("black", "黑")),
    *(("gray", "灰"), ("orange", "橙"), ("pink", "粉"), ("purple", "紫"), ("brown", "棕"), ("dark", "深色")),
    *(("coat", "外套"), ("jacket", "夹克"), ("shirt", "衬衫"), ("dress", "连衣裙"), ("hat", "帽子"), ("hood", "兜帽")),
    *(("helmet", "头盔"), ("backpack", "背包"), ("bag", "包"), ("box", "箱"), ("umbrella", "雨伞"), ("phone", "手机")),
    *(("suitcase", "行李箱"), ("stroller", "婴儿车"), ("bicycle", "自行车"), ("scooter", "滑板车"), ("dog", "狗")),
    *(("walks", "走"), ("stands", "站"), ("runs", "跑"), ("sits", "坐"), ("fall", "跌倒"), ("others", "其他")),
)
"""What people look for: who, colours, what is worn and carried, what is done. An English word begins a word of a
description; a Chinese one is a part of it."""


@websocket_api.websocket_command({probatio.Required("type"): "mycamera/suggestions"})
@websocket_api.async_response
@answering
async def websocket_suggestions(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: dict[str, Any],  # noqa: ARG001 - every command has one
    hub: Hub,
) -> dict[str, Any]:
    """Answer with words by which somebody is found among those that the user may see."""
    access = async_camera_access(hass, hub, connection.user)
    rows: list[DetectionRow] = []
    before = None
    while len(rows) < NEWEST:
        page = await hub.database.page_detections(
            camera_ids=None if access.unrestricted else access.camera_ids, before=before, limit=_PAGE
        )
        rows += [row for row in page.items if access.allows(row.camera_id)]
        if (before := page.next) is None:
            break
    answer: Suggestions = {
        "english": _frequent([row.caption or "" for row in rows], [english for english, _ in WORDS]),
        "chinese": _frequent([row.caption_zh or "" for row in rows], [chinese for _, chinese in WORDS]),
    }
    return dict(answer)


def _frequent(captions: Iterable[str], words: Iterable[str]) -> list[SuggestedWord]:
    """Return the words that captions have, and how many; those that nearly all have tell nobody from others."""
    counts: Counter[str] = Counter()
    total = 0
    wanted = tuple(words)
    for caption in captions:
        total += bool(caption)
        folded = f" {caption.lower()}"
        counts.update(word for word in wanted if (f" {word}" if word.isascii() else word) in folded)
    telling = [(word, count) for word, count in counts.most_common() if count < total * 0.9 or total == 1]
    return [{"word": word, "persons": count} for word, count in telling[:MOST]]
