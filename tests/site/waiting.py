"""Waiting for what a page does, by what it shows and by its own clock: this machine's it need not keep up with."""

from __future__ import annotations

from playwright.sync_api import Page, expect

SETTLED = "['done', 'error'].includes(document.documentElement.dataset.search)"
# The page draws its lines in the frame after they are shown, when it knows how high they are.
LINES = """() => {
    const lines = document.getElementById("lines");
    const isDrawn = lines.hidden || lines.getAttribute("aria-rowcount") === "1" || lines.querySelector(".kwic-row");
    return document.documentElement.dataset.search === "error"
        || (document.documentElement.dataset.search === "done" && Boolean(isDrawn));
}"""
# The page asks the same, and before: what it waits for is there when ours is.
COMPLETE = """async () => {
    await new Promise((resolve) => { requestIdleCallback(resolve, { timeout: 200 }); });
    await izdeuPage.useTools();
    const { query } = izdeuPage.state.current;
    const options = izdeuPage.engineOptions();
    const { as, ...others } = options;
    await Promise.all([
        izdeu.counts(query, options),
        izdeu.items(query, options),
        izdeu.others(query, options),
        as ? izdeu.search(query, { ...others, also: [], offset: 1, limit: 0 }) : null,
    ]);
    await new Promise((resolve) => { setTimeout(resolve); });
}"""


def settled(page: Page) -> None:
    """The newest question of a search page is answered."""
    page.wait_for_function(SETTLED)


def answered(page: Page) -> None:
    """The same, and not by an error."""
    settled(page)
    expect(page.locator("html")).to_have_attribute("data-search", "done")


def lines_drawn(page: Page) -> None:
    """The newest question of a concordance is answered, and its lines stand there."""
    page.wait_for_function(LINES)


def complete(page: Page) -> None:
    """The newest question of a search page is answered, and all stands there that comes after its results.

    Filters and words are made anew then: before, a click may fall on a button that goes just now.
    """
    settled(page)
    page.evaluate(COMPLETE)


def rest(page: Page, milliseconds: int) -> None:
    """The page's own clock has gone on by so much: what was to happen after a shorter rest has happened."""
    page.evaluate("(rest) => new Promise((resolve) => { setTimeout(resolve, rest); })", milliseconds)


def drawn(page: Page) -> None:
    """A whole frame was drawn: the page was told of scrolling, of new sizes and of what came into view."""
    page.evaluate("() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")


def resize(page: Page, width: int, height: int = 800) -> None:
    """Gives the window another size, which the page has then."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("([width, height]) => innerWidth === width && innerHeight === height", arg=[width, height])
    drawn(page)


def follow_to_results(page: Page) -> None:
    """From a concordance without lines to the search page, which has articles."""
    page.locator("#elsewhere").click()
    page.wait_for_url("**/search.html?*")
    answered(page)
    expect(page.locator("#results > li")).not_to_have_count(0)
