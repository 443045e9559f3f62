"""The forms of the flow that adds or changes a camera."""

from collections.abc import Mapping
from typing import Final

import probatio
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_USERNAME
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)

from ..const import (
    CONF_ADVANCED,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_AWAY_MINUTES,
    CONF_CAMERA_CAPTIONS,
    CONF_CAMERA_WORKER,
    CONF_CAPTION_PROMPT,
    CONF_CLEAR_TIME,
    CONF_CONNECTIONS,
    CONF_DETECT_FPS,
    CONF_DETECTION,
    CONF_KEEP_DAYS,
    CONF_KEEP_DAYS_PERSONS,
    CONF_LEAST_RECORDED,
    CONF_LINES,
    CONF_MAIN_PATH,
    CONF_MIN_HEIGHT,
    CONF_MIN_SCORE,
    CONF_QUOTA,
    CONF_RETENTION,
    CONF_SOUND,
    CONF_STALL_SECONDS,
    CONF_SUB_PATH,
    CONF_TRANSPORT,
    DEFAULT_KEEP_DAYS,
    DEFAULT_KEEP_DAYS_PERSONS,
    DEFAULT_RTSP_PORT,
    DEFAULT_STALL_SECONDS,
    FIRST_WORKER,
    WORKER_AUTOMATIC,
)
from .camera_input import TRANSPORTS
from .makers import MAKERS, MOST_CHANNELS

CONF_MAKER: Final = "maker"
CONF_CHANNEL: Final = "channel"

RETENTION_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_KEEP_DAYS, default=DEFAULT_KEEP_DAYS): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Required(CONF_KEEP_DAYS_PERSONS, default=DEFAULT_KEEP_DAYS_PERSONS): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_QUOTA): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="GB", mode=NumberSelectorMode.BOX)
        ),
    }
)
DETECTION_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_MIN_SCORE): NumberSelector(
            NumberSelectorConfig(step="any", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_MIN_HEIGHT): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="%", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_DETECT_FPS): NumberSelector(
            NumberSelectorConfig(step="any", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_CLEAR_TIME): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="s", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_LINES): TextSelector(TextSelectorConfig(multiline=True)),
    }
)
ADVANCED_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_SOUND, default=True): BooleanSelector(),
        probatio.Required(CONF_STALL_SECONDS, default=DEFAULT_STALL_SECONDS): NumberSelector(
            NumberSelectorConfig(unit_of_measurement="s", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_CONNECTIONS): NumberSelector(NumberSelectorConfig(mode=NumberSelectorMode.BOX)),
        probatio.Optional(CONF_CAMERA_WORKER): SelectSelector(
            SelectSelectorConfig(
                options=[WORKER_AUTOMATIC, FIRST_WORKER],
                mode=SelectSelectorMode.DROPDOWN,
                translation_key="camera_worker",
            )
        ),
        probatio.Optional(CONF_AWAY_MINUTES): NumberSelector(
            NumberSelectorConfig(unit_of_measurement="min", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_LEAST_RECORDED): NumberSelector(
            NumberSelectorConfig(unit_of_measurement="%", mode=NumberSelectorMode.BOX)
        ),
    }
)
CAPTIONS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_CAPTION_PROMPT): TextSelector(),
        probatio.Optional(CONF_AI_TASK_INSTRUCTIONS): TextSelector(TextSelectorConfig(multiline=True)),
    }
)
CAMERA_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_NAME): TextSelector(),
        probatio.Required(CONF_HOST): TextSelector(),
        probatio.Required(CONF_PORT, default=DEFAULT_RTSP_PORT): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_PASSWORD): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="new-password")
        ),
        probatio.Optional(CONF_MAIN_PATH): TextSelector(),
        probatio.Optional(CONF_SUB_PATH): TextSelector(),
        probatio.Required(CONF_TRANSPORT, default=TRANSPORTS[0]): SelectSelector(
            SelectSelectorConfig(
                options=list(TRANSPORTS), mode=SelectSelectorMode.DROPDOWN, translation_key=CONF_TRANSPORT
            )
        ),
        probatio.Optional(CONF_RETENTION): section(RETENTION_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_DETECTION): section(DETECTION_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_CAMERA_CAPTIONS): section(CAPTIONS_SCHEMA, {"collapsed": True}),
        probatio.Optional(CONF_ADVANCED): section(ADVANCED_SCHEMA, {"collapsed": True}),
    }
)


def camera_schema(further_workers: Mapping[str, str]) -> probatio.Schema:
    """Return the form of a camera, in which a worker can be chosen where there are several: names by their ids."""
    advanced = dict(ADVANCED_SCHEMA.schema)
    if further_workers:
        advanced[probatio.Optional(CONF_CAMERA_WORKER)] = SelectSelector(
            SelectSelectorConfig(
                options=[
                    SelectOptionDict(value=WORKER_AUTOMATIC, label=WORKER_AUTOMATIC),
                    SelectOptionDict(value=FIRST_WORKER, label=FIRST_WORKER),
                    *(SelectOptionDict(value=worker, label=name) for worker, name in further_workers.items()),
                ],
                mode=SelectSelectorMode.DROPDOWN,
                translation_key="camera_worker",
            )
        )
    else:
        del advanced[probatio.Optional(CONF_CAMERA_WORKER)]
    fields = dict(CAMERA_SCHEMA.schema)
    fields[probatio.Optional(CONF_ADVANCED)] = section(probatio.Schema(advanced), {"collapsed": True})
    return probatio.Schema(fields)


MAKER_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_MAKER): SelectSelector(
            SelectSelectorConfig(options=list(MAKERS), mode=SelectSelectorMode.DROPDOWN, translation_key=CONF_MAKER)
        ),
        probatio.Required(CONF_CHANNEL, default=1): NumberSelector(
            NumberSelectorConfig(min=1, max=MOST_CHANNELS, step=1, mode=NumberSelectorMode.BOX)
        ),
    }
)

LOGIN_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Required(CONF_PASSWORD): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="new-password")
        ),
    }
)
