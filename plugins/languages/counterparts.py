"""What the three languages call the same, as far as our own list of legal words goes: tables/counterparts.tsv."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .counted import Counted
from .facts import Facts
from .lemmas import Lemmas
from .tables import TableError, tsv_rows

ORDER = ("kk", "ru", "en")


@cache
def counterpart_rows() -> Sequence[Mapping[str, Sequence[str]]]:
    """Of each row language -> lemmas, in normal form; a language may have none.

    Raises:
        TableError: a row has another number of fields, or words of fewer than two languages.
    """
    found = []
    for where, fields in tsv_rows("counterparts.tsv"):
        if len(fields) != len(ORDER):
            raise TableError(f"{where}: wants {len(ORDER)} fields with tabs between them, has {len(fields)}")
        row = {lang: tuple(field.split(", ")) for lang, field in zip(ORDER, fields, strict=True) if field.strip()}
        if len(row) < 2:
            raise TableError(f"{where}: says of no two languages what they call the same")
        found.append(row)
    return found


def listed_forms(lemma: str, lang: str) -> tuple[str, ...]:
    """The forms of a word of the list, itself among them; of a Kazakh one itself alone: the page cuts its endings."""
    if lang == "kk":
        return (lemma,)
    return (_lemmas().russian if lang == "ru" else _lemmas().english).forms(lemma)


@cache
def _lemmas() -> Lemmas:
    """Of no corpus: these words stand in none."""
    return Lemmas(Counted.of({}), Facts())
