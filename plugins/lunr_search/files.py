"""A search file: a classic script that calls `izdeu.put`, named by a hash of what it holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

BEFORE, AFTER = "izdeu.put(()=>{/*", "*/});\n"  # of a file whose data stand in a comment; search/files.js knows them


@dataclass(frozen=True, slots=True)
class File:
    """One search file: its path inside `search/`, its text, and the first key it serves."""

    path: str
    text: str
    first: str = ""

    @property
    def name(self) -> str:
        """What the page asks for: the path without its ending."""
        return self.path.removesuffix(".js")


def script(prefix: str, data: Any, first: str = "") -> File:
    """The file that holds `data`; `first` is the first key of a term shard."""
    text = json_text(data)
    name = prefix + short_hash(text)
    return File(f"{name}.js", put(name, text), first)


def call(name: str, data: Any) -> str:
    """The text of the script."""
    return put(name, json_text(data))


def put(name: str, text: str) -> str:
    """The same of data that are JSON already."""
    return f'izdeu.put("{name}",{text});\n'


def put_aside(text: str) -> str:
    """A script that holds JSON in the comment of a function, of which the page takes the source.

    Such texts leave nothing in a page's heap. What stands in a script as data is made into strings that V8 keeps
    until it collects its old generation, which it does late: docs/performance.md, "The concordance".
    """
    return BEFORE + text.replace("*/", r"*\/") + AFTER


def data_of(text: str) -> Any:
    """The data of a script that `call` or `put_aside` made.

    Raises:
        ValueError: it is none.
    """
    if text.startswith(BEFORE) and text.endswith(AFTER):
        return json.loads(text[len(BEFORE) : -len(AFTER)])
    start, end = text.find(","), text.rfind(")")
    if not text.startswith("izdeu.put(") or start < 0 or end < start:
        raise ValueError("no search file")
    return json.loads(text[start + 1 : end])


def json_text(data: Any) -> str:
    """JSON that is also JavaScript in any script element: no line separators, no `</`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")


def short_hash(text: str) -> str:
    """Eight hexadecimal digits that stand for `text`."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
