"""Put a new folder in the place of an old one, so that nobody ever finds neither.

`os.replace` on a full folder fails, and two renames leave a gap; so the system's own exchange of two names is used
where there is one (Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP). Elsewhere, and on file
systems that cannot, two renames must do: the old folder is parked under a name of ours, from which `recover` brings
it back when a build was killed in the gap.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h


def put_in_place(new: Path, old: Path, parking: Path) -> None:
    """`new` takes the place of `old`, which is removed; all three lie on one file system.

    Raises:
        OSError: neither way worked; `old` is as it was.
    """
    if not old.exists():
        new.rename(old)
        return
    if _exchanged(new, old):
        shutil.rmtree(new, ignore_errors=True)
        return
    shutil.rmtree(parking, ignore_errors=True)
    old.rename(parking)
    try:
        new.rename(old)
    except OSError:
        parking.rename(old)
        raise
    shutil.rmtree(parking, ignore_errors=True)


def recover(old: Path, parking: Path) -> None:
    """After a build that was killed between its two renames: bring the parked folder back."""
    if parking.is_dir() and not old.exists():
        parking.rename(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system or the file system cannot."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(os.fsencode(one), os.fsencode(other), RENAME_SWAP) == 0)
        swap = libc.renameat2
        return bool(swap(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False
