"""Two questions about an article's parts, asked of journal issues and theses alike."""

from __future__ import annotations

from collections.abc import Sequence

from journal.records import Block, Lang


def main_language(blocks: Sequence[Block], default: Lang) -> Lang:
    """The language with the most letters."""
    counts: dict[Lang, int] = {}
    for block in blocks:
        counts[block.lang] = counts.get(block.lang, 0) + len(block.text)
    return max(counts, key=lambda lang: counts[lang], default=default)


def split_keywords(text: str) -> tuple[str, ...]:
    """The items of a keyword list, clean, without repeats; commas inside brackets do not split."""
    items: list[str] = []
    depth, item = 0, ""
    for sign in text.rstrip(" .;,") + ",":
        depth += (sign in "([") - (sign in ")]")
        if sign in ",;" and depth <= 0:
            items.append(" ".join(item.split()).strip(" .•–—"))
            item = ""
        else:
            item += sign
    return tuple(dict.fromkeys(item for item in items if item))
