"""What may go wrong when a site is indexed; each message is one sentence with the path or address."""

from __future__ import annotations


class SiteError(ValueError):
    """A folder or page that cannot be indexed."""


class FolderError(SiteError):
    """The folder of search files cannot be written to."""


class WorkerError(SiteError):
    """The work cannot be handed out."""
