"""Watches one camera live, in a thread of its own: opens its stream, again and again, and attends to what it shows."""

from __future__ import annotations

import logging
import threading
import time
from typing import Final

import av.error
from av.video.frame import VideoFrame

from .attention import Attention
from .backoff import Backoff
from .cancellation import Cancellation
from .detection.inference import Inference
from .failures import JobError, SourceMissingError
from .outbox import Outbox, Tell
from .protocol.watch import Watch
from .redaction import redact
from .reidentification import Reidentification
from .video.frames import check_size, full_picture
from .video.live_stream import LiveStream
from .video.pictures import encode_jpeg

_LOGGER = logging.getLogger(__name__)

_MOST_REFUSALS: Final = 2
"""So often may a camera refuse the login before it is left in peace: more, and many lock the account."""
_REFUSED_PAUSE: Final = 3600.0
_STEADY: Final = 20.0
"""A stream that was seen for this long was a good one: after it, the first try comes quickly again."""
_TICK: Final = 1.0


class LiveWatch:
    """The live watch of one camera, from construction until `stop`. `tell` is called from threads of its own."""

    def __init__(
        self, request: Watch, inference: Inference, tell: Tell, reidentification: Reidentification | None = None
    ) -> None:
        self.camera = request.camera
        self._request = request
        self._cancellation = Cancellation()
        self._outbox = Outbox(request.camera, tell)
        self._attention = Attention(request, inference, self._outbox, time.monotonic(), reidentification)
        self._late = 0
        self._newest: VideoFrame | None = None
        """The newest picture; None while nothing is seen. Its own thread puts it there, any may take it."""
        self._thread = threading.Thread(target=self._run, name=f"watch-{request.camera}", daemon=True)
        self._thread.start()

    @property
    def looked(self) -> int:
        """Pictures that were looked at, since the start."""
        return self._attention.looked

    @property
    def dropped(self) -> int:
        """Pictures that were due but had to be left out, since the start."""
        return self._late + self._attention.dropped

    def still(self) -> bytes:
        """Return the newest picture as a JPEG; takes milliseconds.

        Raises:
            SourceMissingError: nothing is seen.
            SourceInvalidError: it cannot be stored so.
        """
        if (frame := self._newest) is None:
            raise SourceMissingError("The camera is not seen now.")
        check_size(frame.width, frame.height)
        return encode_jpeg(full_picture(frame))

    def stop(self) -> None:
        """End the watch: nothing is told any more. Its thread ends by itself, at the latest when a read times out."""
        self._cancellation.cancel()
        self._outbox.close()

    def _run(self) -> None:
        # With jitter: cameras of one recorder that starts anew come back in turn.
        backoff = Backoff()
        refusals = 0
        while not self._cancellation.requested:
            started = time.monotonic()
            refused = False
            try:
                self._watch()
                reason = "The stream ended."
            except JobError as error:
                reason = error.message
            except (av.error.HTTPUnauthorizedError, av.error.HTTPForbiddenError):
                refused = True
                reason = "The camera refuses this username and password."
            except (av.error.HTTPOtherClientError, av.error.HTTPServerError):
                # 453 and 503, of which PyAV tells no more than their first digit.
                reason = "The camera takes no further connection; what is recorded is analysed instead."
            except (av.error.FFmpegError, OSError, ValueError, UnicodeError) as error:
                reason = f"The stream cannot be read: {_reason(error)}."
            except Exception as error:
                _LOGGER.exception("Watching camera %s failed", self.camera)
                reason = f"Watching failed by an unexpected {type(error).__name__}."
            finally:
                self._newest = None
            if self._cancellation.wait(0.0):
                return
            self._attention.blind(redact(reason), time.monotonic())
            if time.monotonic() - started > _STEADY:
                backoff.reset()
            refusals = refusals + 1 if refused else 0
            self._wait(_REFUSED_PAUSE if refusals >= _MOST_REFUSALS else backoff.next())

    def _wait(self, pause: float) -> None:
        """Wait for the next try; those who were there before leave meanwhile."""
        until = time.monotonic() + pause
        while (left := until - time.monotonic()) > 0 and not self._cancellation.wait(min(left, _TICK)):
            self._attention.wait(time.monotonic())

    def _watch(self) -> None:
        self._attention.restart(time.monotonic())
        request = self._request
        interval = 1.0 / request.settings.detect_fps
        stream = LiveStream(request.url, request.transport, self._cancellation, interval)
        late = self._late
        before, left_out = float("-inf"), 0
        for frame in stream.frames():
            self._newest = frame
            self._late = late + stream.dropped
            # When it was taken, not when a busy machine came to it: what is told as watched is a time of the recording.
            now = max(before, time.monotonic() - stream.lag)
            if stream.left_out > left_out:
                self._attention.left_out(before, now)
                left_out = stream.left_out
            self._attention.consider(frame, now, time.time() - (time.monotonic() - now))
            before = now


def _reason(error: BaseException) -> str:
    return str(getattr(error, "strerror", "") or str(error) or type(error).__name__)[:300].rstrip(".")
