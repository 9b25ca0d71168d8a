"""All pages of a site as the index needs them: read, chosen, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from languages import Counted, FormList
from languages.uncollected import uncollected
from lunr_search.cache import Cache
from lunr_search.progress import Progress
from lunr_search.reading.extract import Extract
from lunr_search.records import Ints
from lunr_search.workers import Workers, batches

from .site import chosen, read_site
from .state import State

TOGETHER = 128  # pages whose words are counted together


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The pages to index, in the order of their ids."""

    extracts: Sequence[Extract]
    keys: Mapping[str, str]
    """Id of a page -> key of its cache entries."""
    forms: FormList
    counts: Ints
    """How often these pages have each form."""

    def words(self) -> Counted:
        """What the analyser may take as attested; made anew each time, since it is large."""
        with uncollected():
            return Counted.of_normal(self.forms.vocabulary(self.counts))


def read_corpus(site: Path, cache: Cache, workers: Workers, progress: Progress) -> tuple[Corpus, State]:
    """The pages of a site, and the state that holds them; only what the last build had not is read."""
    state = read_site(site, cache, workers, progress)
    pages = chosen(state, site)
    unmarked = sum(1 for extracted in state.pages.values() if extracted) - len(pages)
    progress.say(f"{len(pages)} pages" + (f"; {unmarked} without [data-index] are left out" if unmarked else ""))
    extracts = [extracted for _, extracted in pages]
    counts = _used(len(state.forms), extracts)
    corpus = Corpus(
        extracts=extracts,
        keys={extracted.page.id: key for key, extracted in pages},
        forms=state.forms,
        counts=counts,
    )
    return corpus, state


def _used(forms: int, extracts: Sequence[Extract]) -> Ints:
    """How often the pages have each form."""
    counts = np.zeros(forms, np.int64)
    for some in batches(extracts, TOGETHER):
        counts += np.bincount(np.concatenate([extracted.tokens for extracted in some]), minlength=forms)
    return counts
