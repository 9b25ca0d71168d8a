"""The records of a corpus as the files of its gold."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .record import Record, Row


def gold(records: Iterable[Record]) -> dict[str, str]:
    """File name -> JSON, for all dumps of a corpus; copies of one article are one row."""
    records = list(records)
    rows: dict[str, object] = {
        "articles": united(row for record in records for row in record.articles),
        "hyphens": {
            "line_end_hyphens": [row for record in records for row in record.hyphens],
            "intra_word_breaks": [row for record in records for row in record.breaks],
        },
        "noise": [row for record in records for row in record.noise],
        "languages": [{"file": record.file, "blocks": record.blocks} for record in records],
    }
    return {f"{name}.json": _json(value) for name, value in rows.items()}


def united(articles: Iterable[Row]) -> list[Row]:
    """One row for each article; of a part that two copies have, the other one's place stands under `also`."""
    rows: dict[str, Row] = {}
    for article in articles:
        first = rows.setdefault(article["id"], article)
        if first is not article:
            _unite(first, article)
    return sorted(rows.values(), key=lambda row: str(row["id"]))


def _unite(first: Row, second: Row) -> None:
    first["sources"] += second["sources"]
    first["duplicate_of"] = None
    for part in ("titles", "authors", "abstracts", "keywords"):
        for lang, value in second[part].items():
            mine = first[part][lang]
            absent = mine is None or (part == "titles" and not mine["in_file"])
            if absent:
                first[part][lang] = value
            elif part == "abstracts" and value:
                mine.setdefault("also", []).append(value)


def _json(value: object) -> str:
    """One row a line, so that a change of the sample shows as the lines it touches."""
    return _lined(value) + "\n"


def _lined(value: object) -> str:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(map(_lined, value)) + "\n]"
    if isinstance(value, dict) and any(isinstance(item, (dict, list)) for item in value.values()):
        return "{\n" + ",\n".join(f"{json.dumps(key)}: {_lined(item)}" for key, item in value.items()) + "\n}"
    return json.dumps(value, ensure_ascii=False)
