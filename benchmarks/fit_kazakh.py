"""Fit the weights of tables/kazakh_weights.toml on a gold file of forms and lemmas.

    python benchmarks/fit_kazakh.py GOLD.tsv [--vocabulary FILE]... [--write]

GOLD: `form<TAB>lemma<TAB>part of speech`, such as a Universal Dependencies half (it is only read; its rows go nowhere).
Each --vocabulary (`form<TAB>count`) makes one setting: the forms of GOLD plus all files up to it, so that the weights
suit small and large corpora. Method: a log-linear model over each form's candidates, the right one being any whose
stem is the gold lemma; gradient ascent (Adam) with an L2 penalty; two-fold cross-validation shows what holds on
lemmas left out of the fit.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from languages.fold import normal  # noqa: E402
from languages.kazakh.kazakh import Kazakh  # noqa: E402
from languages.kazakh.ranking import Ranking  # noqa: E402
from languages.russian.russian import Russian  # noqa: E402
from languages.tables import form_table, word_list  # noqa: E402

TABLE = ROOT / "plugins/languages/tables/kazakh_weights.toml"


def read_gold(path: str) -> dict[str, Counter[str]]:
    gold: dict[str, Counter[str]] = defaultdict(Counter)
    for line in Path(path).read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[2] not in ("PUNCT", "SYM") and fields[0].isalpha():
            gold[normal(fields[0])][normal(fields[1])] += 1
    return gold


def read_vocabulary(path: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in Path(path).read_text("utf-8").splitlines():
        form, _, count = line.partition("\t")
        counts[normal(form)] += int(count or 1)
    return counts


class Data:
    """Candidates as rows of a feature matrix; `group` says of which form, `right` whether it is gold."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.rows: list[dict[int, float]] = []
        self.group: list[int] = []
        self.right: list[bool] = []
        self.weight: list[float] = []
        self.lemma: list[str] = []

    def add(self, ranking: Ranking, form: str, gold: Counter[str]) -> None:
        readings = ranking.readings(form)
        if not any(reading[0] in gold for reading in readings):
            return
        for reading in readings:
            stem, _, _, chain = reading
            row: dict[int, float] = defaultdict(float)
            for name, value in ranking.features(form, reading):
                row[self.column("stems." + name)] += value
            for ending in chain.names if chain else ():
                row[self.column("endings." + ending)] -= 1
            row[self.column("endings.letter")] -= len(chain.text) if chain else 0
            self.rows.append(row)
            self.group.append(len(self.weight))
            self.right.append(stem in gold)
        self.weight.append(float(np.log1p(sum(gold.values()))))
        self.lemma.append(gold.most_common(1)[0][0])

    def column(self, name: str) -> int:
        return self.names.setdefault(name, len(self.names))

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Features, group, right, weight of each group."""
        return self.matrix(), np.array(self.group), np.array(self.right), np.array(self.weight)

    def matrix(self) -> np.ndarray:
        x = np.zeros((len(self.rows), len(self.names)))
        for index, row in enumerate(self.rows):
            for column, value in row.items():
                x[index, column] = value
        return x


def train(
    x: np.ndarray, group: np.ndarray, right: np.ndarray, weight: np.ndarray, l2: float, steps: int = 600
) -> np.ndarray:
    w, m, v = np.zeros(x.shape[1]), np.zeros(x.shape[1]), np.zeros(x.shape[1])
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    row_weight = np.repeat(weight, np.diff(np.r_[starts, len(group)]))

    def softmax(score: np.ndarray) -> np.ndarray:
        top = np.repeat(np.maximum.reduceat(score, starts), np.diff(np.r_[starts, len(group)]))
        e = np.exp(score - top)
        return e / np.repeat(np.add.reduceat(e, starts), np.diff(np.r_[starts, len(group)]))

    for step in range(1, steps + 1):
        score = x @ w
        p, q = softmax(score), softmax(np.where(right, score, -1e9))
        gradient = x.T @ ((q - p) * row_weight) - l2 * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w += 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def accuracy(x: np.ndarray, group: np.ndarray, right: np.ndarray, weight: np.ndarray, w: np.ndarray) -> float:
    best: dict[int, tuple[float, bool]] = {}
    for s, g, r in zip(x @ w, group, right, strict=True):
        if g not in best or s > best[g][0]:
            best[g] = s, bool(r)
    return sum(weight[g] * r for g, (_, r) in best.items()) / sum(weight[g] for g in best)


def gather(
    gold: dict[str, Counter[str]],
    skip: set[str],
    vocabularies: list[Counter[str]],
    weights: dict[str, float],
    costs: dict[str, float],
) -> Data:
    """The features of all gold forms in each setting, with paradigm support as these weights share it."""
    data, russian = Data(), Russian()
    for vocabulary in vocabularies:
        ranking = Ranking(vocabulary, russian, weights=weights, engine=Kazakh(costs))
        for form, lemmas in gold.items():
            if form not in skip:
                data.add(ranking, form, lemmas)
    return data


def turn_over(
    data: Data, l2: float, gold: dict[str, Counter[str]], skip: set[str], vocabularies: list[Counter[str]]
) -> Data:
    """Fit, and gather again with what was fitted: weights and support must suit each other."""
    w = train(*data.arrays(), l2)
    fitted = {name: float(w[column]) for name, column in data.names.items()}
    weights = {name.removeprefix("stems."): value for name, value in fitted.items() if name.startswith("stems.")}
    costs = {name.removeprefix("endings."): value for name, value in fitted.items() if name.startswith("endings.")}
    return gather(gold, skip, vocabularies, weights, costs)


def write(names: dict[str, int], w: np.ndarray) -> None:
    text = TABLE.read_text("utf-8")
    head = text[: text.index("[endings]")]
    for section in ("endings", "stems"):
        head += f"[{section}]\n"
        for name, column in sorted(names.items()):
            if name.startswith(section + "."):
                head += f'"{name.removeprefix(section + ".")}" = {w[column] + 0.0:.2f}\n'
        head += "\n"
    TABLE.write_text(re.sub(r"\n+$", "\n", head), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--vocabulary", action="append", default=[])
    parser.add_argument("--l2", type=float, default=0.3)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    skip = form_table("kazakh_closed.tsv").keys() | word_list("kazakh_words.toml", "whole")
    vocabulary = Counter(dict.fromkeys(gold, 1))
    vocabularies = []
    for path in options.vocabulary or [None]:
        vocabulary = vocabulary + (read_vocabulary(path) if path else Counter())
        vocabularies.append(vocabulary)
    data = gather(gold, skip, vocabularies, {}, {})
    for turn in range(options.turns):
        data = turn_over(data, options.l2, gold, skip, vocabularies)
        print(f"turn {turn + 1} of {options.turns}")
    x, group, right, weight = data.arrays()
    fold = np.array([sum(map(ord, lemma)) % 2 for lemma in data.lemma])
    for held in (0, 1):
        train_rows, test_rows = fold[group] != held, fold[group] == held
        w = train(x[train_rows], group[train_rows], right[train_rows], weight[np.unique(group[train_rows])], options.l2)
        print(f"fold {held}: held out {accuracy(x[test_rows], group[test_rows], right[test_rows], weight, w):.4f}")
    w = train(x, group, right, weight, options.l2)
    print(f"all: {accuracy(x, group, right, weight, w):.4f}, {len(data.weight)} forms, {len(group)} candidates")
    for name, column in sorted(data.names.items(), key=lambda item: item[1]):
        print(f"  {name} {w[column]:.2f}")
    if options.write:
        write(data.names, w)


if __name__ == "__main__":
    main()
