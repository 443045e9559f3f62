"""Registers the actions that MyCamera offers to automations and scripts."""

from homeassistant.core import HomeAssistant, SupportsResponse, callback
from homeassistant.helpers.service import async_register_admin_service

from ..const import DOMAIN
from .database_actions import ACTION_MOVE_DATABASE, MOVE_DATABASE_SCHEMA, async_move_database
from .footage_actions import (
    ACTION_DELETE,
    ACTION_EXPORT_CLIP,
    ACTION_PROTECT_RECORDINGS,
    ACTION_PURGE,
    DELETE_SCHEMA,
    EXPORT_CLIP_SCHEMA,
    PROTECT_RECORDINGS_SCHEMA,
    PURGE_SCHEMA,
    async_delete,
    async_export_clip,
    async_protect_recordings,
    async_purge,
)
from .history_actions import (
    ACTION_RECAP,
    ACTION_SEARCH_DETECTIONS,
    RECAP_SCHEMA,
    SEARCH_DETECTIONS_SCHEMA,
    async_answer_recap,
    async_search_detections,
)
from .moment_actions import (
    ACTION_MARK_EVENT,
    ACTION_TAKE_SNAPSHOT,
    MARK_EVENT_SCHEMA,
    TAKE_SNAPSHOT_SCHEMA,
    async_mark_event,
    async_take_snapshot,
)
from .queue_actions import (
    ACTION_ANALYZE_VIDEOS,
    ACTION_GENERATE_CAPTIONS,
    ANALYZE_VIDEOS_SCHEMA,
    GENERATE_CAPTIONS_SCHEMA,
    async_analyze_videos,
    async_generate_captions,
)


@callback
def async_setup_actions(hass: HomeAssistant) -> None:
    """Register the actions, once, whether or not a hub is loaded."""
    for action, handler, schema, answers in (
        (ACTION_ANALYZE_VIDEOS, async_analyze_videos, ANALYZE_VIDEOS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_GENERATE_CAPTIONS, async_generate_captions, GENERATE_CAPTIONS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_SEARCH_DETECTIONS, async_search_detections, SEARCH_DETECTIONS_SCHEMA, SupportsResponse.ONLY),
        (ACTION_EXPORT_CLIP, async_export_clip, EXPORT_CLIP_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_PROTECT_RECORDINGS, async_protect_recordings, PROTECT_RECORDINGS_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_TAKE_SNAPSHOT, async_take_snapshot, TAKE_SNAPSHOT_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_MARK_EVENT, async_mark_event, MARK_EVENT_SCHEMA, SupportsResponse.OPTIONAL),
        (ACTION_RECAP, async_answer_recap, RECAP_SCHEMA, SupportsResponse.ONLY),
    ):
        hass.services.async_register(DOMAIN, action, handler, schema=schema, supports_response=answers)
    # Only for administrators: they decide where everything is kept, and what is not kept.
    for action, handler, schema in (
        (ACTION_MOVE_DATABASE, async_move_database, MOVE_DATABASE_SCHEMA),
        (ACTION_DELETE, async_delete, DELETE_SCHEMA),
        (ACTION_PURGE, async_purge, PURGE_SCHEMA),
    ):
        async_register_admin_service(
            hass, DOMAIN, action, handler, schema=schema, supports_response=SupportsResponse.OPTIONAL
        )
