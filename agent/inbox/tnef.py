"""TNEF bytes (winmail.dat), in which Outlook wraps a mail's files and formatting, to body and attachments [MS-OXTNEF].

The samples of other programs have wrong checksums often enough that none is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error as StructError
from struct import unpack_from
from typing import Final

SIGNATURE: Final = b"\x78\x9f\x3e\x22"
MOST_ATTRIBUTES: Final = 20_000
MOST_PROPERTIES: Final = 20_000  # of one attribute; also of values of one property
MOST_ATTACHMENTS: Final = 200

# Attributes: 2.1.3.2 and 2.1.3.3, type and id as one number.
_BODY: Final = 0x0002800C
_CODE_PAGE: Final = 0x00069007
_MESSAGE: Final = 0x00069003
_NEW_ATTACHMENT: Final = 0x00069002
_TITLE: Final = 0x00018010
_DATA: Final = 0x0006800F
_ATTACHMENT: Final = 0x00069005

# Properties: [MS-OXPROPS].
_PLAIN: Final = 0x1000
_RTF: Final = 0x1009
_HTML: Final = 0x1013
_INTERNET_CODE_PAGE: Final = 0x3FDE
_FILE: Final = 0x3701
_NAMES: Final = (0x3707, 0x3704, 0x3001)  # long file name, short one, display name
_TYPE: Final = 0x370E
_CONTENT_ID: Final = 0x3712

_PAGES: Final = {
    20127: "ascii",
    20866: "koi8-r",
    50220: "iso2022_jp",
    51949: "euc_kr",
    54936: "gb18030",
    65001: "utf-8",
}
_MULTIPLE: Final = 0x1000
_SIZES: Final = {
    0x02: 2,
    0x03: 4,
    0x04: 4,
    0x05: 8,
    0x06: 8,
    0x07: 8,
    0x0A: 4,
    0x0B: 2,
    0x14: 8,
    0x40: 8,
    0x48: 16,
}
_OBJECT, _STRING, _UNICODE, _BINARY = 0x0D, 0x1E, 0x1F, 0x0102
_NAMED: Final = 0x8000  # properties from here on are named by a set and a number or a string
_INTERFACE: Final = 16  # bytes before an object's own


@dataclass(slots=True)
class Wrapped:
    """A file in a TNEF; a message in it keeps its TNEF form."""

    name: str = ""
    content_type: str = "application/octet-stream"
    content_id: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Tnef:
    """What a TNEF holds; texts are "" where they are not there."""

    plain: str = ""
    html: bytes = b""
    html_charset: str = ""
    has_rtf: bool = False
    files: list[Wrapped] = field(default_factory=list)
    is_whole: bool = True  # False where it ends before it should


class _Cut(Exception):
    """The bytes end before what they tell of, or tell of more than a limit."""


def read_tnef(data: bytes) -> Tnef | None:
    """What is in a TNEF; None where it is none. What comes before a damage is kept."""
    if not data.startswith(SIGNATURE):
        return None
    found = Tnef()
    charset = "cp1252"
    try:
        for attribute, value in _attributes(data):
            if attribute == _CODE_PAGE and len(value) >= 4:
                charset = _charset(value)
            elif attribute == _BODY:
                found.plain = _text(value, charset)
            elif attribute == _MESSAGE:
                _read_message(value, charset, found)
            elif attribute == _NEW_ATTACHMENT:
                found.files.append(Wrapped())
            elif found.files:
                _read_attachment(attribute, value, charset, found.files[-1])
    except (_Cut, StructError):
        found.is_whole = False
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and value of each attribute: level, number, length, value, checksum (2.1.3)."""
    at = 6
    attributes = attachments = 0
    while len(data) - at >= 9:
        _, attribute, length = unpack_from("<BII", data, at)
        at += 9
        attributes += 1
        attachments += attribute == _NEW_ATTACHMENT
        if at + length > len(data) or attributes > MOST_ATTRIBUTES or attachments > MOST_ATTACHMENTS:
            raise _Cut
        yield attribute, data[at : at + length]
        at += length + 2


def _read_message(value: bytes, charset: str, found: Tnef) -> None:
    for number, kind, content in _properties(value):
        if number == _PLAIN:
            found.plain = _string(kind, content, charset)
        elif number == _HTML:
            found.html = content if kind != _UNICODE else _string(kind, content, charset).encode()
            found.html_charset = found.html_charset if kind != _UNICODE else "utf-8"
        elif number == _INTERNET_CODE_PAGE and len(content) >= 4:
            found.html_charset = _charset(content)
        elif number == _RTF:
            found.has_rtf = True


def _read_attachment(attribute: int, value: bytes, charset: str, file: Wrapped) -> None:
    if attribute == _TITLE:
        file.name = file.name or _text(value, charset)
    elif attribute == _DATA:
        file.content = value
    elif attribute == _ATTACHMENT:
        told = {number: (kind, content) for number, kind, content in _properties(value)}
        names = (_string(*told[number], charset) for number in _NAMES if number in told)
        file.name = next(filter(None, names), file.name)
        if _TYPE in told:
            file.content_type = _string(*told[_TYPE], charset).lower() or file.content_type
        if _CONTENT_ID in told:
            file.content_id = _string(*told[_CONTENT_ID], charset).strip(" <>")
        kind, content = told.get(_FILE, (0, b""))
        if kind == _OBJECT:
            file.content = content[_INTERFACE:]
        elif kind == _BINARY and not file.content:
            file.content = content


def _properties(value: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Number, type and first value of each property (2.1.3.4); each starts at a multiple of four bytes."""
    (count,) = unpack_from("<I", value)
    at = 4
    if count > MOST_PROPERTIES:
        raise _Cut
    for _ in range(count):
        kind, number = unpack_from("<HH", value, at)
        at += 4
        if number >= _NAMED:
            at = _after_name(value, at)
        values = 1
        base = kind & ~_MULTIPLE
        if kind & _MULTIPLE or base not in _SIZES:
            (values,) = unpack_from("<I", value, at)
            at += 4
        if values > MOST_PROPERTIES:
            raise _Cut
        first = b""
        for index in range(values):
            size = _SIZES.get(base)
            if size is None:
                (size,) = unpack_from("<I", value, at)
                at += 4
            if at + size > len(value):
                raise _Cut
            if index == 0:
                first = value[at : at + size]
            at += -(-size // 4) * 4
        yield number, base, first


def _after_name(value: bytes, at: int) -> int:
    """Where a named property goes on: after its set, and its number or its name."""
    (by_name,) = unpack_from("<I", value, at + 16)
    at += 20
    if not by_name:
        return at + 4
    (length,) = unpack_from("<I", value, at)
    if length > len(value):
        raise _Cut
    return int(at + 4 + -(-length // 4) * 4)


def _charset(page: bytes) -> str:
    """The charset of a Windows code page."""
    (number,) = unpack_from("<I", page)
    return _PAGES.get(number) or (f"iso8859-{number - 28590}" if 28591 <= number <= 28605 else f"cp{number}")


def _string(kind: int, content: bytes, charset: str) -> str:
    if kind == _UNICODE:
        return content.decode("utf-16-le", errors="replace").rstrip("\0")
    return _text(content, charset)


def _text(content: bytes, charset: str) -> str:
    try:
        return content.rstrip(b"\0").decode(charset)
    except (LookupError, UnicodeDecodeError):
        return content.rstrip(b"\0").decode("utf-8", errors="replace")
