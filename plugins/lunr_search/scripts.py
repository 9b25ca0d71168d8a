"""The scripts beside the index: lunr from npm and our engine in one file, and the plain search page for any site."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from languages import genders

from . import syntax
from .minify import minified
from .records import LANGS

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = PROJECT / "theme" / "static" / "js"
LUNR = PROJECT / "node_modules" / "lunr" / "lunr.min.js"
UI = PROJECT / "theme" / "ui"
NOTICE = "/* Izdeu, AGPL-3.0-or-later; readable in theme/static/js of its source */\n"
PLAIN_PAGE = Path(__file__).with_name("plain.html")

# In the order in which they must run: each file uses only what stands before it.
ENGINE = (
    "engine/words.js",
    "engine/fold.js",
    "engine/kazakh.js",
    "engine/paradigms.js",
    "engine/statutes.js",
    "engine/understand.js",
    "search/numbers.js",
    "search/files.js",
    "search/ranges.js",
    "search/postings.js",
    "search/shard.js",
    "search/store.js",
    "search/apart.js",
    "search/question.js",
    "search/cut.js",
    "search/rank.js",
    "search/facets.js",
    "search/filters.js",
    "search/passages.js",
    "search/repeats.js",
    "search/opened.js",
    "search/hits.js",
    "search/spelling.js",
    "search/ask.js",
    "search/search.js",
    "search/marks.js",
    "search/parts.js",
)

# What not every question needs: each is a file of its own, loaded when first asked for (search/files.js).
PARTS = {
    "all": ("search/all.js",),
    "counts": ("search/kinds.js", "search/counts.js"),
    "language": (
        "search/pieces.js",
        "search/syntax.js",
        "search/begun.js",
        "search/plan.js",
        "search/clauses.js",
        "search/phrases.js",
        "search/failing.js",
        "search/language.js",
    ),
    "lines": (
        "search/lines-store.js",
        "search/lines-order.js",
        "search/lines-share.js",
        "search/lines-runs.js",
        "search/lines-texts.js",
        "search/lines.js",
    ),
    "heard": ("search/lists.js", "engine/names.js", "search/heard.js"),
    "names": ("engine/names.js",),
    "query": ("search/query.js",),
    "meant": ("search/lists.js", "search/keyboard.js", "search/typos.js", "search/near.js", "search/suggest.js"),
    "typing": ("search/lists.js", "engine/names.js", "search/typing.js"),
    "cite": ("search/cite.js", "search/bibtex.js", "search/ris.js"),
    "pairs": ("search/lists.js", "search/pairs.js", "search/also.js"),
}

# Scripts of the theme's pages, each in one file of `theme/js/`, in the order in which they must run.
PAGE_SCRIPTS = {
    "combobox.js": ("combobox/list.js", "combobox/box.js", "combobox/start.js"),
    "concordance.js": (
        "search-page/parameters.js",
        "concordance/address.js",
        "concordance/form.js",
        "concordance/row.js",
        "concordance/rows.js",
        "concordance/charts.js",
        "concordance/download.js",
        "concordance/status.js",
        "concordance/view.js",
        "concordance/steps.js",
        "concordance/page.js",
    ),
    "search-page.js": (
        "search-page/dom.js",
        "search-page/parameters.js",
        "search-page/address.js",
        "search-page/results.js",
        "search-page/understood.js",
        "search-page/offers.js",
        "search-page/status.js",
        "search-page/pages.js",
        "search-page/asking.js",
        "search-page/controls.js",
        "search-page/tools.js",
        "search-page/start.js",
    ),
    "search-tools.js": (
        "search-tools/facet.js",
        "search-tools/years.js",
        "search-tools/filters.js",
        "search-tools/nothing.js",
        "search-tools/elsewhere.js",
        "search-tools/others.js",
        "search-tools/unfold.js",
        "search-tools/cite.js",
    ),
}


def page_scripts() -> dict[str, str]:
    """File name inside `theme/js/` -> content, made small like the engine.

    Raises:
        FileNotFoundError: npm's packages are not installed.
    """
    return {name: minified(f"{NOTICE}{_joined(files)}") for name, files in PAGE_SCRIPTS.items()}


def scripts() -> dict[str, str]:
    """File name inside `search/` -> content; the code without comments, its inner names short.

    Raises:
        FileNotFoundError: npm's packages are not installed.
    """
    engine = f"{NOTICE}if (!window.izdeu) {{\n{_messages()}{_joined(ENGINE)}\n}}\n"  # a page may load it twice
    if not LUNR.is_file():
        raise FileNotFoundError(f"{LUNR.name} is not there: `make` fetches it from npm")
    parts = {
        f"izdeu-{name}.js": minified(f"{NOTICE}{_rules(name)}{_joined(files)}") for name, files in PARTS.items()
    }
    return {
        "izdeu.js": minified(f"{_lunr()}{engine}"),
        **parts,
        "plain.js": minified((SOURCES / "search" / "plain.js").read_text("utf-8")),
        "index.html": PLAIN_PAGE.read_text("utf-8"),
    }


def _rules(part: str) -> str:
    """What a part is shipped with beside its code."""
    if part == "language":
        return f"window.izdeuSyntaxRules = {json.dumps(syntax.rules(), ensure_ascii=False)};\n"
    if part == "heard":
        return f"window.izdeuGenders = {json.dumps(genders(), ensure_ascii=False)};\n"
    return ""


def _joined(files: Sequence[str]) -> str:
    return "".join((SOURCES / name).read_text("utf-8") for name in files)


def _lunr() -> str:
    """lunr by itself, whatever module loader or other lunr the page has: `window.izdeuLunr`."""
    loaded = f"(function (module, exports, define) {{{LUNR.read_text('utf-8')}\nreturn module.exports;\n}})({{}}, {{}})"
    return f"window.izdeuLunr = window.izdeuLunr || {loaded};\n"


def _messages() -> str:
    """What the engine itself may have to say, in the languages of the interface: the keys `engine.*` of theme/ui."""
    messages = {
        lang: {
            key.removeprefix("engine."): text
            for key, text in json.loads((UI / f"{lang}.json").read_text("utf-8")).items()
            if key.startswith("engine.")
        }
        for lang in LANGS
    }
    return f"window.izdeuMessages = {json.dumps(messages, ensure_ascii=False, sort_keys=True)};\n"
