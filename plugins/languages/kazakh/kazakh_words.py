"""The lemma of a Kazakh form: closed-class words, hyphenated words, and the ranking for all others. Build time only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from languages.russian.russian import Russian
from languages.tables import form_table, toml_table, word_list

from .choices import Choices
from .grammar import NOUN
from .ranking import Ranking
from .readings import KazakhReadings
from .shapes import SHORT

WORDS = "kazakh_words.toml"


class KazakhWords:
    """The lemmas of a corpus; `vocabulary` is its forms in normal form with counts.

    `readings` are those of `to_read(forms)`, or of more or fewer forms; what they lack is read here. `forms` are all
    that will be asked for, as far as it is known; others cost much more.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        russian: Russian,
        readings: KazakhReadings | None = None,
        forms: Iterable[str] = (),
    ) -> None:
        self._closed = form_table("kazakh_closed.tsv")
        self._name: int = toml_table("terms.toml")["hyphen"]["name"]
        self._attested = vocabulary
        others = () if readings else _with_tails(forms)
        # Support grows with the corpus and would outweigh any list sooner or later: ескі became есік, жасанды жаса.
        self._settled = {form: (form, NOUN) for name in ("whole", "nouns") for form in word_list(WORDS, name)}
        self._settled |= {form: (lemma, NOUN) for form, lemma in self._closed.items()}
        self._ranking = Ranking(vocabulary, russian, readings=readings, others=others, settled=self._settled)

    def lemma(self, form: str) -> tuple[str, int]:
        """The lemma and its kind (`NOUN` or `VERB`)."""
        settled = self._settled.get(form)
        if settled:
            return settled
        if "-" in form:
            return self._hyphenated(form), NOUN
        return self._ranking.best(form)

    def lemmas(self, forms: Iterable[str]) -> list[tuple[str, int]]:
        """The same of many forms."""
        given = list(forms)
        found = self._ranking.bests(given)
        asked = [row for row, (form, best) in enumerate(zip(given, found, strict=True)) if best is None or "-" in form]
        self.expect(given[row] for row in asked)
        for row in asked:
            found[row] = self.lemma(given[row])
        return [best for best in found if best is not None]

    def expect(self, forms: Iterable[str]) -> None:
        """Get ready for forms that are not in the vocabulary: read together they cost much less."""
        self._ranking.expect(to_read(forms))

    def choices(self) -> Choices:
        """What was chosen for the forms of the corpus."""
        return self._ranking.choices

    def kinds(self, lemma: str, kind: int) -> int:
        """What this lemma may be before endings: `NOUN`, `VERB`, their sum, or 0 (a letter, an abbreviation)."""
        return self._ranking.kinds(lemma, kind) | (NOUN if lemma in self._closed else 0)

    def by_kinds(self, lemmas: Iterable[tuple[str, int]]) -> dict[int, list[str]]:
        """Lemmas, given with their kinds, by `kinds`; of most that is the kind itself."""
        shared = {id(each): each for each in lemmas}  # most are the same objects, and tuples are slow to hash
        closed, found = self._closed, defaultdict[int, list[str]](list)
        for lemma, kind in shared.values():
            found[kind if len(lemma) > SHORT and lemma not in closed else self.kinds(lemma, kind)].append(lemma)
        return found

    def _hyphenated(self, form: str) -> str:
        """Only the last part is inflected; an ending set off from a name or number is taken off (АҚШ-пен)."""
        head, _, tail = form.rpartition("-")
        if self._ranking.reader.engine.is_ending(tail) and (len(head) < self._name or head[-1].isdigit()):
            return head
        if len(tail) <= 2:
            return form
        return f"{head}-{self._tail_of_whole(head, tail) or self.lemma(tail)[0]}"

    def _tail_of_whole(self, head: str, tail: str) -> str:
        """What is left of the tail in the lemma of the joined word; "" if the corpus has no such word.

        So `екі-жақты` is one word with `екіжақты`, though `жақты` by itself is a form of `жақ`.
        """
        start = head.replace("-", "")
        if start + tail not in self._attested and start + tail not in self._settled:
            return ""
        lemma = self.lemma(start + tail)[0]
        return lemma.removeprefix(start) if lemma.startswith(start) else ""


def to_read(forms: Iterable[str]) -> list[str]:
    """The forms whose readings the lemmas of these need: they themselves, and the last parts of hyphenated ones."""
    return list(dict.fromkeys(_with_tails(forms)))


def _with_tails(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        if "-" in form:
            yield form.rpartition("-")[2]
