"""What the pages of a site say, read once: those of the last build from the cache, the others by the workers.

A corpus is in memory as numbers: the words of all pages stand once, in `forms`, and the pages hold their places.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from languages import FormList
from lunr_search.cache import FEW, Cache
from lunr_search.files import short_hash
from lunr_search.reading.extract import Extract

STATE = "site"  # kind of cache entry: the forms and pages of some build
MORE = "since"  # and what has come since


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

    forms: FormList = field(default_factory=FormList)
    """The distinct words of all pages, of which their tokens are the numbers."""
    pages: dict[str, Extract | None] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    before: frozenset[str] = frozenset()
    """The pages that the last build knew."""

    def stamp(self, size: int) -> str:
        """Stands for the numbers of the first `size` forms, so that what was kept by these numbers is not taken for
        another's: a build may have been ended, or found no room, between one entry and the next."""
        since = repr([tuple(self.forms[number]) for number in range(self.kept.forms, min(size, len(self.forms)))])
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
        moved = {
            key: replace(extracted, tokens=places[extracted.tokens]) if extracted else None
            for key, extracted in pages.items()
        }
        return State(self.forms.chosen(used), moved)


def load_state(cache: Cache) -> State:
    """The state of the last build, or an empty one."""
    key = cache.key(STATE.encode())
    found, more = cache.load(key, STATE), cache.load(key, MORE)
    if not _is_entry(found):
        return State()
    name, forms, pages = found
    kept = Kept(name, frozenset(pages), len(forms))
    if _is_entry(more) and more[0] == name:
        forms.extend(more[1])
        pages |= more[2]
    return State(forms, pages, kept, frozenset(pages))


def settled(state: State, keys: Sequence[str], cache: Cache) -> State:
    """The state of the pages `keys`, kept for the next build: what is new alone, unless that is much."""
    kept, wanted = state.kept, set(keys)
    new = wanted - kept.pages
    key = cache.key(STATE.encode())
    is_little = FEW * max(len(new), len(kept.pages - wanted)) <= len(wanted)
    if kept.name and is_little and FEW * (len(state.forms) - kept.forms) <= len(state.forms):
        if not wanted <= state.before:
            cache.save(key, MORE, (kept.name, state.forms.since(kept.forms), {each: state.pages[each] for each in new}))
        return State(state.forms, {each: state.pages[each] for each in keys}, kept)
    state = state.only(keys)
    state.kept = Kept(secrets.token_hex(8), frozenset(keys), len(state.forms))
    cache.save(key, STATE, (state.kept.name, state.forms, state.pages))
    return state


def _is_entry(found: object) -> bool:
    return isinstance(found, tuple) and list(map(type, found)) == [str, FormList, dict]
