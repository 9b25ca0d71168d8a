"""Russian, by pymorphy3: the best lemma of a form, and every form of a lemma. Build time only.

The page gets for each lemma its stem and its endings (paradigms.py), so it needs neither lexicon nor twin.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

from .fold import normal
from .tables import form_table, toml_table


class Russian:
    """pymorphy3 is loaded when first needed; a process that gets a copy loads its own."""

    def __init__(self) -> None:
        table = toml_table("russian.toml")
        self._alphabet: str = table["letters"]
        self._letters = frozenset(self._alphabet)
        self._skipped = frozenset(table["skip_tags"])
        self._closed = form_table("russian_forms.tsv")
        self._knows: dict[str, bool] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "_morph"}

    @cached_property
    def _morph(self) -> Any:
        import pymorphy3  # noqa: PLC0415  takes 0.3 s, and not every run has Russian

        return pymorphy3.MorphAnalyzer(lang="ru")

    def lemma(self, form: str) -> str:
        """The lemma of a form in normal form; a word without a Russian letter is its own.

        The scores of all readings with one lemma are added (округу: two cases of one noun); measured, that beats
        the single best reading, and weighing by what the corpus attests beats neither.
        """
        if form in self._closed:
            return self._closed[form]
        if self._letters.isdisjoint(form):
            return form
        scores: dict[str, float] = defaultdict(float)
        for reading in self._morph.parse(form):
            scores[reading.normal_form] += reading.score
        return normal(max(scores, key=lambda lemma: scores[lemma]))

    def knows(self, stem: str) -> bool:
        """Is this the dictionary form of a Russian noun or adjective? A witness for loanwords in Kazakh."""
        if stem.strip(self._alphabet):
            return False
        known = self._knows.get(stem)
        if known is None:
            known = self._knows[stem] = self._is_headword(stem)
        return known

    def _is_headword(self, stem: str) -> bool:
        """Asked of the dictionary itself: the parser would also reckon how likely each reading is."""
        known = self._morph.dictionary
        for word, paradigms in known.words.similar_items(stem, self._morph.char_substitutes):
            for paradigm, index in paradigms:
                is_nominal = known.build_tag_info(paradigm, index).POS in ("NOUN", "ADJF")
                if is_nominal and normal(known.build_normal_form(paradigm, index, word)) == stem:
                    return True
        return False

    def forms(self, lemma: str) -> tuple[str, ...]:
        """All inflected forms of a lemma, in normal form, sorted; participles are forms of their verb."""
        closed = {form for form, owner in self._closed.items() if owner == lemma}
        if self._letters.isdisjoint(lemma):
            return (lemma,)
        for reading in self._morph.parse(lemma):
            if normal(reading.normal_form) == lemma:
                closed.update(normal(r.word) for r in reading.lexeme if self._skipped.isdisjoint(r.tag.grammemes))
                break
        return tuple(sorted(closed | {lemma}))
