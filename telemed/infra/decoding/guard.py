"""Takes from this process all that a file could do harm with. There is no way back."""

import ctypes
import resource
from typing import Final

_NO_NEW_PRIVS: Final = 38  # prctl(2)
_NEW_USER_AND_NET: Final = 0x10000000 | 0x40000000  # unshare(2)


def lock_down(memory: int, cpu_s: int) -> None:
    """So much memory (bytes) and processor time (seconds); no new file and no socket can be opened, nothing started.

    What is read later must be imported before: importing opens files.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.unshare(_NEW_USER_AND_NET)  # a machine may forbid it; the limits below hold all the same
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),  # no file, no socket, no pipe from here on; those that are open stay
    ):
        resource.setrlimit(what, (most, most))
