"""Whatever changed since the last build, and whatever was lost of it: the files are those of a build from nothing."""

from __future__ import annotations

import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lunr_search import cache
from lunr_search.build import build
from lunr_search.indexing import stretches
from lunr_search.indexing.analysed import Analysed
from lunr_search.renewing import kept as keeping
from lunr_search.writing import shards, vocabulary

TEXTS = {
    "kk": [
        "Мұражай қорындағы сирек кітаптардың тізімі жаңартылды.",
        "Құқық бұзушылық туралы іс сотта қаралды, 190-бап қолданылды.",
        "Құқықбұзушылықтың алдын алу шаралары мұражайда талқыланды.",
        "Балалар кітапханаға барып, ертегілер оқыды.",
        "ҚР ҚК-нің нормалары мен ғылыми-зерттеу жұмыстары.",
        "Институт, архив, статут, кодекс, автор.",
    ],
    "ru": [
        "Музей обновил список редких книг и рукописей.",
        "Люди пришли в суд, где рассматривалась статья 190 кодекса.",
        "Научно-исследовательская работа о бузовышках и мурзовышек.",
        "Дети ходили в библиотеку и читали сказки.",
        "Кибер преступность растёт, а киберпреступность изучают.",
        "Автор искал статут института в архиве и кодексах.",
        "Эту быль рассказывали правилам вопреки.",
        "Они были правы: править проще, когда есть правила.",
        "Правил он лодкой, минуты летели, минует лето.",
    ],
    "en": [
        "The museum has updated its list of rare books.",
        "Rulings of the court went beyond a ruling on Article 190.",
        "Readers went to the library; reading books is soooo good.",
        "The blorping of blorps, a blorp, and LAWS of US museums.",
        "Cyber crime grows while cybercrime is studied by Americans.",
        "They found what others had founded.",
        "To found a museum and to find one: he saw a saw.",
        "The lives of leaves; he leaves and lives.",
    ],
}
NAMES = ["Алтай Б. С.", "Серік Өмір", "Bell Ann"]
KINDS = {".site", ".since", ".facts", ".carried", ".words", ".postings", ".written"}
KEYWORDS = {"kk": ["құқық", "мұражай"], "ru": ["право", "музей"], "en": ["law", "museum"]}


def page(chance: random.Random) -> str:
    """A page of a main language, with something in the others."""
    lang, *others = chance.sample(sorted(TEXTS), 3)
    paragraphs = "".join(f"<p>{chance.choice(TEXTS[lang])}</p>" for _ in range(chance.randint(0, 4)))
    more = "".join(f'<p lang="{other}" data-part="abstract">{chance.choice(TEXTS[other])}</p>' for other in others)
    keywords = "".join(
        f'<p lang="{each}" data-part="keywords">{", ".join(KEYWORDS[each])}</p>' for each in (lang, *others)
    )
    meta = f'<meta name="citation_author" content="{chance.choice(NAMES)}">' * chance.randint(0, 1)
    meta += f'<meta name="citation_date" content="{chance.randint(2001, 2003)}">'
    title = chance.choice(TEXTS[lang])
    return (
        f'<html lang="{lang}"><head>{meta}<title>{title}</title></head>'
        f"<body><main><h1>{title}</h1>{paragraphs}{more}{keywords}</main></body></html>"
    )


def change(site: Path, chance: random.Random) -> None:
    """A page is changed, emptied, added, renamed or removed."""
    pages = sorted(site.glob("*.html"))
    own = chance.choice(pages)
    match chance.choice(["change", "change", "paragraph", "again", "empty", "add", "rename", "remove"]):
        case "change":
            own.write_text(page(chance), "utf-8")
        case "paragraph":
            word = "".join(chance.choices("абвгдежзиклмнопрст", k=8))
            own.write_text(own.read_text("utf-8").replace("</main>", f"<p>{word}ость</p></main>"), "utf-8")
        case "again":
            own.write_text(re.sub(r"(\w+)\.</p>", r"\1 \1.</p>", own.read_text("utf-8")), "utf-8")
        case "empty":
            own.write_text("<html></html>", "utf-8")
        case "add":
            (site / f"new{chance.randint(0, 10**6)}.html").write_text(page(chance), "utf-8")
        case "rename":
            own.rename(site / f"moved{chance.randint(0, 10**6)}.html")
        case "remove" if len(pages) > 10:
            own.unlink()


def lose(kept: Path, older: dict[str, bytes], chance: random.Random) -> None:
    """Something of what was kept is cut off, gone, or that of an earlier build, as after a build that was ended."""
    path = chance.choice([path for path in sorted(kept.rglob("*")) if path.is_file()])
    match chance.choice(["cut", "gone", "older", "older"]):
        case "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        case "gone":
            path.unlink()
        case "older":
            own = chance.choice([each for each in sorted(kept.rglob("*")) if each.suffix in KINDS])
            own.write_bytes(older.get(own.name, b""))


def published(search: Path) -> dict[str, bytes]:
    """The files of the publication, without those that it keeps of the one before."""
    names = [name for name in (search / "files.txt").read_text("utf-8").splitlines() if not name.startswith("- ")]
    return {name: (search / name).read_bytes() for name in names}


@pytest.mark.parametrize("seed", range(6))
def test_changes_one_after_the_other(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each of them the files are those that a build without a cache makes, with the numbers of the last.

    So it is with one shard and with many, and however seldom an analysis is kept.
    """
    chance = random.Random(seed)
    monkeypatch.setattr(keeping, "SEVERAL", seed % 3)
    if seed % 2:
        for name, size in {"SHARD": 60, "SLACK": 15, "HOT": 40}.items():
            monkeypatch.setattr(shards, name, size)
        monkeypatch.setattr(vocabulary, "LIST_WORDS", 5)
        monkeypatch.setattr(stretches, "PIECE", 8)
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    for number in range(16):
        (site / f"{number}.html").write_text(page(chance), "utf-8")
    older: dict[str, bytes] = {}
    kinds: set[str] = set()
    renewed: list[Analysed] = []
    renew = keeping.renewed
    monkeypatch.setattr(keeping, "renewed", lambda *given: renewed.append(renew(*given)) or renewed[-1])
    for step in range(6):
        with TemporaryDirectory() as empty:
            monkeypatch.setenv(cache.VARIABLE, empty)
            build(site, jobs=1)
            expected = published(site / "search")
        if step:
            (site / "search").rename(tmp_path / f"other{step}")
            (tmp_path / f"before{step}").rename(site / "search")
        monkeypatch.setenv(cache.VARIABLE, str(kept))
        build(site, jobs=1)
        assert published(site / "search") == expected
        assert sum(name.startswith("terms/") for name in expected) > (50 if seed % 2 else 0)
        kinds |= {path.suffix for path in kept.rglob("*")}
        if step % 2:
            lose(kept, older, chance)
        older = {path.name: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
        change(site, chance)
        copy(site / "search", tmp_path / f"before{step + 1}")
    assert kinds > KINDS  # both ways to keep pages were gone
    assert renewed  # and not all was analysed from nothing


@pytest.mark.parametrize("seed", range(2))
def test_another_journal(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages are others: words that are gone decide nothing, though the new ones may be forms of them."""
    chance = random.Random(seed)
    site = tmp_path / "site"
    site.mkdir()
    for text in ("қала заң үй кітап мұражай", "город закон дом книга музей", "law house museum book read"):
        (site / f"{text[:3]}.html").write_text(f"<p lang={'en' if text.isascii() else 'kk'}>{text}</p>", "utf-8")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    build(site, jobs=1)
    for path in site.glob("*.html"):
        path.unlink()
    (site / "kk.html").write_text("<p lang=kk>қалаға заңсыз үйлерде кітаптардың мұражайда</p>", "utf-8")
    for number in range(6):
        (site / f"{number}.html").write_text(page(chance), "utf-8")
    (site / "search").rename(tmp_path / "former")
    build(site, jobs=1)
    carried = published(site / "search")
    (site / "search").rename(tmp_path / "carried")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "empty"))
    build(site, jobs=1)
    assert carried == published(site / "search")


def copy(folder: Path, to: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            own = to / path.relative_to(folder)
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(path.read_bytes())
