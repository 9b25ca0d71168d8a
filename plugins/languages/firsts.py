"""Forms of several lemmas: which of these the index files such a form of a corpus under, where the page would not tell.

The page takes a form for a lemma of the same letters, else for the one with which it shares the longest stem. Where the
index does otherwise (были is быть, not быль; found is find) the lemma gets a further head for that form alone, with a
stem that is one letter longer than the form, so that it comes first. Build time only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .paradigms import Head

Stem = tuple[str, str, tuple[str, ...]]
"""What all forms of a head begin with, its lemma, its endings."""


def firsts(lemmas: Iterable[str], stems: Iterable[Stem], filed: Mapping[str, str]) -> Mapping[str, Sequence[Head]]:
    """Lemma -> its further heads. `lemmas` have `stems`; `filed` tells the lemma of each form of the corpus."""
    found: dict[str, set[str]] = defaultdict(set)
    for lemma in lemmas:
        other = filed.get(lemma, lemma)
        if other != lemma:
            found[other].add(lemma)
    for form, lemma in _shared(sorted(stems)):
        if filed.get(form) == lemma:
            found[lemma].add(form)
    return {lemma: [Head(form, len(form) + 1, ("",)) for form in sorted(forms)] for lemma, forms in found.items()}


def _shared(stems: Sequence[Stem]) -> Iterator[tuple[str, str]]:
    """Forms of the lemmas of these sorted stems that another one has, too, by a stem that is no shorter."""
    open_stems: list[Stem] = []  # with which the stem begins, the longest last
    for stem, lemma, endings in stems:
        while open_stems and not stem.startswith(open_stems[-1][0]):
            open_stems.pop()
        for other_stem, other, others in open_stems:
            if other != lemma:
                for ending in _both(others, stem[len(other_stem) :], endings):
                    yield stem + ending, other
                    if len(stem) == len(other_stem):
                        yield stem + ending, lemma
        open_stems.append((stem, lemma, endings))


def _both(endings: Sequence[str], more: str, others: Sequence[str]) -> Sequence[str]:
    """Those of the `others` behind a stem longer by some letters that the shorter one has, too. All are sorted."""
    first = bisect_left(endings, more)
    if first == len(endings) or not endings[first].startswith(more):
        return ()
    behind = {ending[len(more) :] for ending in endings[first:] if ending.startswith(more)}
    return [ending for ending in others if ending in behind]
