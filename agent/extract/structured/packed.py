"""A zip of nothing but files of these formats, as banks hand out statements, into one reading of them all, each once."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from agent.extract.files.archive import Unopened, opened
from agent.extract.structured.values import MOST_BYTES
from agent.facts.documents import Unread
from agent.facts.mail import Part
from agent.facts.readings import StructuredRead

MOST_FILES: Final = 50
_START: Final = b"PK\x03\x04"
_DAMAGES: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, IndexError, NotImplementedError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip


def read_packed(part: Part, read: Callable[[Part], StructuredRead | Unread | None]) -> StructuredRead | None:
    """What the files of a zip say; None where it is none, is too large, or holds anything that `read` does not read whole."""
    if not part.content.startswith(_START):
        return None
    reads: list[StructuredRead] = []
    try:
        archive = opened(part.content)
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
            return None
        contents: set[bytes] = set()
        for entry in entries:
            content = archive.read(entry)
            if content in contents:
                continue
            contents.add(content)
            found = read(Part(name=f"{part.name}/{entry.filename}", content_type="", content=content))
            if not isinstance(found, StructuredRead) or found.is_copy:
                return None
            reads.append(found)
    except (Unopened, *_DAMAGES):
        return None
    if len({each.kind for each in reads}) != 1:
        return None
    return StructuredRead(
        part=part.name,
        kind=reads[0].kind,
        payments=tuple(payment for each in reads for payment in each.payments),
        warnings=tuple(f"{each.part}: {warning}" for each in reads for warning in each.warnings),
    )
