"""What the search files weigh, by kind (docs/search-format.md)."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

# By the first part of a file's path below search/, up to a hyphen.
KINDS = {
    "izdeu.js": "scripts",
    "izdeu": "scripts",
    "plain.js": "scripts",
    "index.html": "scripts",
    "manifest.js": "manifest",
    "ranges": "ranges",
    "documents": "documents",
    "terms": "terms",
    "words": "words",
    "ids": "ids",
    "facets": "facets",
    "text": "text",
    "suggest": "suggest",
    "pairs": "pairs",
    "cite": "cite",
}
LIST, BEFORE = "files.txt", "- "  # the names of the files; those of the publication before are marked
NAMES = (*dict.fromkeys(KINDS.values()), "other")


def kind(path: str) -> str:
    first = path.split("/", 1)[0]
    return KINDS.get(first) or KINDS.get(first.split("-", 1)[0], "other")


def weights(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Bytes of gzip, and files, by kind, of all in `folder`; without what stays there of the publication before."""
    sizes: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for path in current(folder, "**/*"):
        name = kind(path.relative_to(folder).as_posix())
        sizes[name] += len(packed(path.read_bytes()))
        files[name] += 1
    return sizes, files


def current(folder: Path, pattern: str) -> list[Path]:
    """The files that match, in order, without those of the publication before and the list of names."""
    names = folder / LIST
    rows = names.read_text("utf-8").splitlines() if names.is_file() else []
    old = {folder / row.removeprefix(BEFORE) for row in rows if row.startswith(BEFORE)} | {names}
    return sorted(path for path in folder.glob(pattern) if path.is_file() and path not in old)


def packed(data: bytes) -> bytes:
    """As a server of static files packs it."""
    return gzip.compress(data, 6, mtime=0)
