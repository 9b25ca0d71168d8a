"""Whether anything changed since the last build: a digest of all that goes in, and of what came out.

Inputs are read whole (they are small); of the output only names, sizes and times are looked at.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

INPUTS = (
    "content/authors.toml",
    "content/pages",
    "plugins",
    "theme",
    "pelicanconf.py",
    "requirements.lock",
    "package-lock.json",
)
CACHE = "__pycache__"


def inputs_digest(project: Path, corpus: Path) -> str:
    """Changes when a text, a table, a template, a script, a setting, a dependency or Python does."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for base, path in _files([*(project / name for name in INPUTS), corpus]):
        digest.update(f"\0{path.relative_to(base.parent).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def output_digest(*outputs: Path) -> str:
    """Changes when a file of the output, or of what is written beside it, is changed, added or removed."""
    digest = hashlib.blake2b(digest_size=16)
    for base, path in _files(outputs):
        status = path.stat()
        digest.update(f"{path.relative_to(base).as_posix()}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _files(bases: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    for base in bases:
        for path in sorted(base.rglob("*")) if base.is_dir() else [base]:
            if path.is_file() and CACHE not in path.relative_to(base.parent).parts:
                yield base, path
