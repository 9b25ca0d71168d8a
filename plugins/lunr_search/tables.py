"""The tables of the search: weights and limits of a question, how it is mistyped, its signs, what is near-duplicate."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """What stands in `tables/NAME.toml`."""
    return tomllib.loads((files(__package__) / "tables" / f"{name}.toml").read_text("utf-8"))
