"""Names and defaults that the rooms of the integration share."""

from typing import Final

from homeassistant.const import Platform

DOMAIN: Final = "mycamera"
SUBENTRY_CAMERA: Final = "camera"
SUBENTRY_WORKER: Final = "worker"
FIRST_WORKER: Final = "hub"
"""The id of the worker that is the hub's own setting; a further one bears its subentry's."""

PLATFORMS: Final = (
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.CAMERA,
    Platform.EVENT,
    Platform.IMAGE,
    Platform.NUMBER,
    Platform.SENSOR,
    Platform.SWITCH,
    Platform.UPDATE,
)

# Hub entry, data: three sections and the models.
CONF_DATABASE: Final = "database"
CONF_DATABASE_TYPE: Final = "type"
CONF_OTHER_DATABASE: Final = "other_database"
"""An option: the database that was entered to be moved to later."""
DATABASE_SQLITE: Final = "sqlite"
DATABASE_MYSQL: Final = "mysql"
CONF_DATABASE_NAME: Final = "name"
CONF_TLS: Final = "tls"
CONF_TLS_CA: Final = "tls_ca"
TLS_AUTO: Final = "auto"
TLS_VERIFY: Final = "verify"
TLS_OFF: Final = "off"
DEFAULT_MYSQL_PORT: Final = 3306
SQLITE_FILE: Final = "mycamera.db"

CONF_STORAGE: Final = "storage"
CONF_RECORDINGS_PATH: Final = "recordings_path"
CONF_SNAPSHOTS_PATH: Final = "snapshots_path"

CONF_MINIMUM_FREE: Final = "minimum_free"
CONF_KEEP_HOURS: Final = "keep_hours"
CONF_SNAPSHOT_DAYS: Final = "snapshot_days"
DEFAULT_MINIMUM_FREE: Final = 5.0
"""GB, like every size in settings: 10^9 bytes."""
DEFAULT_KEEP_HOURS: Final = 6
"""The newest footage, which goes neither for room nor for a camera's limit."""
DEFAULT_SNAPSHOT_DAYS: Final = 90
GIGABYTE: Final = 10**9

CONF_WORKER: Final = "worker"
CONF_WORKER_MODE: Final = "mode"
WORKER_MANAGED: Final = "managed"
WORKER_REMOTE: Final = "remote"
WORKER_NONE: Final = "none"
"""It is set up later: recording needs none."""
CONF_WORKER_PYTHON: Final = "python"
CONF_FINGERPRINT: Final = "fingerprint"
"""The SHA-256 of the certificate of a worker that was paired with, in hexadecimal digits."""
CONF_KEEPER: Final = "keeper"
"""Where the app's recording keeper is met."""

CONF_MODELS: Final = "models"
CONF_DETECTOR_MODEL: Final = "detector_model"
CONF_PERSON_CLASSES: Final = "person_classes"
CONF_REIDENTIFICATION_MODEL: Final = "reidentification_model"
CONF_MIN_SCORE: Final = "min_score"
CONF_CAPTIONS: Final = "captions"
CONF_CAPTION_MODEL: Final = "caption_model"
CONF_TRANSLATION_MODEL: Final = "translation_model"
CONF_CAPTION_PRECISION: Final = "caption_precision"
CONF_DETECTOR_DEVICE: Final = "detector_device"
DETECTOR_DEVICES: Final = ("auto", "cpu", "gpu", "npu")
CONF_MODEL_MIRROR: Final = "model_mirror"
CONF_CAPTION_CHINESE: Final = "caption_chinese"
CONF_CAPTIONERS: Final = "captioners"
CAPTIONER_WORKER: Final = "worker"
CAPTIONER_AI_TASK: Final = "ai_task"
CONF_AI_TASK_ENTITY: Final = "ai_task_entity"
CONF_AI_TASK_LIMIT: Final = "ai_task_limit"
CONF_CAPTION_PROMPT: Final = "caption_prompt"
CONF_AI_TASK_INSTRUCTIONS: Final = "ai_task_instructions"
CONF_CAPTION_IDLE: Final = "caption_idle"
CONF_CAPTION_INTERVAL: Final = "caption_interval"
CONF_QUIET_FROM: Final = "quiet_from"
CONF_QUIET_UNTIL: Final = "quiet_until"
DEFAULT_DETECTOR_MODEL: Final = "yolov8n.pt"
DETECTOR_MODELS: Final = (
    DEFAULT_DETECTOR_MODEL,
    *("yolo26n.pt", "yolo26s.pt", "yolo26m.pt", "yolo11n.pt", "yolo11s.pt", "yolo11m.pt"),
)
"""What is offered beside the worker's own choice and whatever else Ultralytics loads."""
DEFAULT_PERSON_CLASSES: Final = ("person",)
DEFAULT_MIN_SCORE: Final = 0.4
DEFAULT_CAPTION_MODEL: Final = "Salesforce/blip2-flan-t5-xl"
CHINESE_TRANSLATED: Final = "translated"
CHINESE_WRITTEN: Final = "written"
"""Who says captions in Chinese: a translation model, or the caption model itself."""
DEFAULT_TRANSLATION_MODEL: Final = "Helsinki-NLP/opus-mt-en-zh"
DEFAULT_CAPTIONERS: Final = (CAPTIONER_WORKER,)
DEFAULT_AI_TASK_LIMIT: Final = 20
"""Pictures an hour."""
DEFAULT_CAPTION_INTERVAL: Final = 0
"""Minutes between batches; 0: at once."""
DEFAULT_CAPTION_IDLE: Final = 10
"""Minutes without work after which the worker gives its caption models back; 0: never."""

# Camera subentry, data.
CONF_MAIN_PATH: Final = "main_path"
CONF_SUB_PATH: Final = "sub_path"
CONF_TRANSPORT: Final = "transport"
DEFAULT_RTSP_PORT: Final = 554

CONF_ADVANCED: Final = "advanced"
CONF_SERIAL: Final = "serial"
CONF_SOUND: Final = "sound"
CONF_ENDPOINT: Final = "endpoint"
CONF_TWO_WAY_AUDIO: Final = "two_way_audio"
"""Whether the camera's speaker can be talked to, as it said when it was set up; not there where it did not say."""
CONF_STALL_SECONDS: Final = "stall_seconds"
CONF_AWAY_MINUTES: Final = "away_minutes"
CONF_LEAST_RECORDED: Final = "least_recorded"
DEFAULT_STALL_SECONDS: Final = 10
DEFAULT_AWAY_MINUTES: Final = 5
DEFAULT_LEAST_RECORDED: Final = 90
CONF_CONNECTIONS: Final = "connections"
CONF_RETENTION: Final = "retention"
CONF_KEEP_DAYS: Final = "keep_days"
CONF_KEEP_DAYS_PERSONS: Final = "keep_days_persons"
CONF_QUOTA: Final = "quota"
CONF_DETECTION: Final = "detection"
"""Beside the numbers below: `min_score`, as in the hub's models."""
CONF_MIN_HEIGHT: Final = "min_height"
CONF_DETECT_FPS: Final = "detect_fps"
CONF_CLEAR_TIME: Final = "clear_time"
CONF_ZONES: Final = "zones"
CONF_MASKS: Final = "masks"
CONF_LINES: Final = "lines"

DEFAULT_KEEP_DAYS: Final = 14
DEFAULT_KEEP_DAYS_PERSONS: Final = 30

# The camera's own captions; the options have the names of the hub's.
CONF_CAMERA_WORKER: Final = "worker"
WORKER_AUTOMATIC: Final = "automatic"
CONF_CAMERA_CAPTIONS: Final = "captions"

SEGMENT_SECONDS: Final = 60

# Bus events.
EVENT_PERSON: Final = "mycamera_person"
EVENT_CAPTION: Final = "mycamera_caption"
EVENT_RECORDING: Final = "mycamera_recording"
EVENT_ZONE: Final = "mycamera_zone"
EVENT_LINE: Final = "mycamera_line"
EVENT_PROGRESS: Final = "mycamera_progress"
