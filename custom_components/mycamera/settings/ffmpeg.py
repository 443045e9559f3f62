"""Which programs of ffmpeg are used."""

from pathlib import Path

from homeassistant.components.ffmpeg import DATA_FFMPEG
from homeassistant.core import HomeAssistant, callback


@callback
def ffprobe_binary(hass: HomeAssistant) -> str:
    """Return the ffprobe that lies beside Home Assistant's ffmpeg."""
    manager = hass.data.get(DATA_FFMPEG)
    ffmpeg = Path(manager.binary if manager else "ffmpeg")
    return str(ffmpeg.with_name(ffmpeg.name.replace("ffmpeg", "ffprobe")))
