"""Footnotes: at the foot of a page, in Markdown; what only looks like one stays in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.notes.footnotes import take_notes
from journal.notes.note_marks import marks_in
from journal.records import Article, Block, Lang
from journal.web.links import Links
from languages import words
from tests.journal import invariants
from tests.journal.tools import (
    ABSTRACTS,
    BODIES,
    SECTIONS,
    Corpus,
    corpus,
    desk,
    entries,
    front,
    lines,
    only,
    wrapped,
)
from tests.journal.writers import docx, note, para, run

HALVES: dict[Lang, tuple[str, str]] = {  # a sentence that goes on over the page: its mark stands behind "{mark}"
    "kk": (
        "Омарташылар жазда жиналған балды{mark} күзге дейін салқын жерде сақтайды, сол үшін олар таудың",
        "солтүстік беткейіне қазылған жертөлелерді пайдаланады және оларды жылда тазалайды.",
    ),
    "ru": (
        "Пасечники хранят собранный летом мёд{mark} до самой осени в прохладном месте, для чего",
        "используют погреба на северном склоне горы и каждый год их заново чистят и белят.",
    ),
    "en": (
        "The keepers store the honey{mark} they gathered in summer until autumn in a cool place, for which",
        "they use cellars on the northern slope of the mountain and clean them every year anew.",
    ),
}
NOTES: dict[Lang, str] = {
    "kk": "Қараңыз: Омаров А. Тау балы туралы. – Талдықорған, 2010. – 15 б.",
    "ru": "См.: Ветлугин О.П. О мёде и горах. – Алматы, 2012. – С. 15.",
    "en": "See: Smith J. Honey and Road. Leeds, 2018, p. 15.",
}
LANGS: tuple[Lang, ...] = ("kk", "ru", "en")
HEAD = "Dala Bee Review No. 1 2030"
BREAK = f"\n\n41\n\n{HEAD}\n\n"


def pages(lang: Lang, mark: str, note: str, more: str = BREAK) -> str:
    """An article whose introduction goes on over the page; `note` stands at its foot, `more` between the pages."""
    section, first, second = SECTIONS[lang][0], *HALVES[lang]
    return (
        f"{front('bees', lang)}{section}\n\n{wrapped(BODIES['bees'][lang][0])}\n\n{wrapped(first.format(mark=mark))}\n"
        f"{note}{more}{wrapped(second)}\n\n{wrapped(BODIES['bees'][lang][1])}\n\n42\n\n{HEAD}\n\n"
        f"{SECTIONS[lang][2]}\n\n{wrapped(BODIES['bees'][lang][2])}\n\n43\n\n{HEAD}\n"
    )


def notes_of(found: Article) -> list[Block]:
    return [block for block in found.blocks if block.kind == "footnote"]


def whole(lang: Lang, mark: str) -> str:
    first, second = HALVES[lang]
    return f"{first.format(mark=mark)} {second}"


def texts(found: Article) -> list[str]:
    return [block.text for block in found.blocks]


def read(folder: Path, text: str, name: str = "a.txt") -> tuple[Article, Corpus]:
    found = corpus(folder, {name: text})
    return only(found), found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("mark", "start"),
    [("¹", "¹ "), ("¹", "¹"), ("1", "1 "), ("1", "1"), ("[^1]", "1 "), ("[^1]", "[^1] "), ("¹", "1 "), ("1", "¹ ")],
)
@pytest.mark.parametrize("more", [BREAK, "\n\f", "\n\n "])
def test_note_at_the_foot_of_a_page(lang: Lang, mark: str, start: str, more: str, tmp_path: Path) -> None:
    """The paragraph over the page is whole, its mark raised; the note stands behind it, and nothing is said twice."""
    found, all_found = read(tmp_path, pages(lang, mark, start + NOTES[lang], more))
    (note,) = notes_of(found)
    assert (note.text, note.marker, note.lang) == (NOTES[lang], "1", lang)
    assert texts(found)[texts(found).index(note.text) - 1] == whole(lang, "¹")
    assert "\n".join(texts(found)).count(NOTES[lang]) == 1
    (told,) = [entry for entry in entries(all_found.report, "footnote") if entry.after.startswith("1 ")]
    assert (told.line, told.why) == (note.span.first, "a note at the foot of its page")
    assert not [e for e in entries(all_found.report, "warning") if NOTES[lang][:20] in e.before]


def test_the_mark_is_told_where_it_changed(tmp_path: Path) -> None:
    """`балды1` becomes `балды¹`, by its line."""
    _, found = read(tmp_path, pages("kk", "1", "1 " + NOTES["kk"]))
    assert [(e.before, e.after) for e in entries(found.report, "footnote") if "mark" in e.why] == [("балды1", "балды¹")]
    _, found = read(tmp_path / "raised", pages("kk", "¹", "1 " + NOTES["kk"]))
    assert not [e for e in entries(found.report, "footnote") if "mark" in e.why]


def test_notes_of_several_lines_and_pages(tmp_path: Path) -> None:
    """Two notes on a page, one over two lines with a hyphen; the numbers go on, or begin again."""
    for number in ("3", "1"):
        text = pages("kk", "¹", f"________\n¹ Қараңыз: Омаров А. Тау ба-\nлы туралы, 2010.\n{'² '}Сонда, 16 б.")
        text = text.replace("күзге дейін", "күзге² дейін")
        text = text.replace("үлгі жинадық.", f"үлгі жинадық{number}.").replace(
            "\n\n42\n", f"\n{number} Сонда, 17 б.\n\n42\n"
        )
        found, all_found = read(tmp_path / number, text)
        assert [(note.marker, note.text) for note in notes_of(found)] == [
            ("1", "Қараңыз: Омаров А. Тау балы туралы, 2010."),
            ("2", "Сонда, 16 б."),
            (number, "Сонда, 17 б."),
        ]
        assert whole("kk", "¹").replace("күзге", "күзге²") in texts(found)
        (rule,) = [entry for entry in entries(all_found.report, "drop") if "rule" in entry.why]
        assert rule.before == "________"


def test_stars(tmp_path: Path) -> None:
    """A starred word and its note; the star stays as it is."""
    text = pages("en", "*", "* A note of the editors.\n** Another one.").replace("summer", "summer**")
    found, _ = read(tmp_path, text)
    assert [(note.marker, note.text) for note in notes_of(found)] == [
        ("*", "A note of the editors."),
        ("**", "Another one."),
    ]


NO_NOTES = {
    "no mark": ("", "¹ "),
    "no mark of a plain number": ("", "1 "),
    "another number": ("¹", "² "),
    "a power": (" 5 км²", "² "),
    "a name with a number": (" COVID1", "1 "),
    "an item": ("1", "1. "),
    "a small letter": ("1", "1 т"),
    "out of turn": ("7", "7 "),
}


@pytest.mark.parametrize("case", NO_NOTES)
def test_what_is_no_note_stays(case: str, tmp_path: Path) -> None:
    """One thing is missing: the mark, the number's turn, the form. All words are still there."""
    mark, start = NO_NOTES[case]
    found, _ = read(tmp_path, pages("kk", mark, start + NOTES["kk"]))
    assert not notes_of(found)
    assert NOTES["kk"][:40] in " ".join(f"{block.marker} {block.text}" for block in found.blocks)


def test_text_below_is_no_foot(tmp_path: Path) -> None:
    """A paragraph begins under the numbered line, or a heading: it is no note."""
    for below in (f"\n\n{wrapped(BODIES['bees']['kk'][1])}", "\nҚорытынды"):
        found, _ = read(tmp_path / str(len(below)), pages("kk", "¹", f"¹ {NOTES['kk']}{below}"))
        assert not notes_of(found)


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("сөз¹ әрі", ["1"]),
        ("сөз ¹ әрі", ["1"]),
        ("сөз1 әрі", ["1"]),
        ("«сөз»1, әрі", ["1"]),
        ("сөз.12 Әрі", ["12"]),
        ("2021¹ жылы", ["1"]),
        ("сөз[^3] әрі", ["3"]),
        ("сөз* әрі", ["*"]),
        ("5 км² жер, 10² және R²", []),
        ("COVID19 мен CO2", []),
        ("сөз 1 әрі", []),
        ("сөз1-ші, сөз1.5, сөз5%", []),
        ("ст.5 және б.12", []),
        ("¹ Сонда", []),
    ],
)
def test_marks(text: str, markers: list[str]) -> None:
    """What may be a mark: raised, or right behind a word; no power, no name, no locator."""
    found = list(marks_in(text))
    assert [mark.marker for mark in found] == markers
    assert all(0 < mark.start < mark.end <= len(text) for mark in found)


def test_affiliations_are_no_notes(tmp_path: Path) -> None:
    """A number beside an author leads to the academy under it, on a page that ends there too."""
    title = "¹ Жетісу академиясы, Талдықорған қаласы, Қазақстан\n\n4\n\n\f"
    text = front("bees", "kk").replace("Аңдатпа", f"ВЕТЛУГИН О.П.¹\n\n{title}Аңдатпа") + pages("kk", "", "")
    found = corpus(tmp_path, {"a.txt": text})
    assert not [note for article in found.articles for note in notes_of(article)]


def test_no_page_in_the_dump(tmp_path: Path) -> None:
    """At the end of a dump without pages only raised numbers show notes."""
    text = front("bees", "en") + "Introduction\n\n" + wrapped(BODIES["bees"]["en"][0].replace("region.", "region{}."))
    for mark, start, count in (("¹", "¹ ", 1), ("1", "1 ", 0)):
        found, _ = read(tmp_path / mark, text.format(mark) + f"\n\n{start}See: Smith J. Honey.\n")
        assert len(notes_of(found)) == count


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_markdown_notes(name: str, tmp_path: Path) -> None:
    """Marked in the text and written out anywhere: numbers, words, two marks of one note, a note over two lines."""
    heading = "# {}\n\n".format
    first = BODIES["bees"]["kk"][0].replace("дамыған.", "дамыған[^1].").replace("күзге", "күзге[^тау]")
    text = (
        f"{heading('Аңдатпа')}{ABSTRACTS['bees']['kk']}\n\n{heading('Кіріспе')}{first}\n\n"
        f"[^1]: Қараңыз: *Омаров А.* [Бал](https://bal.kz/1)\nтуралы.\n[^тау]: Таудың түбі.\n\n"
        f"{BODIES['bees']['kk'][1].replace('жинадық.', 'жинадық[^1].')} Ал [^9] белгісі бос.\n\n"
        f"{heading('Қорытынды')}{BODIES['bees']['kk'][2]}\n\n[^5]: Бұл ескертпе белгісіз.\n"
    )
    found, all_found = read(tmp_path, text, name)
    assert [(note.marker, note.text) for note in notes_of(found)] == [
        ("1", "Қараңыз: Омаров А. Бал (https://bal.kz/1) туралы."),
        ("2", "Таудың түбі."),
    ]
    running = " ".join(block.text for block in found.blocks if block.kind != "footnote")
    assert all(piece in running for piece in ("дамыған¹.", "күзге²", "жинадық¹.", "[^9]", "[^5]: Бұл ескертпе"))
    assert len([entry for entry in entries(all_found.report, "footnote") if "in the file" in entry.why]) == 2


def test_notes_of_a_word_document(tmp_path: Path) -> None:
    """What the document's own footnotes are; the reader of the format hands them on as Markdown writes them."""
    first, second, third = BODIES["bees"]["ru"]
    opening = ("ПЧЕЛОВОДСТВО В ПРЕДГОРЬЯХ И МЁД", "Аннотация", ABSTRACTS["bees"]["ru"], "Введение", first)
    paragraphs = [*(para(run(text)) for text in opening), para(run(second), note(2), run(" Да.")), para(run(third))]
    found = only(corpus(tmp_path, {"a.docx": docx(*paragraphs, notes={2: NOTES["ru"]})}))
    assert [(each.marker, each.text) for each in notes_of(found)] == [("1", NOTES["ru"])]
    assert f"{second}¹ Да." in texts(found)


def test_notes_of_two_articles_in_one_dump(tmp_path: Path) -> None:
    """Each begins with 1 again; each keeps its own, behind the block that marks it."""
    text = pages("kk", "¹", f"¹ {NOTES['kk']}") + "\f" + pages("ru", "¹", f"¹ {NOTES['ru']}").replace("bees", "")
    found = corpus(tmp_path, {"a.txt": text})
    told = {article.lang: [note.text for note in notes_of(article)] for article in found.articles}
    assert told == {"kk": [NOTES["kk"]], "ru": [NOTES["ru"]]}


def test_links_both_ways(tmp_path: Path) -> None:
    """The mark leads to its note, also where numbers begin again on each page; the note to the block of its mark."""
    text = pages("kk", "¹", f"¹ {NOTES['kk']}").replace("үлгі жинадық.", "үлгі жинадық¹.")
    text = text.replace("\n\n42\n", "\n¹ Сонда, 17 б.\n\n42\n").replace("беткейіне", "5 км² беткейіне")
    found, _ = read(tmp_path, text)
    first, second = notes_of(found)
    links = Links(found)
    led = [
        (block.anchor, piece.text, piece.anchor)
        for block in found.blocks
        for run in links.runs(block)
        for piece in run.pieces
        if piece.anchor
    ]
    marked = [block.anchor for block in found.blocks if "¹" in block.text]
    assert led == [(marked[0], "¹", first.anchor), (marked[1], "¹", second.anchor)]
    assert [links.back(note.anchor) for note in (first, second)] == marked


def test_words_and_sources_hold_the_notes(tmp_path: Path) -> None:
    """A note counts as text of its article, and lies among its lines."""
    with_note, _ = read(tmp_path / "with", pages("en", "¹", f"¹ {NOTES['en']}"))
    without, _ = read(tmp_path / "without", pages("en", "", ""))
    assert with_note.words == without.words + len(list(words(NOTES["en"])))
    assert all(s.first <= n.span.first <= s.last for s in with_note.sources for n in notes_of(with_note))


def test_a_fix_may_speak_of_a_note(tmp_path: Path) -> None:
    """`[[fix]]` reaches a line that became a note."""
    text = pages("kk", "¹", f"¹ {NOTES['kk']}")
    line = next(i for i, each in enumerate(text.split("\n"), 1) if each.startswith("¹"))
    fix = f'[[fix]]\nline = {line}\nfrom = "Тау балы"\nto = "Тау  балы"\n'
    found = only(corpus(tmp_path, {"a.txt": text, "a.toml": fix}))
    assert "Тау  балы" in notes_of(found)[0].text


PIECES = st.sampled_from(
    [
        *("Ұзын сөйлемдегі бал1 мен", "ара¹ туралы сөз2 және мёд[^1] қозғалды", "бал* пен балауыз** қоры", "км² жер"),
        *("1 Қараңыз: Омаров", "1Сонда", "¹ См. там же", "2 Бал", "² Бал", "* Редакциядан", "** Тағы", "[^1]: Бал"),
        *("_____", "", "", "Қорытынды", "• бал", "ары қарай жалғасады.", "Жаңа сөйлем.", "41", "1. Бірінші"),
    ]
)
PAGES = st.lists(st.lists(PIECES, max_size=10).map("\n".join), min_size=1, max_size=6).map("\n\f".join)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, st.sampled_from(["a.txt", "a.md"]))
def test_any_pages(text: str, name: str) -> None:
    """Whatever is taken for a note, no letter is lost, anchors stay unique, spans lie in the file."""
    opening = wrapped(BODIES["bees"]["kk"][0])
    invariants.read({name: f"Кіріспе\n\n{opening}\n\n{text}\n\n{opening}\n".encode()})


HOSTILE = {
    "notes": "".join(f"бал{i % 900 + 1} мен ара\n\f{i % 900 + 1} Бал\n" for i in range(3_000)),
    "one page": "\f" + "бал1 ара2\n" * 3_000 + "".join(f"{i} Бал\n" for i in range(1, 900)),
    "ones": "\f" + "бал1\n" * 10_000 + "1 Бал\n" * 10_000,
    "stars": "\f" + "бал* ара**\n" * 5_000 + "* Бал\n" * 5_000,
    "raised": "\f" + "¹²³" * 50_000 + "\n" + "¹ б\n" * 5_000,
    "written": "бал[^1] " * 5_000 + "\n" + "[^1]: бал\n" * 5_000,
    "labels": "".join(f"бал[^{i}]\n[^{i}]: бал\n" for i in range(3_000)),
    "open": "[^" * 50_000,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_notes(shape: str) -> None:
    """Nothing hangs, nothing is lost: each line is in the text or in a note."""
    given = lines(HOSTILE[shape])
    kept, notes = take_notes(given, "a.txt", desk())
    taken = {line.number for note in notes for line in note.lines}
    assert [line.number for line in kept] == [line.number for line in given]
    assert all(bool(line.text) != (line.number in taken) for line in kept if given[line.number - 1].text)
