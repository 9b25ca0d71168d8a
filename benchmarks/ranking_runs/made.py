"""Test sets made of others' sets: with passages beside that answer nothing, and with short queries.

Both are drawn by a seed, so that a gain can be looked for on several of them.
"""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from languages import normal, stop_words, words

from .sets import Document, TestSet

MOST_WORDS = 3  # of a short query
LEAST_LETTERS = 3  # of a word of one


def with_distractors(test: TestSet, text: Path, count: int, seed: int) -> TestSet:
    """`count` more documents: neighbouring sentences of `text` (gzip, one a line), each as long as one drawn by lot."""
    lot = random.Random(seed)
    with gzip.open(text, "rt", encoding="utf-8", newline="\n") as lines:
        sentences = [line.strip() for line in lines if line.strip()]
    start = lot.randrange(len(sentences))
    following = iter(sentences[start:] + sentences[:start])
    lengths = [len(document.text.split()) for document in test.documents]
    added = [
        Document(f"distractor-{number}", "", passage, test.lang)
        for number, passage in enumerate(islice(_passages(following, lengths, lot), count))
    ]
    return replace(test, name=f"{test.name} + {count}.{seed}", documents=[*test.documents, *added])


def _passages(sentences: Iterator[str], lengths: Sequence[int], lot: random.Random) -> Iterator[str]:
    """Sentences until the words are enough."""
    passage, wanted = "", lot.choice(lengths)
    for sentence in sentences:
        passage = f"{passage} {sentence}".strip()
        if len(passage.split()) >= wanted:
            yield passage
            passage, wanted = "", lot.choice(lengths)


def with_short_queries(test: TestSet, count: int, seed: int) -> TestSet:
    """One to three words of a title, in its order; all documents of that title answer, and none has its title in it."""
    lot = random.Random(seed)
    answers: dict[str, list[str]] = defaultdict(list)
    for document in test.documents:
        answers[document.title].append(document.id)
    asked = dict(islice(_short(sorted(answers), test.lang, lot), count))
    queries = {f"short-{number}": query for number, query in enumerate(asked)}
    judged = {number: _all(answers, asked[query]) for number, query in queries.items()}
    documents = [replace(document, title="") for document in test.documents]
    return TestSet(f"{test.name} short.{seed}", test.lang, documents, queries, judged)


def _all(answers: Mapping[str, Sequence[str]], title: str) -> dict[str, int]:
    return dict.fromkeys(answers[title], 1)


def _short(titles: list[str], lang: str, lot: random.Random) -> Iterator[tuple[str, str]]:
    """Query and its title, titles by lot; a query of two titles is none."""
    lot.shuffle(titles)
    seen: set[str] = set()
    for title in titles:
        content = [word.text for word in words(title) if _is_content(word.text, lang)]
        chosen = sorted(lot.sample(range(len(content)), min(lot.randint(1, MOST_WORDS), len(content))))
        query = " ".join(content[place] for place in chosen)
        if query and query not in seen:
            seen.add(query)
            yield query, title


def _is_content(word: str, lang: str) -> bool:
    return len(word) >= LEAST_LETTERS and word.isalpha() and normal(word) not in stop_words(lang)
