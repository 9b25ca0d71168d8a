"""What the concordance of a frequent word costs: heap that is seen while its lines stream, times, frames.

    python benchmarks/concordance.py                         a word with 20,000 lines in 1,000 articles
    python benchmarks/concordance.py --pages 100             2,000 lines in 100
    python benchmarks/concordance.py --site SITE --word WORD of a site with search files, whose pages are left alone

Each is asked over http and from the folder. The table goes to benchmarks/results/concordance.md (--print: not there);
docs/performance.md, "The concordance", tells how to read it. 20,000 lines take some four minutes on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

import build_index  # noqa: E402
from benchmarks.cost.browsing import opened, started  # noqa: E402
from benchmarks.cost.choosing import PAGE, dress, interface  # noqa: E402
from benchmarks.cost.corpus import SEED  # noqa: E402
from benchmarks.cost.lines import Streamed, stream  # noqa: E402
from benchmarks.cost.serving import serving  # noqa: E402
from benchmarks.cost.tables import lines_table  # noqa: E402
from benchmarks.kept import report  # noqa: E402
from benchmarks.press.growing import Sentences  # noqa: E402

PAGES, PARAGRAPHS, WORDS = 1_000, 20, 120
FORMS = ("сыбайластық", "сыбайластықтың", "сыбайластыққа", "сыбайластықты", "сыбайластықпен", "сыбайластығы")
FORM = re.compile("|".join(sorted(FORMS, key=len, reverse=True)))
YEARS = range(2015, 2025)
NOTE = """Unless a site was given, the word stands once in every paragraph, so that every piece of every text is read.
Heap without forced collection, looked at every 30 ms while the lines stream, are put in three other orders, are saved
as CSV and scroll: the most of V8's own (`JSHeapUsedSize`), the most with what hangs on it outside
(`performance.memory`), and what is held after a collection. Frames: 240 by script (twenty rows a frame, and leaps to
anywhere), and under sixty notches of a wheel; the longest task under it, ms, by the clock."""


def write_pages(folder: Path, count: int) -> int:
    """Pages with one word in every paragraph of the sample's sentences; how often that is."""
    chance, sentences = random.Random(SEED), Sentences("kk", SEED)
    for number in range(count):
        paragraphs = []
        for _ in range(PARAGRAPHS):
            words = FORM.sub("", " ".join(sentences.take(WORDS))).split()
            words.insert(chance.randrange(len(words)), chance.choice(FORMS))
            paragraphs.append(f"<p>{' '.join(words).replace('<', '&lt;')}</p>")
        meta = f'<meta name="izdeu:year" content="{YEARS[number % len(YEARS)]}">'
        text = f"<main data-id=a{number}><h1>Мақала {number}</h1>{''.join(paragraphs)}</main>"
        html = f"<!doctype html><html lang=kk><meta charset=utf-8>{meta}{text}</html>"
        (folder / f"a{number}.html").write_text(html, "utf-8")
    return count * PARAGRAPHS


def made(site: Path, pages: int) -> str:
    """The site with its search files in a new folder; the word that is asked for."""
    site.mkdir()
    write_pages(site, pages)
    if build_index.main([str(site), "--quiet"]):
        raise RuntimeError("the search files could not be built")
    return FORMS[1]


def streams(browser: Browser, site: Path, word: str) -> Iterator[tuple[str, Streamed]]:
    with serving(site) as served, opened(browser, served, PAGE) as page:
        yield "http", stream(page, word)
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    yield "folder", stream(page, word)
    context.close()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N", help=f"articles of {PARAGRAPHS} lines each")
    parser.add_argument("--site", type=Path, help="a site with search files of this version; wants --word")
    parser.add_argument("--word", help="what is asked of it")
    parser.add_argument("--print", action="store_true", help="write no file")
    options = parser.parse_args(arguments)
    if bool(options.site) != bool(options.word):
        parser.error("--site and --word go together")
    with started() as browser, TemporaryDirectory(prefix="izdeu-bench-") as folder:
        site = Path(folder) / "asked"
        if options.site:
            site.mkdir()
            shutil.copytree(options.site / "search", site / "search")
        word = options.word or made(site, options.pages)
        (Path(folder) / "pages").mkdir()
        dress(site, interface(Path(folder) / "pages"))
        text = f"{lines_table(list(streams(browser, site, word)))}\n\nLoad {os.getloadavg()[0]:.1f}. {NOTE}"
    report("concordance", "What a concordance costs", text, kept=not options.print)
    return 0


if __name__ == "__main__":
    sys.exit(main())
