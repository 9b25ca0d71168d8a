"""The result texts of all pages into the folder of search files, those alone that are not there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from languages import FormList

from . import pieces
from .cache import Cache
from .extract import Extract, extract
from .files import File, put
from .folder import Folder
from .site import TEXTS


def write_texts(
    site: Path, folder: Folder, documents: Mapping[int, Extract], keys: Mapping[str, str], cache: Cache
) -> list[str]:
    """The names of all text files, in the order of document numbers."""
    names: list[str] = []
    for number, extracted in documents.items():
        own = [pieces.text_name(number, extracted.version, piece) for piece in range(extracted.pieces)]
        names += own
        if folder.keep(own):
            continue
        for name, text in zip(own, _texts(site, extracted, keys[extracted.page.id], cache), strict=True):
            folder.write(File(f"{name}.js", put(name, text)))
    return names


def _texts(site: Path, extracted: Extract, key: str, cache: Cache) -> list[str]:
    """From the cache; where that has lost them, from the page."""
    data = cache.read(key, TEXTS) or b""
    texts = data.decode("utf-8", "replace").split("\n")
    if pieces.version(texts) == extracted.version:
        return texts
    place = unquote(extracted.page.url)
    again = extract(place, (site / place).read_bytes(), FormList())
    return again[1] if again else []
