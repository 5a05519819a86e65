"""What a part is, is told by its bytes first."""

from typing import Any

import pytest

from agent.extract.files.sniff import Format, sniff
from agent.facts.mail import Part
from tests.ofds import ofd
from tests.papers import docx, ods, odt, paragraph, pdf, xls, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.table("extract_sniff")
def test_bytes_count_before_names_and_names_before_types(case: dict[str, Any]) -> None:
    content = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    content = content.ljust(case.get("size", 0), b"\0")
    assert sniff(Part(name=case["file"], content_type=case["type"], content=content)) == case["format"]


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (pdf(lambda _: None), Format.PDF),
        (xlsx(("Sheet 1", [["x"]])), Format.SHEET),
        (xls("Sheet 1", [["x"]]), Format.SHEET),
        (ods("Sheet 1", [["x"]]), Format.SHEET),
        (docx(paragraph("x")), Format.DOCX),
        (odt("<text:p>x</text:p>"), Format.ODT),
        (zipped(("word/document.xml", b""), ("word/embeddings/1", xlsx(("Sheet 1", [["x"]])))), Format.DOCX),
        (ofd([]), Format.OFD),
        (zipped(("word/document.xml", b""), ("word/embeddings/1", ofd([]))), Format.DOCX),
        (zipped(("word/documents.xml", b"<x/>"), ("xl.xml", b"")), Format.UNKNOWN),
        (OLE + "__properties_version1.0\0Workbook\0".encode("utf-16-le"), Format.UNKNOWN),
    ],
    ids=[
        "pdf",
        "xlsx",
        "xls",
        "ods",
        "docx",
        "odt",
        "docx with a workbook",
        "ofd",
        "docx with an ofd",
        "zip",
        "msg with a workbook",
    ],
)
def test_real_files_are_known_without_a_name(content: bytes, format: Format) -> None:
    assert sniff(Part(name="", content_type="application/octet-stream", content=content)) is format
