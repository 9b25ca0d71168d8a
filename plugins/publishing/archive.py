"""`python -m publishing.archive`: the built site as one zip with one top folder, for reading offline.

The same site gives the same bytes: names are sorted and all times are the earliest that a zip can hold.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path

from .places import MARK

EARLIEST = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16  # Unix rights, where the format keeps them


def pack(site: Path, archive: Path) -> int:
    """Write `archive`, whole or not at all; the number of files in it."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    aside = archive.with_name(archive.name + ".new")
    paths = sorted(path for path in site.rglob("*") if path.is_file() and path.name != MARK)
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            entry = zipfile.ZipInfo(f"{archive.stem}/{path.relative_to(site).as_posix()}", EARLIEST)
            entry.external_attr = READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    aside.replace(archive)
    return len(paths)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="publishing.archive", description="Pack a built site for reading offline.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR", help="the built site")
    parser.add_argument("--archive", type=Path, default=Path("dist/izdeu.zip"), metavar="FILE")
    options = parser.parse_args(arguments)
    if not (options.site / MARK).is_file():
        print(f"{options.site}: no build of ours; run `make` first", file=sys.stderr)
        return 1
    count = pack(options.site, options.archive)
    print(f"{count} files in {options.archive}: unpack it anywhere and open {options.archive.stem}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
