"""Postings to the lines of a batch, and those to the bytes of a CSV, XLSX or JSON Lines file: the same lines, the same bytes."""

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from agent.facts.books import Books
from agent.facts.postings import Posting
from agent.ids import instant
from agent.ledger.csv_file import as_text, csv_bytes
from agent.money import exponent

Line = dict[str, Any]
COLUMNS: Final = (
    "batch", "line", "payment_id", "payment_date", "reference", "payer", "customer_id", "invoice", "currency",
    "amount", "discount", "write_off", "reason", "cleared", "decided_at", "seq", "takes_back",
)  # fmt: skip
_NUMBERS: Final = ("line", "seq")
_AMOUNTS: Final = ("amount", "discount", "write_off")


def batch_lines(books: Books, postings: Sequence[Posting], batch: str) -> list[Line]:
    """A line for each posting, as the payments stand now; what is taken back is negative."""
    return [_line(books, posting, batch, number) for number, posting in enumerate(postings, start=1)]


def _line(books: Books, posting: Posting, batch: str, number: int) -> Line:
    payment, application = books.payments.get(posting.payment_id), posting.application
    claim = payment.claim if payment else None
    paid_on = (payment.claim.paid_on or payment.cleared_on) if payment else None
    return {
        "batch": batch,
        "line": number,
        "payment_id": posting.payment_id,
        "payment_date": paid_on.isoformat() if paid_on else None,
        "reference": claim.reference if claim else None,
        "payer": claim.payer if claim else None,
        "customer_id": payment.customer_id if payment else books.items[application.invoice].customer_id,
        "invoice": application.invoice,
        "currency": application.amount.currency,
        "amount": application.amount.amount,
        "discount": application.discount.amount,
        "write_off": application.write_off.amount,
        "reason": application.reason,
        "cleared": bool(payment and payment.cleared),
        "decided_at": instant(posting.decided_at.astimezone(UTC)),
        "seq": posting.seq,
        "takes_back": posting.takes_back,
    }


def as_bytes(lines: Sequence[Line], form: str, at: datetime) -> bytes:
    """The file of a batch; `at`, its instant, stands in a workbook's properties."""
    match form:
        case "csv":
            return csv_bytes(COLUMNS, lines, amounts=_AMOUNTS)
        case "xlsx":
            return _workbook(lines, at)
        case _:
            return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def from_bytes(content: bytes) -> list[Line]:
    """The lines that were written as JSON Lines."""
    return [json.loads(line) for line in content.splitlines()]


def _workbook(lines: Sequence[Line], at: datetime) -> bytes:
    import xlsxwriter  # only where a workbook is written

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None)})
        sheet = book.add_worksheet("applications")
        formats = {
            places: book.add_format({"num_format": f"0.{'0' * places}".rstrip(".")}) for places in (0, 2, 3)
        }
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(COLUMNS):
            sheet.write_string(0, place, column)
        for row, line in enumerate(lines, start=1):
            for place, column in enumerate(COLUMNS):
                text = as_text(line[column])
                if column in _AMOUNTS:
                    sheet.write_number(row, place, Decimal(text), formats[exponent(line["currency"])])
                elif column in _NUMBERS:
                    sheet.write_number(row, place, line[column])
                else:
                    sheet.write_string(row, place, text)
    return out.getvalue()
