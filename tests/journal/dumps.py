"""Dumps for the property tests and the fuzzer: scraps of all that the reader looks for; our sample, cut and spoilt."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from benchmarks.press.sample import sample
from tests.journal.tools import BODIES

SCRAPS = (
    """
Кіріспе|Введение|Introduction|Қорытынды|Заключение|Әдебиеттер|References|МАЗМҰНЫ|Contents|Аңдатпа|Аннотация|Abstract
Түйіндеме|Summary|Тірек сөздер: бір, екі|Ключевые слова|Keywords: a; b.|41|42|43|Dala Review No. 1 2030|ISSN 1234-5678
2019||||ВЕТЛУГИН О.П.,*1|Ветлугин О.П.|e-mail: a@example.org|0000-0002-1825-0097|1Жетісу академиясы, Талдықорған
– тармақ;|1. Бірінші.|2) второй|\ufffd нүкте|\uf0b7 point|1-кесте. Омарталар|Table 2|# Тақырып|## 1.1 Бөлім|```|> қ
магистр дәрежесін алуға арналған диссертация|ТАУ БӨКТЕРІНДЕГІ ОМАРТАЛАР|ИСПЫТАНИЕ МОСТОВ|В 2031 ГОДУ|қыс-|қаша айтқанда
ком петенции суда|аудио- және|Aңдaтпа|[1]: http://a.example/|[12](13)|а\tб\tв|---|УДК 343.9|Келіп түсті: 12.03.2024
Авторлар туралы мәлімет:|DOI: 10.1234/abc.5|[^1]|[^1]: Ескертпе.|омарта¹|¹ Ескертпе туралы.|ұзын сөйлемдегі бал1
1 Қараңыз: Омаров|бал* [2, 5 б.]|* Редакциядан
2020жылы|(ХҚК)өңірлік
""".strip()
    .replace("\n", "|")
    .split("|")
)
SCRAPS += [
    "| а | б |",
    "|---|---|",
    "| а | б | в \\| г |",
    "1. 2. а",
    "```а",
    "- 3) 4. б",
    "1. Кіріспе",
    "***",
    "<b>а</b>",
    "&amp;",
    *BODIES["bees"]["kk"],
    BODIES["bees"]["ru"][1][:90],
    BODIES["bees"]["en"][2][:90],
]
NAMES = st.sampled_from(["a.txt", "a.md"])
LINES = st.sampled_from(SCRAPS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SPACED = st.tuples(st.sampled_from(["", " ", "\f", "\t"]), LINES).map("".join)
DUMPS = st.lists(SPACED, max_size=60).map("\n".join)


@cache
def sample_lines() -> list[list[str]]:
    """The lines of the sample's dumps, as the press prints them."""
    encodings = {"drondar.txt": "utf-16", "ozen-ekologiyasy.txt": "kz1048"}
    printed = sample().items()
    return [dump.data.decode(encodings.get(name, "utf-8-sig")).splitlines() for name, dump in printed]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A piece of a real dump in which lines are gone, doubled, moved, cut short, run together or strange."""
    lines = draw(st.sampled_from(sample_lines()))
    start = draw(st.integers(0, len(lines) - 1))
    piece = lines[start : start + draw(st.integers(1, 40))]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, max(0, len(piece) - 1)))
        piece[at : at + 1] = draw(st.sampled_from(EDITS))(piece[at] if piece else "", draw)
    return "\n".join(piece)


TOMLS = st.lists(
    st.one_of(
        st.sampled_from(
            ["year = 2024", "[title]\nkk = 'Ара'", "[[article]]\nnumber = 1\nlang = 'ru'", "[abstract]\nen = 'A b.'"]
        ),
        st.builds("[[article]]\nline = {}\nid = '{}'".format, st.integers(0, 60), st.sampled_from(["a", "b-1", "A"])),
        st.builds(
            "[[fix]]\nline = {}\nfrom = '{}'\nto = '{}'".format,
            st.integers(1, 60),
            st.sampled_from(["бал", "а", "Кіріспе", "ком петенции"]),
            st.sampled_from(["ара", "", "б в"]),
        ),
    ),
    max_size=3,
).map("\n\n".join)


@st.composite
def files(draw: st.DrawFn) -> dict[str, bytes]:
    """One or two dumps, now and then the same one twice, now and then with corrections."""
    text = draw(DUMPS | mutated())
    found = {draw(NAMES): (text if draw(st.booleans()) else f"Кіріспе\n\n{text}").encode()}
    if draw(st.booleans()):
        found["b.txt"] = draw(st.just(text) | DUMPS | mutated()).encode()
    if draw(st.integers(0, 3)) == 3:
        found["a.toml"] = draw(TOMLS).encode()
    return found


def _cut(line: str, draw: st.DrawFn) -> list[str]:
    at = draw(st.integers(0, len(line)))
    return [line[:at], line[at:]]


def _put_in(line: str, draw: st.DrawFn) -> list[str]:
    at = draw(st.integers(0, len(line)))
    return [line[:at] + draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=3)) + line[at:]]


EDITS = [
    lambda _line, _draw: [],
    lambda line, _draw: [line, line],
    lambda line, _draw: [line, ""],
    lambda line, draw: [line[: draw(st.integers(0, len(line)))]],
    lambda line, draw: [line, draw(LINES)],
    lambda line, draw: [draw(st.sampled_from(SCRAPS)) + line],
    lambda line, draw: [line.upper() if draw(st.booleans()) else line.replace(" ", "-")],
    _cut,
    _put_in,
]
