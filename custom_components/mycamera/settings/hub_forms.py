"""The forms of the flow that sets up the hub."""

from typing import Any, Final

import probatio
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_PORT, CONF_TOKEN, CONF_URL, CONF_USERNAME
from homeassistant.helpers.selector import (
    BooleanSelector,
    EntitySelector,
    EntitySelectorConfig,
    EntityWithDeviceFilterSelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
    TimeSelector,
)

from ..const import (
    CAPTIONER_AI_TASK,
    CAPTIONER_WORKER,
    CHINESE_TRANSLATED,
    CHINESE_WRITTEN,
    CONF_AI_TASK_ENTITY,
    CONF_AI_TASK_INSTRUCTIONS,
    CONF_AI_TASK_LIMIT,
    CONF_CAPTION_CHINESE,
    CONF_CAPTION_IDLE,
    CONF_CAPTION_INTERVAL,
    CONF_CAPTION_MODEL,
    CONF_CAPTION_PRECISION,
    CONF_CAPTION_PROMPT,
    CONF_CAPTIONERS,
    CONF_CAPTIONS,
    CONF_DATABASE_NAME,
    CONF_DATABASE_TYPE,
    CONF_DETECTOR_DEVICE,
    CONF_DETECTOR_MODEL,
    CONF_KEEP_HOURS,
    CONF_MIN_SCORE,
    CONF_MINIMUM_FREE,
    CONF_MODEL_MIRROR,
    CONF_PERSON_CLASSES,
    CONF_QUIET_FROM,
    CONF_QUIET_UNTIL,
    CONF_RECORDINGS_PATH,
    CONF_REIDENTIFICATION_MODEL,
    CONF_SNAPSHOT_DAYS,
    CONF_SNAPSHOTS_PATH,
    CONF_TLS,
    CONF_TLS_CA,
    CONF_TRANSLATION_MODEL,
    CONF_WORKER_MODE,
    CONF_WORKER_PYTHON,
    DATABASE_MYSQL,
    DATABASE_SQLITE,
    DEFAULT_AI_TASK_LIMIT,
    DEFAULT_CAPTION_IDLE,
    DEFAULT_CAPTION_INTERVAL,
    DEFAULT_CAPTION_MODEL,
    DEFAULT_CAPTIONERS,
    DEFAULT_DETECTOR_MODEL,
    DEFAULT_KEEP_HOURS,
    DEFAULT_MIN_SCORE,
    DEFAULT_MINIMUM_FREE,
    DEFAULT_MYSQL_PORT,
    DEFAULT_PERSON_CLASSES,
    DEFAULT_SNAPSHOT_DAYS,
    DEFAULT_TRANSLATION_MODEL,
    DETECTOR_DEVICES,
    DETECTOR_MODELS,
    DOMAIN,
    TLS_AUTO,
    TLS_OFF,
    TLS_VERIFY,
    WORKER_MANAGED,
    WORKER_NONE,
    WORKER_REMOTE,
)
from ..worker.protocol.configuration import AUTO_DETECTOR
from .remote_worker import CONF_CODE

PRECISIONS: Final = ("int8", "int4", "half")

PASSWORD: Final = TextSelector(TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="off"))


def _choice(key: str, options: tuple[str, ...]) -> SelectSelector:
    return SelectSelector(
        SelectSelectorConfig(options=list(options), mode=SelectSelectorMode.LIST, translation_key=key)
    )


DATABASE_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_DATABASE_TYPE, default=DATABASE_SQLITE): _choice(
            "database_type", (DATABASE_SQLITE, DATABASE_MYSQL)
        )
    }
)
MYSQL_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_HOST): TextSelector(),
        probatio.Required(CONF_PORT, default=DEFAULT_MYSQL_PORT): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
        probatio.Required(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_PASSWORD): PASSWORD,
        probatio.Required(CONF_DATABASE_NAME, default=DOMAIN): TextSelector(),
        probatio.Required(CONF_TLS, default=TLS_AUTO): _choice("database_tls", (TLS_AUTO, TLS_VERIFY, TLS_OFF)),
        probatio.Optional(CONF_TLS_CA): TextSelector(),
    }
)
STORAGE_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_RECORDINGS_PATH): TextSelector(),
        probatio.Required(CONF_SNAPSHOTS_PATH): TextSelector(),
        probatio.Required(CONF_MINIMUM_FREE, default=DEFAULT_MINIMUM_FREE): NumberSelector(
            NumberSelectorConfig(step="any", unit_of_measurement="GB", mode=NumberSelectorMode.BOX)
        ),
        probatio.Required(CONF_KEEP_HOURS, default=DEFAULT_KEEP_HOURS): NumberSelector(
            NumberSelectorConfig(unit_of_measurement="h", mode=NumberSelectorMode.BOX)
        ),
        probatio.Required(CONF_SNAPSHOT_DAYS, default=DEFAULT_SNAPSHOT_DAYS): NumberSelector(
            NumberSelectorConfig(mode=NumberSelectorMode.BOX)
        ),
    }
)
WORKER_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_WORKER_MODE, default=WORKER_MANAGED): _choice(
            "worker_mode", (WORKER_MANAGED, WORKER_REMOTE, WORKER_NONE)
        )
    }
)
REMOTE_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_URL): TextSelector(),
        probatio.Optional(CONF_CODE): TextSelector(),
        probatio.Optional(CONF_TOKEN): PASSWORD,
    }
)
FURTHER_WORKER_SCHEMA: Final = probatio.Schema({probatio.Required(CONF_NAME): TextSelector(), **REMOTE_SCHEMA.schema})
PAIRING_SCHEMA: Final = probatio.Schema({probatio.Required(CONF_CODE): TextSelector()})
MODELS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_DETECTOR_MODEL, default=DEFAULT_DETECTOR_MODEL): SelectSelector(
            SelectSelectorConfig(
                options=[AUTO_DETECTOR, *DETECTOR_MODELS], custom_value=True, mode=SelectSelectorMode.DROPDOWN
            )
        ),
        probatio.Required(CONF_PERSON_CLASSES, default=list(DEFAULT_PERSON_CLASSES)): TextSelector(
            TextSelectorConfig(multiple=True)
        ),
        probatio.Required(CONF_MIN_SCORE, default=DEFAULT_MIN_SCORE): NumberSelector(
            NumberSelectorConfig(min=0.05, max=0.95, step=0.05, mode=NumberSelectorMode.SLIDER)
        ),
        probatio.Required(CONF_DETECTOR_DEVICE, default=DETECTOR_DEVICES[0]): _choice(
            "detector_device", DETECTOR_DEVICES
        ),
        probatio.Optional(CONF_REIDENTIFICATION_MODEL): TextSelector(),
        probatio.Optional(CONF_MODEL_MIRROR): TextSelector(),
        probatio.Required(CONF_CAPTIONS, default=False): BooleanSelector(),
    }
)
DESCRIPTIONS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_CAPTION_MODEL, default=DEFAULT_CAPTION_MODEL): TextSelector(),
        probatio.Required(CONF_CAPTION_CHINESE, default=CHINESE_TRANSLATED): _choice(
            "caption_chinese", (CHINESE_TRANSLATED, CHINESE_WRITTEN)
        ),
        probatio.Optional(CONF_TRANSLATION_MODEL, default=DEFAULT_TRANSLATION_MODEL): TextSelector(),
        probatio.Optional(CONF_CAPTION_PROMPT): TextSelector(),
        probatio.Required(CONF_CAPTION_PRECISION, default=PRECISIONS[0]): _choice("caption_precision", PRECISIONS),
        probatio.Optional(CONF_CAPTION_IDLE, default=DEFAULT_CAPTION_IDLE): NumberSelector(
            NumberSelectorConfig(min=0, max=1440, step=1, unit_of_measurement="min", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_CAPTIONERS, default=list(DEFAULT_CAPTIONERS)): SelectSelector(
            SelectSelectorConfig(
                options=[CAPTIONER_WORKER, CAPTIONER_AI_TASK],
                multiple=True,
                mode=SelectSelectorMode.DROPDOWN,
                translation_key="captioners",
            )
        ),
        probatio.Optional(CONF_AI_TASK_ENTITY): EntitySelector(
            EntitySelectorConfig(filter=EntityWithDeviceFilterSelectorConfig(domain=CAPTIONER_AI_TASK))
        ),
        probatio.Optional(CONF_AI_TASK_LIMIT, default=DEFAULT_AI_TASK_LIMIT): NumberSelector(
            NumberSelectorConfig(min=1, max=3600, step=1, mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_AI_TASK_INSTRUCTIONS): TextSelector(TextSelectorConfig(multiline=True)),
        probatio.Optional(CONF_CAPTION_INTERVAL, default=DEFAULT_CAPTION_INTERVAL): NumberSelector(
            NumberSelectorConfig(min=0, max=1440, step=1, unit_of_measurement="min", mode=NumberSelectorMode.BOX)
        ),
        probatio.Optional(CONF_QUIET_FROM): TimeSelector(),
        probatio.Optional(CONF_QUIET_UNTIL): TimeSelector(),
    }
)
REAUTH_DATABASE_SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_PASSWORD): PASSWORD,
    }
)
REAUTH_WORKER_SCHEMA: Final = probatio.Schema({probatio.Required(CONF_TOKEN): PASSWORD})


def usual_models() -> dict[str, Any]:
    """Return what nobody has changed in the forms of the models and of the descriptions."""
    return {**MODELS_SCHEMA({}), **DESCRIPTIONS_SCHEMA({})}


def managed_worker_schema(pythons: list[str]) -> probatio.Schema:
    """Return the form that asks for the Python that runs the worker; `pythons` are suggested."""
    return probatio.Schema(
        {
            probatio.Required(CONF_WORKER_PYTHON): SelectSelector(
                SelectSelectorConfig(options=pythons, custom_value=True, mode=SelectSelectorMode.DROPDOWN)
            )
        }
    )
