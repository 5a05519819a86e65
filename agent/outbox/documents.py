"""EDGE a folder of invoices as PDF, named by their numbers, to the files that go out with a statement."""

from pathlib import Path
from typing import Final

from agent.facts.letters import Attachment
from agent.ids import folded

MOST_BYTES: Final = 5_000_000  # of one file
MOST_TOGETHER: Final = 15_000_000  # of a letter: many mailboxes take no more than 20 MB
_PDF: Final = b"%PDF-"


def find_documents(folder: Path, numbers: tuple[str, ...]) -> tuple[list[Attachment], list[str]]:
    """The files of these invoices, and the numbers without one. A number is only ever compared with names that are in
    the folder, never made into a path; links, large files and what is no PDF count as missing."""
    known: dict[str, Path] = {}
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() == ".pdf" and path.is_file() and not path.is_symlink():
                known.setdefault(folded(path.stem), path)
    found: list[Attachment] = []
    missing: list[str] = []
    together = 0
    for number in numbers:
        place = known.get(folded(number))
        size = place.stat().st_size if place else 0
        content = (
            place.read_bytes() if place and size <= MOST_BYTES and together + size <= MOST_TOGETHER else b""
        )
        if place is None or not content.startswith(_PDF):
            missing.append(number)
            continue
        together += size
        found.append(Attachment(name=place.name, content_type="application/pdf", content=content))
    return found, missing
