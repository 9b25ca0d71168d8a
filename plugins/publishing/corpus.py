"""`python -m publishing.corpus`: a built site's texts as an analysed corpus, exchanged for the last when written."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from analysed.reading import texts_of
from analysed.writing import Counts, write_corpus
from journal.signs.private import masked, private
from lunr_search.cache import opened_cache
from lunr_search.errors import SiteError
from lunr_search.writing.manifest import manifest_in

from .exchange import put_in_place, recover
from .places import MARK, BuildError, Places


def export(site: Path, folder: Path) -> Counts:
    """Write the corpus of a built site; whatever fails leaves `folder` as it was.

    Raises:
        BuildError: `site` is no build of ours, or `folder` is something else than a corpus of before.
        SiteError: the pages cannot be read.
    """
    manifest = manifest_in(site / "search")
    if not (site / MARK).is_file() or not manifest:
        raise BuildError(f"{site}: no build of ours; run `make` first")
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise BuildError(f"{folder}: not replaced, since no build of ours made it; name another folder or empty it")
    aside, parking = (folder.with_name(f"{folder.name}{suffix}") for suffix in (".new", ".parked"))
    recover(folder, parking)
    shutil.rmtree(aside, ignore_errors=True)
    with opened_cache(Places(site, site).aside) as cache:  # the index was made there
        counts = write_corpus(texts_of(site, cache, without_private), aside, str(manifest["digest"]))
    (aside / MARK).write_text("A corpus written by Izdeu: the next may replace this folder.\n", "utf-8")
    put_in_place(aside, folder, parking)
    return counts


def without_private(paragraph: str) -> str:
    """A paragraph as the report would show it."""
    return masked(paragraph, beside_private=any(private(paragraph)))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="publishing.corpus", description="Write a site's texts as a corpus.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR", help="the built site")
    parser.add_argument("--into", type=Path, default=Path("dist/corpus"), metavar="DIR", help="the corpus")
    options = parser.parse_args(arguments)
    try:
        counts = export(options.site.resolve(), options.into.resolve())
    except (BuildError, SiteError, OSError) as error:
        print(f"The corpus was not written; what was there is as it was.\n{error}", file=sys.stderr)
        return 1
    print(f"{counts.words} words of {counts.articles} articles in {options.into}: see README.txt there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
