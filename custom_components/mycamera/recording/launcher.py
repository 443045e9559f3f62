"""Become another program that ends when the one that started us does.

usage: python -I -S launcher.py PARENT_PID PROGRAM ARGUMENT…

Home Assistant may be killed in a way that lets it end nobody. ffmpeg does not notice: it ignores SIGPIPE and the end
of its input, and would record into the void for ever. Linux sends a signal on a parent's death to those who ask (and
keeps the request across exec), so this asks and then becomes ffmpeg. Why like this: `preexec_fn` may deadlock in a
process with threads, `setpriv` is not part of Home Assistant's container, and prctl is in glibc and musl alike.
SIGTERM, not SIGKILL: ffmpeg then completes its file; where the camera keeps it waiting, the stream's own time-out ends
it.

It imports nothing of this package: it is run as a file, by an isolated interpreter that starts in 10 ms.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask for the signal, then exec."""
    parent, program, arguments = int(sys.argv[1]), sys.argv[2], sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)
        if os.getppid() != parent:
            sys.exit("the parent died while this process started")
    # Python ignores SIGPIPE, and exec would pass that on.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        os.execvp(program, arguments)  # noqa: S606 - an argument list, no shell
    except OSError as error:
        sys.exit(f"cannot run {program}: {error.strerror}")


if __name__ == "__main__":
    main()
