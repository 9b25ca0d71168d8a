"""An author is found by the name in any transliteration and either order, with initials before or after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import build_index

AUTHORS = {
    "kk": "Жанұзақова Хадиша Яхияқызы",
    "ru": "Харитонов Ярослав Евгеньевич",
    "en": "Zh.Kh. Shayakhmetov",
    "initials": "Юсупов Ж.Х.",
    "hyphen": "Қожахметова-Щеглова Я.",
    "other": "Бектұров Нұрлан",
}
TEXTS = {
    "kk": ("kk", "Көл жағасында қайық тұр."),
    "ru": ("ru", "На берегу стоит лодка."),
    "en": ("en", "A boat stands by the lake."),
    "initials": ("ru", "Лодка плывёт по озеру."),
    "hyphen": ("kk", "Қайықтар көлде жүзеді."),
    "other": ("kk", "Тауда қар жатыр."),
}
ASKED = {
    "kk": """Жанұзақова Хадиша|Хадиша Жанұзақова|Жанузакова|Zhanuzakova|Januzaqova|Janūzaqova|Zhanuzaqova Khadisha
        Khadisha Zhanuzakova|Hadisha Januzakova|Жанұзақова Х.Я.|Х.Я. Жанұзақова
        Х. Я. Жанузакова|Zhanuzakova Kh.Ya.
        Kh. Ya. Zhanuzakova|Kh.Y. Zhanuzakova|H. Januzaqova|Жанұзақова Х|Х Жанұзақова|Zhanuzakova KhYa|ЖАНҰЗАҚОВА
        Janūzaqova Xadişa|X. Januzaqova""",
    "ru": """Харитонов|Kharitonov|Haritonov|Ярослав Харитонов|Yaroslav Kharitonov|Iaroslav Haritonov
        Kharitonov Yaroslav|Kharitonov Ya.E.|Ya. E. Kharitonov|Ia.E. Kharitonov|Харитонов Я.Е.
        Я.Е. Харитонов|Я Е Харитонов
        Kharitonov Y.|Y. Kharitonov|Kharitonov, Yaroslav|Харитонов, Я. Е.|ХАРИТОНОВ ЯЕ
        Kharitonow|Kharitonoff|Charitonov|Charitonow|Charitonoff|Jaroslaw Charitonow|Charitonow J.|Haritonoff Y.""",
    "en": """Shayakhmetov|Шаяхметов|Шаяхметов Ж.Х.|Ж.Х. Шаяхметов|Shaiakhmetov Zh.|Zh. Shaiahmetov|J.H. Shayahmetov
        Shayakhmetov Zh. Kh.|Ж Шаяхметов|Şaiahmetov|Shayakhmetov J.
        Schajachmetow|Shaiakhmetoff|Schaiachmetow Zh.|Shayaxmetov|J. Şayaxmetov""",
    "initials": """Юсупов|Yusupov|Iusupov|Yussupov Zh.Kh.|Zh.Kh. Yusupov|Yusupov J.H.|Yusupov Zh. Kh.|Ж. Х. Юсупов
        Жандос Юсупов|Yusupov Zhandos|Zh Yusupov|ЖХ Юсупов|Юсупов ЖХ
        Jusupow|Yusupoff|Yusupow""",
    "hyphen": """Қожахметова-Щеглова|Kozhakhmetova-Shcheglova|Qojahmetova-Şeglova|Щеглова|Shcheglova|Scheglova
        Я. Кожахметова-Щеглова|Kozhakhmetova Shcheglova Ya.|Щеглова Қожахметова|Ya. Kozhakhmetova|Кожахметова""",
}
CASES = [(page, name.strip()) for page, names in ASKED.items() for name in names.replace("\n", "|").split("|")]


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of six articles by six authors, who stand in their texts' own pages, too."""
    folder: Path = tmp_path_factory.mktemp("names")
    for name, (lang, text) in TEXTS.items():
        head = f'<title>{name}</title><meta name="izdeu:authors" content="{AUTHORS[name]}">'
        (folder / f"{name}.html").write_text(
            f'<!doctype html><html lang="{lang}"><head>{head}</head><main data-index data-id="{name}">'
            f"<h1>{name}</h1><p>{text}</p></main></html>",
            "utf-8",
        )
    assert build_index.main([str(folder), "--quiet", "--jobs", "1"]) == 0
    page = browser.new_page()
    page.goto((folder / "search" / "index.html").as_uri())
    yield page
    page.close()


def wrong(page: Page, script: str) -> list[tuple[str, list[str]]]:
    """The names for which a script finds other articles than those of their author."""
    found = page.evaluate(f"(names) => Promise.all(names.map({script}))", [name for _, name in CASES])
    return [(name, ids) for (wanted, name), ids in zip(CASES, found, strict=True) if ids != [wanted]]


def test_the_field_finds_the_author_and_no_other(site: Page) -> None:
    """In any alphabet, surname first or last."""
    assert wrong(site, """async (name) => (await izdeu.search(`author:"${name}"`)).hits.map(({ id }) => id)""") == []


def test_a_plain_question_offers_the_author(site: Page) -> None:
    """A name that the texts lack: one click away."""
    script = """async (name) => {
      const { suggestions } = await izdeu.search(name);
      const offered = suggestions.find(({ query }) => query.startsWith("author:"));
      return offered ? (await izdeu.search(offered.query)).hits.map(({ id }) => id) : [];
    }"""
    assert wrong(site, script) == []
