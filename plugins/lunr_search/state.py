"""What the pages of a site say, read once: those of the last build from the cache, the others by the workers.

A corpus is in memory as numbers: the words of all pages stand once, in `forms`, and the pages hold their places.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np

from languages import Form, as_forms
from languages.packed import packed, unpacked
from languages.uncollected import uncollected

from .cache import Cache
from .extract import Extract
from .files import short_hash

STATE = "site"  # kind of cache entry: the forms and pages of some build
MORE = "since"  # and what has come since
FEW = 8  # one page, or form, in so many may be another before all are kept anew


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in the cache entry `STATE`: its name, for words are numbered anew with each; its pages and forms."""

    name: str = ""
    pages: frozenset[str] = frozenset()
    forms: int = 0


@dataclass(slots=True)
class State:
    """The extracts of pages by a hash of what they were read from (None: a page without text).

    What has come since `kept` were kept stands behind them, and nothing is taken away, so that numbers stay.
    """

    forms: dict[Form, int] = field(default_factory=dict)
    """The distinct words of all pages by their places."""
    pages: dict[str, Extract | None] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    before: frozenset[str] = frozenset()
    """The pages that the last build knew."""

    def add(self, key: str, extracted: Extract | None) -> None:
        """A page that was read just now; its tokens become places in `forms`."""
        if extracted:
            known, forms = self.forms, extracted.forms
            new = [form for form, place in zip(forms, map(known.get, forms), strict=True) if place is None]
            known.update(zip(new, range(len(known), len(known) + len(new)), strict=True))
            places = np.fromiter(map(known.__getitem__, forms), np.uint32, len(forms))
            tokens = places[extracted.tokens] if places.size else extracted.tokens
            extracted = replace(extracted, forms=(), tokens=tokens)
        self.pages[key] = extracted

    def stamp(self, size: int) -> str:
        """Stands for the numbers of the first `size` forms, so that what was kept by these numbers is not taken for
        another's: a build may have been ended, or found no room, between one entry and the next."""
        since = repr([tuple(form) for form in islice(self.forms, self.kept.forms, size)])
        return f"{self.kept.name} {size} {short_hash(since)}"

    def only(self, keys: Iterable[str]) -> State:
        """The state of these pages alone, without words that none of them has."""
        pages = {key: self.pages[key] for key in keys}
        used = np.zeros(len(self.forms), np.bool_)
        for extracted in filter(None, pages.values()):
            used[extracted.tokens] = True
        if used.all():
            return State(self.forms, pages)
        places = (used.cumsum() - 1).astype(np.uint32)
        forms = [form for form, is_used in zip(self.forms, used.tolist(), strict=True) if is_used]
        moved = {
            key: replace(extracted, tokens=places[extracted.tokens]) if extracted else None
            for key, extracted in pages.items()
        }
        return State(dict(zip(forms, range(len(forms)), strict=True)), moved)


def load_state(cache: Cache) -> State:
    """The state of the last build, or an empty one."""
    key = cache.key(STATE.encode())
    found, more = cache.load(key, STATE), cache.load(key, MORE)
    if not _is_entry(found):
        return State()
    name, columns, pages = found
    rows = _forms(columns)
    kept = Kept(name, frozenset(pages), len(rows))
    if _is_entry(more) and more[0] == name:
        rows, pages = rows + _forms(more[1]), pages | more[2]
    with uncollected():
        return State(dict(zip(rows, range(len(rows)), strict=True)), pages, kept, frozenset(pages))


def settled(state: State, keys: Sequence[str], cache: Cache) -> State:
    """The state of the pages `keys`, kept for the next build: what is new alone, unless that is much."""
    kept, wanted = state.kept, set(keys)
    new = wanted - kept.pages
    key = cache.key(STATE.encode())
    is_little = FEW * max(len(new), len(kept.pages - wanted)) <= len(wanted)
    if kept.name and is_little and FEW * (len(state.forms) - kept.forms) <= len(state.forms):
        if not wanted <= state.before:
            forms = list(islice(state.forms, kept.forms, None))
            cache.save(key, MORE, (kept.name, _columns(forms), {each: state.pages[each] for each in new}))
        return State(state.forms, {each: state.pages[each] for each in keys}, kept)
    state = state.only(keys)
    state.kept = Kept(secrets.token_hex(8), frozenset(keys), len(state.forms))
    cache.save(key, STATE, (state.kept.name, _columns(list(state.forms)), state.pages))
    return state


def _is_entry(found: object) -> bool:
    return isinstance(found, tuple) and list(map(type, found)) == [str, tuple, dict]


def _columns(forms: Sequence[Form]) -> tuple[Any, ...]:
    texts, langs, capitals, names = zip(*forms, strict=True) if forms else ((), (), (), ())
    return packed(texts), packed(langs), bytes(capitals), packed(names)


def _forms(columns: tuple[Any, ...]) -> list[Form]:
    texts, langs, capitals, names = columns
    with uncollected():
        return as_forms(zip(unpacked(texts), unpacked(langs), map(bool, capitals), unpacked(names), strict=True))
