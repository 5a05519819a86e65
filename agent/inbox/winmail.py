"""A winmail.dat to what it adds to its mail: files, and a text for where the mail has no other."""

from dataclasses import dataclass
from typing import Final

from agent.facts.mail import Block, Line
from agent.inbox.charsets import decoded, visible
from agent.inbox.tnef import SIGNATURE, Tnef, Wrapped, read_tnef
from agent.markup import MOST_TEXT, blocks

_TYPE: Final = "application/ms-tnef"


@dataclass(frozen=True, slots=True, kw_only=True)
class Winmail:
    """What is wrapped: a message within it, and one that is cut off, is a file that nothing reads, for a person."""

    blocks: tuple[Block, ...]
    is_html: bool
    files: tuple[Wrapped, ...]
    instead: tuple[Wrapped, ...]  # a file for its text, where that is RTF alone


def unwrapped(data: bytes, name: str) -> Winmail | None:
    """What is in these bytes; None where they are no TNEF."""
    tnef = read_tnef(data)
    if tnef is None:
        return None
    name = name or "winmail.dat"
    files = [_as_message(file) if file.content.startswith(SIGNATURE) else file for file in tnef.files]
    if not tnef.is_whole:
        files = [file for file in files if file.content]
        files.append(Wrapped(name=name, content_type=_TYPE, content=SIGNATURE))
    shown, is_html = _text(tnef)
    is_hidden = tnef.has_rtf and not shown
    rtf = Wrapped(name=f"text of {name}", content_type="text/rtf", content=b"{\\rtf")
    return Winmail(blocks=shown, is_html=is_html, files=tuple(files), instead=(rtf,) if is_hidden else ())


def _as_message(file: Wrapped) -> Wrapped:
    return Wrapped(name=file.name or "message", content_type=_TYPE, content=file.content)


def _text(tnef: Tnef) -> tuple[tuple[Block, ...], bool]:
    """The text: HTML where it has it, as that keeps tables."""
    if tnef.html and (found := blocks(decoded(tnef.html, tnef.html_charset).text)):
        return found, True
    if not tnef.plain.strip():
        return (), False
    lines = tnef.plain[:MOST_TEXT].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(Line(text=visible(line.rstrip())) for line in lines), False
