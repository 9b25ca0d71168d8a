"""A lemma's inflected forms as one stem and a set of endings. Twin: theme/static/js/engine/paradigms.js.

In: a lemma and all its forms. Out: heads, each a stem length and endings, which the index ships so that the page
understands any form of any indexed lemma. The first head is the lemma itself; forms that share fewer than three
letters with it (люди, went) make heads of their own, aliases that point to the lemma.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

SHARED = 3
"""Letters at least that the forms under one head begin with; so they stand close together in a sorted term list."""


class Head(NamedTuple):
    """One stem with its endings: `text[:stem] + ending` for each ending are the forms."""

    text: str
    """The lemma, or for an alias the shortest of its forms."""
    stem: int
    """Letters of `text` that all forms begin with; one more than it has: this form is taken for no other lemma's
    (firsts.py)."""
    endings: tuple[str, ...]
    """Sorted, without doubles; "" is an ending."""


def heads(lemma: str, forms: Iterable[str]) -> tuple[Head, ...]:
    """The lemma's own head, then its aliases in alphabetical order."""
    found = {lemma, *forms}
    begin = lemma[:SHARED]
    if len(begin) == SHARED and all(form.startswith(begin) for form in found):  # as most do
        return (_head(lemma, list(found)),)
    groups: dict[str, list[str]] = defaultdict(list)
    for form in found:
        groups[form[:SHARED]].append(form)
    own = groups.pop(lemma[:SHARED])
    aliases = (_head(min(group, key=lambda form: (len(form), form)), group) for _, group in sorted(groups.items()))
    return (_head(lemma, own), *aliases)


def _head(text: str, forms: list[str]) -> Head:
    stem = shared(min(forms), max(forms))
    return Head(text, stem, tuple(sorted(form[stem:] for form in forms)))


def shared(first: str, last: str) -> int:
    """Letters that two forms begin with; of the first and the last of a sorted list, so that all begin with them."""
    for length, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return length
    return min(len(first), len(last))


def is_form(word: str, text: str, stem: int, endings: Iterable[str]) -> bool:
    """Is `word` one of the forms of a head?"""
    return word[:stem] == text[:stem] and word[stem:] in endings
