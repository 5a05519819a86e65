"""Builds winmail.dat as Outlook does, for the tests [MS-OXTNEF]."""

import struct
from collections.abc import Sequence

Property = tuple[int, int, bytes]  # type, number, value

BODY, RTF, HTML, CODE_PAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
LONG_NAME, FILE, MIME, CONTENT_ID = 0x3707, 0x3701, 0x370E, 0x3712
INTEGER, OBJECT, STRING, UNICODE, BINARY = 0x03, 0x0D, 0x1E, 0x1F, 0x0102


def attribute(level: int, number: int, value: bytes) -> bytes:
    """Level, number, length, value and its sum."""
    return struct.pack("<BII", level, number, len(value)) + value + struct.pack("<H", sum(value) % 65536)


def properties(*told: Property) -> bytes:
    """A list of properties; a named one goes first, as Outlook has some in every list."""
    named = (
        struct.pack("<HH", UNICODE, 0x8001) + bytes(16) + struct.pack("<II", 1, 6) + "ab\0".encode("utf-16-le")
        + bytes(2) + _variable("named".encode("utf-16-le"))
    )  # fmt: skip
    many = struct.pack("<HHII", INTEGER | 0x1000, 0x6000, 2, 7) + struct.pack("<I", 8)
    out = struct.pack("<I", len(told) + 2) + named + many
    for kind, number, value in told:
        out += struct.pack("<HH", kind, number)
        out += value if kind == INTEGER else _variable(value)
    return out


def _variable(value: bytes) -> bytes:
    return struct.pack("<II", 1, len(value)) + value + bytes(-len(value) % 4)


def text(number: int, words: str) -> Property:
    return UNICODE, number, words.encode("utf-16-le") + b"\0\0"


def file(
    name: str, content: bytes, *told: Property, short: str = "FILE~1.DAT", kind: int | None = None
) -> bytes:
    """An attachment; its content as attribute, or as a property of a kind."""
    out = attribute(2, 0x00069002, bytes(14)) + attribute(2, 0x00018010, short.encode() + b"\0")
    if kind is None:
        out += attribute(2, 0x0006800F, content)
    else:
        told = (*told, (kind, FILE, content if kind != OBJECT else bytes(16) + content))
    return out + attribute(2, 0x00069005, properties(*([text(LONG_NAME, name)] if name else []), *told))


def winmail(*pieces: bytes, message: Sequence[Property] = (), page: int = 1252) -> bytes:
    """A TNEF of a message with these properties and files."""
    head = struct.pack("<IH", 0x223E9F78, 1)
    head += attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    head += attribute(1, 0x00069007, struct.pack("<II", page, 0))
    body = attribute(1, 0x00069003, properties(*message)) if message else b""
    return head + body + b"".join(pieces)
