"""Near-duplicate passages: pairs that a reader judged, and what holds for any passages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

import build_index
from lunr_search.files import data_of
from lunr_search.reading import repeats as told
from lunr_search.reading import shingles as module
from lunr_search.reading.repeat_rules import rules
from lunr_search.reading.repeats import folded

PAIRS = tomllib.loads((Path(__file__).with_name("repeats.toml")).read_text("utf-8"))["pair"]
THESIS = "002_dfb6d4e99ccd5d3d.txt"
# Lines of the thesis that are one paragraph again, as they were found by reading.
AGAIN = [
    *((145, 651), (147, 653), (149, 655), (153, 657), (155, 659), (159, 665), (161, 667), (163, 669)),
    *((309, 671), (309, 749), (117, 777), (225, 761), (227, 763), (229, 765), (215, 719), (443, 451)),
]


def repeats(texts: Iterable[str]) -> list[list[int]]:
    """The groups of texts."""
    return told.repeats(map(folded, texts))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['lang']}: {pair['why']}")
def test_pairs(pair: dict[str, str]) -> None:
    """Each pair is told as a reader tells it, whichever comes first."""
    expected = [[0, 1]] if pair["same"] else []
    assert repeats([pair["one"], pair["other"]]) == repeats([pair["other"], pair["one"]]) == expected


def test_pairs_stay_apart_among_others() -> None:
    """All passages of the table on one page: the same groups as two by two."""
    texts = [text for pair in PAIRS for text in (pair["one"], pair["other"])]
    groups = repeats(texts)
    for number, pair in enumerate(PAIRS):
        together = any({2 * number, 2 * number + 1} <= set(group) for group in groups)
        assert together == pair["same"], pair["why"]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ([], []),
        (["***", "***", "[1]", "[1]"], []),
        (["Кесте", "КЕСТЕ", "кесте.", "Кестеде"], [[0, 1, 2]]),
        (["1 11", "11 1", "111", "1, 11"], [[0, 3]]),
        (["b", "a", "b", "a", "b"], [[0, 2, 4], [1, 3]]),
    ],
)
def test_short_passages_must_be_equal(texts: list[str], groups: list[list[int]]) -> None:
    """Passages of a few words are grouped when nothing but case and signs differs; those without words never."""
    assert repeats(texts) == groups


def test_chains_are_one_group() -> None:
    """What is changed step by step stays one group, though its ends are no longer alike."""
    words = "wooden bridges that stand longer than fifty years should be sounded before anybody drills them".split()
    steps = [" ".join([*(word[::-1] for word in words[:n]), *words[n:]]) for n in range(12)]
    assert repeats([steps[0], steps[-1]]) == []
    assert repeats(steps) == [list(range(12))]


# ---- Whatever the passages are.

SENTENCES = (
    "Ұяларды жолдан кемінде екі шақырым жерге қойып, көктемде тау етегіне көшірген дұрыс деп санаймыз.",
    "Ульи нужно ставить не ближе двух километров от дороги, а весной перевозить их к подножию гор.",
    "In 2018 the keepers carried 41 hives to the foot of the mountains and left them there until autumn.",
    "2018 жыл",
)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """One of the sentences, some of its words dropped, doubled or misprinted."""
    words = draw(st.sampled_from(SENTENCES)).split()
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words) - 1))
        change = draw(st.sampled_from(["", "{0} {0}", "x{0}", "{0}2018"]))
        words[at] = change.format(words[at])
    return " ".join(words)


PASSAGES = st.lists(edited() | st.text(max_size=30), max_size=9)


@given(PASSAGES)
def test_groups_are_an_equivalence(texts: list[str]) -> None:
    """Groups are disjoint, in order, and just what chains of alike pairs connect: no pair is lost to the short cuts."""
    groups = repeats(texts)
    members = [number for group in groups for number in group]
    assert len(members) == len(set(members))
    assert groups == sorted(sorted(group) for group in groups)
    assert all(len(group) > 1 for group in groups)
    assert groups == chained(texts)


def chained(texts: list[str]) -> list[list[int]]:
    """The definition itself: all pairs, then their closure."""
    group = {number: {number} for number in range(len(texts))}
    for one, other in combinations(range(len(texts)), 2):
        if told_again(texts[one], texts[other]):
            group[one] |= group[other]
            for number in group[one]:
                group[number] = group[one]
    return sorted(map(list, {tuple(sorted(members)) for members in group.values() if len(members) > 1}))


def told_again(one: str, other: str) -> bool:
    (letters, count), (others, others_count) = folded(one), folded(other)
    if letters == others or min(count, others_count) < rules().words:
        return letters == others != ""
    width = rules().letters
    a, b = ({text[i : i + width] for i in range(max(1, len(text) - width + 1))} for text in (letters, others))
    return len(a & b) >= rules().share * len(a | b)


@given(PASSAGES.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(range(len(texts))))))
def test_order_does_not_matter(case: tuple[list[str], list[int]]) -> None:
    """Passages in another order make the same groups."""
    texts, order = case
    moved = repeats([texts[number] for number in order])
    assert sorted(sorted(order[number] for number in group) for group in moved) == repeats(texts)


def test_work_grows_with_the_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of one frame, alike or nearly so, do not make each be compared with each."""
    tried = 0
    alike = module._alike

    def counting(one: frozenset[int], other: frozenset[int]) -> bool:
        nonlocal tried
        tried += 1
        return alike(one, other)

    monkeypatch.setattr(module, "_alike", counting)
    frame = "The bridge number {} of the district was inspected by sound and by drilling in autumn"
    same = [frame.format(number) for number in range(3000)]
    assert repeats(same) == [list(range(3000))]
    assert tried < 2 * 3000
    tried = 0
    assert repeats(f"{n * 7919} {row} {n * 104729} and {n * 1299709} years" for n, row in enumerate(same)) == []
    assert tried < 10 * 3000


@pytest.mark.shared
def test_the_thesis_repeats_itself(shared: Path) -> None:
    """Every repetition that was found by reading is found, and no group is longer than the longest of them."""
    lines = (shared / "corpus" / THESIS).read_text("utf-8").splitlines()
    groups = repeats(lines)
    for pair in AGAIN:
        assert any(set(group) >= {line - 1 for line in pair} for group in groups), pair
    assert max(len(group) for group in groups if len(lines[group[0]].split()) > rules().words) == 3


# ---- The twin in the page.


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page that repeats itself, with the search files of build_index.py."""
    folder = tmp_path_factory.mktemp("plain")
    body = "".join(f"<p>{text}</p>" for text in (*SENTENCES, *SENTENCES[:2]))
    (folder / "page.html").write_text(f"<h1>Bees</h1><main>{body}</main>", "utf-8")
    assert build_index.main([str(folder), "--quiet"]) == 0
    return folder


def test_the_page_tells_the_same_pairs(plain_site: Path, page: Page) -> None:
    """The twin judges passages as they are shown by the same rules."""
    pairs = [[pair["one"], pair["other"]] for pair in PAIRS]
    pairs += [["1 11", "11 1"], ["\U0001d504\U0001d505 1", "\U0001d504\U0001d505 1."]]
    pairs += [[text, text[: len(text) * cut // 16]] for text in SENTENCES for cut in range(8, 16)]
    page.goto(f"file://{plain_site}/search/index.html")
    shown = page.evaluate(
        "async pairs => { const { manifest } = await izdeuOpened.openIndex();"
        " return pairs.map(texts => izdeuRepeats.firstTold(texts.map(text => ({ text })), 9, manifest).length); }",
        pairs,
    )
    assert shown == [1 if repeats(pair) else 2 for pair in pairs]


def test_groups_stand_in_the_article(plain_site: Path) -> None:
    """Each piece of a page's text holds the page's groups."""
    [piece] = (plain_site / "search" / "text").rglob("*.js")
    article = data_of(piece.read_text("utf-8"))
    assert article["repeats"] == [[0, 4], [1, 5]]
