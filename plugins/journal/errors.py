"""One sentence with file and line: what an editor reads when a job could not be done."""

from __future__ import annotations


class JournalError(ValueError):
    """A text or correction that cannot be used. `file` is the dump's or TOML's name, `line` may be 0."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file, self.line, self.message = file, line, message
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
