"""How good a ranking is: nDCG@10, and whether one ranking beats another by more than chance."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from statistics import fmean

from .sets import Judged, Run

CUT = 10
ROUNDS = 10_000
Gains = dict[str, float]
"""Query -> nDCG@10."""


def gains(judged: Judged, run: Run) -> Gains:
    """Linear gains, as trec_eval's ndcg_cut; a query without an answer counts 0."""
    return {
        query: discounted(relevances.get(document, 0) for document in run.get(query, ()))
        / discounted(sorted(relevances.values(), reverse=True))
        for query, relevances in judged.items()
    }


def discounted(relevances: Iterable[int]) -> float:
    """Of the first ten: relevance at rank 1, 2, 3 … over log2 of 2, 3, 4 …"""
    first_ten = zip(relevances, range(CUT), strict=False)
    return sum(max(relevance, 0) / math.log2(place + 2) for relevance, place in first_ten)


def mean(scores: Gains) -> float:
    return fmean(scores.values())


def by_chance(one: Gains, other: Gains, seed: int = 1) -> float:
    """p of a paired randomisation test: how often signs drawn by lot make as great a difference of the two."""
    differences = [one[query] - other[query] for query in one if one[query] != other[query]]
    seen, lot = abs(sum(differences)), random.Random(seed)
    reached = sum(_drawn(differences, lot) >= seen - 1e-12 for _ in range(ROUNDS))
    return (reached + 1) / (ROUNDS + 1)


def _drawn(differences: Sequence[float], lot: random.Random) -> float:
    return abs(sum(difference if lot.random() < 0.5 else -difference for difference in differences))
