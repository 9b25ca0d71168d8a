"""All formats side by side in one folder, article by article: memory holds the words of a corpus, not its texts."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from .records import Text
from .tables import ARTICLES, TOKENS, article_row, table, token_rows
from .vertical import vertical

TEXTS = "texts"
README = "README.txt"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a corpus holds."""

    articles: int
    words: int


def write_corpus(texts: Iterable[Text], folder: Path, digest: str) -> Counts:
    """Write the corpus into `folder`, which is new; `digest` is that of the search files, as downloads name it."""
    (folder / TEXTS).mkdir(parents=True)
    articles = words = 0
    with ExitStack() as stack:

        def opened(name: str) -> TextIO:
            return stack.enter_context((folder / name).open("w", encoding="utf-8", newline=""))

        tokens, about = table(opened("tokens.tsv"), TOKENS), table(opened("articles.tsv"), ARTICLES)
        upright = opened("corpus.vert")
        for text in texts:
            tokens.writerows(token_rows(text))
            about.writerow(article_row(text))
            upright.writelines(f"{line}\n" for line in vertical(text))
            _write_plain(text, folder / TEXTS)
            articles, words = articles + 1, words + text.words
    explained = (files(__package__) / README).read_text("utf-8")
    (folder / README).write_text(explained.replace("{digest}", digest), "utf-8", newline="\n")
    return Counts(articles, words)


def _write_plain(text: Text, folder: Path) -> None:
    """The article as its readers see it, paragraphs parted by an empty line."""
    plain = "\n\n".join(paragraph.text for paragraph in text.paragraphs)
    (folder / f"{quote(text.page.id, safe='')}.txt").write_text(f"{plain}\n", "utf-8", newline="\n")
