"""What was measured, as Markdown tables: a row for each size and engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from .browsing import Asked, Browsed
from .building import Builds, middle
from .choices import WAYS
from .choosing import Chosen
from .corpus import Corpus
from .lines import Streamed
from .sizes import NAMES

KB, MB = 1_000, 1_000_000
OURS, MONOLITH = "izdeu", "lunr"  # names of the engines in the tables


@dataclass(frozen=True)
class Measured:
    """All about one size; `weights` and `browsed` by engine; these empty, `chosen` None without a browser.

    `load` is the machine's.
    """

    corpus: Corpus
    builds: Builds
    weights: dict[str, tuple[Counter[str], Counter[str]]]
    choices: dict[str, int]
    browsed: dict[str, Browsed]
    load: float
    chosen: Chosen | None = None


def tables(rows: Sequence[Measured]) -> str:
    parts = [
        ("Texts", corpus_table(rows)),
        ("Building", build_table(rows)),
        ("Files, KB after gzip", size_table(rows)),
        ("Term shards written otherwise", choice_table(rows)),
    ]
    if any(row.browsed for row in rows):
        parts += [("First question", first_table(rows)), ("Warm questions", warm_table(rows))]
    if any(row.chosen for row in rows):
        parts.append(("Filters, orders, counts, the concordance", chosen_table(rows)))
    return "\n\n".join(f"## {title}\n\n{table}" for title, table in parts)


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def corpus_table(rows: Sequence[Measured]) -> str:
    """The vocabulary beside what the law gives."""
    head = ["articles", "HTML, MB", "language", "of them", "words", "different", "law gives"]
    return markdown(
        head,
        (
            (row.corpus.size, megabytes, lang, own.articles, own.words, own.different, f"{own.law:.0f}")
            for row in rows
            for megabytes in [f"{row.corpus.bytes / MB:.1f}"]
            for lang, own in row.corpus.growth.items()
        ),
    )


def build_table(rows: Sequence[Measured]) -> str:
    """CPU seconds too: on a busy machine they are what can be compared."""
    head = ["articles", "build", "runs", "seconds", "CPU seconds", "memory, MB", "CPU, to ours cold", "load"]
    lines = []
    for row in rows:
        base = middle(row.builds.cold).cpu
        kinds = [(f"{OURS}, cold", row.builds.cold), (f"{OURS}, one page changed", row.builds.changed)]
        for name, costs in [*kinds, ("lunr.py", row.builds.monolith)]:
            if costs:
                cost = middle(costs)
                figures = (f"{cost.wall:.1f}", f"{cost.cpu:.1f}", round(cost.peak / MB), f"{cost.cpu / base:.2f}")
                lines.append((row.corpus.size, name, len(costs), *figures, f"{row.load:.1f}"))
    return markdown(head, lines)


def size_table(rows: Sequence[Measured]) -> str:
    """Of the monolith (index, titles, lunr.js) the whole alone: it has no such kinds."""
    return markdown(
        ["articles", "engine", "files", *NAMES, "all"],
        (
            (row.corpus.size, name, files.total(), *kinds, _kb(sizes.total()))
            for row in rows
            for name, (sizes, files) in row.weights.items()
            for kinds in [[_kb(sizes[kind]) if name == OURS else "" for kind in NAMES]]
        ),
    )


def choice_table(rows: Sequence[Measured]) -> str:
    """Sixty shards at most, evenly spread."""
    return markdown(
        ["articles", *(f"{way}, KB" for way in WAYS), *(f"{way}, to that" for way in WAYS[1:])],
        (
            (row.corpus.size, *(_kb(row.choices[way]) for way in WAYS), *shares)
            for row in rows
            for shares in [[f"{row.choices[way] / row.choices[WAYS[0]]:.2f}" for way in WAYS[1:]]]
        ),
    )


def first_table(rows: Sequence[Measured]) -> str:
    """Medians; bytes and requests also with those of the page, and the most that a question took."""
    loads = ["page, KB (requests)", "until five stand", "both", "most"]
    head = ["articles", "engine", *loads, "ms", "most", "50 ms away", "file://"]
    return markdown(head, (_first(row.corpus.size, name, found) for row in rows for name, found in row.browsed.items()))


def _first(size: int, name: str, found: Browsed) -> list[object]:
    both = [tuple(map(sum, zip(asked.page, asked.until_standing, strict=True))) for asked in found.http]
    far = _ms(found.slow, median)
    near = _ms(found.file, median) if len(found.file) == len(found.http) else "no"
    loads = [[asked.page for asked in found.http], [asked.until_standing for asked in found.http], both]
    most = _kb(max(count for _, count in both))
    return [size, name, *map(_loaded, loads), most, _ms(found.http, median), _ms(found.http, max), far, near]


def _loaded(loads: Sequence[tuple[int, int]]) -> str:
    return f"{_kb(median(size for _, size in loads))} ({median(requests for requests, _ in loads):.0f})"


def _ms(asked: Sequence[Asked], of: Callable[[list[float]], float]) -> str:
    return f"{of([one.first for one in asked]):.0f}"


def warm_table(rows: Sequence[Measured]) -> str:
    times = ["ms until results stand", "p95", "without the rest", "p95"]
    head = ["articles", "engine", *times, "more KB", "p95", "heap, MB", "found"]
    return markdown(head, (_warm(row.corpus.size, name, found) for row in rows for name, found in row.browsed.items()))


def _warm(size: int, name: str, found: Browsed) -> list[object]:
    whole = [asked.standing for asked in found.warm]
    working = [asked.standing - asked.rest for asked in found.warm]
    more = [asked.all[1] for asked in found.warm]
    times = [f"{of(row):.1f}" for row in (whole, working) for of in (median, p95)]
    hits = f"{sum(asked.found for asked in found.warm)}/{len(found.warm)}"
    return [size, name, *times, _kb(median(more)), _kb(p95(more)), f"{found.heap / MB:.1f}", hits]


def chosen_table(rows: Sequence[Measured]) -> str:
    """A line for each thing that a reader does; the last one of a size is the concordance."""
    head = ["articles", "what", "times", "ms, median", "most"]
    head += ["lines", "heap held; most, MB", "frame, ms, p95", "longest"]
    return markdown(head, (line for row in rows if row.chosen for line in _chosen(row.corpus.size, row.chosen)))


def _chosen(size: int, found: Chosen) -> Iterator[list[object]]:
    for name, times in found.times.items():
        yield [size, name, len(times), f"{median(times):.1f}", f"{max(times):.1f}", "", "", "", ""]
    lines = found.streamed
    frames = [f"{of(lines.frames):.0f}" for of in (p95, max)]
    heap = "; ".join(f"{size / MB:.1f}" for size in (lines.heap.held, lines.heap.peak))
    yield [size, f"concordance of {lines.word}", 1, f"{lines.ms:.0f}", "", lines.lines, heap, *frames]


def lines_table(rows: Sequence[tuple[str, Streamed]]) -> str:
    """A line for each concordance: where it was asked, the heap first."""
    head = ["where", "lines", "heap, MB: most", "and outside it", "held", "s: first lines", "all", "another order"]
    head += ["table, MB", "frame, ms, p95: by script", "by the wheel", "longest task"]
    return markdown(head, (_lines(*row) for row in rows))


def _lines(where: str, found: Streamed) -> list[object]:
    heap = [f"{size / MB:.1f}" for size in (found.heap.peak, found.heap.outside, found.heap.held)]
    seconds = [f"{ms / 1000:.1f}" for ms in (found.first, found.ms, median(found.sorts))]
    frames = [f"{ms:.0f}" for ms in (p95(found.frames), p95(found.wheel), max(found.long_tasks, default=0))]
    return [where, found.lines, *heap, *seconds, f"{found.saved / MB:.1f}", *frames]


def p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * len(values))]


def _kb(size: float) -> str:
    return f"{size / KB:.1f}" if size < 100 * KB else f"{size / KB:.0f}"
