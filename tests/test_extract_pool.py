"""The reader pool reads every part apart, and outlives every one of them."""

import os
import signal
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from agent.extract import worker
from agent.extract.pages import DocumentReader
from agent.extract.paper.pictures import MOST_PAGES, MOST_PIXELS
from agent.extract.pool import MAX_BYTES, ReaderPool
from agent.facts.documents import Document, Fault, Source, Unread
from agent.facts.mail import Part
from tests.ofds import ofd, text
from tests.papers import docx, doubling_pdf, odt, paragraph, pdf, raw_pdf, stream, words, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

GOOD = pdf(words((50, 50, "INV-1"), (300, 50, "100.00")))


def part(content: bytes, name: str = "advice.pdf") -> Part:
    return Part(name=name, content_type="application/octet-stream", content=content)


def page(content: bytes, dictionary: bytes = b"") -> bytes:
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</T 5 0 R>>>>>>",
        stream(dictionary, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def packed(content: bytes) -> bytes:
    return page(zlib.compress(content), b"/Filter/FlateDecode")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(seconds=20) as reader:
        yield reader


def read(reader: DocumentReader, content: bytes, name: str = "advice.pdf") -> Document:
    document = reader.read(part(content, name))
    assert isinstance(document, Document), document
    return document


def children() -> set[int]:
    text = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text()
    return set(map(int, text.split()))


@pytest.mark.parametrize(
    ("content", "name", "source", "said"),
    [
        (GOOD, "advice.pdf", Source.PDF, "INV-1  100.00"),
        (xlsx(("Sheet 1", [["INV-1", 100]])), "list.xlsx", Source.SHEET, "INV-1  100"),
        (docx(paragraph("INV-1 100.00")), "advice.docx", Source.TEXT, "INV-1 100.00"),
        (odt("<text:p>INV-1 100.00</text:p>"), "advice.doc", Source.TEXT, "INV-1 100.00"),
        (ofd([text(20, 30, "INV-1")]), "advice.ofd", Source.PDF, "INV-1"),
        (b"INV-1;100,00\n", "list.csv", Source.CSV, "INV-1  100,00"),
        (b"A;B;C\nINV-1;x;100,00\n", "list.txt", Source.CSV, "A  B  C"),
        (b"INV-1  100.00\n", "note.txt", Source.TEXT, "INV-1  100.00"),
        (b"<html><body><p>INV-1 100.00</p></body></html>", "advice.pdf", Source.TEXT, "INV-1 100.00"),
    ],
    ids=[
        "pdf",
        "xlsx",
        "docx",
        "odt",
        "ofd",
        "csv",
        "txt that is a table",
        "txt",
        "html that is called a pdf",
    ],
)
def test_a_part_is_read_for_what_it_is(
    pool: ReaderPool, content: bytes, name: str, source: Source, said: str
) -> None:
    document = read(pool, content, name)
    assert (document.part, document.source, document.rows[0].text) == (name, source, said)


@pytest.mark.parametrize(
    ("content", "name", "fault"),
    [
        (b"", "advice.pdf", Fault.BROKEN),
        (b"", "note.txt", Fault.BROKEN),
        (b"  \r\n ", "list.csv", Fault.BROKEN),
        (GOOD[:700], "advice.pdf", Fault.BROKEN),
        (zipped(("a.txt", b"x")), "a.zip", Fault.UNKNOWN_FORMAT),
        (b"<?xml version='1.0'?><order/>", "order.xml", Fault.UNKNOWN_FORMAT),
        (b"<html><body><img src='cid:1'></body></html>", "page.html", Fault.NO_TEXT),
        (b"\xff\xd8\xff".ljust(90_000, b"x"), "scan.jpg", Fault.NO_TEXT),
        (b"%PDF-".ljust(MAX_BYTES + 1), "large.pdf", Fault.TOO_LARGE),
        (b"x" * 5_000_001, "large.txt", Fault.TOO_LARGE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_part_that_cant_be_read_is_a_value_and_the_next_one_reads(
    pool: ReaderPool, content: bytes, name: str, fault: Fault
) -> None:
    started = time.perf_counter()
    unread = pool.read(part(content, name))
    assert time.perf_counter() - started < 15
    assert isinstance(unread, Unread), unread
    assert (unread.part, unread.fault) == (name, fault)
    assert read(pool, GOOD).rows[0].text == "INV-1  100.00"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (OLE + "__properties_version1.0".encode("utf-16-le"), "m.msg", "an Outlook message (.msg), which is not read: save it as .eml"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "a Word 97 document (.doc), which is not read: ask for it as PDF"),
        (b"{\\rtf1\\ansi Paid 1,204.50}", "a.doc", "an RTF document, which is not read: ask for it as PDF"),
        (zipped(("a.txt", b"x")), "a.zip", "a zip archive, which is not opened: ask for what is in it"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z", "an archive, which is not opened"),
        (b"%!PS-Adobe-3.0", "a.ps", "a PostScript file"),
        (b"\x00\x01\x02", "a.xyz", "of a format that is not read (application/octet-stream)"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:7] else "",
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_to_ask_for(
    pool: ReaderPool, content: bytes, name: str, said: str
) -> None:
    unread = pool.read(part(content, name))
    assert isinstance(unread, Unread)
    assert (unread.fault, unread.detail[: len(said) + 6]) == (Fault.UNKNOWN_FORMAT, f"it is {said}")


def test_what_is_not_for_reading_is_nothing(pool: ReaderPool) -> None:
    assert pool.read(part(b"BEGIN:VCARD\r\n", "ann.vcf")) is None
    assert pool.read(part(b"\x89PNG\r\n\x1a\n" + bytes(900), "logo.png")) is None


def test_a_page_that_takes_too_long_is_timed_out() -> None:
    slow = packed(b"BT /T 9 Tf " + b"(abcdef) Tj 1 0 Td " * 2_000_000 + b"ET")
    with ReaderPool(seconds=0.5) as pool:
        started = time.perf_counter()
        unread = pool.read(part(slow))
        assert time.perf_counter() - started < 4
        assert isinstance(unread, Unread)
        assert unread.fault is Fault.TIMED_OUT
        assert read(pool, GOOD).rows


def test_nothing_starts_before_it_is_needed_and_nothing_stays() -> None:
    before = children()
    with ReaderPool() as pool:
        read(pool, b"INV-1;5\n", "list.csv")
        assert children() == before
        read(pool, GOOD)
        first = children() - before
        read(pool, GOOD)
        assert children() - before == first
        assert len(first) == 1
    assert children() == before


def test_a_process_that_dies_between_documents_costs_none() -> None:
    before = children()
    with ReaderPool() as pool:
        read(pool, GOOD)
        [child] = children() - before
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert read(pool, GOOD).rows


def test_threads_share_the_pool() -> None:
    with ReaderPool(max_workers=2) as pool, ThreadPoolExecutor(6) as threads:
        documents = threads.map(lambda at: read(pool, GOOD, f"{at}.pdf"), range(24))
        assert [document.part for document in documents] == [f"{at}.pdf" for at in range(24)]


def test_a_process_is_replaced_after_its_share_of_documents() -> None:
    with ReaderPool() as pool:
        for _ in range(worker.MOST_TASKS + 2):
            assert read(pool, GOOD).rows[0].text == "INV-1  100.00"


def test_a_warm_pool_reads_a_page_in_milliseconds(pool: ReaderPool) -> None:
    table = pdf(
        words(
            *(
                (50 + 90 * column, 60 + 14 * row, f"{row}.{column}")
                for row in range(40)
                for column in range(5)
            )
        )
    )
    read(pool, table)
    took = []
    for _ in range(15):
        started = time.perf_counter()
        read(pool, table)
        took.append(time.perf_counter() - started)
    assert min(took) < 0.05


def test_a_page_is_drawn_as_its_words_are_read(pool: ReaderPool) -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(60, -100, "INV-1 of a page that is typed sideways")

    upright, turned = pool.pictures(part(pdf(words((50, 50, "INV-1")), sideways)), (1, 2, 3))
    assert (595, 842) == (round(upright.width), round(upright.height))
    assert (842, 595) == (round(turned.width), round(turned.height))
    assert (1, 2) == (upright.page, turned.page)
    assert all(picture.png.startswith(b"\x89PNG") for picture in (upright, turned))


def test_pictures_have_limits_and_none_is_made_of_another_format(pool: ReaderPool) -> None:
    pages = pdf(*[words((50, 50, "x"))] * (MOST_PAGES + 1))
    assert MOST_PAGES == len(pool.pictures(part(pages), range(1, 100)))
    assert () == pool.pictures(part(pages), ())
    assert () == pool.pictures(part(b"%PDF-1.4 broken"), (1,))
    assert () == pool.pictures(part(xlsx(("a", [["INV-1"]])), "a.xlsx"), (1,))
    (wide,) = pool.pictures(part(pdf(words((50, 50, "x")), size=(10_000, 10_000))), (1,))
    assert int.from_bytes(wide.png[16:20]) * int.from_bytes(wide.png[20:24]) <= 1.01 * MOST_PIXELS
    assert () == pool.pictures(part(pdf(words((50, 50, "x")), size=(20_000, 100))), (1,))


def test_a_hostile_page_is_not_drawn_and_the_next_one_is() -> None:
    with ReaderPool(seconds=2) as reader:
        assert () == reader.pictures(part(doubling_pdf(25)), (1,))
        assert 1 == len(reader.pictures(part(GOOD), (1,)))
