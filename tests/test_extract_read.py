"""A mail reads as a careful clerk reads it, whatever its layout; what it does not say is not read."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.extract.files.body import body_document, text_blocks
from agent.extract.files.delimited import read_delimited
from agent.extract.read import read_mail
from agent.facts.documents import Cell, Document, Row, Source
from agent.facts.ledger import Item
from agent.facts.mail import Address, Block, Body, Grid, Line, Mail, Sort
from agent.facts.readings import PaidLine, PaymentRead, Reading
from agent.ledger.numbers import Numbers
from agent.money import Money
from agent.rules.language_files import load_vocabulary
from agent.rules.vocabulary import Vocabulary

RULES: Final = Path(__file__).parent.parent / "rules"
OWN_NAMES: Final = ("Harbour Supply Co.", "海港供应有限公司")
# customer: (number, amount with currency, PO)
LEDGER: Final[dict[str, list[tuple[str, str, str | None]]]] = {
    "ACME": [
        ("INV-2001", "1500.00 USD", None), ("INV-2002", "2350.50 USD", None), ("INV-2003", "780.00 USD", "4500017722"),
        ("INV-2004", "12000.00 USD", "4500017755"), ("INV-2005", "430.25 USD", None), ("CM-0311", "-250.00 USD", None),
        *((f"INV-20{number}", "100.00 USD", None) for number in range(10, 16)),
    ],
    "MEIER": [
        ("R2026-0711", "3570.00 EUR", "B-88121"), ("R2026-0712", "1190.00 EUR", "B-88140"), ("R2026-0713", "595.00 EUR", "B 88140"),
        ("GS2026-0031", "-119.00 EUR", None),
    ],
    "HUAXIN": [
        ("24502000000088112301", "88000.00 CNY", None), ("24502000000088112318", "12500.50 CNY", None),
        ("24502000000088112325", "46000.00 CNY", None), ("03350091", "9800.00 CNY", None), ("03350092", "15600.00 CNY", None),
    ],
    "LOWELL": [("SI/10/004417", "820.00 GBP", None), ("SI/10/004418", "1640.40 GBP", None)],
    "PLAIN": [("70551", "400.00 USD", None), ("70552", "650.00 USD", None), ("70553", "125.75 USD", None)],
    "DIALLED": [("555-0163", "210.00 USD", None), ("26/118", "90.00 USD", None)],
    "OTHER": [("INV-9001", "500.00 USD", None), ("X-62001", "75.00 USD", None)],
}  # fmt: skip


def _ledger() -> Numbers:
    items: dict[str, Item] = {}
    open_of: dict[str, list[str]] = {}
    numbers = Numbers(items, open_of)
    for customer_id, rows in LEDGER.items():
        for number, amount, po_no in rows:
            money = Money.parse(amount)
            items[number] = Item(
                invoice_no=number, customer_id=customer_id, issued_on=date(2026, 9, 14), due_on=date(2026, 10, 14),
                billed=money, open=money, po_no=po_no, terms=None,
            )  # fmt: skip
            open_of.setdefault(customer_id, []).append(number)
            numbers.add(items[number])
    return numbers


LOADED: Final = (_ledger(), load_vocabulary(RULES))
SCRAPS: Final = (
    " ", "  ", "\n", ",", ".", ":", "(", ")", "-", "/", "%", "$", "€", "¥", "1", "25", "1,500.00", "3.570,00", "USD", "元", "INV-2001",
    "R2026-0711", "24502000000088112301", "CM-0311", "invoice", "Invoice", "Amount paid", "Total", "paid", "will pay", "dispute", "less",
    "Rechnung", "überwiesen", "发票", "付款", "金额", "合计", "大写", "壹仟伍佰元整", "2026-11-05", "11/05/2026", "today", "ref", "WR-1", "statement",
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger() -> Numbers:
    return LOADED[0]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return LOADED[1]


def _blocks(case: dict[str, Any]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for piece in case.get("body", "").split("\n"):
        blocks.append(Line(text=piece))
    if "grid" in case:
        blocks.append(Grid(rows=tuple(tuple(row) for row in case["grid"])))
    blocks += [Line(text=line) for line in case.get("after", "").split("\n") if line]
    return tuple(blocks)


def _documents(case: dict[str, Any]) -> tuple[Document, ...]:
    documents = []
    for number, file in enumerate(case.get("file", ()), start=1):
        name = file.get("name", f"file{number}")
        if "csv" in file:
            document = read_delimited(name, file["csv"])
            assert isinstance(document, Document)
            documents.append(document)
        elif "page" in file:
            documents.append(_page(name, file["page"]))
        elif "sheet" in file:
            documents.append(_sheet(name, file["sheet"]))
    return tuple(documents)


def _page(name: str, text: str) -> Document:
    """Text as a page: a column is six points wide, a line twelve points high."""
    plain = body_document(text_blocks(text), part=name, source=Source.PDF)
    rows = []
    for row in plain.rows:
        cells = (
            Cell(
                text=cell.text, box=(cell.box[0] * 6, cell.box[1] * 12, cell.box[2] * 6, cell.box[3] * 12 - 2)
            )
            for cell in row.cells
        )
        rows.append(Row(cells=tuple(cells), page=1, table=None))
    return Document(part=name, source=Source.PDF, rows=tuple(rows))


def _sheet(name: str, rows: list[list[str]]) -> Document:
    width = max(map(len, rows))
    made = [
        Row(
            cells=tuple(
                Cell(text=text, box=(float(x), float(y), x + 1.0, y + 1.0))
                for x, text in enumerate([*row, *[""] * (width - len(row))], start=1)
            ),
            page=1,
            table=1,
        )
        for y, row in enumerate(rows, start=1)
    ]
    return Document(part=name, source=Source.SHEET, rows=tuple(made))


def _mail(case: dict[str, Any]) -> Mail:
    author = Address(name="", address="ap@customer.example")
    quoted = tuple(Line(text=line, depth=1) for line in case.get("quoted", "").split("\n") if line)
    return Mail(
        message_id="<1@customer.example>", sender=author, author=author, is_forward=False, to=(), cc=(),
        subject=case.get("subject", ""), sent_at=datetime.fromisoformat(case.get("sent", "2026-11-09T10:00:00+01:00")),
        received_at=None, in_reply_to=("<0@harbour.example>",) if case.get("reply") else (), sort=Sort(case.get("sort", "correspondent")),
        answerable=True, authenticated=True, trust_reason="", bounced=(), bounced_message_id="",
        body=Body(own=_blocks(case), quoted=quoted), parts=(), findings=(),
    )  # fmt: skip


def _read(case: dict[str, Any], ledger: Numbers, vocabulary: Vocabulary) -> Reading:
    return read_mail(
        _mail(case), _documents(case), (), (), ledger=ledger, senders=tuple(case.get("senders", ())),
        vocabulary=vocabulary, own_names=OWN_NAMES,
    )  # fmt: skip


def _line(line: PaidLine) -> str:
    """INV-1 100.00 discount 2.00 deduction 5.00 bank_charges"""
    text = f"{line.invoice} {line.amount if line.amount is not None else '-'}"
    text += f" discount {line.discount}" if line.discount else ""
    return text + (f" deduction {line.deduction} {line.reason}" if line.deduction else "")


def _payment(payment: PaymentRead) -> dict[str, Any]:
    return {
        "amount": str(payment.amount) if payment.amount is not None else "",
        "currency": payment.currency or payment.currency_sign or "",
        "date": payment.paid_on.isoformat() if payment.paid_on else "",
        "due": payment.due_on.isoformat() if payment.due_on else "",
        "method": payment.method.value if payment.method else "",
        "reference": payment.reference or "",
        "payer": payment.payer or "",
        "account": payment.payer_account or "",
        "lines": [_line(line) for line in payment.lines],
        "checks": sorted(check.value for check in payment.checks),
        "words": str(payment.words_amount) if payment.words_amount is not None else "",
        "lines_total": str(payment.lines_total) if payment.lines_total is not None else "",
        "group": payment.group.value if payment.group else "",
        "month": list(payment.group_month or ()),
        "orders": list(payment.group_orders),
        "replaces": payment.replaces,
        "answers": payment.answers,
        "ahead": payment.is_ahead,
        "on_account": str(payment.ahead) if payment.ahead is not None else "",
    }


@pytest.mark.table("reading")
def test_a_mail_reads_as_a_clerk_reads_it(
    case: dict[str, Any], ledger: Numbers, vocabulary: Vocabulary
) -> None:
    reading = _read(case, ledger, vocabulary)
    wanted = case.get("payments", [])
    got = [_payment(payment) for payment in reading.payments]
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got), reading.warnings) == (
        wanted,
        len(wanted),
        tuple(case.get("warnings", reading.warnings)),
    )
    assert reading.kind.value == case.get("kind", "remittance")
    disputes = [{"invoice": one.invoice, "amount": str(one.amount or "")} for one in reading.disputes]
    assert disputes == case.get("disputes", [])
    promises = [
        f"{one.invoice} {one.promised_on}{f' {one.amount}' if one.amount else ''}" for one in reading.promises
    ]
    assert promises == case.get("promises", [])
    if "language" in case:
        assert reading.language == case["language"]
    if "as_of" in case:
        assert str(reading.statement_on) == case["as_of"]
    if "agreed" in case:
        assert reading.statement_agreed is case["agreed"]


@pytest.mark.table("reading")
def test_every_amount_that_is_read_has_its_place(
    case: dict[str, Any], ledger: Numbers, vocabulary: Vocabulary
) -> None:
    for payment in _read(case, ledger, vocabulary).payments:
        fields = {span.field for span in payment.evidence}
        assert not payment.lines or "line.invoice" in fields
        assert all(span.text for span in payment.evidence)
        if payment.amount is not None and not payment.lines:
            assert "amount" in fields


def test_amounts_are_exact_decimals(ledger: Numbers, vocabulary: Vocabulary) -> None:
    case = {"body": "We paid INV-2001 today by wire: USD 1,500.00, reference WX-1001.", "senders": ["ACME"]}
    payment = _read(case, ledger, vocabulary).payments[0]
    assert payment.amount == Decimal("1500.00")
    assert str(payment.amount) == "1500.00"


def test_a_long_advice_reads_in_time_that_grows_with_its_length(
    ledger: Numbers, vocabulary: Vocabulary
) -> None:
    def seconds(count: int) -> float:
        rows = [f"K{number:06d}    14/09/2026    {number * 1000:,}.00" for number in range(1, count)]
        total = sum(range(1, count)) * 1000
        page = "\n".join(["Your invoice   Date    Amount paid", *rows, f"Total remitted      {total:,}.00"])
        case = {"body": "Remittance advice attached", "file": [{"page": page}]}
        begun = process_time()
        reading = _read(case, ledger, vocabulary)
        spent = process_time() - begun
        assert len(reading.payments[0].lines) == count - 1
        assert reading.payments[0].amount == total
        return spent

    seconds(50)
    rounds = [(seconds(1600), seconds(400)) for _ in range(3)]  # another process beside slows one of them
    assert min(long for long, _ in rounds) < 8 * min(short for _, short in rounds)


@given(st.lists(st.sampled_from(SCRAPS), max_size=120).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = _read({"body": text, "file": [{"page": text}], "subject": text[:80]}, LOADED[0], LOADED[1])
    for payment in reading.payments:
        assert payment.amount is None or payment.amount.is_finite()
        assert all(line.invoice for line in payment.lines)


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("发票号 金额 日期 数量 ", 3200),
        ("INV-2001  Invoice  1500 ", 3200),
        ("we paid 1,500.00 for INV-2001 and ", 3200),
        ("发票号 INV-2001 已付1500元，", 3200),
        (
            "EFT No. 3819301 dated 04 Nov 2026\nInvoice No.  Paid\nINV-2001  1,500.00\nTotal  1,500.00\n\n",
            3200,
        ),
    ],
)
def test_a_line_of_thousands_of_pieces_reads_in_time_that_grows_with_its_length(
    ledger: Numbers, vocabulary: Vocabulary, piece: str, count: int
) -> None:
    def seconds(count: int) -> float:
        begun = process_time()
        _read({"body": f"{piece * count}\nINV-2001  1,500.00", "senders": ["ACME"]}, ledger, vocabulary)
        return process_time() - begun

    seconds(50)
    rounds = [(seconds(count), seconds(count // 4)) for _ in range(2)]
    assert min(long for long, _ in rounds) < 8 * min(short for _, short in rounds)
