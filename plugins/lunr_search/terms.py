"""Terms and their postings -> term shards, in the order of the terms' search keys: `terms/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .coding import front_codes, utf16
from .files import File, script
from .numbers import Row, Text, encode, text_of
from .records import Ints
from .shards import Known, Shard, shards_of


def term_files(known: Known, text: Text, begins: Ints) -> Iterator[File]:
    """The shards in the order of their keys; `text` and `begins` as `postings.written` gives them for all terms."""
    columns = Columns(Row.of(known.entries.flags), Row.of(known.entries.stems), Row(text, begins, apart=1))
    coded = front_codes(known.terms)
    for shard in shards_of(known, np.diff(begins)):
        own = coded[shard.first : shard.last]
        own[0] = "0" + known.terms[shard.first]
        yield _file(shard, known, "\n".join(own), columns)


@dataclass(frozen=True, slots=True)
class Columns:
    """What shards say of their terms, term by term."""

    flags: Row
    stems: Row
    postings: Row


def _file(shard: Shard, known: Known, terms: str, columns: Columns) -> File:
    """Columns compress better than rows, and equal sets of endings are written once."""
    endings, numbers = _numbered(known.entries.endings[shard.first : shard.last])
    sets = {known.entries.sets[each]: number for number, each in enumerate(endings, 1)}
    for alias in shard.aliases:
        if alias.endings:
            sets.setdefault(alias.endings, len(sets) + 1)
    data = {
        "terms": terms,
        "flags": columns.flags.part(shard.first, shard.last),
        "stems": columns.stems.part(shard.first, shard.last),
        "sets": text_of(encode(numbers)[0]),
        "endings": [" ".join(endings) for endings in sets],
        "postings": columns.postings.part(shard.first, shard.last),
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)


def _numbered(sets: Ints) -> tuple[list[int], Ints]:
    """The distinct sets of endings but the empty one as they come, and of each term its place among them, from 1 on."""
    distinct: list[int] = [each for each in dict.fromkeys(sets.tolist()) if each]
    number = np.zeros(max(distinct, default=0) + 1, np.int64)
    number[distinct] = np.arange(1, len(distinct) + 1)
    return distinct, number[sets]
