"""What the keeper and Home Assistant say to each other: a line of JSON each, over a Unix socket.

One connection is one recording. The client begins:

    {"op": "start", "protocol": …, "key": …, "recording": {…}, "lease": s}  + the run folder's lock
    {"op": "adopt", "protocol": …, "key": …, "lease": s}       answer: {"ok", "pid", "number", "state"} + the lock
    {"op": "stay", "protocol": …}            answer: {"program", "root"}; the keeper stays while the connection does
    {"op": "settle", "protocol": …, "keys": […]}   end in order what nobody holds and is none of these
    {"op": "end_all"}                        of every protocol: end everything in order, then end; then the connection

and, once a recording was given to it:

    {"op": "ready"}                          let the words come
    {"op": "checkpoint", "number": n, "state": {…}}   all words up to n are in this state; who adopts begins with it
    {"op": "signal", "number": n}            to ffmpeg
    {"op": "detach", "lease": s}             answer: {"detached": true}; I go, keep it for so long
    {"op": "forget"}                         it has ended, and its files are mine

Which program is run and beneath which folder it writes is fixed when the keeper starts: a request has parameters, never
a command line, so who gets hold of the socket can record cameras and nothing else.

The keeper of Home Assistant's app meets Home Assistant in a folder that both containers see. Others may see it, too, so
there each side proves first that it knows the app's token, which is never said:

    {"op": "login", "protocol": …, "nonce": n}   answer: {"challenge": c, "proof": of the keeper}
    {"op": "prove", "proof": of the client}      no answer; the connection is closed where it is wrong

The keeper says {"words": [[number, wall, monotonic, source, text], …]}, {"live": true} when all that was said before
"ready" has been passed on, and {"exit": code} last. A client that is gone without "detach" leaves the recording for the
lease that it named first; one that was never ready gets it ended at once.
"""

from __future__ import annotations

import hmac
import os
import socket
import stat
import struct
from pathlib import Path
from typing import Final

PROTOCOL: Final = 5
SOCKET: Final = "keeper.sock"
BEGINNING: Final = "keeper.new"
"""The socket, until somebody listens at it."""
LOCK: Final = "keeper.lock"
LOG: Final = "keeper.log"
OUTPUT: Final = "o"
"""The source of words: ffmpeg's stdout, in whole lines."""
MESSAGES: Final = "e"
"""Its stderr, in pieces of any length."""
LONGEST_MESSAGE: Final = 4 * 1024 * 1024
"""Bytes; more in a line is no message of ours."""
LONGEST_NONCE: Final = 128
_PEER: Final = struct.Struct("3i")


class NotPrivateError(OSError):
    """A folder is there that others could have made or could look into."""


def prove(token: str, *, role: str, nonce: str, challenge: str) -> str:
    """Return what only somebody with the token can say, in that role, to just these two numbers."""
    words = "\0".join(("mycamera keeper", str(PROTOCOL), role, nonce, challenge))
    return hmac.new(token.encode(), words.encode(), "sha256").hexdigest()


def make_private(folder: Path) -> None:
    """Make a folder that is ours alone, or see that it is. Raises OSError."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        facts = folder.lstat()
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.geteuid() or facts.st_mode & 0o077:
            raise NotPrivateError(f"{folder} is not private") from None


def check_own(peer: socket.socket) -> None:
    """See that the process at the other end is one of this user's, and of this container's. Raises NotPrivateError."""
    pid, uid, _ = _PEER.unpack(peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    if uid != os.geteuid():
        raise NotPrivateError("the other end of the socket is another user's")
    if pid == 0:  # so the kernel tells of one that this namespace of processes does not have
        raise NotPrivateError("the other end of the socket is of another container")
