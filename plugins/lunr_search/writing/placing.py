"""A file in its place whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lunr_search.files import File

NEW = ".new"  # behind the name of a file that is not whole yet


def put(folder: Path, file: File) -> tuple[File, int]:
    """A search file, unless it is there; gives it back without its text, and the bytes that it takes."""
    path, without = folder / file.path, replace(file, text="")
    try:
        return without, path.stat().st_size
    except FileNotFoundError:
        data = file.text.encode("utf-8", "surrogatepass")
    put_whole(path, data)
    return without, len(data)


def put_whole(path: Path, data: bytes) -> None:
    """Write a file whole, or not at all."""
    set_aside(path, data).replace(path)


def set_aside(path: Path, data: bytes) -> Path:
    """Write a file beside its place, under the name that it has until it is whole."""
    aside = path.with_name(path.name + NEW)
    try:
        aside.write_bytes(data)
    except FileNotFoundError:  # the first one in its folder
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
    return aside
