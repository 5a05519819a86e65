"""Files that are broken, locked, or made to exhaust whoever opens them, and how each must end."""

import io
import itertools
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reportlab.lib.pdfencrypt import StandardEncryption

from agent.facts.documents import Fault
from tests.papers import doubling_pdf, pdf, raw_pdf, stream, words, xlsx, zipped

_CATALOG: Final = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT: Final = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_DRAWN: Final = b"BT /T 9 Tf 50 700 Td (Advice HSC-10001) Tj ET"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file by its name, how it is made, and the faults that reading it may end with; none: it is read."""

    name: str
    make: Callable[[], bytes]
    faults: tuple[Fault, ...] = ()

    @property
    def is_read(self) -> bool:
        """True where nothing of it may be lost."""
        return not self.faults


def _advice() -> bytes:
    return pdf(words((50, 50, "Advice HSC-10001")))


def _locked(user: str, owner: str) -> bytes:
    lock = StandardEncryption(user, owner, canPrint=0, canCopy=0, strength=128)
    return pdf(words((50, 50, "Advice HSC-10001")), encryption=lock)


def _page(
    content: bytes, *, box: bytes = b"0 0 600 800", dictionary: bytes = b"", more: bytes = b""
) -> bytes:
    """One page; `more` goes into its resources."""
    return raw_pdf(
        _CATALOG,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</T 5 0 R>>%s>>>>"
        % (box, more),
        stream(dictionary, content),
        _FONT,
    )


def _packed(content: bytes) -> bytes:
    return _page(zlib.compress(content, 1), dictionary=b"/Filter/FlateDecode")


def _many_pages(count: int = 10_000) -> bytes:
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</T 4 0 R>>>>>>"
    ] * count
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(count))
    return raw_pdf(
        _CATALOG, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), stream(b"", _DRAWN), _FONT, *pages
    )


def _self_calling() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 4 0 R>>>>"
    return raw_pdf(
        _CATALOG,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>>>",
        stream(form, b"/F Do /F Do"),
        stream(b"", b"/F Do"),
    )


def _looping_tree() -> bytes:
    return raw_pdf(
        _CATALOG,
        b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R 3 0 R]>>",
    )


def _large_image() -> bytes:
    bits = zlib.compress(bytes(20_000 * 20_000 // 8))
    image = b"/Type/XObject/Subtype/Image/Width 20000/Height 20000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode"
    return raw_pdf(
        _CATALOG,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>>>",
        stream(image, bits),
        stream(b"", b"600 0 0 800 0 0 cm /I Do"),
    )


def _many_rows(count: int = 600_000) -> bytes:
    return _workbook(
        b"",
        b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (at, at, at) for at in range(1, count + 1)),
    )


def _far_cell() -> bytes:
    """A workbook of 1 KB with one cell at the end of the sheet."""
    return _workbook(
        b"", b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )


def _with_entities() -> bytes:
    entities = b'<!DOCTYPE x [<!ENTITY a "HSC-10001"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return _workbook(entities, b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;&f;</t></is></c></row>')


def _workbook(doctype: bytes, rows: bytes) -> bytes:
    """A workbook whose sheet has these rows."""
    sheet = (
        b'<?xml version="1.0"?>%s<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<sheetData>%s</sheetData></worksheet>" % (doctype, rows)
    )
    with zipfile.ZipFile(io.BytesIO(xlsx(("S", [["x"]])))) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped(*((name, sheet if "sheet1" in name else inside) for name, inside in members))


def _laughs() -> bytes:
    """A bank's XML that unfolds to a billion words."""
    names = "abcdefghij"
    entities = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "HSC-10001">{entities}]>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>&j;</Id>'
        "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


HOSTILE: Final = (
    Hostile("owner-password.pdf", lambda: _locked("", "boss")),
    Hostile("user-password.pdf", lambda: _locked("open sesame", "boss"), (Fault.ENCRYPTED,)),
    Hostile("empty.pdf", lambda: b"", (Fault.BROKEN,)),
    Hostile("half.pdf", lambda: _advice()[:600], (Fault.BROKEN,)),
    Hostile("without-its-end.pdf", lambda: _advice()[:-300], (Fault.BROKEN,)),
    Hostile("page.html.pdf", lambda: b"<html><body><p>Advice HSC-10001</p></body></html>"),
    Hostile("junk-before.pdf", lambda: b"junk\r\n" * 20 + _advice()),
    Hostile("10000-pages.pdf", _many_pages, (Fault.TOO_LARGE,)),
    Hostile("flate-bomb.pdf", lambda: _packed(b" " * 300_000_000), (Fault.NO_TEXT, Fault.TOO_LARGE)),
    Hostile(
        "deep-arrays.pdf",
        lambda: _page(b"[" * 200_000 + b"]" * 200_000 + b" TJ"),
        (Fault.NO_TEXT, Fault.BROKEN),
    ),
    Hostile("deep-states.pdf", lambda: _packed(b"q " * 3_000_000), (Fault.NO_TEXT,)),
    Hostile("calls-itself.pdf", _self_calling, (Fault.NO_TEXT, Fault.BROKEN, Fault.TIMED_OUT)),
    Hostile("doubling-forms.pdf", doubling_pdf, (Fault.BROKEN, Fault.TOO_LARGE, Fault.TIMED_OUT)),
    Hostile("page-tree-loop.pdf", _looping_tree, (Fault.BROKEN,)),
    Hostile("huge-media-box.pdf", lambda: _page(_DRAWN, box=b"0 0 2000000000 2000000000")),
    Hostile("20000-pixels.pdf", _large_image, (Fault.NO_TEXT,)),
    Hostile("far-cell.xlsx", _far_cell, (Fault.BROKEN, Fault.TOO_LARGE)),
    Hostile("600000-rows.xlsx", _many_rows, (Fault.TOO_LARGE,)),
    Hostile(
        "bomb.xlsx",
        lambda: zipped(("x", b""), ("xl/workbook.xml", b"<x/>"), ("xl/x.xml", bytes(210_000_000))),
        (Fault.TOO_LARGE,),
    ),
    Hostile("entities.xlsx", _with_entities, (Fault.BROKEN, Fault.NO_TEXT)),
    Hostile("laughs.xml", _laughs, (Fault.UNKNOWN_FORMAT, Fault.BROKEN)),
)
