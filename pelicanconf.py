"""Settings of the site; nothing is computed here."""

SITENAME = "Izdeu"
SITEURL = ""
RELATIVE_URLS = True
TIMEZONE = "Asia/Almaty"
DEFAULT_LANG = "kk"

PATH = "content"
ARTICLE_PATHS: list[str] = []  # articles come from the dumps, by the journal plugin
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["journal", "lunr_search"]
JOURNAL_DUMPS = "content/dumps"
JOURNAL_AUTHORS = "content/authors.toml"
SAMPLE = True  # the pages say that the texts are a sample; `make CORPUS=…` sets it to False
JOURNAL_FONTS = "node_modules/@fontsource-variable/literata/files"

PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
PAGE_LANG_URL = PAGE_LANG_SAVE_AS = "{lang}/{slug}.html"

# Pelican's own listings and feeds: the journal plugin writes better ones, and a feed needs dates that dumps lack.
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = TAG_SAVE_AS = TAGS_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Text from a dump is hostile until escaped.
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
