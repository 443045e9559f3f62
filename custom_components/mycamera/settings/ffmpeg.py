"""Which programs of ffmpeg are used."""

from pathlib import Path

from homeassistant.components.ffmpeg import DATA_FFMPEG
from homeassistant.core import HomeAssistant, callback


@callback
def ffmpeg_binary(hass: HomeAssistant) -> str:
    """Return Home Assistant's ffmpeg; the usual one where that is not set up."""
    manager = hass.data.get(DATA_FFMPEG)
    return manager.binary if manager else "ffmpeg"


@callback
def ffprobe_binary(hass: HomeAssistant) -> str:
    """Return the ffprobe that lies beside Home Assistant's ffmpeg."""
    ffmpeg = Path(ffmpeg_binary(hass))
    return str(ffmpeg.with_name(ffmpeg.name.replace("ffmpeg", "ffprobe")))
