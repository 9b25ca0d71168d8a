"""The scripts beside the index: lunr from npm and our engine in one file, and the plain search page for any site."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from languages import export_sounds, genders
from lunr_search.records import LANGS
from lunr_search.tables import table

from . import syntax
from .minify import minified
from .script_files import ENGINE, PAGE_SCRIPTS, PARTS

PROJECT = Path(__file__).resolve().parents[3]
SOURCES = PROJECT / "theme" / "static" / "js"
LUNR = PROJECT / "node_modules" / "lunr" / "lunr.min.js"
UI = PROJECT / "theme" / "ui"
NOTICE = "/* Izdeu, AGPL-3.0-or-later; readable in theme/static/js of its source */\n"
PLAIN_PAGE = Path(__file__).with_name("plain.html")


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
    parts = {f"izdeu-{name}.js": minified(f"{NOTICE}{_rules(name)}{_joined(files)}") for name, files in PARTS.items()}
    return {
        "izdeu.js": minified(f"{_lunr()}{engine}"),
        **parts,
        "plain.js": minified((SOURCES / "search" / "plain.js").read_text("utf-8")),
        "index.html": PLAIN_PAGE.read_text("utf-8"),
    }


def _rules(part: str) -> str:
    """What a part is shipped with beside its code."""
    rules: dict[str, Any] = {}
    if part == "language":
        rules["izdeuSyntaxRules"] = syntax.rules()
    if part == "meant":
        rules["izdeuTypingRules"] = table("typing")
    if part == "heard":
        rules["izdeuGenders"] = genders()
    if "engine/names.js" in PARTS[part]:
        rules["izdeuSoundRules"] = export_sounds()
    return "".join(f"window.{name} = {json.dumps(own, ensure_ascii=False)};\n" for name, own in rules.items())


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
