"""Kazakh readings as columns: the same as one word at a time, however they were cut up, kept and joined."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.kazakh.grammar import NOUN
from languages.kazakh.kazakh import Kazakh
from languages.kazakh.kazakh_words import KazakhWords, to_read
from languages.kazakh.ranking import Ranking
from languages.kazakh.reader import KazakhReader
from languages.kazakh.readings import KazakhReadings
from languages.kazakh.walks import Walks
from languages.russian.russian import Russian
from languages.suffixes import Letters
from tests.languages.test_gold import vocabulary as journal

ENGINE = Kazakh()
READER = KazakhReader(engine=ENGINE)

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіьэюя"
PIECES = (
    "қала үй кітаб орн халқ дами қоя тау процес субъект модел айт бар оқ лар лер дар тер ымыз іңіз ның дің тың ға ке да"
    " де дан пен ы і сы сін дағы ған кен атын йтін ып іп у ушы са ма бе йын л д т ғ -"
).split()
MADE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
WORDS = MADE | st.text(LETTERS, min_size=1, max_size=12)
ODD = WORDS | st.text(min_size=1, max_size=6) | st.text("аеыі\0ab9-\U0001f600", min_size=1, max_size=6)

CORPUS = Counter(
    "қала қалада қаладан қаланың қалалар үй үйлер үйлерде кітап кітабы кітаптар орын орны халық халқы адам адамдар"
    " айтты айтылған айтады барған барды заң заңсыз заңды заңның туысқандары туған кінәлі интернет-алаяқтықтың"
    " суд судья маңызды айып айыпталушы субъектісі моделі оқу оқыды оқушы ми қр ақш-пен тау таулар процеске".split()
)


WALKS = Walks(ENGINE)


@pytest.mark.parametrize("walks", [WALKS, None])
@given(words=st.lists(ODD, max_size=8))
def test_many_words_are_walked_as_one(walks: Walks | None, words: list[str]) -> None:
    """The same ways to stems in the same order, whether their tails were met before or not."""
    walks = walks or Walks(ENGINE)
    ways = walks.ways(words, Letters(words))
    found: dict[int, list[object]] = defaultdict(list)
    columns = (ways.word, ways.rest, ways.change, ways.kind, ways.lexical, ways.cost)
    for word, rest, change, kind, lexical, cost in zip(*(column.tolist() for column in columns), strict=True):
        end = walks.leads.changes[change]
        stem = words[word][:rest] if end is None else words[word][: rest - 1] + end
        found[word].append((stem, kind + NOUN, bool(lexical), cost))
    wanted = [
        [(stem, kind, lexical, chain.cost) for stem, kind, lexical, chain in ENGINE.readings(word) if chain]
        for word in words
    ]
    assert [found[number] for number in range(len(words))] == wanted


@given(st.lists(ODD, max_size=8, unique=True))
def test_readings_are_those_of_the_engine(words: list[str]) -> None:
    """All stems but scraps, each with the cost of its cheapest plain and lexical endings."""
    read = READER.read(words)
    assert read.texts[: read.forms] == tuple(words)
    for number, word in enumerate(words):
        rows = slice(*read.starts[number : number + 2])
        costs = zip(read.stem[rows].tolist(), read.cost[rows].tolist(), read.restored[rows].tolist(), strict=True)
        found = {(read.texts[stem >> 1], (stem & 1) + NOUN): (plain, lexical) for stem, plain, lexical in costs}
        wanted: dict[tuple[str, int], list[float]] = {}
        for stem, kind, lexical, chain in ENGINE.readings(word):
            if chain is not None and not READER.lists.is_scrap(stem, kind, attested=True):
                best = wanted.setdefault((stem, kind), [np.inf, np.inf])
                best[lexical] = min(best[lexical], chain.cost)
        assert {stem: list(pair) for stem, pair in found.items()} == wanted


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), st.data())
def test_pieces_make_the_whole(words: list[str], data: st.DataObject) -> None:
    """Chunks of several processes, kept and cut down, weigh as if all had been read at once."""
    corpus = {word: 1 + number % 3 for number, word in enumerate(words)}
    cut = data.draw(st.integers(0, len(words)))
    kept = [KazakhReader(engine=ENGINE).read(part) for part in (words[cut:], words[:cut], ["артық", "біреулер"])]
    joined = pickle.loads(pickle.dumps(KazakhReadings.joined(kept)))
    some = data.draw(st.sets(st.sampled_from(words)))
    at_once = Ranking(corpus, engine=ENGINE)
    wanted = {word: at_once.best(word) for word in words}
    for readings in (joined, joined.selected(words), joined.selected(some)):
        ranking = Ranking(corpus, engine=ENGINE, readings=readings)
        assert {word: ranking.best(word) for word in words} == wanted
    assert set(joined.selected(some).texts) <= set(joined.texts)
    assert joined.missing([*words, "кім"]) == {"кім"} - set(words)


def test_a_form_that_goes_may_stay_as_a_stem() -> None:
    """The forms come first in what is left, also where one that went is what another is read as."""
    words = ["қала", "қалаға", "үй", "үйлерде", "заңсыз"]
    left = READER.read([*words, "заң"]).selected(["қалаға", "үйлерде", "заңсыз"])
    assert left.texts[: left.forms] == ("қалаға", "үйлерде", "заңсыз")
    assert {"қала", "үй", "заң"} <= set(left.texts)
    alone, cut = (Ranking({}, engine=ENGINE, readings=each) for each in (READER.read(words[1::2]), left))
    assert [cut.best(word) for word in words[1::2]] == [alone.best(word) for word in words[1::2]]


def test_no_form_is_joined_twice() -> None:
    """It would have two votes."""
    with pytest.raises(ValueError, match="stands in two"):
        KazakhReadings.joined([READER.read(["қала"]), READER.read(["үй", "қала"])])


def test_what_is_cached_asks_nobody() -> None:
    """With the readings of all forms there is no need of pymorphy3, and the lemmas are the same."""
    russian = Russian()
    readings = KazakhReader(russian).read(to_read([*CORPUS, "тағы", "басқалар"]))
    fresh, silent = KazakhWords(CORPUS, russian), Russian()
    cached = KazakhWords(CORPUS, silent, readings)
    assert {form: cached.lemma(form) for form in CORPUS} == {form: fresh.lemma(form) for form in CORPUS}
    assert "_morph" not in vars(silent)


def test_other_forms_attest_nothing() -> None:
    """Readings may be of more forms than the corpus has: those are ranked, and the corpus's as without them."""
    more = ["қалаға", "қалаң", "шаһарларда", "артыңнан", "үйшік", "айтса"]
    alone, beside = Ranking(CORPUS), Ranking(CORPUS, readings=READER.read([*more, *CORPUS]))
    together = Ranking(CORPUS)
    together.expect(more)
    for form in [*CORPUS, *more]:
        assert alone.best(form) == beside.best(form) == together.best(form)


def test_forms_beside_the_vocabulary_are_read_with_it() -> None:
    """Told of in time they cost less; the lemmas and their kinds are those of one that is asked for by itself."""
    more = ["қалаға", "оны", "интернет-кітаптардың", "желі-шаһарларда", "ақш-тан", "үйшік", "қр"]
    russian = Russian()
    beside, later = KazakhWords(CORPUS, russian, forms=[*CORPUS, *more]), KazakhWords(CORPUS, russian)
    wanted = [KazakhWords(CORPUS, russian).lemma(form) for form in more]
    assert beside.lemmas(more) == later.lemmas(more) == wanted
    kinds: dict[int, list[str]] = defaultdict(list)
    for lemma, kind in dict.fromkeys(wanted):
        kinds[beside.kinds(lemma, kind)].append(lemma)
    assert beside.by_kinds(wanted) == kinds


def test_a_stem_of_the_first_may_be_a_form_of_the_next() -> None:
    """It then stands among the forms, and once."""
    first, second = READER.read(["қалаға", "үйлерде"]), READER.read(["үй", "ара", "қала"])
    joined = KazakhReadings.joined([first, second])
    assert joined.texts[: joined.forms] == ("қалаға", "үйлерде", "үй", "ара", "қала")
    assert len(set(joined.texts)) == len(joined.texts)
    at_once = READER.read(joined.texts[: joined.forms])
    for number in range(joined.forms):
        stems = [
            [(each.texts[stem >> 1], stem & 1) for stem in each.stem[slice(*each.starts[number : number + 2])].tolist()]
            for each in (joined, at_once)
        ]
        assert stems[0] == stems[1]


def test_of_equals_the_word_itself_comes_first() -> None:
    """A word and a stem with the same score: rounded before they are compared, so that no last digit decides."""
    assert Ranking({}, Russian()).best("естірсіз") == ("естірсіз", NOUN)


def test_features_weigh_what_the_scores_say() -> None:
    """The names that the weights are fitted by add up to the scores that forms are ranked by."""
    ranking = Ranking(journal() + CORPUS)
    weighing, texts, weight = ranking._weighing, ranking._readings.texts, ranking._scales.of
    scores = weighing.scores(ranking._support)
    for number in range(0, ranking._readings.forms, 7):
        found = [
            sum(weight(name) * value for name, value in ranking.features(texts[number], reading))
            - (reading[3].cost if reading[3] else 0.0)
            for reading in ranking.readings(texts[number])
        ]
        first, size = weighing._first[number], weighing._sizes[number]
        assert max(found) == pytest.approx(scores[first : first + size].max(), abs=1e-6), texts[number]
