"""Citations in a paragraph: by number and by author and year, in three languages, and what is none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.citing.citations import Citation, citations

NUMBERS = [  # text; each work as "number @ place"
    ("[1]", ["1"]),
    ("жыл сайын өсуде [1].", ["1"]),
    ("құрайды[2].", ["2"]),
    ("[11, 12]", ["11", "12"]),
    ("[11,12].", ["11", "12"]),
    ("[1–3]", ["1–3"]),
    ("[1-3, 5, 7—9]", ["1-3", "5", "7—9"]),
    ("[1 – 3]", ["1 – 3"]),
    ("[1; 4; 9]", ["1", "4", "9"]),
    ("[1; 4, с. 7; 9]", ["1", "4 @ с. 7", "9"]),
    ("[10, p. 12–14, 24]", ["10 @ p. 12–14, 24"]),
    ("[10, p. 12–14, 24, 26, 49]", ["10 @ p. 12–14, 24, 26, 49"]),
    ("[10, p. 12–14, 24; 11]", ["10 @ p. 12–14, 24", "11"]),
    ("[23. p. 7–8]", ["23 @ p. 7–8"]),
    ("[13, pp. 58–61]", ["13 @ pp. 58–61"]),
    ("[2, vol. 3, p. 12]", ["2 @ vol. 3, p. 12"]),
    ("[5, ch. 4]", ["5 @ ch. 4"]),
    ("[7, art. 12]", ["7 @ art. 12"]),
    ("[1, с. 391]", ["1 @ с. 391"]),
    ("[1, c. 391]", ["1 @ c. 391"]),  # a Latin c
    ("[1, С. 14–15]", ["1 @ С. 14–15"]),
    ("[1, стр. 14]", ["1 @ стр. 14"]),
    ("[1 с. 14]", ["1 @ с. 14"]),
    ("[1, с.14]", ["1 @ с.14"]),
    ("[1, т. 2, с. 14]", ["1 @ т. 2, с. 14"]),
    ("[1, Т. 2. – С. 14]", ["1 @ Т. 2. – С. 14"]),
    ("[5, т. II, с. 7]", ["5 @ т. II, с. 7"]),
    ("[12, ст. 5]", ["12 @ ст. 5"]),
    ("[12, ст. 5, ч. 2]", ["12 @ ст. 5, ч. 2"]),
    ("[15, л. 5 об.]", ["15 @ л. 5 об."]),
    ("[1, с. 5, 2, с. 7]", ["1 @ с. 5", "2 @ с. 7"]),
    ("[1, с. 14; 15]", ["1 @ с. 14", "15"]),
    ("[1, 391 б.]", ["1 @ 391 б."]),
    ("[6, 267–271 бб.]", ["6 @ 267–271 бб."]),
    ("[5,   12–14 бб.]", ["5 @ 12–14 бб."]),
    ("[5. 12–14 бб.]", ["5 @ 12–14 бб."]),
    ("[19, 371 б]", ["19 @ 371 б"]),
    ("[20, 25-б]", ["20 @ 25-б"]),
    ("[20, 25-бет]", ["20 @ 25-бет"]),
    ("[4, 187-бап]", ["4 @ 187-бап"]),
    ("[4, 187-бап 2-тармақ]", ["4 @ 187-бап 2-тармақ"]),
    ("[5, 12, 14 бб.]", ["5 @ 12, 14 бб."]),
    ("[1, 5 б.; 7 б.]", ["1 @ 5 б.; 7 б."]),
    ("[3, 2-т., 15-б.; 4]", ["3 @ 2-т., 15-б.", "4"]),
    ("[4: 25]", ["4 @ 25"]),
    ("[4:25–30; 2:14]", ["4 @ 25–30", "2 @ 14"]),
    ("[12, 345]", ["12 @ 345"]),
    ("[12, 345–350]", ["12 @ 345–350"]),
    ("[12, 345, 350]", ["12 @ 345, 350"]),
    ("[5, 2019]", ["5 @ 2019"]),
    ("[1 и 2]", ["1", "2"]),
    ("[1, 2 және 5]", ["1", "2", "5"]),
    ("[1 & 2]", ["1", "2"]),
    ("[1, 2 и др.]", ["1", "2"]),
    ("[1, 2 және т.б.]", ["1", "2"]),
    ("[см.: 5, с. 3]", ["5 @ с. 3"]),
    ("[қараңыз: 5, 3-б.]", ["5 @ 3-б."]),
    ("[see 5; 7]", ["5", "7"]),
    ("[1][2] [3],[4]", ["1", "2", "3", "4"]),
    ("(қараңыз [5], 3-бет)", ["5"]),
    ("[23.]", ["23"]),
    ("[ 7 ]", ["7"]),
    ("C++ [5]", ["5"]),
]
NAMES = [
    ("(Қожахметов, 2019)", ["Қожахметов 2019"]),
    ("[Қожахметов 2019: 15-б.]", ["Қожахметов 2019 @ 15-б."]),
    ("(Ахметов А.Б., 2019, 12–14 бб.)", ["Ахметов 2019 @ 12–14 бб."]),
    ("(қараңыз: Ахметов, 2019, 25-б.)", ["Ахметов 2019 @ 25-б."]),
    ("(Ахметов және Омарова, 2019)", ["Ахметов+Омарова 2019"]),
    ("(Ахметов мен Омарова, 2019)", ["Ахметов+Омарова 2019"]),
    ("(Ахметов және т.б., 2019)", ["Ахметов 2019"]),
    ("Ахметов (2019) жазғандай", ["Ахметов 2019"]),
    ("(Долгих М. М., 2019)", ["Долгих 2019"]),
    ("(Мельниченко-Тоор, 2020)", ["Мельниченко-Тоор 2020"]),
    ("(Иванова, Петрова, Сидорова 2020)", ["Иванова+Петрова+Сидорова 2020"]),
    ("(см. Иванов и др., 2020, с. 5)", ["Иванов 2020 @ с. 5"]),
    ("как пишет А. Петров (2018),", ["Петров 2018"]),
    ("Смит и Джонс (2018, с. 5) пишут", ["Смит+Джонс 2018 @ с. 5"]),
    ("Иванов и др. (2020)", ["Иванов 2020"]),
    ("[Ivanov, 2020, p. 5]", ["Ivanov 2020 @ p. 5"]),
    ("(Smith & Jones 2018; Иванов и др., 2020: 15)", ["Smith+Jones 2018", "Иванов 2020 @ 15"]),
    ("(Smith, 2018, p. 5, 9)", ["Smith 2018 @ p. 5, 9"]),
    ("(Smith, 2018a, 2019)", ["Smith 2018a", "Smith 2019"]),
    ("(Smith, 2018, Jones, 2019)", ["Smith 2018", "Jones 2019"]),
    ("(Smith, J. & Lee, K., 2018)", ["Smith+Lee 2018"]),
    ("(Soen, Sejati, & Lamijan, 2024)", ["Soen+Sejati+Lamijan 2024"]),
    ("(see Smith, 2018; also Jones et al., 2019, pp. 4–5)", ["Smith 2018", "Jones 2019 @ pp. 4–5"]),
    ("(van Dyk, 2001)", ["Dyk 2001"]),
    ("(García Márquez, 1985: 12–15)", ["García Márquez 1985 @ 12–15"]),
    ("(Ho, 2023)", ["Ho 2023"]),
    ("(Smith, 2018; электронный ресурс)", ["Smith 2018"]),
    ("as Hryniewicz (2021) says", ["Hryniewicz 2021"]),
    ("Hryniewicz-Lach (2024)", ["Hryniewicz-Lach 2024"]),
    ("Smith’s (2018) study", ["Smith 2018"]),
    ("However, Smith (2018) and", ["Smith 2018"]),
    ("[Smith (2018)]", ["Smith 2018"]),
]
NONE = [
    "[Электрондық деректер]",
    "[Электронный ресурс]",
    "[Electronic resource]",
    "[…]",
    "[...]",
    "[sic]",
    "[]",
    "[0]",
    "[0, 1]",
    "[05]",
    "[2019]",
    "[1991–2021]",
    "[12.05.2020]",
    "[10%]",
    "[3+2]",
    "[a, b]",
    "[ст. 5]",
    "[с. 5]",
    "[188-бап]",
    "[№ 5]",
    "[3–1]",
    "[1–900]",
    "[-1, 1]",
    "[^1]",
    "x = [1, 2, 3]",
    "x ∈ [1, 2]",
    "x[1]",
    "a_2[3]",
    "[5] Иванов А. Бал туралы. – Алматы, 2010.",
    "«Ара туралы» Заң (2014)",
    "Закон (2014)",
    "the Constitution (1995)",
    "Республики Казахстан (1995)",
    "хартия Европейского Союза (2016)",
    "в суде дело Kelly v. Whinney (1885)",
    "ООН (2015)",
    "(2014)",
    "(12 мая 2020)",
    "(қыркүйек, 2020)",
    "(Қыркүйек, 2020)",
    "(May 2020)",
    "(14.02.2023)",
    "(2020 жылы 14 220 қылмыс)",
    "(Non-fungible token)",
    "(Заң, 2014)",
    "(Table 5, 2019)",
    "(Karash, personal communication, 2025)",
    "(Омаров ісі, 2024)",
    "о Бальзаке (1799–1850)",
    "Balzac (1799–1850)",
    "(1, 2)",
    "(24/7)",
    "((((((2020",
]


def told(text: str, limit: int | None = None) -> list[str]:
    works = [work for citation in citations(text, limit) for work in citation.works]
    shown = (f"{'+'.join(w.names)} {w.year}" if w.names else text[w.start : w.end] for w in works)
    return [f"{name} @ {work.locator}" if work.locator else name for name, work in zip(shown, works, strict=True)]


@pytest.mark.parametrize(("text", "works"), NUMBERS + NAMES)
def test_citation(text: str, works: list[str]) -> None:
    """Every work with its place."""
    assert told(text) == works


@pytest.mark.parametrize("text", NONE)
def test_no_citation(text: str) -> None:
    """Notes in brackets, years of laws, dates, arrays, an entry of a list."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "limit", "works"),
    [
        ("[3, 15]", 20, ["3", "15"]),
        ("[3, 15]", 10, ["3 @ 15"]),
        ("[3, 10–15]", 10, ["3 @ 10–15"]),
        ("[15]", 10, ["15"]),  # it can be nothing else: the list lacks it
        ("[1, 24] және [20]", None, ["1", "24", "20"]),
        ("[1, 24] және [2]", None, ["1 @ 24", "2"]),
    ],
)
def test_number_that_no_list_can_hold(text: str, limit: int | None, works: list[str]) -> None:
    """Behind a comma it is a page."""
    assert told(text, limit) == works


def test_ranges_and_places() -> None:
    """Numbers of a range; offsets of the bracket, of the work, of a name before its year."""
    text = "Ара [1–3], бал [10, p. 5] және Smith (2020)."
    first, second, third = citations(text)
    assert list(first.works[0].numbers) == [1, 2, 3]
    assert [text[c.start : c.end] for c in (first, second, third)] == ["[1–3]", "[10, p. 5]", "Smith (2020)"]
    assert text[second.works[0].start : second.works[0].end] == "10"
    assert (first.by_number, third.by_number) == (True, False)


PIECES = st.sampled_from(
    "[ ] ( ) ; , : . – - 1 2 12 345 2019 2020a p. pp. с. б. бб. -б т. и және & et al. и др. т.б. Иванов Smith van Қ. "
    "А. см. see Заң x = ¹ [^1] № § \n".split(" ")
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@given(TEXTS, st.none() | st.integers(0, 40))
def test_any_text(text: str, limit: int | None) -> None:
    """No error; everything found lies in the text, in order, and names a work."""
    found = citations(text, limit)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for citation in found:
        assert 0 <= citation.start < citation.end <= len(text)
        assert citation.works
        for work in citation.works:
            assert citation.start <= work.start < work.end <= citation.end
            assert bool(work.names) != bool(work.first)
            assert work.locator in text[work.end : citation.end]


HOSTILE = {
    "squares": "[" * 200_000,
    "rounds": "(" * 200_000,
    "pairs": "([" * 100_000 + "])" * 100_000,
    "numbers": ("[" + "1," * 75 + "1] ") * 600,
    "ranges": ("[" + "1-2," * 40 + "p.] ") * 600,
    "places": ("[" + "1 с. " * 30 + "] ") * 600,
    "names": ("(" + "Aa Aa, " * 40 + "2020x) ") * 1_000,
    "initials": ("(" + "A. " * 90 + ") ") * 1_000,
    "joints": ("(" + "Aa and " * 40 + ") ") * 1_000,
    "years": ("(Aa, " + "2020, " * 45 + ") ") * 600,
    "before": ("Aa, " * 30 + "(2020) ") * 1_000,
    "capitals": "A" * 200_000 + " (2020)",
    "hyphens": ("(A" + "a-A" * 90 + ", 202) ") * 1_000,
    "spaces": " " * 200_000 + "[1]" + " " * 100_000 + "(2020)",
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_text_is_read_in_linear_time(shape: str) -> None:
    """A text of double the length takes about double the time, and never seconds."""
    begun = time.process_time()
    citations(HOSTILE[shape])
    once = time.process_time() - begun
    begun = time.process_time()
    citations(HOSTILE[shape] * 2)
    twice = time.process_time() - begun
    assert twice < 5 * once + 0.5
    assert once < 10


def test_a_citation_is_frozen() -> None:
    """Records do not change."""
    (found,) = citations("[1]")
    assert isinstance(found, Citation)
    assert hash(found) == hash(citations("[1]")[0])
