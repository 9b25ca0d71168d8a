"""Results of a run, kept in benchmarks/results: what was measured, when, of which commit, on how many cores."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"


def report(name: str, title: str, text: str, *, kept: bool) -> None:
    """Print the text, and where it is kept."""
    print(text)
    if kept:
        print(keep(name, title, text))


def keep(name: str, title: str, text: str) -> Path:
    """Write `NAME.md`; nothing in it names the machine."""
    date = datetime.now(UTC).strftime("%-d %B %Y")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.md"
    path.write_text(f"# {title}\n\n{date}, {_commit()}, {cores} cores.\n\n{text}\n", "utf-8", newline="\n")
    return path


def _commit() -> str:
    """The commit measured; with a word where files had changed since."""
    if not _git("rev-parse", "--short", "HEAD"):
        return "no commit"
    changed = ", with changes since" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return f"commit {_git('rev-parse', '--short', 'HEAD')}{changed}"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(RESULTS.parent), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.strip()
