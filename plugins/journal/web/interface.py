"""The pages that are no article: home, search, concordance, issues, authors, keywords and 404, each in three languages.

A Pelican generator: it also writes what the pages need beside them, the words of the interface as scripts (a page
opened from a folder may load scripts but no JSON), the fonts from npm, and `catalogue.json` for other programs.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from journal.records import LANGS, Lang

from .catalogue import as_json, catalogue
from .site import Site

PAGES = ("index", "search", "concordance", "issues", "authors", "keywords", "404")
TEMPLATES = {"index": "home"}
# Words that few pages need stand in tables of their own, `ui-<language>-<room>.js`, by the beginnings of their keys;
# what only the engine or the builder says is not for pages.
ROOMS = {
    "repairs": ("report.", "why.", "repairs."),
    "tools": (
        "filters.",
        "cite.",
        "search.fails.",
        "search.readas.",
        "search.unfiltered",
        "search.as.any",
        "search.plain",
        "search.without",
    ),
    "lines": ("concordance.",),
    "typing": ("suggest.",),
}
ELSEWHERE = ("engine.", "toml.")
SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")


PROJECT = Path(__file__).resolve().parents[3]


def version() -> str:
    """Of Izdeu, as a download names it."""
    return str(tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def load_ui(folder: Path) -> dict[Lang, dict[str, str]]:
    """The words of the interface by language; the three files must have the same keys.

    Raises:
        ValueError: a file lacks a key that another has.
    """
    ui = {lang: json.loads((folder / f"{lang}.json").read_text("utf-8")) for lang in LANGS}
    for lang in LANGS:
        missing = set().union(*ui.values()) - set(ui[lang])
        if missing:
            raise ValueError(f"{folder / lang}.json: the key {min(missing)!r} is missing")
    return ui


def by_room(strings: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The words of a language by the room that loads them: "" for every page's, else a key of `ROOMS`."""
    rooms: dict[str, dict[str, str]] = {room: {} for room in ("", *ROOMS)}
    for key, text in strings.items():
        if not key.startswith(ELSEWHERE):
            rooms[next((room for room, keys in ROOMS.items() if key.startswith(keys)), "")][key] = text
    return rooms


def issue_names(site: Site) -> str:
    """What is known of each issue's name, by its slug, as JSON: a page tells it in its reader's language."""
    names = {
        issue.slug: {"year": issue.year, "volume": issue.volume, "issue": issue.issue, "journal": issue.journal}
        for issue in site.issues
    }
    known = {slug: {key: value for key, value in name.items() if value} for slug, name in names.items()}
    return json.dumps(known, ensure_ascii=False, sort_keys=True)


def root_of(path: str) -> str:
    """The way from the page at `path` (relative to the site) to the site's root: `.`, `..`, `../..`."""
    depth = len(PurePosixPath(path).parts) - 1
    return "/".join([".."] * depth) or "."


def place(name: str, lang: Lang) -> str:
    """Where the interface page `name` stands: Kazakh at the root, the others in their folders."""
    return f"{name}.html" if lang == LANGS[0] else f"{lang}/{name}.html"


def page_context(name: str, lang: Lang) -> dict[str, Any]:
    """What every interface page tells its template."""
    path = place(name, lang)
    return {"page_lang": lang, "root": root_of(path), "alternates": {other: place(name, other) for other in LANGS}}


class InterfaceGenerator(Generator):  # type: ignore[misc]
    """Writes the interface pages; expects `site`, `ui` and `whole` in the shared context."""

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.context["site"]
        self.context["version"] = version()
        for lang in LANGS:
            for name in PAGES:
                self._write(writer, name, TEMPLATES.get(name, name), lang)
            for issue in site.issues:
                self._write(writer, f"issues/{issue.slug}", "issue", lang, issue=issue)
        self._write_ui(Path(self.output_path) / "theme" / "js")
        self._copy_fonts(Path(self.output_path) / "theme" / "fonts")
        with (Path(self.output_path) / "catalogue.json").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(as_json(catalogue(map(self.context["whole"], site.articles))))

    def _write(self, writer: Writer, name: str, template: str, lang: Lang, **more: Any) -> None:
        context = page_context(name, lang) | more
        writer.write_file(
            place(name, lang),
            self.get_template(template),
            self.context,
            relative_urls=True,
            override_output=True,
            **context,
        )

    def _write_ui(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        ui: Mapping[Lang, Mapping[str, str]] = self.context["ui"]
        for lang, strings in ui.items():
            for room, own in by_room(strings).items():
                words = json.dumps(own, ensure_ascii=False, sort_keys=True)
                name = f"ui-{lang}-{room}.js" if room else f"ui-{lang}.js"
                (folder / name).write_text(f'izdeuUi("{lang}", {words});\n', "utf-8", newline="\n")
        names = issue_names(self.context["site"])
        (folder / "issues.js").write_text(f"izdeuIssues = {names};\n", "utf-8", newline="\n")

    def _copy_fonts(self, folder: Path) -> None:
        source = Path(self.settings["JOURNAL_FONTS"])
        folder.mkdir(parents=True, exist_ok=True)
        for style in ("normal", "italic"):
            for subset in SUBSETS:
                name = f"literata-{subset}-wght-{style}.woff2"
                shutil.copyfile(source / name, folder / name)
