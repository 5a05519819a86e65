"""The bytes of a part, and what must not be given to a parser at all."""

import re
from email.errors import MessageError
from email.message import Message
from typing import Final

MOST_PARTS: Final = 200
UNREADABLE: Final = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
    MessageError,
)
"""What the libraries for mail raise on headers and trees that no standard allows."""


def content_of(part: Message) -> bytes:
    """Its bytes, decoded; none where they can't be."""
    try:
        data = part.get_payload(decode=True)
    except UNREADABLE:
        return b""
    return data if isinstance(data, bytes) else b""


def too_complex(raw: bytes) -> str:
    """Why a message must not be given to a MIME parser at all, counted on its bytes; "" where it may."""
    small = raw.lower()  # ten times as fast as a search that ignores case
    containers = len(re.findall(rb"content-type:\s{0,200}(?:multipart|message)/", small))
    if containers > MOST_PARTS // 2:
        return f"{containers} parts hold other parts"
    declared = re.finditer(rb"boundary=\s{0,20}\"?([^\"\s;]{1,200})", small)
    boundaries = {raw[found.start(1) : found.end(1)] for found in declared}
    if len(boundaries) > MOST_PARTS:
        return f"{len(boundaries)} boundaries are declared"
    if not boundaries:
        return ""
    lines = sum(line.startswith(b"--") and _opens(line, boundaries) for line in raw.splitlines())
    return f"there are more than {MOST_PARTS} parts" if lines > 2 * MOST_PARTS else ""


def _opens(line: bytes, boundaries: set[bytes]) -> bool:
    boundary = line[2:].strip()
    return boundary in boundaries
