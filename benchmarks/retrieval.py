"""How well questions find their documents: nDCG@10 of our search and of BM25, on test sets that others made.

    python benchmarks/retrieval.py                  the sets of ../shared/retrieval
    python benchmarks/retrieval.py --sets DIR       any sets of that form (benchmarks/ranking_runs/sets.py)
    python benchmarks/retrieval.py --made 2         also two sets with distractors and two of short
                                                    queries, made of the Kazakh one (ranking_runs/made.py)
    python benchmarks/retrieval.py --runs DIR       also writes the runs, NAME.BASELINE.run, as trec_eval reads them

--keep writes the tables to benchmarks/results/retrieval.md. Where there are no sets, nothing is measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.kept import report  # noqa: E402
from benchmarks.ranking_runs.bm25 import baselines  # noqa: E402
from benchmarks.ranking_runs.engine import engine_run  # noqa: E402
from benchmarks.ranking_runs.gains import Gains, by_chance, gains, mean  # noqa: E402
from benchmarks.ranking_runs.made import with_distractors, with_short_queries  # noqa: E402
from benchmarks.ranking_runs.sets import Run, TestSet, read_sets, write_run  # noqa: E402

SETS = ROOT.parent / "shared" / "retrieval"
TEXTS = ROOT.parent / "shared" / "text"
DISTRACTORS, SHORT = 1668, 132  # as many as the sets have on which the prototype was measured
OURS = "izdeu"
NOTE = """Ours is asked in a browser, over pages of one document each, with nothing set but the question. BM25 has k1
1.2, b .75, title and text in one field; its words are cut and spelled as ours are, but always parted at hyphens.
"trunc5" keeps a word's first five letters, "lemma" is our Kazakh lemma with the documents as all that is attested. p is
of a paired randomisation test, ours against the best of the others, which is chosen by this very measure: the test is
strict with us."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, default=SETS, metavar="DIR", help="the test sets (default: %(default)s)")
    parser.add_argument("--runs", type=Path, metavar="DIR", help="write the runs there")
    parser.add_argument("--keep", action="store_true", help="write benchmarks/results/retrieval.md")
    parser.add_argument(
        "--made", type=int, default=0, metavar="N", help="also N sets with distractors, N of short queries"
    )
    options = parser.parse_args(arguments)
    sets = read_sets(options.sets)
    sets += [made for test in sets for seed in range(1, options.made + 1) for made in made_of(test, seed)]
    if not sets:
        print(f"Nothing to measure: there are no test sets in {options.sets}.")
        return 0
    scores: dict[str, Mapping[str, Gains]] = {}
    for test in sets:
        print(f"{test.name}: {len(test.documents)} documents, {len(test.queries)} queries", file=sys.stderr)
        scores[test.name] = measured(test, options.runs)
    text = f"{summary(scores)}\n\n{details(scores)}\n\n{NOTE}"
    report("retrieval", "How well questions find their documents", text, kept=options.keep)
    return 0


def made_of(test: TestSet, seed: int) -> list[TestSet]:
    """Of the Kazakh set, where the sentences are there; the others find nearly everything already."""
    text = TEXTS / f"{test.lang}.txt.gz"
    if test.lang != "kk" or not text.is_file():
        return []
    return [with_distractors(test, text, DISTRACTORS, seed), with_short_queries(test, SHORT, seed)]


def measured(test: TestSet, folder: Path | None) -> Mapping[str, Gains]:
    """Engine -> its scores, ours first."""
    with TemporaryDirectory() as site:
        runs: dict[str, Run] = {OURS: engine_run(test, Path(site)), **baselines(test)}
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, run in runs.items():
            write_run(folder / f"{test.name}.{name}.run".replace(" ", "_"), run)
    return {name: gains(test.judged, run) for name, run in runs.items()}


def summary(scores: Mapping[str, Mapping[str, Gains]]) -> str:
    """A line for each set: ours against the best of the others."""
    lines = ["| set | queries | ours | best BM25 | difference | better / worse | p |", "|---|---|---|---|---|---|---|"]
    for name, engines in scores.items():
        ours, others = engines[OURS], {other: engines[other] for other in engines if other != OURS}
        best = max(others, key=lambda other: mean(others[other]))
        difference, counts = mean(ours) - mean(others[best]), _counts(ours, others[best])
        cells = (name, len(ours), f"{mean(ours):.3f}", f"{mean(others[best]):.3f} ({best})", f"{difference:+.3f}")
        lines.append("| " + " | ".join(map(str, cells)) + f" | {counts} | {by_chance(ours, others[best]):.4f} |")
    return "\n".join(lines)


def _counts(ours: Gains, other: Gains) -> str:
    """On how many questions ours is better, and worse."""
    better, worse = (sum(sign * (ours[query] - other[query]) > 0 for query in ours) for sign in (1, -1))
    return f"{better} / {worse}"


def details(scores: Mapping[str, Mapping[str, Gains]]) -> str:
    """A line for each engine, a column for each set."""
    names = list(dict.fromkeys(name for engines in scores.values() for name in engines))
    lines = ["| nDCG@10 | " + " | ".join(scores) + " |", "|---|" + "---|" * len(scores)]
    for name in names:
        cells = (f"{mean(engines[name]):.3f}" if name in engines else "–" for engines in scores.values())
        lines.append(f"| {name if name == OURS else f'BM25 {name}'} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
