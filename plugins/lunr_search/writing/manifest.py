"""The first file that a page loads: what it must know before it can ask for others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from languages import export_tables
from lunr_search.bundling.syntax import trigger
from lunr_search.files import File, call, data_of, script, short_hash
from lunr_search.lists import directory
from lunr_search.numbers import DIGITS
from lunr_search.reading.repeat_rules import rules
from lunr_search.records import FIELDS, LANGS, PARTS
from lunr_search.tables import table

FORMAT = 5
MANIFEST = "manifest.js"
K1, B = 1.2, 0.75  # lunr.Builder's defaults
INLINE = 1_500  # term shards whose key ranges stand in the manifest; for more there are files of ranges
BLOCK = 256  # shards in such a file


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of one publication: `averages` are those of the fields' lengths, `last` the number after the highest."""

    documents: int
    last: int
    words: int
    averages: Sequence[float]


def manifest_files(
    counts: Counts,
    columns: Mapping[str, File],
    facets: Mapping[str, File],
    terms: Sequence[File],
    lists: Mapping[str, File],
    texts: Iterable[str],
) -> list[File]:
    """The manifest, and before it the files of key ranges where there are many.

    `columns` are the files of all documents by name, `lists` the directories of lists by name, `texts` the names of the
    text files.
    """
    ranges = _ranges(terms) if len(terms) > INLINE else []
    named = [*columns.values(), *facets.values(), *lists.values(), *terms, *ranges]
    manifest = {
        "format": FORMAT,
        "digest": short_hash("\n".join([*(file.path for file in named), *texts])),
        "count": counts.documents,
        "last": counts.last,
        "words": counts.words,
        "fields": [
            {"name": field.name, "boost": field.boost, "average": average}
            for field, average in zip(FIELDS, counts.averages, strict=True)
        ],
        "k1": K1,
        "b": B,
        "langs": LANGS,
        "parts": PARTS,
        "digits": DIGITS,
        **{name: file.name for name, file in columns.items()},
        "facets": {name: file.name for name, file in facets.items()},
        **{name: file.name for name, file in lists.items()},
        **({"blocks": directory(ranges)} if ranges else {"ranges": directory(terms)}),
        "tables": export_tables(),
        "ranking": table("ranking") | {"syntax": trigger()},
        "repeats": asdict(rules()),
    }
    return [*ranges, File(MANIFEST, call("manifest", manifest))]


def _ranges(terms: Sequence[File]) -> list[File]:
    groups = [terms[start : start + BLOCK] for start in range(0, len(terms), BLOCK)]
    return [script("ranges/", directory(group), group[0].first) for group in groups]


def manifest_in(search: Path) -> dict[str, Any] | None:
    """The manifest in a folder of search files; None where there is none that can be read."""
    try:
        found = data_of((search / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
