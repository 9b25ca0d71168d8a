"""`python -m publishing --corpus DIR --output DIR`: what `make` runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from journal.dumps import CorpusError
from lunr_search.errors import SiteError

from .build import build_site, last_corpus
from .places import BuildError, Places


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="publishing", description="Build the site from a folder of dumps.")
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR", help="the folder of the dumps")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="the folder of the site")
    parser.add_argument("--traceback", action="store_true", help="show where an unforeseen error comes from")
    parser.add_argument("--as-last", action="store_true", help="with the texts of the site that is there, if any")
    options = parser.parse_args(arguments)
    output = options.output.resolve()
    corpus = (last_corpus(output) if options.as_last else None) or options.corpus.resolve()
    try:
        text = build_site(Places(corpus, output), say=print)
    except (BuildError, CorpusError, SiteError, OSError) as error:
        print(f"The site was not built; what was there is as it was.\n{error}", file=sys.stderr)
        return 1
    except Exception as error:
        if options.traceback:
            raise
        print("The site was not built, by a fault of ours; what was there is as it was.", file=sys.stderr)
        print(f"{type(error).__name__}: {error}\n(--traceback shows where)", file=sys.stderr)
        return 1
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
