"""A folder of HTML pages -> `search/` in it. The files are written aside and moved in; unchanged ones stay
untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from languages import Analyser, export_tables

from .analysis import analyse, vocabulary
from .records import Index
from .scripts import scripts
from .shards import MANIFEST, search_files
from .site import SiteError, read_site
from .whole import serialized

OURS = 'izdeu.put("manifest"'  # how our manifest begins
OUR_NAMES = re.compile(r"(?:(?:terms|words|text|articles)/|documents-)[0-9a-f]{12}\.js|.*\.new")


@dataclass(frozen=True, slots=True)
class Stats:
    """`bytes` is the size of the search files without the scripts."""

    documents: int
    words: int
    lemmas: int
    files: int
    bytes: int


def build(
    site: Path, whole: Path | None = None, jobs: int | None = None, say: Callable[[str], None] = lambda _: None
) -> Stats:
    """Write the search files of `site`; with `whole`, also the union as one lunr index.

    Raises:
        SiteError: the folder cannot be indexed.
    """
    _check_ours(site / "search")
    pages = read_site(site, jobs)
    say(f"{len(pages)} pages")
    analyser = Analyser(vocabulary(pages))
    index = analyse(pages, analyser)
    say(f"{index.words} words, {len(index.lemmas)} lemmas")
    files = {file.path: file.text for file in search_files(index, analyser, export_tables())}
    _write(site / "search", files | scripts())
    if whole:
        write_whole(index, whole)
    size = sum(len(text.encode()) for text in files.values())
    return Stats(len(pages), index.words, len(index.lemmas), len(files), size)


def write_whole(index: Index, path: Path) -> None:
    aside = path.with_name(path.name + ".new")
    aside.write_text(json.dumps(serialized(index), ensure_ascii=False), "utf-8", newline="\n")
    aside.replace(path)


def _check_ours(folder: Path) -> None:
    """Only search files of ours may be replaced: other programs call their folders `search` too."""
    manifest = folder / MANIFEST
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not manifest.is_file() or not manifest.read_text("utf-8", "replace").startswith(OURS):
        raise SiteError(f"{folder}: holds files that are not ours; move them away, or index a copy of the site")


def _write(folder: Path, files: dict[str, str]) -> None:
    """Every file whole or not at all; the manifest, which names the others, last; then what it no longer names goes."""
    for name in sorted(files, key=lambda name: name == MANIFEST):
        path = folder / name
        data = files[name].encode("utf-8")
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(path.name + ".new")
        aside.write_bytes(data)
        aside.replace(path)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in files and OUR_NAMES.fullmatch(name):
            path.unlink()
