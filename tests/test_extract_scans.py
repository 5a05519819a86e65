"""Scans and photographs of documents: what is read in them, and that one misread digit never books anything."""

import io
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from agent.extract.paper.scans import MOST_PAGES, read_scan
from agent.extract.pool import ReaderPool, can_recognise
from agent.extract.read import read_mail
from agent.extract.reading.stamps import is_stamped
from agent.extract.text.lookalikes import LookAlikes
from agent.facts.documents import Cell, Document, Fault, Row, Source, Unread, Word
from agent.facts.mail import Part
from agent.facts.readings import Reading
from agent.ledger.numbers import Numbers
from tests.corpus.score import faults
from tests.desks import default_policy
from tests.homes import OPENED, RunningHome, make_home
from tests.mails import letter, mail
from tests.match_builders import item_of
from tests.papers import pdf, words
from tests.scanned import (
    FOLDER,
    SCANS,
    TRUTH,
    as_told,
    booked,
    document_of,
    ledger,
    read,
    said_to_be_paid,
    words_of,
)

FILES = sorted(file for file in TRUTH if FOLDER[file][0] == SCANS)
STRANGERS = sorted(set(TRUTH) - set(FILES))
LEAST_EXACT = 0.9
LEAST_BOOKED = 0.75  # of the strangers' scans that a person would book
PROVED = [file for file in FILES if TRUTH[file]["applied"]]
ONE_LOOKS_LIKE = {
    "0": "8",
    "1": "7",
    "2": "7",
    "3": "8",
    "4": "9",
    "5": "6",
    "6": "8",
    "7": "1",
    "8": "3",
    "9": "0",
}
BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("rapidocr", "onnxruntime"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocker())
"""


def part(file: str, content: bytes | None = None, **fields: Any) -> Part:
    content = (SCANS / file).read_bytes() if content is None else content
    return Part(name=file, content_type="application/octet-stream", content=content, **fields)


def picture_page(file: str) -> bytes:
    """A JPEG of ours as a page of a PDF, after a page of text."""

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO((SCANS / file).read_bytes())), 0, 300, 595, 274)

    return pdf(words((50, 50, "Please find our check below."), (50, 80, "Regards, M. Ferraro")), scan)


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(recognises=True) as reader:
        yield reader


# What is read


@pytest.mark.parametrize("file", FILES)
def test_a_scan_says_what_a_person_reads_in_it(file: str) -> None:
    """Kind, sums and lines exactly; another field is what the document says, or nothing."""
    reading = read(document_of(file, words_of(file)))
    told, said = as_told(reading), TRUTH[file]["payments"]
    assert (reading.kind, len(told)) == (TRUTH[file]["kind"], len(said))
    for payment, truth in zip(told, said, strict=True):
        lines = [{"discount": "0.00", **line} for line in truth["lines"]]
        got = [{name: line[name] for name in ("invoice", "amount", "discount")} for line in payment["lines"]]
        assert got == lines
        assert (payment["amount"], payment["currency"]) == (truth["amount"], truth["currency"])
        for field in ("date", "reference", "method", "payer"):
            if truth[field] != "*" and payment[field] is not None:
                assert plain(payment[field]) == plain(truth[field])


def plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@pytest.mark.parametrize("file", FILES)
def test_what_is_read_is_booked_where_it_is_proved_and_never_else(file: str) -> None:
    assert booked(file, words_of(file)) == (said_to_be_paid(file) if TRUTH[file]["applied"] else [])


@pytest.mark.timeout(400)  # a minute and a half where nothing else runs
def test_scans_of_strangers_are_read_exactly_or_not_falsely_and_book_nothing_wrong() -> None:
    """All of scans_more in one test, so that one process loads the models for them."""
    found, booked_right = {}, {}
    for file in STRANGERS:
        truth, reading = TRUTH[file], read(document_of(file, words_of(file)))
        told = {
            "kind": f"{reading.kind}",
            "customer_id": truth["customer_id"],
            "disputes": [],
            "promises": [],
        }
        found[file] = faults(truth, {**told, "payments": as_told(reading)})
        cash, right = booked(file, words_of(file)), said_to_be_paid(file) if truth["applied"] else []
        assert cash in ([], right), file
        if truth["applied"]:
            booked_right[file] = cash == right
    assert {file: one.false for file, one in found.items() if one.false} == {}
    missed = {file: one.missed for file, one in found.items() if one.missed}
    assert len(missed) <= (1 - LEAST_EXACT) * len(found), missed
    assert sum(booked_right.values()) >= LEAST_BOOKED * len(booked_right), booked_right


def test_words_carry_their_confidence_and_values_their_places() -> None:
    file = "advice-en.pdf"
    assert all(word.confidence is not None and 0 < word.confidence <= 1 for word in words_of(file)[0])
    [payment] = read(document_of(file, words_of(file))).payments
    amount = next(span for span in payment.evidence if span.field == "amount")
    assert amount.text == "8,018.87"
    assert amount.confidence is not None
    left, top, right, bottom = amount.box  # the page is 612 by 792 points, set straight
    assert 495 < left < right < 560
    assert 245 < top < bottom < 285
    assert 5 < bottom - top < 14


def test_without_a_ledger_it_is_read_with_a_warning() -> None:
    reading = read(document_of("list-zh.png", words_of("list-zh.png")), with_ledger=False)
    assert [payment.amount for payment in reading.payments] == [Decimal("42080.50")]
    assert reading.warnings == (
        "list-zh.png: page 1 was read from its picture: applied only where sums and ledger prove it",
    )


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("slip-de.pdf", "the amount, 3640.00, is said once: nothing else in it proves its digits"),
        ("differs-zh.pdf", "the amount is 48620.00 in figures and 46820.00 in words"),
        ("mismatch-de.pdf", "its lines make 4598.45, not 4589.45"),
    ],
)
def test_a_reading_says_why_it_is_not_proved(file: str, why: str) -> None:
    reading = read(document_of(file, words_of(file)))
    assert reading.payments[0].unproved == (why,)
    assert f"not proved: {why}" in reading.warnings


# One digit misread


def altered(pages: tuple[tuple[Word, ...], ...]) -> Iterator[tuple[str, tuple[tuple[Word, ...], ...]]]:
    """The same pages with one digit read as another one that looks like it, and as any other one."""
    chance = random.Random(20261121)
    for page, found in enumerate(pages):
        for at, word in enumerate(found):
            for place, digit in enumerate(word.text):
                if digit not in ONE_LOOKS_LIKE:
                    continue
                for other in (ONE_LOOKS_LIKE[digit], chance.choice("0123456789".replace(digit, ""))):
                    text = word.text[:place] + other + word.text[place + 1 :]
                    changed = (*found[:at], structs.replace(word, text=text), *found[at + 1 :])
                    yield f"{word.text} as {text}", (*pages[:page], changed, *pages[page + 1 :])


@pytest.mark.parametrize("file", FILES)
def test_one_misread_digit_books_nothing_wrong(file: str) -> None:
    """Nothing is booked, or what is: where the same value stands twice, the other one is right."""
    right = said_to_be_paid(file)
    allowed = [[], right] if TRUTH[file]["applied"] else [[]]
    wrong = [
        (how, got) for how, pages in altered(words_of(file)) if (got := booked(file, pages)) not in allowed
    ]
    assert wrong == []


@pytest.mark.parametrize("file", PROVED)
def test_one_misread_digit_of_what_is_paid_books_nothing(file: str) -> None:
    """Each number of a document, each sum that is the only one of its value, and the total where it stands once."""
    pages = words_of(file)
    [payment] = read(document_of(file, pages)).payments
    texts = [word.text for page in pages for word in page]
    once = {span.text for span in payment.evidence if span.field.startswith(("amount", "line."))}
    once = {text for text in once if texts.count(text) == 1}
    assert once
    for how, changed in altered(pages):
        if how.partition(" as ")[0] in once:
            assert booked(file, changed) == [], how


@pytest.mark.parametrize("file", FILES)
def test_a_digit_that_is_misread_wherever_it_stands_books_nothing_wrong(file: str) -> None:
    """As a worn letter is: each 1 of the page a 7."""
    right = said_to_be_paid(file)
    pages = words_of(file)
    for digit, other in ONE_LOOKS_LIKE.items():
        swapped = tuple(
            tuple(structs.replace(word, text=word.text.replace(digit, other)) for word in page)
            for page in pages
        )
        assert booked(file, swapped) in ([], right), f"{digit} as {other}"


def test_a_word_that_is_not_seen_books_nothing_wrong() -> None:
    file = "advice-en.pdf"
    [page] = words_of(file)
    for at in range(len(page)):
        assert booked(file, ((*page[:at], *page[at + 1 :]),)) in ([], said_to_be_paid(file)), page[at].text


# Stamps


@pytest.mark.parametrize(
    ("text", "height", "top", "width", "is_one"),
    [
        ("VOID", 22, 60, 60, True),
        ("VOID", 21, 60, 60, False),
        ("ID", 22, 60, 60, True),
        ("I", 22, 60, 60, False),
        ("作废", 22, 60, 60, True),
        ("1,234.00", 22, 60, 60, False),
        ("VOID", 22, 26, 60, True),
        ("REMITTANCE", 22, 25, 60, False),
        ("a line that stands askew", 22, 60, 176, True),
        ("a line that stands askew", 22, 60, 177, False),
    ],
)
def test_letters_far_larger_than_the_rest_lie_across_a_picture(
    text: str, height: float, top: float, width: float, is_one: bool
) -> None:
    """The page's head, where names and titles are large, ends at 25 of 100 points; the usual height is 10."""
    boxes = [(10.0, float(at), 60.0, float(at + 10)) for at in (0, 40, 50, 100)]
    cells = [Cell(text="Amount", box=box) for box in boxes] + [
        Cell(text=text, box=(10, top, 10 + width, top + height))
    ]
    rows = tuple(Row(cells=(cell,), page=1, table=None) for cell in cells)
    document = Document(part="a.png", source=Source.PICTURE, rows=rows, recognised=(1,))
    assert is_stamped(document) is is_one
    assert not is_stamped(replace(document, recognised=()))


@pytest.mark.parametrize(
    ("stamp", "books"), [("ID", False), ("VOID", False), ("V O I D", False), ("7", True)]
)
def test_a_cheque_that_is_stamped_books_nothing_whatever_of_the_stamp_is_read(
    stamp: str, books: bool
) -> None:
    file = "en-trap-void.jpg"
    pages = tuple(
        tuple(structs.replace(word, text=stamp) if word.text == "ID" else word for word in page)
        for page in words_of(file)
    )
    assert booked(file, pages) == ([("HS-52037", Decimal("990.00"), Decimal("0.00"))] if books else [])


# Letters that look like digits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("INV-20411", "INV-20411"),
        ("INV-2O4ll", "INV-20411"),
        ("lNV-20411", "INV-20411"),
        ("ＩＮＶ－２０４１１", "INV-20411"),
        ("1NV 2O411", "INV-20411"),
        ("RE-26-O4I2", None),  # another customer's
        ("INV-20419", None),
        ("BILL", None),
    ],
)
def test_a_number_that_looks_like_one_of_the_senders_is_it(text: str, number: str | None) -> None:
    item = LookAlikes(ledger().anchors, ("D01",)).number(text)
    assert (item.invoice_no if item else None) == number


def test_a_number_that_looks_like_two_is_neither() -> None:
    items = {
        number: item_of({"no": number, "amount": "5.00"}) for number in ("AB-1000", "A8-1000", "AB-1001")
    }
    numbers = Numbers(items, {})
    for item in items.values():
        numbers.add(item)
    assert LookAlikes(numbers, ()).number("AB-l000") is None
    assert LookAlikes(numbers, ()).number("AB-l001") == items["AB-1001"]


def test_a_misread_letter_of_a_number_is_no_obstacle() -> None:
    file = "advice-en.pdf"
    [page] = words_of(file)
    misread = tuple(structs.replace(word, text=word.text.replace("INV-20411", "lNV-2O4l1")) for word in page)
    assert any(word.text == "lNV-2O4l1" for word in misread)
    assert booked(file, (misread,)) == said_to_be_paid(file)


# Beside text


def told(body: str, *documents: Document) -> Reading:
    """What a mail with these words and pictures says."""
    message = mail(letter("payables@pineridge.example", body))
    return read_mail(
        message, documents, (), (), ledger=ledger().anchors, senders=("D02",), vocabulary=default_policy("US").vocabulary,
        own_names=("Harbour Supply Co.",),
    )  # fmt: skip


def picture(text: str, **fields: Any) -> Document:
    """A picture of one line."""
    cell = Cell(text=text, box=(50, 50, 300, 62), confidence=0.97)
    rows = (Row(cells=(cell,), page=1, table=None),)
    return Document(part="picture.png", source=Source.PICTURE, rows=rows, recognised=(1,), **fields)


ONE = "We paid invoice INV-20440, USD 912.75, by check on 16 November 2026."
TWO = "We paid INV-20440 912.75 and INV-20429 1836.50, in total USD 2749.25, on 16 November 2026."


def test_a_banner_in_a_mail_changes_nothing() -> None:
    banner = picture("Total savings of $500.00 in our payment report", may_be_logo=True)
    assert told(ONE, banner) == told(ONE)
    slip = picture("Payment amount: $500.00 for invoice INV-20440", may_be_logo=True)
    assert told(ONE, slip).payments[0].unproved, "it names an item of ours, and tells something else"


def test_a_picture_that_tells_of_no_payment_is_unread_as_before() -> None:
    [unread] = told(ONE, picture("FRAGILE this side up")).unread
    assert (unread.part, unread.fault) == ("picture.png", Fault.NO_TEXT)


def test_a_picture_takes_nothing_from_what_the_text_proves() -> None:
    slip = picture("Payment amount: $500.00 for invoice INV-20440")
    assert told(TWO, slip).payments == told(TWO).payments
    assert not told(TWO, slip).payments[0].is_from_picture


def test_an_amount_of_the_text_and_one_of_a_picture_are_two_statements() -> None:
    """What the text says is sure; the number in the picture is proved by the ledger, in agent/match."""
    slip = picture("Check for invoice INV-20440, amount paid $912.75")
    [payment] = told("We mailed you a check for USD 912.75 on 16 November 2026.", slip).payments
    assert (payment.amount, [line.invoice for line in payment.lines]) == (Decimal("912.75"), ["INV-20440"])
    assert payment.is_from_picture
    assert payment.unproved == ()


# The process that reads them


def test_the_pool_reads_pages_of_pictures_beside_pages_of_text(pool: ReaderPool) -> None:
    document = pool.read(part("letter.pdf", picture_page("check-en.jpg")))
    assert isinstance(document, Document)
    assert (document.recognised, document.unseen, document.warnings) == ((2,), (), ())
    assert [row.page for row in document.rows][:2] == [1, 1]
    assert {row.page for row in document.rows} == {1, 2}
    assert any("INV-20440" in row.text and row.cells[0].confidence for row in document.rows)
    assert all(cell.confidence is None for row in document.rows if row.page == 1 for cell in row.cells)


def behind(file: str, *lines: tuple[float, float, str], mode: int = 3, size: float = 10) -> bytes:
    """A scan as the whole page of a PDF, with text on it; mode 3 is text that is not seen (ISO 32000-1, table 106)."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO((SCANS / file).read_bytes())), 0, 568, 595, 274)
        canvas.drawImage(ImageReader(Image.new("L", (50, 50), 250)), 0, 0, 595, 568)
        for x, top, text in lines:
            written = canvas.beginText(x, 842 - top)
            written.setFont("Helvetica", size)
            written.setTextRenderMode(mode)
            written.textOut(text)
            canvas.drawText(written)

    return pdf(draw)


LAYER = (
    (50, 50, "Pay to the order of Harbour Supply Co."),
    (50, 70, "Amount: $412.75"),
    (50, 90, "Memo: Invoice INV-20440"),
)


def test_words_that_a_scanner_put_behind_its_picture_are_no_surer_than_ours(pool: ReaderPool) -> None:
    scan = behind("check-en.jpg", *LAYER)
    ours = pool.read(part("check.pdf", scan))
    assert isinstance(ours, Document)
    assert ours.recognised == (1,)
    assert any("$912.75" in row.text for row in ours.rows)
    assert not any("$412.75" in row.text for row in ours.rows)
    with ReaderPool() as reader:
        theirs = reader.read(part("check.pdf", scan))
    assert isinstance(theirs, Document)
    assert theirs.recognised == (1,)
    assert [row.text for row in theirs.rows] == [text for _, _, text in LAYER]
    assert {cell.confidence for row in theirs.rows for cell in row.cells} == {0.5}


@pytest.mark.parametrize(("letters", "recognised"), [(99, (1,)), (100, ())])
def test_a_page_with_a_footer_is_a_picture_still(
    pool: ReaderPool, letters: int, recognised: tuple[int, ...]
) -> None:
    document = pool.read(part("check.pdf", behind("check-en.jpg", (50, 800, "x" * letters), mode=0, size=4)))
    assert isinstance(document, Document)
    assert document.recognised == recognised
    with ReaderPool() as reader:
        read_alone = reader.read(
            part("check.pdf", behind("check-en.jpg", (50, 800, "x" * letters), mode=0, size=4))
        )
    assert isinstance(read_alone, Unread if recognised else Document)


def test_the_pool_reads_a_fax_of_two_pages(pool: ReaderPool) -> None:
    document = pool.read(part("fax-en.tif"))
    assert isinstance(document, Document)
    assert (document.source, document.recognised) == (Source.PICTURE, (1, 2))


def test_a_picture_within_the_text_is_read_and_a_logo_is_not_missed(pool: ReaderPool) -> None:
    slip = pool.read(part("screen-zh.png", may_be_logo=True))
    assert isinstance(slip, Document)
    assert slip.may_be_logo
    assert [payment.amount for payment in read(slip).payments] == [Decimal("18350.60")]
    blank = io.BytesIO()
    Image.effect_noise((500, 450), 60).save(blank, "PNG")
    assert pool.read(part("logo.png", blank.getvalue(), may_be_logo=True)) is None


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("cut.jpg", (SCANS / "check-en.jpg").read_bytes()[:30_000], Fault.BROKEN),
        ("no.tif", b"II*\x00".ljust(60_000, b"\xff"), Fault.BROKEN),
        ("no.jpg", b"\xff\xd8\xff".ljust(90_000, b"x"), Fault.BROKEN),
        ("large.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100_000).to_bytes(4) * 2 + b"\x08\x00\0\0\0" + bytes(60_000), Fault.BROKEN),
        ("photo.heic", b"\0\0\0\x18ftypheic".ljust(90_000, b"x"), Fault.NO_TEXT),
    ],
)  # fmt: skip
def test_a_hostile_picture_is_a_value_and_the_next_one_reads(
    pool: ReaderPool, name: str, content: bytes, fault: Fault
) -> None:
    started = time.perf_counter()
    unread = pool.read(part(name, content))
    assert time.perf_counter() - started < 60
    assert isinstance(unread, Unread), unread
    assert unread.fault is fault


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (7_000, 6_000), 1).save(out, "TIFF", compression="group4")
    unread = read_scan("large.tif", out.getvalue(), (), lambda _picture, _points: ())
    assert isinstance(unread, Unread)
    assert unread.fault is Fault.NO_TEXT


def test_no_more_pages_are_recognised_than_allowed() -> None:
    seen: list[float] = []

    def one_word(picture: Image.Image, points: float) -> tuple[Word, ...]:
        seen.append(points)
        return (Word(text="x", box=(0, 0, 9, 9), confidence=0.9),)

    out = io.BytesIO()
    frames = [Image.new("1", (850, 1100), 1)] * (MOST_PAGES + 1)
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], dpi=(100, 100))
    document = read_scan("long.tif", out.getvalue(), (), one_word)
    assert isinstance(document, Document)
    assert len(seen) == MOST_PAGES == len(document.recognised)
    assert document.unseen == (MOST_PAGES + 1,)
    assert set(seen) == {0.72}


def test_nothing_is_looked_for_on_the_network() -> None:
    """An audit hook ends the process at the first name that is looked up and the first connection."""
    script = (
        "import os, sys\n"
        "sys.addaudithook(lambda event, _: os._exit(7) if event.startswith(('socket.connect', 'socket.getaddr')) else None)\n"
        "from PIL import Image\n"
        "from agent.extract.paper.recognise import Recogniser\n"
        f"words = Recogniser().words(Image.open({str(SCANS / 'check-en.jpg')!r}), 0.36)\n"
        "sys.exit(0 if any(word.text == 'INV-20440' for word in words) else 1)\n"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr


# Without the package


def test_a_pool_that_does_not_recognise_finds_what_it_always_found() -> None:
    with ReaderPool() as reader:
        scan, photo = reader.read(part("advice-en.pdf")), reader.read(part("check-en.jpg"))
        mixed = reader.read(part("letter.pdf", picture_page("check-en.jpg")))
        assert reader.read(part("screen-zh.png")) is None
    assert scan == Unread(
        part="advice-en.pdf", fault=Fault.NO_TEXT, detail="its pages are pictures, without text"
    )
    assert photo == Unread(part="check-en.jpg", fault=Fault.NO_TEXT, detail="it is a picture")
    assert isinstance(mixed, Document)
    assert mixed.warnings == ("page 2 is a picture and was not read",)


def test_where_the_package_is_not_installed_a_scan_is_unreadable(tmp_path: Path) -> None:
    """The command, in a process in which the package can't be found."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    home = make_home(tmp_path / "home", with_ledger=False)
    blocked = replace(home, environment={"PYTHONPATH": str(tmp_path)})
    assert can_recognise()
    [line] = blocked.lines("extract", str(SCANS / "advice-en.pdf"))
    assert (line["kind"], line["payments"]) == ("other", [])
    assert line["warnings"] == ["advice-en.pdf: no_text: its pages are pictures, without text"]
    [line] = home.lines("extract", str(SCANS / "advice-en.pdf"))
    assert [payment["amount"] for payment in line["payments"]] == ["8018.87"]


# The whole way


def mailed(home: RunningHome, sender: str, body: str, *files: str, inline: bool = False) -> None:
    """Put a mail with these scans into the inbox; our server vouches for its sender."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "ar@harbour.example", "Payment"
    message["Date"] = "Wed, 18 Nov 2026 10:00:00 +0100"
    message["Message-ID"] = f"<{files[0]}@mail.example>"
    domain = sender.partition("@")[2]
    message["Authentication-Results"] = f"mx.harbour.example; dmarc=pass header.from={domain}"
    message.set_content(body)
    if inline:
        message.add_alternative(f"<p>{body}</p><img src='cid:slip@mail'>", subtype="html")
    for file in files:
        kind = {"pdf": ("application", "pdf"), "jpg": ("image", "jpeg"), "png": ("image", "png")}[file[-3:]]
        content = (SCANS / file).read_bytes()
        if inline:
            html = message.get_body(("html",))
            assert html is not None
            html.add_related(content, *kind, cid="<slip@mail>")
        else:
            message.add_attachment(content, *kind, filename=file)
    (home.path / "mail" / "in" / "new" / files[0]).write_bytes(message.as_bytes())


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> RunningHome:
    """A home with the ledger of the scans, in which their mails are handled."""
    home = make_home(tmp_path_factory.mktemp("scans") / "home", with_ledger=False)
    home.run("import", "customers", str(SCANS / "customers.csv"), now=OPENED)
    home.run("import", "invoices", str(SCANS / "invoices.csv"), now=OPENED)
    mailed(home, "accounts@tidewater.example", "Our advice is attached.", "photo-en.jpg")
    mailed(home, "kreditoren@lindner-vp.example", "Anbei unser Überweisungsbeleg.", "slip-de.pdf")
    mailed(home, "finance@jincheng.example", "货款已付,见下图。", "list-zh.png", inline=True)
    mailed(
        home, "payables@pineridge.example",
        "We paid INV-20440 912.75 and INV-20429 1836.50, in total USD 2749.25, on 16 November 2026.", "differs-zh.pdf",
    )  # fmt: skip
    home.run("run", "--once")
    return home


@pytest.mark.parametrize(
    ("file", "status", "applied", "codes", "letters"),
    [
        ("photo-en.jpg", "applied", ["INV-20420", "INV-20427", "INV-20435", "INV-20449"], [], ["confirmation"]),
        ("list-zh.png", "applied", ["26512000000038120694", "26512000000038344127"], [], ["confirmation"]),
        ("slip-de.pdf", "review", [], ["unreadable_attachment"], ["review_request"]),
        ("differs-zh.pdf", "applied", ["INV-20440", "INV-20429"], [], ["confirmation"]),
    ],
    ids=["proved by sum and ledger", "pasted into the text", "said once", "the text proves itself, whatever the picture says"],
)  # fmt: skip
def test_the_whole_way_of_a_scan(
    worked: RunningHome, file: str, status: str, applied: list[str], codes: list[str], letters: list[str]
) -> None:
    message = next(one for one in worked.lines("messages") if one["message_id"] == f"<{file}@mail.example>")
    payments = [one for one in worked.lines("payments") if one["payment_id"] in message["payment_ids"]]
    written = [one for one in worked.lines("letters") if one["letter_id"] in message["letter_ids"]]
    assert [payment["status"] for payment in payments] == [status]
    assert sorted(one["invoice"] for one in payments[0]["applications"]) == sorted(applied)
    assert sorted({code for letter in written for code in letter["codes"]}) == codes
    assert [letter["kind"] for letter in written] == letters
    if status == "review":
        assert [letter["to"] for letter in written] == [["li.na@harbour.example"]]
        said = worked.run("explain", payments[0]["payment_id"]).stdout
        assert "said once" in said
