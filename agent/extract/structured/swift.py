"""SWIFT FIN text (blocks, or a bare text block) into tagged fields, each with its lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(r":(\d\d[A-Z]?):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A tagged field: its first line's number, and all its lines."""

    tag: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The field as it stands."""
        return "\n".join(self.lines)


def fields_of(text: str, first: int = 1) -> Iterator[Field]:
    """Tagged fields with the lines that continue them; SWIFT's block braces and `-` end a field.

    `first` is the number of the text's first line.
    """
    tag, start, lines = "", 0, [""]
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), first):
        if found := _TAG.match(line):
            if tag:
                yield Field(tag=tag, line=start, lines=tuple(lines))
            tag, start, lines = found[1], number, [found[2]]
        elif tag and (line.startswith(("{", "-}")) or line.strip() == "-"):
            yield Field(tag=tag, line=start, lines=tuple(lines))
            tag = ""
        elif tag and line.strip():
            lines.append(line)
    if tag:
        yield Field(tag=tag, line=start, lines=tuple(lines))


def joined(pieces: Iterable[str], width: int) -> str:
    """Lines as one: where a line ends short of its width, a space stood."""
    whole = ""
    for piece in map(str.strip, pieces):
        whole += piece if len(piece) >= width else piece + " "
    return whole.strip()
