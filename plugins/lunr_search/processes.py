"""Processes of this machine that go when the one that began them is gone."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from threading import Thread

from languages.uncollected import collect_seldom


def processes(count: int) -> ProcessPoolExecutor:
    """So many processes, which begin with the first task."""
    return ProcessPoolExecutor(count, initializer=_settle)


def _settle() -> None:
    """A worker goes when the process that began it is gone."""
    Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    collect_seldom()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
