"""Turns a part's first bytes, name and declared type into its format; bytes count first, the type last."""

import re
from enum import StrEnum, auto

from agent.facts.mail import Part
from agent.undeclared import is_wide

LEAST_PICTURE = 20_000  # bytes: a scan of a page has more, a logo less
LEAST_GRAPHIC = 4_000  # bytes of a page of one colour on another, or of a telephone's screen
LEAST_SIDE = 400  # pixels of a picture's shorter side: 50 dpi of a page; banners and buttons have less
_HEAD = 4_096  # bytes looked at


class Format(StrEnum):
    """What a part is."""

    PDF = auto()
    SHEET = auto()  # XLSX, XLSB, XLS, ODS, and their encrypted form
    DOCX = auto()
    ODT = auto()
    OFD = auto()
    DELIMITED = auto()  # CSV and the like, by name, type or content
    TEXT = auto()
    HTML = auto()
    STRUCTURED = auto()  # XML, X12, EDIFACT, MT940, OFX: agent/extract/structured reads those that it knows
    MESSAGE = auto()
    PICTURE = auto()
    GRAPHIC = auto()  # a picture that is a page or a logo: read where pictures are, else not missed
    IGNORED = auto()  # signatures, cards, calendars, logos
    UNKNOWN = auto()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_TIFF = (b"II*\x00", b"MM\x00*")
_SCANNED = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", *_TIFF)
_OPEN_DOCUMENT_SHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # ODF 1.3 part 2, 3.3
_OPEN_DOCUMENT_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OFD = re.compile(
    rb"PK\x03\x04[\x00-\xff]{26}OFD\.xml"
)  # the entry that names the documents: GB/T 33190-2016, 6
_MAIN_PART = re.compile(rb"xl/workbook\.|word/document\d{0,3}\.xml")  # numbered by programs on the web
_MARKS = (  # how texts begin
    (re.compile(rb"(?i:<!doctype\s+html|<(?:html|head|body|table|div|p|meta|style)[\s>])"), Format.HTML),
    (re.compile(rb"(?:<\?xml|<[A-Za-z_][\w.-]{0,40}[\s:>])"), Format.STRUCTURED),
    (re.compile(rb"(?:ISA[^A-Za-z0-9]|UN[ABH][^A-Za-z0-9\s]|\{1:F|:20:|OFXHEADER)"), Format.STRUCTURED),
    (re.compile(rb"\{\\rtf|%!PS"), Format.UNKNOWN),
    (re.compile(rb"(?:BEGIN:V|-----BEGIN PGP (?:SIGNATURE|PUBLIC))"), Format.IGNORED),
    (re.compile(rb"(?i:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): "), Format.MESSAGE),
)
_NAMES = {
    "pdf": Format.PDF,
    **dict.fromkeys(("xlsx", "xlsm", "xlsb", "xls", "ods"), Format.SHEET),
    **dict.fromkeys(("csv", "tsv", "tab"), Format.DELIMITED),
    **dict.fromkeys(("htm", "html"), Format.HTML),
    **dict.fromkeys(("xml", "edi", "edifact", "x12", "sta", "mt940", "940", "ofx", "qfx"), Format.STRUCTURED),
    **dict.fromkeys(("p7s", "asc", "sig", "vcf", "ics"), Format.IGNORED),
    "eml": Format.MESSAGE,
}
_TYPES = {
    "text/csv": Format.DELIMITED,
    "text/tab-separated-values": Format.DELIMITED,
    "text/html": Format.HTML,
    "message/rfc822": Format.MESSAGE,
    **dict.fromkeys(
        (
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
        ),
        Format.IGNORED,
    ),
}


def sniff(part: Part) -> Format:
    """What a part really is; UNKNOWN where it is nothing that can be read."""
    by_bytes = _by_bytes(part.content)
    if part.may_be_logo and by_bytes in (Format.PICTURE, Format.IGNORED):
        return Format.GRAPHIC if _may_be_small_page(part.content) else Format.IGNORED
    if by_bytes is not None:
        return by_bytes
    by_name = _NAMES.get(part.name.rpartition(".")[2].lower()) or _TYPES.get(part.content_type.lower())
    if by_name is not None:
        return by_name
    return Format.TEXT if _is_text(part.content[:_HEAD]) else Format.UNKNOWN


def is_scan(picture: bytes) -> bool:
    """True for the formats that scanners, faxes and telephones write."""
    return picture.startswith(_SCANNED)


def _by_bytes(content: bytes) -> Format | None:
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:  # readers accept junk before it: ISO 32000-1 annex H, note 13
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _by_entries(content)
    if head.startswith(_OLE):
        if _entry("__properties_version1.0") in content:  # [MS-OXMSG] 2.4: it may hold a workbook
            return Format.UNKNOWN
        streams = ("Workbook", "Book", "EncryptedPackage")
        return Format.SHEET if any(_entry(name) in content for name in streams) else Format.UNKNOWN
    if head.startswith(_PICTURES) or head[4:8] == b"ftyp" or head[8:12] == b"WEBP":
        if _may_be_page(content):
            return Format.PICTURE
        return Format.GRAPHIC if _may_be_small_page(content) else Format.IGNORED
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe").lstrip()
    return next((format for mark, format in _MARKS if mark.match(start)), None)


def _by_entries(archive: bytes) -> Format:
    """An archive by its first main part: those of files embedded in it come later."""
    if _OPEN_DOCUMENT_SHEET in archive[:128]:
        return Format.SHEET
    if _OPEN_DOCUMENT_TEXT in archive[:128]:
        return Format.ODT
    first, ofd = _MAIN_PART.search(archive), _OFD.search(archive)
    if ofd and (first is None or ofd.start() < first.start()):
        return Format.OFD
    if first is None:
        return Format.UNKNOWN
    return Format.SHEET if first[0].startswith(b"xl/") else Format.DOCX


def _entry(name: str) -> bytes:
    """A stream's name as a directory entry of a compound file begins ([MS-CFB] 2.6.1)."""
    return f"{name}\0".encode("utf-16-le")


def _may_be_page(picture: bytes) -> bool:
    if picture.startswith(_TIFF):  # nobody signs with one, and a fax's page may have 3 KB
        return True
    if len(picture) < LEAST_PICTURE:
        return False
    if picture.startswith(b"\x89PNG"):
        return min(_png_sides(picture)) >= LEAST_SIDE
    return not picture.startswith(b"GIF8")


def _may_be_small_page(picture: bytes) -> bool:
    """True for pictures with room for a document's words, though their bytes are as few as a logo's."""
    if len(picture) < LEAST_GRAPHIC or not is_scan(picture):
        return False
    sides = _png_sides(picture) if picture.startswith(b"\x89PNG") else _jpeg_sides(picture)
    return min(sides) >= LEAST_SIDE


def _png_sides(picture: bytes) -> tuple[int, int]:
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


def _jpeg_sides(picture: bytes) -> tuple[int, int]:
    """Width and height as the frame's header says (ITU-T T.81 B.2.2); (0, 0) where none is found."""
    at = 2
    while picture[at : at + 1] == b"\xff" and at < len(picture) - 9:
        marker = picture[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(picture[at + 7 : at + 9]), int.from_bytes(picture[at + 5 : at + 7])
        at += 2 + int.from_bytes(picture[at + 2 : at + 4])
    return 0, 0


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or is_wide(head):
        return True
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)
