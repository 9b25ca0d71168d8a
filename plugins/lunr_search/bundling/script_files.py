"""Which files of theme/static/js make which script, in the order in which they must run."""

from __future__ import annotations

from itertools import chain

# Each file uses only what stands before it.
ENGINE = (
    "engine/words.js",
    "engine/fold.js",
    "engine/order.js",
    "engine/kazakh.js",
    "engine/paradigms.js",
    "engine/statutes.js",
    "engine/understand.js",
    "search/numbers.js",
    "search/files.js",
    "search/ranges.js",
    "search/postings.js",
    "search/shard.js",
    "search/store.js",
    "search/apart.js",
    "search/question.js",
    "search/cut.js",
    "search/rank.js",
    "search/facets.js",
    "search/filters.js",
    "search/passages.js",
    "search/repeats.js",
    "search/opened.js",
    "search/hits.js",
    "search/spelling.js",
    "search/ask.js",
    "search/search.js",
    "search/marks.js",
    "search/parts.js",
)

# What not every question needs: each is a file of its own, loaded when first asked for (search/files.js).
PARTS = {
    "all": ("search/all.js",),
    "counts": ("search/kinds.js", "search/counts.js"),
    "language": (
        "search/pieces.js",
        "search/syntax.js",
        "search/begun.js",
        "search/plan.js",
        "search/clauses.js",
        "search/phrases.js",
        "search/failing.js",
        "search/language.js",
    ),
    "lines": (
        "search/lines-store.js",
        "search/lines-order.js",
        "search/lines-share.js",
        "search/lines-runs.js",
        "search/lines-files.js",
        "search/lines-texts.js",
        "search/lines.js",
    ),
    "heard": ("search/lists.js", "engine/names.js", "search/heard.js"),
    "names": ("engine/names.js",),
    "query": ("search/query.js",),
    "meant": (
        "search/lists.js",
        "search/keyboard.js",
        "search/typos.js",
        "search/slips.js",
        "search/near.js",
        "search/suggest.js",
    ),
    "typing": ("search/lists.js", "engine/names.js", "search/typing.js"),
    "cite": ("search/cite.js", "search/bibtex.js", "search/ris.js"),
    "pairs": ("search/lists.js", "search/pairs.js", "search/also.js"),
}

# Scripts of the theme's pages, each in one file of `theme/js/`, in the order in which they must run.
PAGE_SCRIPTS = {
    "article-hits.js": (
        "article-hits/texts.js",
        "article-hits/marker.js",
        "article-hits/bar.js",
        "article-hits/start.js",
    ),
    "combobox.js": ("combobox/list.js", "combobox/box.js", "combobox/start.js"),
    "concordance.js": (
        "search-page/dom.js",
        "search-page/parameters.js",
        "search-page/term.js",
        "concordance/address.js",
        "concordance/form.js",
        "concordance/row.js",
        "concordance/rows.js",
        "concordance/charts.js",
        "concordance/terms.js",
        "concordance/download.js",
        "concordance/status.js",
        "concordance/view.js",
        "concordance/steps.js",
        "concordance/page.js",
    ),
    "search-page.js": (
        "search-page/dom.js",
        "search-page/parameters.js",
        "search-page/address.js",
        "search-page/results.js",
        "search-page/term.js",
        "search-page/understood.js",
        "search-page/offers.js",
        "search-page/status.js",
        "search-page/pages.js",
        "search-page/asking.js",
        "search-page/controls.js",
        "search-page/tools.js",
        "search-page/start.js",
    ),
    "search-tools.js": (
        "search-tools/renew.js",
        "search-tools/facet.js",
        "search-tools/years.js",
        "search-tools/filters.js",
        "search-tools/nothing.js",
        "search-tools/elsewhere.js",
        "search-tools/others.js",
        "search-tools/unfold.js",
        "search-tools/cite.js",
    ),
    "site.js": (
        "site/stored.js",
        "site/theme.js",
        "site/words.js",
        "site/language.js",
        "site/box.js",
        "site/contents.js",
    ),
}

FILES = (*ENGINE, *chain(*PARTS.values()), *chain(*PAGE_SCRIPTS.values()))
BUNDLED = tuple(sorted({name.partition("/")[0] for name in FILES}))
"""The folders of theme/static/js that come joined."""
