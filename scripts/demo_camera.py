#!/usr/bin/python3
"""A demo RTSP camera that plays a video for ever, and misbehaves on command.

Run it by the system's Python (3.11 or newer) with Debian's python3-gi, gir1.2-gst-rtsp-server-1.0 and
gstreamer1.0-plugins-{good,bad}, and ffmpeg for the first run. `demo_films.py` encodes the video once into the cache
(main and sub stream, H.264); this only sends those access units: nothing is transcoded while serving. Timestamps never
break, also not where the video starts again.

When it is ready it prints one JSON line on stdout::

    {"port": 8554, "main": "rtsp://127.0.0.1:8554/main", "sub": "rtsp://127.0.0.1:8554/sub", "cameras": [...]}

Every access unit that is sent carries a serial number (in a message that decoders ignore) which no other of its mount
ever had, also in an earlier run. With `--sent FILE` a line is appended to FILE for each: its path, the number and the
time of sending, in seconds since 1970, and the frame of the video that it is. So a test can tell which frames a
recording has, which it lacks, and what they show.

With `--cameras N` there are N mounts /cam0 … /cam<N-1>, each with its sub stream at /cam<i>/sub and its own place in
the video; `main` and `sub` are then those of the first. URLs never contain the credentials.

Each mount plays from where it stopped when a client comes after none, so the two streams of a camera differ by as much
as their clients. With `--in-step` both play by the clock and show the same, as the streams of a real camera do.

With `--mark SECONDS` (once or more) each mount tells on stdout when it sends that moment of the video, by this
machine's clock: `{"marked": "/cam0/sub", "second": 4.0, "time": 1790000000.123}`.

Commands are lines on stdin, answered by one JSON line on stdout each (`{"ok": "freeze", ...}` or `{"error": "..."}`):

    freeze           send no more frames, but keep every connection open
    thaw             send again, from the next key frame, at the present time
    drop             close all client connections
    refuse           close the listening socket (established connections go on: combine with drop)
    accept           open it again, at the same port
    password NEW     ask new connections for another password (combine with drop)
    stamps RATE      new connections get time stamps that run at this rate: 2 is twice too fast, 0 stands still
    sound on|off     send the sound of the main streams, or announce it only (a muted microphone)
    sound RATE       new connections get G.711 whose clock runs at this rate, and no reports that would tell
    jump SECONDS     shift the timestamps, once, by so much (may be negative)
    resolution WxH   switch the main streams to another resolution at a key frame, in their codec, encoded on demand
    resolution       switch back
    codec NAME       have new connections to the main streams get h264 or h265, and close those that there are
    sessions N       serve no more than N clients at once from now on (others get a 453); 0: any number
    count            answer the access units sent: {"ok": "count", "sent": {"/main": 812}, "clients": 1}
    quit             exit
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import gi  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the system's, not the venv's

from scripts.demo_films import CODECS, FPS, GOP, MAIN_SIZE, SUB_SIZE, Codec, Film, FilmError, Library, say
from scripts.demo_login import LoginDoor

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
# gi makes its modules when asked for a version, so they cannot be imported before.
from gi.repository import Gio, GLib, Gst, GstRtsp, GstRtspServer  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: E402  # isort: skip

SERIALS_PER_SECOND = 100
"""A run's numbers begin at the time of its start, in hundredths: more than frames pass, so they never come again."""
STAMP = b"mycamera-frame-#"
"""The 16 bytes by which the message with the serial number is known; 14 digits follow."""
MIN_SIZE, MAX_SIZE = 16, 4096
ROLE = "viewer"
LAUNCH = (
    "( appsrc name=source is-live=true format=time max-bytes=0 caps={pipeline} name=pay0 pt=96 "
    "config-interval=-1{audio} )"
)
AUDIO = {
    "none": "",
    # G.711, as most cameras send it.
    "pcma": " appsrc name=sound is-live=true format=time max-bytes=0 caps=audio/x-alaw,rate=8000,channels=1 ! "
    "rtppcmapay name=pay1 pt=8",
    "pcmu": " appsrc name=sound is-live=true format=time max-bytes=0 caps=audio/x-mulaw,rate=8000,channels=1 ! "
    "rtppcmupay name=pay1 pt=0",
    "aac": " appsrc name=sound is-live=true format=time max-bytes=0 "
    "caps=audio/mpeg,mpegversion=4,stream-format=raw,rate=8000,channels=1,codec_data=(buffer)1588 ! "
    "rtpmp4gpay name=pay1 pt=97",
}
SOUND_RATE = 8000
SOUND = {
    "none": (b"", 160),
    "pcma": (b"\xd5" * 160, 160),
    "pcmu": (b"\xff" * 160, 160),
    "aac": (b"\x00\xc8\x00\x80\x23\x80", 1024),
}
"""Silence, in pieces as cameras send them, and the samples in each."""
NEVER = 3600 * 10**9
"""Nanoseconds between two reports that nobody waits for."""


class CommandError(Exception):
    """A command that cannot be carried out, with the reason."""


def reply(**message: object) -> None:
    """Tell the program that started us something, on stdout."""
    print(json.dumps(message), flush=True)


def stamped(film: Film, position: int, serial: int) -> Any:
    """Return the access unit at a position with a serial number in it, as GLib.Bytes."""
    head, picture = film.units[position]
    content = STAMP + b"%014d" % serial
    # A user's own message: its kind (5), its length, the content, and the bit that ends it.
    message = b"\x00\x00\x00\x01" + film.codec.message + bytes((5, len(content))) + content + b"\x80"
    return GLib.Bytes.new(head + message + picture)


# One stream.


class Mount:
    """One path of the server: paces a film in real time into the one media that all its clients share."""

    def __init__(
        self,
        path: str,
        film: Film,
        *,
        main: bool,
        audio: str,
        first: int = 0,
        log: IO[str] | None = None,
        marks: tuple[float, ...] = (),
        born: float | None = None,
        fps: int = FPS,
        gop: int = GOP,
        muted: bool = False,
    ) -> None:
        """Start with the film's unit number `first`, rounded down to a key frame.

        With `born`, the unit is that which plays now if the film has been playing since that time of `time.monotonic`:
        mounts of the same one show the same scene, as the streams of a real camera do. `log` gets a line for each unit
        sent; of `marks`, seconds of the film, it is told when they are sent.
        """
        self.path = path
        self._log = log
        self._marks = {round(second * fps): second for second in marks}
        self._audio = audio
        self._serial = int(time.time() * SERIALS_PER_SECOND)
        self.main = main
        self.sent = 0
        self.frozen = False
        self._film = film
        self._next_film: Film | None = None
        self._position = self._first = first - first % gop
        self._born = born
        self._lock = threading.Lock()
        self._media: Any = None
        self._source: Any = None
        self._sound: Any = None
        self._origin = 0.0
        self._slot = self._sounded = 0
        self._waits_for_key = False
        self._shift = 0.0
        self._fps = fps
        self._rate = self.rate = 1.0
        """At which the time stamps run: of this media, and of the next."""
        self._sound_rate = self.sound_rate = 1.0
        self.muted = muted
        self.factory = GstRtspServer.RTSPMediaFactory()
        self._launch(film)
        self.factory.set_shared(True)
        self.factory.set_latency(0)
        self.factory.connect("media-configure", self._configure)

    def restrict(self) -> None:
        """Serve only those who authenticated."""
        role = Gst.Structure.new_empty(ROLE)
        role.set_value(GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS, True)
        role.set_value(GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, True)
        self.factory.add_role_from_structure(role)

    def _launch(self, film: Film) -> None:
        self.factory.set_launch(LAUNCH.format(pipeline=film.codec.pipeline, audio=AUDIO[self._audio]))

    @property
    def codec(self) -> Codec:
        """What those get who connect now."""
        with self._lock:
            return (self._next_film or self._film).codec

    def switch(self, film: Film) -> None:
        """Play another film from the next key frame on; of another codec, from the next media on."""
        with self._lock:
            if film.codec is not self._film.codec:
                self._launch(film)
            self._next_film = film

    def jump(self, seconds: float) -> None:
        """Shift the timestamps of what is sent from now on, for as long as the present media lives."""
        with self._lock:
            if self._source is None:
                return
            shift = self._shift + seconds
            if self._origin + self._slot / self._fps + shift < 0:
                raise CommandError("the timestamps would be negative")
            # Before anything gets such a stamp: whoever waits for one already goes on waiting.
            self._send_at_once()
            self._shift = shift

    def _send_at_once(self) -> None:
        """Have nobody wait for time stamps: we pace, and they may be anything."""
        sinks = self._source.get_parent().get_parent().iterate_sinks()
        sinks.foreach(lambda sink: sink.set_property("sync", False))

    def _configure(self, _factory: Any, media: Any) -> None:
        """Attach to a new media: called in a client's thread, for the first client after none."""
        element = media.get_element()
        with self._lock:
            if self._next_film is not None and self._next_film.codec is not self._film.codec:
                self._film, self._next_film = self._next_film, None
            self._media = media
            self._source = element.get_by_name("source")
            self._sound = element.get_by_name("sound")
            self._origin = self._shift = 0.0
            self._rate, self._sound_rate = self.rate, self.sound_rate
            self._waits_for_key = True
        media.connect("unprepared", self._release)

    def _release(self, media: Any) -> None:
        with self._lock:
            # The end of one media may be told after the next has begun; that one must go on being fed.
            if media is self._media:
                self._media = self._source = self._sound = None

    def tick(self) -> None:
        """Send what is due by the clock."""
        with self._lock:
            if self._source is None:
                return
            clock, base = self._source.get_clock(), self._source.get_base_time()
            if clock is None or base in (0, Gst.CLOCK_TIME_NONE):
                return  # not playing yet: the clock is set a moment before the time that it counts from
            now = (clock.get_time() - base) / Gst.SECOND
            if not self._origin:
                self._origin, self._slot, self._sounded = now, 0, 0
                if self._sound is not None:
                    # Behind what the server waits for: what is announced does not depend on what is sent.
                    pad = self._rtpbin().get_static_pad("send_rtp_src_1")
                    pad.add_probe(Gst.PadProbeType.BUFFER | Gst.PadProbeType.BUFFER_LIST, self._mute)
                if self._sound_rate != 1:
                    self._send_no_reports()
                if self._born is not None:
                    played = int((time.monotonic() - self._born) * self._fps)
                    self._position = (self._first + played) % len(self._film.units)
            if self._rate != 1:
                self._send_at_once()  # each time: a stream's sink comes when a client asks for it
            due = int((now - self._origin) * self._fps)
            while self._slot <= due:
                self._send_sound()
                self._send(self._origin + self._slot / self._fps * self._rate + self._shift)
                self._slot += 1

    def _mute(self, *_: Any) -> Any:
        return Gst.PadProbeReturn.DROP if self.muted else Gst.PadProbeReturn.OK

    def _send_no_reports(self) -> None:
        """Send no RTCP, which would tell how the stamps of sound and picture belong together."""
        for number in range(2):
            session = self._rtpbin().emit("get-internal-session", number)
            if session is not None:
                session.set_property("rtcp-min-interval", NEVER)

    def _rtpbin(self) -> Any:
        pipeline = self._source.get_parent().get_parent()
        return next(one for one in pipeline.children if one.get_factory().get_name() == "rtpbin")

    def _send_sound(self) -> None:
        """Send the silence of one frame."""
        if self._sound is None or self.frozen:
            self._sounded = -(-self._slot * SOUND_RATE // (SOUND[self._audio][1] * self._fps)) if self._sound else 0
            return
        piece, samples = SOUND[self._audio]
        # The payloader counts samples: a clock that runs fast gives more of them in the same time.
        piece = piece[: round(samples * self._sound_rate)] if self._sound_rate < 1 else piece
        piece += piece[: round(samples * (self._sound_rate - 1))] if self._sound_rate > 1 else b""
        while self._sounded * samples * self._fps < (self._slot + 1) * SOUND_RATE:
            buffer = Gst.Buffer.new_wrapped(piece)
            seconds = self._sounded * samples / SOUND_RATE
            buffer.pts = round((self._origin + self._shift + seconds) * Gst.SECOND)
            buffer.duration = samples * Gst.SECOND // SOUND_RATE
            self._sound.emit("push-buffer", buffer)
            self._sounded += 1

    def _send(self, stamp: float) -> None:
        position = self._position
        self._position = (position + 1) % len(self._film.units)
        key = self._film.keys[position]
        if self.frozen:
            self._waits_for_key = True
            return
        if key and self._next_film is not None and self._next_film.codec is self._film.codec:
            # Films of one video have the same frames, so the place in the video stays.
            self._film, self._next_film = self._next_film, None
        if self._waits_for_key and not key:
            return
        self._waits_for_key = False
        self._serial += 1
        buffer = Gst.Buffer.new_wrapped_bytes(stamped(self._film, position, self._serial))
        buffer.pts = buffer.dts = round(stamp * Gst.SECOND)
        buffer.duration = Gst.SECOND // self._fps
        if self._source.emit("push-buffer", buffer) == Gst.FlowReturn.OK:
            self.sent += 1
            if self._log is not None:
                self._log.write(f"{self.path} {self._serial} {time.time():.4f} {position}\n")
            if position in self._marks:
                reply(marked=self.path, second=self._marks[position], time=time.time())


# The camera.


class DemoCamera:
    """The RTSP server with its mounts, and the commands."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Take the parsed command line; encodes what the cache lacks."""
        self._library = Library(options.video, options.cache, options.fps, options.gop)
        self._options = options
        self._door: LoginDoor | None = None
        self._user: str | None = options.user if options.digest == "md5" else None
        self._password: str = options.password
        self._certificate = Gio.TlsCertificate.new_from_file(str(options.tls)) if options.tls else None
        self._address: str = options.address
        self._loop = GLib.MainLoop()
        self._listener = 0
        self._server = GstRtspServer.RTSPServer()
        self._server.set_address(options.address)
        self._server.set_service(str(options.port) if options.digest == "md5" else "0")
        self._sessions: int = options.sessions
        self._viewers: set[Any] = set()
        self._server.connect("client-connected", self._meet)
        # By lines: whoever reads it while we run finds whole ones.
        self._log: IO[str] | None = options.sent.open("a", buffering=1) if options.sent else None
        self.mounts = self._make_mounts(time.monotonic() if options.in_step else None)
        points = self._server.get_mount_points()
        for mount in self.mounts:
            if self._user is not None:
                mount.restrict()
            points.add_factory(mount.path, mount.factory)
        self._set_password(self._password)

    def _make_mounts(self, born: float | None) -> list[Mount]:
        options = self._options
        main, sub = self._library.film(MAIN_SIZE), self._library.film(SUB_SIZE)
        common = {"log": self._log, "marks": tuple(options.mark), "born": born, "fps": options.fps, "gop": options.gop}
        mount = partial(Mount, **common)
        loud = partial(mount, main=True, audio=options.audio, muted=options.muted)
        silent = partial(mount, main=False, audio="none")
        if not options.cameras:
            return [loud("/main", main), silent("/sub", sub)]
        mounts = []
        for index in range(options.cameras):
            first = index * len(main.units) // options.cameras
            mounts += [loud(f"/cam{index}", main, first=first), silent(f"/cam{index}/sub", sub, first=first)]
        return mounts

    def _meet(self, _server: Any, client: Any) -> None:
        client.connect("pre-setup-request", self._admit)
        client.connect("closed", self._viewers.discard)

    def _admit(self, client: Any, _context: Any) -> Any:
        """Let no more clients in than there are sessions."""
        if client not in self._viewers and self._sessions and len(self._viewers) >= self._sessions:
            return GstRtsp.RTSPStatusCode.NOT_ENOUGH_BANDWIDTH
        self._viewers.add(client)
        return GstRtsp.RTSPStatusCode.OK

    def run(self, *, exit_with_parent: bool) -> None:
        """Serve until told to stop."""
        self._listen()
        self._server.set_service(str(self._server.get_bound_port()))  # a port of 0 stays what it became
        port = self._server.get_bound_port()
        if (options := self._options).digest != "md5":
            user, password = options.user or "", options.password
            algorithms = ("SHA-256",) if options.digest == "sha-256" else ("MD5", "SHA-256")
            inner = self._server.get_bound_port
            self._door = LoginDoor((self._address, options.port), inner, user, password, algorithms)
            port = self._door.port
        scheme = "rtsps" if self._certificate else "rtsp"
        base = f"{scheme}://{self._address}:{port}"
        mains = [base + mount.path for mount in self.mounts if mount.main]
        subs = [base + mount.path for mount in self.mounts if not mount.main]
        cameras = [{"main": main, "sub": sub} for main, sub in zip(mains, subs, strict=True)]
        GLib.timeout_add(20, self._tick)
        GLib.timeout_add_seconds(2, self._forget_dead_sessions)
        for number in (signal.SIGTERM, signal.SIGINT):
            GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, self._loop.quit)
        threading.Thread(target=self._read_commands, args=(exit_with_parent,), daemon=True).start()
        reply(port=port, main=mains[0], sub=subs[0], cameras=cameras)
        self._loop.run()

    def _listen(self) -> None:
        self._listener = self._server.attach(None)
        if not self._listener:
            raise CommandError(f"cannot listen on {self._address}:{self._server.get_service()}")

    def _tick(self) -> bool:
        for mount in self.mounts:
            mount.tick()
        return True

    def _forget_dead_sessions(self) -> bool:
        self._server.get_session_pool().cleanup()
        return True

    def _set_password(self, password: str) -> None:
        if self._user is None and self._certificate is None:
            return
        auth = GstRtspServer.RTSPAuth()
        if self._certificate is not None:
            auth.set_tls_certificate(self._certificate)
        if self._user is None:
            self._server.set_auth(auth)
            return
        token = GstRtspServer.RTSPToken()
        token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, ROLE)
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(self._user, password, token)
        self._server.set_auth(auth)

    # Commands.

    def _read_commands(self, exit_with_parent: bool) -> None:
        """Obey stdin, in a thread of its own: encoding another resolution must not stop the streams."""
        for line in sys.stdin:
            if words := line.split():
                self._obey(*words)
        if exit_with_parent:
            self._loop.quit()

    def _obey(self, name: str, *arguments: str) -> None:
        commands: dict[str, Callable[..., dict[str, object] | None]] = {
            "freeze": self.freeze,
            "thaw": self.thaw,
            "drop": self.drop,
            "refuse": self.refuse,
            "accept": self.accept,
            "password": self.password,
            "stamps": self.stamps,
            "sound": self.sound,
            "jump": self.jump,
            "resolution": self.resolution,
            "codec": self.codec,
            "sessions": self.sessions,
            "count": self.count,
            "quit": self._loop.quit,
        }
        command = commands.get(name)
        if command is None:
            reply(error=f"unknown command {name}")
            return
        try:
            answer = command(*arguments)
        except (CommandError, FilmError, OSError, TypeError, ValueError) as error:
            reply(error=str(error))
        else:
            reply(ok=name, **(answer or {}))

    def freeze(self) -> None:
        """Send no more frames."""
        for mount in self.mounts:
            mount.frozen = True

    def thaw(self) -> None:
        """Send frames again."""
        for mount in self.mounts:
            mount.frozen = False

    def drop(self) -> None:
        """Close all client connections."""
        self._server.client_filter(lambda *_: GstRtspServer.RTSPFilterResult.REMOVE)

    def refuse(self) -> None:
        """Close the listening socket."""
        if self._listener:
            GLib.Source.remove(self._listener)
            self._listener = 0

    def accept(self) -> None:
        """Open the listening socket again."""
        if not self._listener:
            self._listen()

    def password(self, password: str) -> None:
        """Ask new connections for this password."""
        if self._door is not None:
            self._door.password = password
            return
        if self._user is None:
            raise CommandError("started without --user")
        self._set_password(password)

    def stamps(self, rate: str) -> None:
        """Have the next connections' time stamps run at a rate."""
        for mount in self.mounts:
            mount.rate = float(rate)

    def sound(self, what: str) -> None:
        """Send sound or none, or have the next connections' run at a rate."""
        for mount in self.mounts:
            if what in {"on", "off"}:
                mount.muted = what == "off"
            else:
                mount.sound_rate = float(what)

    def jump(self, seconds: str) -> None:
        """Shift the timestamps."""
        for mount in self.mounts:
            mount.jump(float(seconds))

    def resolution(self, size: str | None = None) -> None:
        """Switch the main streams to another resolution; answers when it is encoded."""
        chosen = MAIN_SIZE
        if size is not None:
            width, height = (int(side) for side in size.split("x"))
            if not all(MIN_SIZE <= side <= MAX_SIZE and side % 2 == 0 for side in (width, height)):
                raise CommandError(f"both sides must be even, from {MIN_SIZE} to {MAX_SIZE}")
            chosen = (width, height)
        for mount in self.mounts:
            if mount.main:
                mount.switch(self._library.film(chosen, mount.codec))

    def codec(self, name: str) -> None:
        """Send the main streams in another codec to those who connect from now on; answers when it is encoded."""
        if name not in CODECS:
            raise CommandError(f"the codec must be one of {', '.join(CODECS)}")
        film = self._library.film(MAIN_SIZE, CODECS[name])
        for mount in self.mounts:
            if mount.main:
                mount.switch(film)
        self.drop()

    def sessions(self, most: str) -> None:
        """Serve so many clients at once; 0 is any number."""
        self._sessions = int(most)

    def count(self) -> dict[str, object]:
        """Answer what was sent."""
        clients = self._server.client_filter(lambda *_: GstRtspServer.RTSPFilterResult.REF)
        return {"sent": {mount.path: mount.sent for mount in self.mounts}, "clients": len(clients)}


def main() -> int:
    """Parse the command line and serve."""
    cache_home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser(description="A demo RTSP camera; see the top of this file for its commands.")
    parser.add_argument("--video", type=Path, required=True, help="the video to play for ever, or `pattern`")
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--user", help="with this, clients must authenticate (digest)")
    parser.add_argument("--password", default="")
    parser.add_argument(
        "--digest",
        choices=("md5", "sha-256", "both"),
        default="md5",
        help="what it offers and takes; both: MD5 first, and SHA-256; default: md5",
    )
    parser.add_argument("--sessions", type=int, default=0, help="serve no more clients at once; default: any")
    parser.add_argument("--tls", type=Path, help="a PEM file with certificate and key: speak rtsps://")
    parser.add_argument("--cache", type=Path, default=cache_home / "mycamera" / "demo")
    parser.add_argument("--cameras", type=int, default=0, help="serve N cameras: /cam0 … instead of /main and /sub")
    parser.add_argument("--audio", choices=sorted(AUDIO), default="none", help="of the main streams; default: none")
    parser.add_argument("--muted", action="store_true", help="announce the sound, but send none")
    parser.add_argument("--fps", type=int, default=FPS)
    parser.add_argument("--gop", type=int, default=GOP, help="frames from one key frame to the next")
    parser.add_argument("--sent", type=Path, help="a file to note every access unit in that is sent")
    parser.add_argument("--mark", type=float, action="append", default=[], help="tell when this second is sent")
    parser.add_argument(
        "--in-step", action="store_true", help="play by the clock: streams show the same, whenever clients come"
    )
    parser.add_argument("--exit-with-parent", action="store_true", help="exit when stdin is closed")
    options = parser.parse_args()
    Gst.init(None)
    try:
        DemoCamera(options).run(exit_with_parent=options.exit_with_parent)
    except (CommandError, FilmError, OSError) as error:
        say(f"error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
