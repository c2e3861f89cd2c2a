"""What a user can get wrong, said so that it can be mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class ManualError(Exception):
    """Something that a user can mend.

    :param message: English msgid, with ``{name}`` fields.
    :param path: file concerned.
    :param line: 1-based line, 0 where the file as a whole is meant.
    :param hint: English msgid that says how to mend it.
    :param fields: what the fields of message and hint stand for; ``reason`` is a msgid too, such as the words of
        the operating system or of a parser.
    """

    def __init__(
        self, message: str, *, path: Path | None = None, line: int = 0, hint: str = "", **fields: object
    ) -> None:
        super().__init__(message.format(**fields))
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint
        self.fields = fields

    @override
    def __reduce__(self) -> tuple[object, ...]:
        """Let the error reach the process that has asked for the work."""
        return _again, (type(self), self.args, self.__dict__)

    def text(self, _: Callable[[str], str]) -> str:
        """Return ``path:line: message`` and the hint on a line below, in the language of ``_``.

        A file below the working folder is named as seen from there.
        """
        place = "" if self.path is None else f"{_from_here(self.path)}:{self.line or ''}".rstrip(":") + ": "
        fields = {name: _(str(value)) if name == "reason" else value for name, value in self.fields.items()}
        lines = [place + _(self.message).format(**fields)]
        if self.hint:
            lines.append("  " + _(self.hint).format(**fields))
        return "\n".join(lines)


def _again(kind: type[ManualError], args: tuple[object, ...], values: dict[str, object]) -> ManualError:
    error = kind.__new__(kind, *args)
    vars(error).update(values)
    return error


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class UnreadableError(Exception):
    """Several things that can't be read; each of ``reasons`` says what, where, and how to mend it."""

    def __init__(self, reasons: Sequence[ManualError]) -> None:
        super().__init__(*reasons)
        self.reasons = tuple(reasons)
