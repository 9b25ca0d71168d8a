"""What may be meant by the letters that are being typed: `suggest/` in docs/search-format.md.

Titles, keywords and authors are *things*; the most useful of each kind come first and have the lowest numbers. Lists of
keys say which things hold a word that begins so; the things themselves stand in blocks. Words of the index are not
repeated here: they stand in `words/`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import Any

from languages import begun, fold, name_parts, normal, parts, stop, words
from lunr_search.carried import digest
from lunr_search.coding import front_coded, utf16
from lunr_search.files import File, json_text, script
from lunr_search.lists import directory
from lunr_search.numbers import encoded_each
from lunr_search.reading.extract import Extract
from lunr_search.records import LANGS, Page

from .files import Files

FOLDER = "suggest/"
KEYS = 14_000  # characters of a list of keys: about 6 KB after gzip
BLOCK = 12_000  # characters of a block of things: about 5 KB
SHORTEST = 2  # letters of a key: nothing is looked for before

Thing = tuple[str, str, Any]
"""A text, its language ("" where that says nothing), and the page of a title or how many documents have it."""


def suggestion_files(documents: Mapping[int, Extract], files: Files) -> list[File]:
    """Lists of keys and blocks of things, the directory last, written; none where the pages have no titles."""
    pages = [extracted.page for extracted in documents.values()]
    kinds = (list(_titles(pages)), list(_keywords(pages)), list(_authors(pages)))
    return files.all(digest(FOLDER.encode(), repr(kinds).encode("utf-8", "surrogatepass")), partial(_files, kinds))


def _files(kinds: Sequence[Sequence[Thing]]) -> list[File]:
    things = list(chain(*kinds))
    if not things:
        return []
    first_author = len(things) - len(kinds[-1])
    keys = [
        _name_keys(text) if number >= first_author else _text_keys(text, lang)
        for number, (text, lang, _) in enumerate(things)
    ]
    lists, blocks = list(_key_lists(keys)), list(_blocks(things))
    more = {
        "blocks": "".join(file.name.removeprefix(FOLDER) for file, _ in blocks),
        "sizes": [size for _, size in blocks],
        "kinds": list(accumulate(map(len, kinds))),
    }
    return [*lists, *(file for file, _ in blocks), script(FOLDER, directory(lists) | more)]


def _titles(pages: Iterable[Page]) -> Iterator[Thing]:
    """The titles of all pages in all languages, the newest first."""
    for page in sorted(pages, key=lambda page: -(page.year or 0)):
        for lang, title in page.titles.items() if page.titles else [(page.lang, page.title)]:
            yield title, lang, page.url


def _keywords(pages: Iterable[Page]) -> Iterator[Thing]:
    """All keywords, those of most pages first; spellings that fold together are one, the commonest."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    langs: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for lang, keywords in page.keyword_lists.items():
            for text in keywords:
                langs[fold(text)].add(lang)
        for key, text in {fold(text): text for text in page.keywords}.items():
            found[key][text] += 1
    for key, texts in sorted(found.items(), key=lambda row: (-row[1].total(), row[0])):
        [lang] = langs[key] if len(langs[key]) == 1 else {""}
        yield min(texts, key=lambda text: (-texts[text], text)), lang, texts.total()


def _authors(pages: Iterable[Page]) -> Iterator[Thing]:
    found = Counter(name for page in pages for name in set(page.authors))
    return ((name, "", count) for name, count in sorted(found.items(), key=lambda row: (-row[1], row[0])))


def _text_keys(text: str, lang: str) -> set[str]:
    """The search keys of the words that carry a topic, and of the parts of hyphenated ones."""
    forms = {normal(word.text) for word in words(text)}
    content = {form for form in forms if not stop(form, lang)}
    keys = {fold(piece) for form in content for piece in (form, *parts(form))}
    return {key for key in keys if len(key) >= SHORTEST}


def _name_keys(name: str) -> set[str]:
    """The words of a name as they are written and as they sound, each half of a double one, too."""
    full = {normal(part.text) for part in name_parts(name) if part.full}
    halves = {piece for word in full for piece in (word, *parts(word))}
    return {key for half in halves for key in (fold(half), begun(half)) if len(key) >= SHORTEST}


def _key_lists(keys: Sequence[set[str]]) -> Iterator[File]:
    """{words: keys, front-coded; things: of each the numbers of its things, as differences}."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            found[key].append(number)
    ordered = sorted(found, key=utf16)
    rows = list(zip(ordered, encoded_each(_differences(found[key]) for key in ordered), strict=True))
    for part in _parted(rows, KEYS):
        data = {"words": front_coded(key for key, _ in part), "things": " ".join(row for _, row in part)}
        yield script(FOLDER, data, part[0][0])


def _differences(numbers: Sequence[int]) -> list[int]:
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def _blocks(things: Sequence[Thing]) -> Iterator[tuple[File, int]]:
    """[[text, language, page or documents]…] and how many they are."""
    rows = [[text, LANGS.index(lang) + 1 if lang in LANGS else 0, more] for text, lang, more in things]
    for part in _parted(rows, BLOCK):
        yield script(FOLDER, {"things": part}), len(part)


def _parted(rows: Sequence[Any], size: int) -> Iterator[list[Any]]:
    """The rows in parts of about `size` characters."""
    part: list[Any] = []
    weight = 0
    for row in rows:
        more = len(json_text(row))
        if part and weight + more > size:
            yield part
            part, weight = [], 0
        part.append(row)
        weight += more
    if part:
        yield part
