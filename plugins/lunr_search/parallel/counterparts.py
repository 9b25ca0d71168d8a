"""What the articles call one thing in two languages: pairs of lemmas and of phrases, and the articles that say so.

Behind these, our own list of legal words, for those that the index has in both languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from languages import counterpart_rows, listed_forms
from lunr_search.reading.extract import Extract
from lunr_search.records import LANGS

from .bitexts import Bitext, Entry, Lemmas, Pair, Phrase, aligned, contents, phrases
from .cooccurrence import fellows, translations

WORDS = 6  # of a phrase that anybody might ask for


@dataclass(slots=True)
class Counterparts:
    """`pairs` with the number of articles that each rests on; `texts` how a phrase is printed most often."""

    pairs: Counter[Pair] = field(default_factory=Counter)
    texts: dict[Entry, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def others(self) -> dict[Entry, list[tuple[Entry, int]]]:
        """Of each entry its counterparts, those with most articles first."""
        found: dict[Entry, list[tuple[Entry, int]]] = defaultdict(list)
        for (one, other), count in self.pairs.items():
            found[one].append((other, count))
            found[other].append((one, count))
        return {entry: sorted(each, key=lambda pair: (-pair[1], pair[0])) for entry, each in found.items()}

    def text(self, entry: Entry) -> str:
        """The entry as it is shown."""
        texts = self.texts.get(entry)
        return min(texts, key=lambda text: (-texts[text], text)) if texts else entry[1]


def counterparts(documents: Mapping[int, Extract], lemmas: Lemmas) -> Counterparts:
    """All that the pages of a site tell."""
    found = Counterparts()
    lists = {number: each for number, page in documents.items() if len(each := phrases(page, lemmas)) > 1}
    first = {pair for each in lists.values() for both in aligned(each) if _is_told(pair := _pair(*both))}
    alike = {number: list(aligned(each, first)) for number, each in lists.items()}
    for both in _of_all(alike):
        for phrase in both:
            found.texts[phrase.entry][phrase.text] += 1
    evidence = {number: {_pair(*both) for both in each} for number, each in alike.items()}
    found.pairs.update(pair for each in evidence.values() for pair in sorted(each) if _is_told(pair))
    titles = {number: contents(page, "title", lemmas) for number, page in documents.items()}
    abstracts = {number: contents(page, "abstract", lemmas) for number, page in documents.items()}
    for one, other in combinations(LANGS, 2):
        for pair, count in _words(one, other, alike, titles, abstracts, found.pairs):
            found.pairs.setdefault(pair, count)
        for pair in _listed(one, other, lemmas):
            found.pairs.setdefault(pair, 0)
    return found


def _listed(one: str, other: str, lemmas: Lemmas) -> Iterator[Pair]:
    """Pairs of our own list, of words that the index has; no article says them."""
    for row in counterpart_rows():
        for pair in product(row.get(one, ()), row.get(other, ())):
            if all(map(lemmas.are_terms, pair)) and _is_told(((one, pair[0]), (other, pair[1]))):
                yield (one, pair[0]), (other, pair[1])


def absent(lemmas: Lemmas) -> dict[Entry, list[Entry]]:
    """Of each form of a word of our own list that the index lacks: what it has that means the same, as listed.

    Phrases are left out; so is a form that is the lemma of another word of the index.
    """
    found: dict[Entry, dict[Entry, None]] = defaultdict(dict)
    for row in counterpart_rows():
        known = [(lang, word) for lang, words in row.items() for word in words if lemmas.are_terms(word)]
        for lang, word in ((lang, word) for lang, words in row.items() for word in words):
            others = [entry for entry in known if entry[0] != lang and entry[1] != word]
            if others and " " not in word and not lemmas.are_terms(word):
                for form in listed_forms(word, lang):
                    found[lang, form].update(dict.fromkeys(others))
    return {entry: list(others) for entry, others in found.items() if not lemmas.are_terms(entry[1])}


def _of_all(alike: Mapping[int, Iterable[tuple[Phrase, Phrase]]]) -> Iterator[tuple[Phrase, Phrase]]:
    for each in alike.values():
        yield from (both for both in each if all(phrase.lemmas for phrase in both))


def _pair(one: Phrase, other: Phrase) -> Pair:
    return one.entry, other.entry


def _is_told(pair: Pair) -> bool:
    """Both are asked for by terms of the index, and they are two."""
    (_, one), (_, other) = pair
    return bool(one and other) and one != other and all(text.count(" ") < WORDS for text in (one, other))


def _words(
    one: str,
    other: str,
    alike: Mapping[int, Sequence[tuple[Phrase, Phrase]]],
    titles: Mapping[int, Mapping[str, tuple[str, ...]]],
    abstracts: Mapping[int, Mapping[str, tuple[str, ...]]],
    known: Mapping[Pair, int],
) -> Iterator[tuple[Pair, int]]:
    """Pairs of single words that phrases and texts tell, with the number of texts that hold both."""
    keywords = {(a.content(), b.content()) for a, b in _of_all(alike) if (a.lang, b.lang) == (one, other)}
    found = translations([*sorted(keywords), *_both(titles, one, other)])
    found |= fellows(_both(abstracts, one, other))
    found |= _rests(keywords, {(a, b) for (la, a), (lb, b) in known if (la, lb) == (one, other)} | found.keys())
    return (
        (((one, a), (other, b)), count) for (a, b), count in sorted(found.items()) if _is_told(((one, a), (other, b)))
    )


def _both(texts: Mapping[int, Mapping[str, tuple[str, ...]]], one: str, other: str) -> list[Bitext]:
    return [(each[one], each[other]) for each in texts.values() if each.get(one) and each.get(other)]


def _rests(keywords: Iterable[Bitext], known: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """What is left of phrases of two words, where one is known: `телефонное мошенничество`, `телефон алаяқтығы`."""
    found: Counter[tuple[str, str]] = Counter()
    for ones, others in keywords:
        linked = [(a, b) for a in ones for b in others if (a, b) in known]
        if len(ones) == len(others) == 2 and len(linked) == 1:
            (left,), (right,) = set(ones) - {linked[0][0]}, set(others) - {linked[0][1]}
            found[left, right] += 1
    return found
