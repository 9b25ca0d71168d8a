"""What passes from one stage to the next: frozen records that say unit, meaning and language.

Lines are numbered from 1 and end at LF, CRLF or CR only. `lang` is "kk", "ru" or "en".
What is not known is None or empty; nothing is ever invented to fill a field. Mappings are typed
read-only: a stage makes a new record instead of writing into one (`dataclasses.replace`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["kk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("kk", "ru", "en")

ArticleKind = Literal["article", "thesis", "review", "editorial"]
BlockKind = Literal["heading", "paragraph", "item", "caption", "table", "flat_table", "contents", "footnote"]
CitationStyle = Literal["numeric", "author-year", "none"]


@dataclass(frozen=True, slots=True)
class Span:
    """Inclusive range of lines of one dump; `file` is the dump's name without folders."""

    file: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dump. `text` is clean: no tabs, no outer space, NFC; empty for a blank line.

    `page_start` says that the dump marks a new page here (a leading space or a form feed).
    `bullet` says that the line began with a bullet, which `text` no longer holds.
    """

    number: int
    text: str
    page_start: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote taken out of the lines: its own lines in order, the first without the number.

    `marker` is that number, or stars; `mark` is the line of the text on which it is marked.
    """

    marker: str
    lines: tuple[Line, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the journal that starts at or before a line; `exact` when its number was printed."""

    number: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What running heads tell about the whole dump; None where they tell nothing or contradict one another."""

    journal: str | None = None
    issn: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class PageMark:
    """A printed page number at `line`, 0 for a Roman one; text breaks into a new page there.

    `exact` is None for the number of a dump whose lines may lie before or behind it. The page of a PDF begins at
    `line`; there it says whether the number was printed, or follows from printed ones."""

    line: int
    number: int
    exact: bool | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text: what becomes an element of the page.

    `level` counts headings from 2 (a section) to 4. `marker` is a list item's own ("1)", "•"), a footnote's ("1", "*").
    `rows` holds a table's cells, first row the head; `text` of a table is its cells, joined by spaces.
    `anchor` is the element's id, unique in its article. `latin` says that it is Kazakh in the Latin script.
    """

    kind: BlockKind
    text: str
    span: Span
    lang: Lang = "kk"
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    anchor: str = ""
    page: Page | None = None
    page_start: bool = False
    latin: bool = False


@dataclass(frozen=True, slots=True)
class Author:
    """A person as the article names them; `names` maps a language to the name in it.

    `degree` holds posts too, `role` what is printed over the address of the one to write to.
    """

    name: str
    names: Mapping[Lang, str] = field(default_factory=dict)
    affiliation: str | None = None
    email: str | None = None
    orcid: str | None = None
    slug: str = ""
    degree: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Front:
    """`title` is "" where there is none; it stands on `title_block`'s lines."""

    title: str = ""
    authors: tuple[Author, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One front part and what follows it, up to the next one; `span` covers all its lines.

    `opens` says that it is an article of its own, however short.
    """

    lang: Lang
    span: Span
    front: Front
    abstract: tuple[Block, ...] = ()
    keywords: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Citations:
    """How an article cites. Of numbers: those `cited` that its list holds (all, where it has none), those below the
    highest of them never cited (`uncited`), those `beyond` the list.

    `limit` is the highest number that counts as one of a reference: in `[12, 345]` 345 is a page.
    """

    style: CitationStyle = "none"
    cited: tuple[int, ...] = ()
    uncited: tuple[int, ...] = ()
    beyond: tuple[int, ...] = ()
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One article, with whatever of its parts the dumps hold.

    `titles`, `abstracts`, `keywords` map a language to the part in it. `blocks` are the body in reading
    order, references left out. `lang` is the body's. `url` is relative to the site's root.
    `words` counts the words of the body, abstracts and titles. `corrected` names the fields that an editor gave.
    `labels` are the words printed over its parts: "abstract.kk", "keywords.ru", "references". `others` are printed
    lines that no part holds: of a title page the degree, the supervisor.
    """

    id: str
    lang: Lang
    kind: ArticleKind = "article"
    titles: Mapping[Lang, str] = field(default_factory=dict)
    authors: tuple[Author, ...] = ()
    abstracts: Mapping[Lang, tuple[Block, ...]] = field(default_factory=dict)
    keywords: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    references: tuple[Block, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Block, ...] = ()
    citations: Citations = Citations()
    journal: str | None = None
    issn: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    rights: str | None = None
    licence: str | None = None
    status: str | None = None
    sources: tuple[Span, ...] = ()
    words: int = 0
    former_ids: tuple[str, ...] = ()
    corrected: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        return f"articles/{self.id}.html"

    @property
    def title(self) -> str:
        """The title in the body's language, else in any; "" when the dumps hold none."""
        return self.titles.get(self.lang) or next(iter(self.titles.values()), "")

    @property
    def title_lang(self) -> Lang:
        return self.lang if self.lang in self.titles else next(iter(self.titles), self.lang)
