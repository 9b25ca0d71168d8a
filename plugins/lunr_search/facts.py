"""What the words of a corpus say by themselves: from the last build, else worked out by the workers."""

from __future__ import annotations

from languages import Counted, Facts, Forms, together, worked

from .cache import Cache
from .executors import Workers
from .progress import Progress

FACTS = "facts"  # kind of cache entry


def facts_of(words: Counted, cache: Cache, workers: Workers, progress: Progress) -> Facts:
    """The facts of all forms, each worked out once; kept for the next build, those of words that are gone left out."""
    key = cache.key(FACTS.encode())
    known = cache.load(key, FACTS)
    facts = known if isinstance(known, Facts) else Facts()
    forms = Forms.of(words)
    tasks = list(facts.missing(forms))
    new = list(progress.steps("analysing words", workers.map(worked, tasks), len(tasks)))
    if new:
        facts = together([facts, *new]).of(forms)
        cache.save(key, FACTS, facts)
    return facts
