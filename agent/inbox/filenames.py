"""An attachment's name for people."""

import re
from collections.abc import Callable
from email.message import Message
from typing import Final

from agent.inbox.charsets import decoded, plain
from agent.inbox.part_bytes import UNREADABLE

_LONGEST_NAME: Final = 120


def name_of(part: Message) -> str:
    """An attachment's name for people: RFC 2231, RFC 2047 in a parameter, or 8-bit; "" where it has none."""
    declared = f"{part.get('content-disposition', '')} {part.get('content-type', '')}"
    if "name" not in declared.lower():
        return ""
    readers: tuple[Callable[[], object], ...] = (
        lambda: part.get_param("filename", header="content-disposition"),
        lambda: part.get_param("name"),
    )
    for read in readers:
        try:
            value = read()
        except UNREADABLE:
            continue
        if isinstance(value, tuple):
            value = decoded(str(value[2]).encode("latin-1", "ignore"), value[0]).text
        if value and (name := safe_name(plain(str(value)))):
            return name
    return ""


def safe_name(name: str) -> str:
    """The last component of a path, without invisible characters, at most 120 long; its ending stays."""
    name = re.split(r"[/\\]", "".join(c for c in name if c.isprintable()))[-1].strip(" .\"'<>:|?*")
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    keeps = dot and len(ending) <= 10
    return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}" if keeps else name[:_LONGEST_NAME]
