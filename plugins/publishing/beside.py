"""What a build writes beside the site, for the editor: the report, and a finished `NAME.toml` for each dump."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from journal.corpus import Corpus
from journal.dumps import CorpusError, dump_paths
from journal.editor.companion import companion
from journal.editor.corrections import read_corrections
from journal.editor.findings import Findings, findings
from journal.errors import JournalError
from journal.records import Article
from journal.web.interface import load_ui

from .report_page import write_pages

FOLDER = "corrections"  # of the finished TOMLs, beside the report


def write_beside(corpus: Corpus, dumps: Path, site: Path, theme: Path, path_of: Callable[[str], Path]) -> None:
    """Write the report's files and the folder `corrections`; `path_of` says where what has a name is written.

    `dumps` is the folder that was read, `site` the output folder beside which all this will lie. One dump's articles
    are in memory at a time.

    Raises:
        CorpusError: a dump's corrections were changed since they were read, and cannot be used.
    """
    with path_of("report.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(corpus.report.jsonl())
    paths = dump_paths(dumps)
    heads = [words["toml.head"] for words in load_ui(theme / "ui").values()]
    names, found = _names(paths), dict[str, list[Findings]]()
    path_of(FOLDER).mkdir()
    for path, articles in _of_dumps(corpus, paths):
        found[path.name] = [findings(article) for article in articles]
        head = "\n".join(words.replace("{file}", path.name) for words in heads)
        (path_of(FOLDER) / names[path.name]).write_text(_finished(path, articles, head), "utf-8", newline="")
    tomls = {name: f"{FOLDER}/{quote(toml)}" for name, toml in names.items()}
    write_pages(corpus.report, found, tomls, f"../{quote(site.name)}", theme, path_of)


def _of_dumps(corpus: Corpus, paths: Sequence[Path]) -> Iterator[tuple[Path, list[Article]]]:
    cards: dict[str, dict[str, Article]] = {}
    for card in corpus.cards:
        for span in card.sources:
            cards.setdefault(span.file, {})[card.id] = card
    return ((path, [corpus.whole(card) for card in cards.get(path.name, {}).values()]) for path in paths)


def _finished(path: Path, articles: Sequence[Article], head: str) -> str:
    toml = path.with_suffix(".toml")
    try:
        corrections = read_corrections(toml)
        existing = toml.read_bytes().decode() if toml.exists() else ""
        return companion(existing, corrections, path.name, articles, head)
    except JournalError as error:
        raise CorpusError([error]) from error


def _names(paths: Sequence[Path]) -> Mapping[str, str]:
    """Dump -> the name of its TOML; `a.txt` and `a.md` of two folders both want `a.toml`."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for path in paths:
        name = path.with_suffix(".toml").name
        names[path.name] = name if name.casefold() not in taken else f"{path.name}.toml"
        taken.add(names[path.name].casefold())
    return names
