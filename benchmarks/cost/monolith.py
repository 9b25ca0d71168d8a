"""The same texts as one lunr index, as lunr.py's guide has it: `python -m benchmarks.cost.monolith DOCUMENTS FOLDER`.

The default pipeline (English stemmer and stop words); the index as one JSON file, titles and addresses as another.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from lunr import lunr

HERE = Path(__file__).resolve().parent
LUNR_JS = HERE.parents[1] / "node_modules" / "lunr" / "lunr.min.js"


def build(documents: Path, folder: Path) -> None:
    """Write index.json, documents.json and the page that asks them into `folder`."""
    with documents.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [{"id": row["id"], "title": row["title"], "text": f"{row['abstracts']}\n{row['body']}"} for row in rows]
    index = lunr(ref="id", fields=("title", "text"), documents=texts).serialize()
    # lunr.js wants its terms in the order of UTF-16 units, lunr.py writes them by code points.
    index["invertedIndex"].sort(key=lambda entry: entry[0].encode("utf-16-be", "surrogatepass"))
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "index.json", index)
    _write(folder / "documents.json", {row["id"]: [row["title"], row["url"]] for row in rows})
    shutil.copyfile(LUNR_JS, folder / "lunr.min.js")
    shutil.copyfile(HERE / "monolith.html", folder / "index.html")


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8", newline="\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
