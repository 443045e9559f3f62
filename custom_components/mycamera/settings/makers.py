"""Where cameras of common makers have their streams, as makers and users publish it (docs/cameras.md)."""

from dataclasses import dataclass
from typing import Final

from ..const import DEFAULT_RTSP_PORT

GO2RTC_PORT: Final = 8554
MOST_CHANNELS: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """One maker's paths; `{channel}` stands for the number of the camera behind a recorder, 1 for a camera itself."""

    main: str
    sub: str | None = None
    username: str | None = None
    """Where it is the same for all of its cameras."""
    port: int = DEFAULT_RTSP_PORT

    def paths(self, channel: int) -> tuple[str, str | None]:
        """Return the main and the sub path."""
        return self.main.format(channel=channel), self.sub and self.sub.format(channel=channel)


_DAHUA: Final = "/cam/realmonitor?channel={channel}&subtype="
MAKERS: Final = {
    "hikvision": Maker(main="/Streaming/Channels/{channel}01", sub="/Streaming/Channels/{channel}02"),
    "dahua": Maker(main=f"{_DAHUA}0", sub=f"{_DAHUA}1"),
    "imou": Maker(main=f"{_DAHUA}0", sub=f"{_DAHUA}1", username="admin"),
    "reolink": Maker(main="/h264Preview_{channel:02}_main", sub="/h264Preview_{channel:02}_sub"),
    "tplink": Maker(main="/stream1", sub="/stream2"),
    "uniview": Maker(main="/media/video1", sub="/media/video2"),
    "ezviz": Maker(main="/ch{channel}/main", sub="/ch{channel}/sub", username="admin"),
    "xiaomi": Maker(main="/camera", port=GO2RTC_PORT),
}
"""By the key of its texts."""
