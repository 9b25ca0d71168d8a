"""What a reader does after the first answer: filters, orders, counts, and the concordance of a frequent word."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from publishing.build import build_site
from publishing.places import Places

from .browsing import opened
from .corpus import Corpus
from .lines import Streamed, stream
from .serving import serving

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = "concordance.html"
QUESTIONS = 20  # of the fifty warm ones
SORTS = ("relevance", "date", "title")


@dataclass(frozen=True)
class Chosen:
    """Times in milliseconds by what was done, one for each question; the concordance of the most frequent word."""

    times: dict[str, list[float]]
    streamed: Streamed


def interface(folder: Path) -> Path:
    """A site with our pages in `folder`: the sample journal, as `make` builds it."""
    build_site(Places(ROOT / "content" / "dumps", folder / "site"), say=lambda _: None)
    return folder / "site"


def dress(site: Path, pages: Path) -> None:
    """Our concordance page into a site, whose search files are built."""
    shutil.copytree(pages / "theme", site / "theme", dirs_exist_ok=True)
    shutil.copy2(pages / PAGE, site)


def choose(browser: Browser, corpus: Corpus, pages: Path) -> Chosen:
    """In the corpus, which is built, with the concordance page of `pages` beside its search files."""
    dress(corpus.site, pages)
    with serving(corpus.site) as served:
        with opened(browser, served, PAGE) as page:
            times = _times(page, corpus)
        with opened(browser, served, PAGE) as page:
            return Chosen(times, stream(page, corpus.frequent))


def _times(page: Page, corpus: Corpus) -> dict[str, list[float]]:
    questions = [question.text for question in corpus.mixed[:QUESTIONS]]
    script = (HERE / "choosing.js").read_text("utf-8")
    times: dict[str, list[float]] = page.evaluate(script, {"questions": questions, "sorts": SORTS})
    return times
