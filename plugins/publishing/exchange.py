"""Put a new folder in the place of an old one, so that nobody ever finds neither.

`os.replace` on a full folder fails, and two renames leave a gap; so the system's own exchange of two names is used
where there is one (Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP). Elsewhere, and on
file systems that cannot, two renames must do, the second undone when it fails.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h


def put_in_place(new: Path, old: Path) -> None:
    """`new` takes the place of `old`, which is removed; both lie on one file system.

    Raises:
        OSError: neither way worked; `old` is as it was.
    """
    if not old.exists():
        new.rename(old)
        return
    if not _exchanged(new, old):
        _renamed(new, old)
    shutil.rmtree(new, ignore_errors=True)


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


def _renamed(new: Path, old: Path) -> None:
    """After this, `new` names what `old` was."""
    aside = old.with_name(old.name + ".old")
    shutil.rmtree(aside, ignore_errors=True)
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)
