"""Data inside PDFs and beside them: a bank's e-receipt is read, an invoice is known as one, and nothing hidden counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.extract.paper.embedded import MOST_BYTES, MOST_FILES
from agent.extract.paper.pdf import read_pdf
from agent.extract.pool import ReaderPool
from agent.extract.structured import read_structured
from agent.facts.documents import Document, Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import StructuredRead
from agent.pipeline.parts import Read, read_part, read_parts
from tests.papers import pdf, with_files, words, zipped
from tests.structured_reads import must_read, read

CORPUS = Path(__file__).parent / "corpus"
RECEIPT = (CORPUS / "structured" / "e_receipt.xml").read_bytes()
CII = (CORPUS / "copies" / "cii.xml").read_bytes()
PAGE = pdf(words((50, 50, "Payment receipt"), (50, 80, "Amount"), (200, 80, "CNY 56,800.00")))


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(seconds=20) as reader:
        yield reader


def kinds(pool: ReaderPool, content: bytes, name: str = "slip.pdf") -> list[str]:
    found = read_part(Part(name=name, content_type="application/pdf", content=content), pool)
    return [_kind(one) for one in found]


def _kind(one: Read) -> str:
    match one:
        case StructuredRead():
            return (
                "copy" if one.is_copy else f"{one.kind} {' '.join(str(each.amount) for each in one.payments)}"
            )
        case Document():
            return " ".join(["pages", *one.warnings])
        case Unread():
            return f"{one.fault.value}: {one.detail}"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (PAGE, ["pages"]),
        (with_files(PAGE, ("bker_issuer_1.xml", RECEIPT)), ["remittance 56800.00", "pages"]),
        (with_files(PAGE, ("a.xml", RECEIPT.decode().encode("utf-16"))), ["pages slip.pdf/a.xml: the XML is damaged"]),
        (with_files(PAGE, ("meta.xml", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")), ["pages"]),
        (with_files(PAGE, ("factur-x.xml", CII)), ["copy"]),
        (with_files(PAGE, ("factur-x.xml", CII), ("bker.xml", RECEIPT)), ["remittance 56800.00", "pages"]),
        (with_files(PAGE, ("list.xlsx", zipped(("a", b"x")))), ["pages it holds files that were not read: list.xlsx"]),
        (with_files(PAGE, ("bker.xml", RECEIPT[:-40])), ["pages slip.pdf/bker.xml: the XML is damaged"]),
        (
            with_files(PAGE, ("bker.xml", RECEIPT.replace(b">56800.00", b">96800.00"))),
            ["broken: its data tells of 96800.00, which its pages do not show"],
        ),
        (with_files(pdf(lambda _: None), ("factur-x.xml", CII)), ["copy"]),
        (with_files(pdf(lambda _: None), ("bker.xml", RECEIPT)), ["no_text: its pages are pictures, without text"]),
        ((CORPUS / "copies" / "factur-x.pdf").read_bytes(), ["copy"]),
    ],
    ids=[
        "no files", "e-receipt", "damaged", "other XML", "invoice", "both", "a workbook", "cut off", "another amount",
        "invoice without text", "receipt without text", "factur-x",
    ],
)  # fmt: skip
def test_the_data_of_a_pdf_counts_where_its_pages_show_it(
    pool: ReaderPool, content: bytes, found: list[str]
) -> None:
    got = kinds(pool, content)
    assert len(got) == len(found), got
    assert all(wanted in one for one, wanted in zip(got, found, strict=True)), got


@pytest.mark.parametrize("shown", ["56,800.00", "56.800,00", "56 800,00", "56800", "¥56,800.00元", "56,800"])
def test_an_amount_is_shown_however_it_is_written(pool: ReaderPool, shown: str) -> None:
    page = pdf(words((50, 50, "Amount"), (200, 50, shown), font="STSong-Light"))
    assert kinds(pool, with_files(page, ("bker.xml", RECEIPT)))[0] == "remittance 56800.00"


@pytest.mark.parametrize("shown", ["56,801.00", "156,800.00", "568.00", "56,800.10", "5 6800"])
def test_another_amount_is_not(pool: ReaderPool, shown: str) -> None:
    page = pdf(words((50, 50, "Amount"), (200, 50, shown)))
    assert kinds(pool, with_files(page, ("bker.xml", RECEIPT)))[0].startswith("broken")


def test_files_in_a_pdf_are_read_up_to_limits() -> None:
    many = read_pdf("x.pdf", with_files(PAGE, *((f"{at}.xml", b"<x/>") for at in range(MOST_FILES + 2))))
    assert isinstance(many, Document)
    assert len(many.embedded) == MOST_FILES
    assert many.warnings == ("it holds files that were not read: 2 more",)
    large = read_pdf("x.pdf", with_files(PAGE, ("1.xml", b"<x/>".ljust(MOST_BYTES)), ("2.xml", b"<x/>")))
    assert isinstance(large, Document)
    assert [file.name for file in large.embedded] == ["1.xml"]
    assert large.warnings == ("it holds files that were not read: 2.xml",)


def copy(content: bytes) -> str:
    found = read_structured(Part(name="a.xml", content_type="text/xml", content=content))
    assert isinstance(found, StructuredRead)
    assert (found.is_copy, found.kind, found.payments) == (True, "other", ())
    return found.warnings[0]


MOF = b'<xbrl xmlns:%s="http://xbrl.mof.gov.cn/taxonomy/2023-12-31/%s"></xbrl>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (CII, "an invoice (CII"),
        ((CORPUS / "copies" / "ubl.xml").read_bytes(), "of the kind Invoice (UBL)"),
        (b"\xff\xfe" + CII.decode().encode("utf-16-le"), "an invoice (CII"),
        (b"<CreditNote xmlns='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/>", "CreditNote (UBL)"),
        (b"<SCRDMCCBDACIOMessageStructure/>", "an order (Order-X)"),
        (b"<p:FatturaElettronica versione='FPR12'></p:FatturaElettronica>", "FatturaPA"),
        (MOF % (b"einv", b"einv"), "einv"),
        (b"<EInvoice><Header/></EInvoice>", "数电票"),
        (b"UNB+UNOC:3+A+B+261102:0930+1'UNH+1+INVOIC:D:96A:UN'BGM+380+1'UNT+3+1'UNZ+1+1'", "EDIFACT"),
        (b"ISA*00*          *00*          *ZZ*A*ZZ*B*260302*1200*U*00401*7*0*P*>~ST*810*0001~", "X12 810"),
    ],
    ids=["cii", "ubl", "utf-16", "credit note", "order-x", "fattura", "mof", "tax authority", "edifact", "x12"],
)  # fmt: skip
def test_invoices_and_orders_are_known_as_such(content: bytes, said: str) -> None:
    assert said in copy(content)


@pytest.mark.parametrize(
    "content",
    [
        b"<Invoice/>",
        b"<order/>",
        MOF % (b"bkrs", b"bkrs"),
        b"ISA and ST*810",
        b"see <CrossIndustryInvoice>",
        b"{}",
    ],
)
def test_what_is_none_of_them_is_left_to_others(content: bytes) -> None:
    assert read(content) is None


@pytest.mark.parametrize(
    "gone", ["TransactionAmountInFigures", "DateOfBookkeeping", "AccountNameOfPayer", "AccountNameOfPayee"]
)
def test_an_e_receipt_that_lacks_what_a_payment_needs_is_not_read(gone: str) -> None:
    found = read(RECEIPT.decode().replace(f"bker:{gone}", "bker:Something"))
    assert isinstance(found, Unread)
    assert (found.fault, "does not say once" in found.detail) == (Fault.BROKEN, True)


def test_an_e_receipt_that_says_two_amounts_is_not_read() -> None:
    amount = '<bker:TransactionAmountInFigures unitRef="CNY">1.00</bker:TransactionAmountInFigures>'
    assert isinstance(read(RECEIPT.decode().replace("</xbrl>", f"{amount}</xbrl>")), Unread)


def test_an_amount_in_words_that_differs_is_told() -> None:
    [payment] = must_read(RECEIPT.decode().replace("伍万陆仟捌佰", "伍万陆仟柒佰")).payments
    assert (f"{payment.amount}", f"{payment.words_amount}", payment.checks) == ("56800.00", "56700.00", ())


def test_a_swift_order_on_a_page_is_read_from_it(pool: ReaderPool) -> None:
    lines = (
        "Outgoing payment", "{1:F01BANKDEFFAXXX4711123456}{2:I103HARBUS33XXXXN}{4:", ":20:FT77", ":32A:261109USD1000,",
        ":50K:/12345", "ANNA LTD", ":59:HARBOUR SUPPLY CO", ":70:INV-1", "-}",
    )  # fmt: skip
    content = pdf(words(*((50, 80 + 14 * at, line) for at, line in enumerate(lines)), font="Courier"))
    order, page = read_part(Part(name="swift.pdf", content_type="application/pdf", content=content), pool)
    assert isinstance(order, StructuredRead)
    assert isinstance(page, Document)
    [payment] = order.payments
    assert (f"{payment.amount}", payment.payer, payment.payee, payment.text) == (
        "1000.00", "ANNA LTD", "HARBOUR SUPPLY CO", "INV-1",
    )  # fmt: skip
    shown = {span.field: span for span in payment.evidence}
    assert (shown["amount"].page, shown["amount"].part) == (1, "swift.pdf")
    assert shown["amount"].box == page.rows[3].cells[0].box


@pytest.mark.parametrize(
    ("words", "currency"), [("人民币伍万陆仟捌佰元整", "CNY"), ("伍万陆仟捌佰元整", None)]
)
def test_an_e_receipt_without_a_unit_has_the_currency_of_its_words(words: str, currency: str | None) -> None:
    receipt = RECEIPT.decode().replace(' unitRef="CNY"', "").replace("人民币伍万陆仟捌佰元整", words)
    assert [payment.currency for payment in must_read(receipt).payments] == [currency]


def test_a_file_that_is_attached_twice_counts_once(pool: ReaderPool) -> None:
    content = b":20:A1\n:32A:261109USD5,00\n:50K:X\n:59:/1\nY\n"
    parts = [Part(name=name, content_type="", content=content) for name in ("a.txt", "b.txt")]
    assert [part.name for part, _ in read_parts(parts, pool)] == ["a.txt"]
