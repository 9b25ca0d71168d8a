"""Document numbers, and what stands by number: `documents-` and `ids-` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lunr_search.files import File, data_of, script
from lunr_search.numbers import encoded
from lunr_search.reading.extract import Extract
from lunr_search.reading.pieces import VERSION
from lunr_search.records import Ints


def numbered(extracts: Sequence[Extract], before: Sequence[str]) -> dict[int, Extract]:
    """The pages by their numbers: those of `before` (ids by number) keep theirs, new ones get the next, in order."""
    known = {name: number for number, name in enumerate(before) if name}
    following = len(before)
    numbers: dict[int, Extract] = {}
    for extracted in extracts:
        number = known.get(extracted.page.id)
        if number is None:
            number, following = following, following + 1
        numbers[number] = extracted
    return dict(sorted(numbers.items()))


def ids_before(search: Path, manifest: Mapping[str, object] | None) -> list[str]:
    """The ids by number of the publication in the folder `search`, gaps as ""; none where it cannot be read."""
    if not manifest:
        return []
    try:
        coded = data_of((search / f"{manifest['ids']}.js").read_text("utf-8"))
    except (OSError, KeyError, ValueError):
        return []
    return [str(name) for name in coded] if isinstance(coded, list) else []


def ids_file(documents: Mapping[int, Extract], last: int) -> File:
    """The ids by document number, "" for a gap."""
    return script("ids-", [documents[number].page.id if number in documents else "" for number in range(last)])


def documents_file(documents: Mapping[int, Extract], lengths: Ints) -> File:
    """Field lengths and text versions by document number."""
    gap = " " * VERSION
    versions = (documents[n].version if n in documents else gap for n in range(lengths.shape[1]))
    return script("documents-", {"lengths": [encoded(row) for row in lengths.tolist()], "versions": "".join(versions)})
