"""The scans of tests/corpus/scans and scans_more, read once each in this process, and what would be booked from words like theirs."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from agent.cli.extracting import _payment  # the contract's own spelling of a payment
from agent.extract.paper import geometry
from agent.extract.paper.recognise import Recogniser
from agent.extract.paper.scans import read_scan
from agent.extract.read import read_mail
from agent.facts.books import Books
from agent.facts.documents import Document, Source, Unread, Word
from agent.facts.mail import Sort
from agent.facts.payments import Match, Origin
from agent.facts.readings import Reading
from agent.ledger.numbers import Numbers
from agent.match.payer import identify
from agent.match.payment import match
from agent.pipeline.opening import file_mail
from agent.rules.language_files import load_vocabulary
from agent.rules.matching import load_matching
from tests.match_builders import books_of

SCANS = Path(__file__).parent / "corpus" / "scans"
MORE = SCANS.parent / "scans_more"
FOLDER = {
    line["file"]: (folder, line)
    for folder in (SCANS, MORE)
    for line in map(json.loads, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines())
}
TRUTH: dict[str, dict[str, Any]] = {file: line for file, (_, line) in FOLDER.items()}
RULES = Path(__file__).parent.parent / "rules"
OWN_NAMES = ("Harbour Supply Co.", "海港供应有限公司")
Pages = tuple[tuple[Word, ...], ...]


@cache
def recogniser() -> Recogniser:
    """The models take a second to load."""
    return Recogniser()


@cache
def words_of(file: str) -> Pages:
    """The words of each page of a scan."""
    pages: list[tuple[Word, ...]] = []

    def words(picture: Image.Image, points: float) -> tuple[Word, ...]:
        pages.append(recogniser().words(picture, points))
        return pages[-1]

    read = read_scan(file, (FOLDER[file][0] / file).read_bytes(), (), words)
    assert isinstance(read, Document), read
    return tuple(pages)


def document_of(file: str, pages: Pages) -> Document:
    """The document that these words make."""
    rows = [row for number, words in enumerate(pages, start=1) for row in geometry.rows(words, number)]
    return Document(
        part=file, source=Source.PICTURE, rows=tuple(rows), recognised=tuple(range(1, len(pages) + 1))
    )


@cache
def ledger(folder: Path = SCANS) -> Books:
    """The ledger that goes with the scans of a folder, all of it open."""
    customers, invoices = (
        list(csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8"))))
        for name in ("customers.csv", "invoices.csv")
    )
    books = books_of(
        {
            "customers": [
                {"id": row["customer_id"], "name": row["name"], "emails": [row["emails"]], "currency": row["currency"]}
                for row in customers
            ],
            "items": [
                {
                    "no": row["invoice_no"], "customer": row["customer_id"], "amount": row["amount"], "currency": row["currency"],
                    "issued": date.fromisoformat(row["issue_date"]), "due": date.fromisoformat(row["due_date"]),
                    "terms": row["terms"] or None,
                }
                for row in invoices
            ],
        }
    )  # fmt: skip
    numbers = Numbers(books.items, books.items_by_customer)
    for item in books.items.values():
        numbers.add(item)
    books.anchors = numbers
    return books


@cache
def _policy() -> tuple[Any, Any]:
    return load_vocabulary(RULES), load_matching(RULES)


def read(document: Document | Unread, *, with_ledger: bool = True) -> Reading:
    """What a mail of the scan's customer says that holds this document and no words."""
    truth = TRUTH[document.part]
    sent_at = datetime.combine(mail_day(document.part), datetime.min.time(), UTC)
    mail = file_mail(document.part, b"", Sort.STAFF_DOCUMENT)
    documents = (document,) if isinstance(document, Document) else ()
    unread = (document,) if isinstance(document, Unread) else ()
    return read_mail(
        replace(mail, sent_at=sent_at), documents, unread, (),
        ledger=ledger(FOLDER[document.part][0]).anchors if with_ledger else Books().anchors,
        senders=(truth["customer_id"],) if with_ledger else (), vocabulary=_policy()[0], own_names=OWN_NAMES,
    )  # fmt: skip


def mail_day(file: str) -> date:
    """The scan is mailed on the day after the payment, or when its truth says."""
    if "sent" in TRUTH[file]:
        return date.fromisoformat(TRUTH[file]["sent"])
    return date.fromisoformat(TRUTH[file]["payments"][0]["date"]) + timedelta(days=1)


def decided(file: str, reading: Reading) -> Iterator[Match]:
    """What each payment of a reading would book."""
    customer_id, books = TRUTH[file]["customer_id"], ledger(FOLDER[file][0])
    for payment in reading.payments:
        payer = identify(
            payment, reading.names, books, sender="ap@customer.example", sender_customers=(customer_id,),
            is_staff_document=False, own_names=OWN_NAMES, rules=_policy()[1],
        )  # fmt: skip
        yield match(
            payment, payer, books, rules=_policy()[1], today=mail_day(file), origin=Origin.ADVICE,
            apply_on="advice", thread_letters=(), paid_default=mail_day(file),
        )  # fmt: skip


def booked(file: str, pages: Pages) -> list[tuple[str, Decimal, Decimal]]:
    """What these words of a scan would book: item, cash, discount."""
    matches = decided(file, read(document_of(file, pages)))
    applications = [application for matched in matches for application in matched.applications]
    return sorted((one.invoice, one.amount.decimal, one.discount.decimal) for one in applications)


def said_to_be_paid(file: str) -> list[tuple[str, Decimal, Decimal]]:
    """What a careful clerk books from it."""
    lines = [line for one in TRUTH[file]["payments"] for line in one["lines"]]
    return sorted(
        (line["invoice"], Decimal(line["amount"]), Decimal(line.get("discount", "0.00"))) for line in lines
    )


def as_told(reading: Reading) -> list[dict[str, Any]]:
    """The payments of a reading, as `remitd extract --json` spells them."""
    return [_payment(payment) for payment in reading.payments]
