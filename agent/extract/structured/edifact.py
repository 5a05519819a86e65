"""UN/EDIFACT bytes (ISO 9735 syntax 1 to 4) into messages of segments; what their counts say otherwise is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.structured.values import amount_of, span
from agent.facts.documents import Span

MOST_PIECES: Final = 2_000_000  # segments, elements and components: 50,000 documents have a tenth
_HEAD: Final = 2_000  # bytes: service strings and the interchange's header
_START: Final = re.compile(rb"\s*UN[ABGH][^A-Za-z0-9]")
_DECIMAL: Final = re.compile(r"(-?\d{0,15})(?:[.,](\d{0,6}))?(-?)\Z", re.ASCII)
_TEST_INDICATOR: Final = 11  # of UNB
_UNB: Final = re.compile(rb"UNB.UNO([A-Z])")
# ISO 9735 data element 0001: the character sets of the syntax levels.
_CHARSETS: Final = {
    **dict.fromkeys("ABCXY", "latin-1"),
    "D": "iso8859-2", "E": "iso8859-5", "F": "iso8859-7", "G": "iso8859-3", "H": "iso8859-4",
    "I": "iso8859-6", "J": "iso8859-8", "K": "iso8859-9",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The service characters of an interchange: UNA, or what ISO 9735 has without it."""

    component: str = ":"
    element: str = "+"
    release: str = "?"
    terminator: str = "'"

    def apart(self, text: str, mark: str) -> list[str]:
        """The pieces between marks that no release character takes the meaning from; they stay as they stand."""
        if not self.release:
            return text.split(mark)
        pieces = [""]
        at = 0
        for found in re.finditer(f"{re.escape(self.release)}.|{re.escape(mark)}", text, re.DOTALL):
            pieces[-1] += text[at : found.start()]
            at = found.end()
            if found.group() == mark:
                pieces.append("")
            else:
                pieces[-1] += found.group()
        pieces[-1] += text[at:]
        return pieces

    def plain(self, text: str) -> str:
        """Text without its release characters."""
        return re.sub(f"{re.escape(self.release)}(.)", r"\1", text) if self.release else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A segment; elements and components count from 1 as in the directories, and what is not there is empty."""

    number: int  # in the interchange, from 1
    id: str
    elements: tuple[tuple[str, ...], ...]  # as they stand, with release characters
    marks: Marks

    def raw(self, element: int, component: int = 1) -> str:
        """A component as it stands."""
        parts = self.elements[element - 1] if element <= len(self.elements) else ()
        return parts[component - 1].strip() if component <= len(parts) else ""

    def at(self, element: int, component: int = 1) -> str:
        """What a component says."""
        return self.marks.plain(self.raw(element, component)).strip()

    def amount(self, element: int, component: int, currency: str | None) -> Decimal | None:
        """A numeric component: point or comma before the decimals, no grouping; some put the minus last."""
        found = _DECIMAL.match(self.at(element, component))
        if not found or (found[1].startswith("-") and found[3]):
            return None
        return (
            amount_of(f"{found[3]}{found[1]}.{found[2] or '0'}", currency)
            if found[1] + (found[2] or "")
            else None
        )

    def span(self, field: str, element: int, component: int, part: str) -> Span:
        """Where a component stands: its segment as line, its element as column."""
        return span(field, part, self.number, self.raw(element, component), column=element)


Message = list[Segment]
"""The segments of a message, UNH to UNT."""


def is_edifact(content: bytes, *types: str) -> bool:
    """True for an interchange, or a message without one, that holds a message of one of these types."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    names = "|".join(types).encode()
    return bool(_START.match(head)) and bool(
        re.search(rb"UNH[^A-Za-z0-9][^'\n]{0,80}?(?:" + names + rb")\W", content)
    )


def segments_of(content: bytes) -> list[Segment]:
    """All segments of an interchange; none where it is cut into more pieces than any real one has."""
    text = _decoded(content).lstrip("\ufeff \t\r\n")
    marks = Marks()
    if text.startswith("UNA") and len(text) > 9:
        marks = Marks(component=text[3], element=text[4], release=text[6].strip(), terminator=text[8])
        text = text[9:]
    found: list[Segment] = []
    cuts = (marks.component, marks.element, marks.terminator, marks.release)
    if sum(text.count(mark) for mark in cuts if mark) > MOST_PIECES:
        return found
    for piece in marks.apart(text, marks.terminator):
        if piece := piece.strip():
            name, *elements = marks.apart(piece, marks.element)
            parts = tuple(tuple(marks.apart(element, marks.component)) for element in elements)
            found.append(
                Segment(
                    number=len(found) + 1,
                    id=name.partition(marks.component)[0].strip(),
                    elements=parts,
                    marks=marks,
                )
            )
    return found


def is_test(segments: list[Segment]) -> bool:
    """True where UNB says so: data element 0035, the test indicator (ISO 9735-1, S-segment UNB)."""
    return any(segment.id == "UNB" and segment.at(_TEST_INDICATOR) == "1" for segment in segments)


def messages_of(segments: list[Segment], type: str, warnings: list[str]) -> Iterator[Message]:
    """The messages of one type; one that has no end, or another count than told, gives a warning."""
    inside: Message = []
    messages = 0
    for segment in [*segments, *_no_end(segments)]:
        if inside and segment.id in ("UNH", "UNE", "UNZ"):
            warnings.append(f"message {inside[0].at(1)} has no UNT segment; it was left out")
            inside = []
        if inside or segment.id == "UNH":
            inside.append(segment)
        messages += segment.id == "UNH"
        if segment.id == "UNT" and inside:
            warnings.extend(_miscounted(segment, f"message {inside[0].at(1)}", len(inside)))
            if inside[0].at(2) == type:
                yield inside
            inside = []
        elif segment.id == "UNZ" and segment.number and not any(each.id == "UNG" for each in segments):
            warnings.extend(_miscounted(segment, f"interchange {segment.at(2)}", messages))


def _no_end(segments: list[Segment]) -> Iterator[Segment]:
    if segments:
        yield Segment(number=0, id="UNZ", elements=(), marks=segments[0].marks)


def _miscounted(trailer: Segment, where: str, count: int) -> Iterator[str]:
    """A warning where a trailer tells of another number than there are."""
    if trailer.at(1).lstrip("0") != f"{count}":
        yield f"{where}: {trailer.id} counts {trailer.at(1) or 'none'}, there are {count}"


def _decoded(content: bytes) -> str:
    """UTF-8 where it is that, as many send it whatever UNB says; else the character set of UNB."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        level = _UNB.search(content[:_HEAD])
        return content.decode(_CHARSETS.get(level[1].decode() if level else "", "latin-1"), errors="replace")
