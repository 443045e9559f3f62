"""What a recording shows of somebody who was seen live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...database import DetectionRow, NewPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPicture:
    """A picture out of a recording, to be shown instead of the watch's."""

    row: DetectionRow
    """Of the person, as it was when the picture was asked for."""
    instead_of: datetime
    """When the picture was taken that this one is to replace."""
    new: NewPicture
    """Where it is in the recording; its paths are those of the picture that there is."""
    jpegs: tuple[bytes, bytes | None] | None
    """The whole picture and the small one; None where those that there are stay, and only the frame is known now."""
