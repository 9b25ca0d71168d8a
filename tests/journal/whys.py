"""Every `why` that the code can give to the report, collected from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

JOURNAL = Path(__file__).resolve().parents[2] / "plugins" / "journal"
# Made where they are collected, or no why.
ELSEWHERE = {"decision.why", "seam.why", "entry.why", "block.kind", "article.id", "why"}


def whys() -> dict[str, str]:
    """Each sentence, `{}` in the place of what varies -> the module that says it."""
    return {why: path.stem for path in sorted(JOURNAL.rglob("*.py")) for why in _of(ast.parse(path.read_text("utf-8")))}


def _of(tree: ast.Module) -> Iterator[str]:
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        for value in _values(node):
            yield from _texts(value, constants)


def _values(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that become a `why`."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "why":
        yield node.value
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        for target, value in zip(node.targets[0].elts, node.value.elts, strict=True):
            if isinstance(target, ast.Name) and target.id == "why":
                yield value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = {"add": 5, "warn": 2, "Decision": 2, "Seam": 4}.get(name)
        if place is not None and (name != "add" or len(node.args) >= 3):
            yield from node.args[place : place + 1]
        yield from (word.value for word in node.keywords if word.arg == "why")


def _texts(value: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(value, ast.Constant):
        yield from [value.value] if value.value else []
    elif isinstance(value, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in value.values)
    elif isinstance(value, ast.IfExp):
        yield from (text for branch in (value.body, value.orelse) for text in _texts(branch, constants))
    elif isinstance(value, ast.Name) and value.id in constants:
        yield from _texts(constants[value.id], constants)
    else:
        assert ast.unparse(value) in ELSEWHERE, f"what sentence is this, for a translation? {ast.unparse(value)}"
