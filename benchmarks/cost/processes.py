"""Time and memory of a command with all processes that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

PROC = Path("/proc")
UNIT = 1 if sys.platform == "darwin" else 1024  # bytes, of ru_maxrss
PAUSE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, CPU seconds of all processes, the most bytes that they were seen to hold together.

    Without /proc it is the most that one of them held.
    """

    wall: float
    cpu: float
    peak: int


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Cost:
    """Measure `command`, with `environment` added to ours.

    Raises:
        RuntimeError: it failed; with the end of what it said.
    """
    with TemporaryFile() as said:
        start, peak = time.perf_counter(), 0
        child = subprocess.Popen(command, env={**os.environ, **environment}, stdout=said, stderr=said)
        try:
            while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
                peak = max(peak, memory(child.pid))
                time.sleep(PAUSE)
        except BaseException:  # nothing of ours runs on when we are stopped
            child.kill()
            raise
        wall, (_, status, used) = time.perf_counter() - start, ended
        child.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"{command[1:3]} failed: {said.read().decode('utf-8', 'replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss * UNIT))


def memory(process: int) -> int:
    """Bytes resident in a process and all below it, 0 without /proc; pages that two of them share count twice."""
    below: dict[int, list[int]] = {}
    held: dict[int, int] = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        number = int(path.parent.name)
        below.setdefault(int(fields[1]), []).append(number)
        held[number] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    todo, total = [process], 0
    while todo:
        number = todo.pop()
        total += held.get(number, 0)
        todo += below.get(number, [])
    return total
