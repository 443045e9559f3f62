"""Become the keeper: `python -I -S …/keeper FOLDER PROGRAM ROOT [TOKEN_FILE]`.

Returns when it listens, in the background. With a token it is the app's: it stays in the foreground until it is told to
end, and serves who proves to have the token.
FOLDER must be private. PROGRAM is the ffmpeg that it runs, which writes beneath ROOT. Exits with 0 also when there is
a keeper in the folder already.
"""

from __future__ import annotations

import fcntl
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

TOKEN_ARGUMENT = 4


def main() -> None:
    """Take the folder, listen, and go to the background."""
    # Python put this folder first on the path of modules: its names must not hide others.
    here = Path(__file__).resolve().parent
    sys.path[:] = [entry for entry in sys.path if Path(entry) != here]
    sys.path.append(str(here.parent.parent))
    from recording.keeper import server, wire  # type: ignore[import-not-found]  # noqa: PLC0415 - the path is set up now

    mask = os.umask(0o077)
    folder = Path(sys.argv[1])
    wire.make_private(folder)
    lock = os.open(folder / wire.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    address = folder / wire.SOCKET
    beginning = folder / wire.BEGINNING
    beginning.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(beginning))
    listener.listen(64)
    beginning.replace(address)  # whoever sees it is heard
    os.umask(mask)  # recordings are as visible as the user has it
    if len(sys.argv) > TOKEN_ARGUMENT:
        token = Path(sys.argv[TOKEN_ARGUMENT]).read_text(encoding="ascii").strip()
        serving = server.Server(folder, listener, program=sys.argv[2], root=Path(sys.argv[3]), token=token)
        serving.run()
        os.close(lock)
        serving.hang_up()
        return
    if os.fork():
        os._exit(0)  # whoever started us waits for this
    os.setsid()
    log = os.open(folder / wire.LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    nothing = os.open(os.devnull, os.O_RDWR)
    for source, target in ((nothing, 0), (nothing, 1), (log, 2)):
        os.dup2(source, target)
    serving = server.Server(folder, listener, program=sys.argv[2], root=Path(sys.argv[3]))
    try:
        serving.run()
    except BaseException:
        # An error goes to the log. It says where, never what: no value is printed. ffmpeg ends with this process.
        with suppress(OSError):
            address.unlink()
        raise
    os.close(lock)
    serving.hang_up()


if __name__ == "__main__":
    main()
