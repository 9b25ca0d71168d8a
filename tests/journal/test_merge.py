"""The same article in two dumps: one article with the union of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.records import Lang
from tests.journal.tools import (
    ABSTRACTS,
    BODIES,
    KEYWORDS,
    TITLES,
    article,
    body,
    corpus,
    entries,
    front,
    only,
    text_of,
    wrapped,
)

LANGS: list[Lang] = ["kk", "ru", "en"]


def with_abstract(lang: Lang, text: str, keywords: bool = True) -> str:
    """A front whose abstract is `text` instead."""
    whole = front("bees", lang).replace(wrapped(ABSTRACTS["bees"][lang]), wrapped(text))
    return whole if keywords else whole[: whole.rindex("\n\n", 0, -2)] + "\n\n"


@pytest.mark.parametrize("lang", LANGS)
def test_parts_of_two_copies_are_united(lang: Lang, tmp_path: Path) -> None:
    """Each copy lacks what the other has."""
    one, two = (other for other in LANGS if other != lang)
    found = corpus(
        tmp_path,
        {
            "a.txt": front("bees", lang) + body("bees", lang) + front("bees", one),
            "b.txt": front("bees", lang, title=False) + body("bees", lang) + front("bees", two),
        },
    )
    merged = only(found)
    assert {key: title.casefold() for key, title in merged.titles.items()} == {
        key: title.casefold() for key, title in TITLES["bees"].items()
    }
    assert {key: text_of(blocks) for key, blocks in merged.abstracts.items()} == ABSTRACTS["bees"]
    assert merged.keywords == KEYWORDS["bees"]
    assert [(span.file, span.first) for span in merged.sources] == [("a.txt", 1), ("b.txt", 1)]
    assert merged.id == "a-01"
    assert len(entries(found.report, "duplicate")) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("swapped", [False, True])
def test_sentence_cut_in_two_is_put_together(lang: Lang, swapped: bool, tmp_path: Path) -> None:
    """One copy breaks off inside a sentence, the other goes on with it."""
    words = ABSTRACTS["bees"][lang].split()
    at = next(i for i in range(len(words) // 2, len(words)) if words[i][0].islower() and words[i - 1].isalpha())
    halves = [" ".join(words[:at]), " ".join(words[at:])]
    names = ["b.txt", "a.txt"] if swapped else ["a.txt", "b.txt"]
    dumps = {name: with_abstract(lang, half) + body("bees", lang) for name, half in zip(names, halves, strict=True)}
    assert text_of(only(corpus(tmp_path, dumps)).abstracts[lang]) == ABSTRACTS["bees"][lang]


def test_fuller_body_stays(tmp_path: Path) -> None:
    """A copy that breaks off does not shorten the article, in whichever order they come."""
    text = article("bees", "kk")
    short = text[: text.index(wrapped(BODIES["bees"]["kk"][2]))]
    for name in ("b.txt", "0.txt"):
        folder = tmp_path / name[0]
        found = only(corpus(folder, {"a.txt": text, name: short}))
        assert [block.text for block in found.blocks if block.kind == "paragraph"] == list(BODIES["bees"]["kk"])


def test_different_articles_stay_apart(tmp_path: Path) -> None:
    """The same title and abstract do not make two bodies one."""
    dumps = {"a.txt": front("bees", "kk") + body("bees", "kk"), "b.txt": front("bees", "kk") + body("bridges", "kk")}
    assert len(corpus(tmp_path, dumps).articles) == 2


def test_translation_is_another_article(tmp_path: Path) -> None:
    """A body in another language shares no words."""
    assert len(corpus(tmp_path, {"a.txt": article("bees", "kk"), "b.txt": article("bees", "ru")}).articles) == 2


def test_editors_field_wins_in_a_merge(tmp_path: Path) -> None:
    """What an editor gave in one copy's TOML is not overruled by the other copy."""
    dumps = {
        "a.txt": article("bees", "kk"),
        "b.txt": article("bees", "kk"),
        "b.toml": 'year = 2030\ndoi = "10.1/x"\n[title]\nkk = "Бал туралы"\n',
    }
    merged = only(corpus(tmp_path, dumps))
    assert (merged.year, merged.doi, merged.titles["kk"]) == (2030, "10.1/x", "Бал туралы")
    assert merged.titles["ru"].casefold() == TITLES["bees"]["ru"].casefold()


def test_three_copies_become_one(tmp_path: Path) -> None:
    """All their lines are named."""
    merged = only(corpus(tmp_path, {f"{name}.txt": article("bridges", "en") for name in "abc"}))
    assert [span.file for span in merged.sources] == ["a.txt", "b.txt", "c.txt"]
