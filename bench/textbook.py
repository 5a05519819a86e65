"""The baseline: what the manuals of the same libraries show, put together. It reads, files and answers; it proves nothing.

One FETCH a message, mail-parser, pdfplumber's extract_text and extract_tables on every page, a TinyDB insert a record
and an update an invoice paid, a connection a letter.
"""

import asyncio
import csv
import io
import mailbox
import re
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any

import aiosmtplib
import mailparser
import pdfplumber
from imapclient import IMAPClient
from python_calamine import CalamineWorkbook
from tinydb import Query, TinyDB

_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})*[.,]\d{2}\b")
_NUMBER = re.compile(r"\b(?:INV|RE|HSC|CN)[-\d]{4,}|\b\d{8,20}\b")

Deliver = Callable[[EmailMessage], None]


def run(messages: Iterable[bytes], database: Path, deliver: Deliver, ledger: Path) -> int:
    """Read every message, find its invoices in the ledger and take its payment off them, insert its records (with the
    fields of contract section 5), write its letter; how many messages."""
    count = 0
    with TinyDB(database) as db, ledger.open(encoding="utf-8-sig", newline="") as file:
        invoices = db.table("invoices")
        invoices.insert_multiple(dict(row) for row in csv.DictReader(file))
        for raw in messages:
            mail = mailparser.parse_from_bytes(raw)
            text = "\n".join([*mail.text_plain, *mail.text_html, *_attachments(mail)])
            numbers, amounts = sorted(set(_NUMBER.findall(text))), _AMOUNT.findall(text)
            sender = mail.from_[0][1] if mail.from_ else ""
            is_payment = bool(numbers and amounts)
            message = {
                "mail_id": f"M-{count}", "message_id": mail.message_id, "from": sender, "subject": mail.subject,
                "received_at": str(mail.date), "kind": "remittance" if is_payment else "other", "status": "handled",
                "payment_ids": [f"P-{count}"] * is_payment, "letter_ids": [f"L-{count}"] * is_payment,
            }  # fmt: skip
            db.table("messages").insert(message)
            if is_payment:
                for number in numbers:
                    if invoices.contains(Query().invoice_no == number):
                        invoices.update({"open_amount": "0.00"}, Query().invoice_no == number)
                db.table("payments").insert(_payment(count, mail, sender, numbers, amounts[-1]))
                letter = _letter(sender, numbers, amounts[-1])
                deliver(letter)
                db.table("letters").insert(_sent(count, mail, sender, letter, numbers))
            count += 1
    return count


def _payment(
    count: int, mail: mailparser.MailParser, payer: str, numbers: list[str], amount: str
) -> dict[str, Any]:
    applications = [
        {"invoice": number, "amount": amount, "discount": "0.00", "write_off": "0.00", "reason": None}
        for number in numbers
    ]
    return {
        "payment_id": f"P-{count}", "message_id": mail.message_id, "customer_id": payer, "payer": payer,
        "amount": amount, "currency": "USD", "date": str(mail.date), "due_date": None, "reference": mail.subject,
        "method": None, "status": "applied", "cleared": False, "unapplied": "0.00", "applications": applications,
        "discrepancies": [],
    }  # fmt: skip


def _sent(
    count: int, mail: mailparser.MailParser, to: str, letter: EmailMessage, numbers: list[str]
) -> dict[str, Any]:
    return {
        "letter_id": f"L-{count}", "kind": "confirmation", "customer_id": to, "to": [to], "cc": [],
        "subject": letter["Subject"], "language": "en", "invoices": numbers, "level": 0, "codes": [], "status": "sent",
        "created_at": str(mail.date), "sent_at": str(mail.date), "message_id": letter["Message-ID"],
        "in_reply_to": mail.message_id,
    }  # fmt: skip


def _attachments(mail: mailparser.MailParser) -> Iterator[str]:
    for part in mail.message.walk():
        name = (part.get_filename() or "").lower()
        content = part.get_payload(decode=True) if name else None
        if not isinstance(content, bytes):
            continue
        if name.endswith(".pdf"):
            yield from _pdf(content)
        elif name.endswith(".xlsx"):
            yield str(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python())
        else:
            yield content.decode("utf-8", "replace")


def _pdf(content: bytes) -> Iterator[str]:
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                yield page.extract_text()
                yield str(page.extract_tables())
    except Exception:  # noqa: BLE001 - an encrypted file stops no manual's example
        return


def _letter(sender: str, numbers: list[str], amount: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "ar@harbour.example", sender
    letter["Subject"], letter["Message-ID"] = "Re: your payment", make_msgid(domain="harbour.example")
    letter.set_content(f"We received {amount} for {', '.join(numbers)}.")
    letter.add_alternative(f"<p>We received {amount} for {', '.join(numbers)}.</p>", subtype="html")
    return letter


def from_maildir(folder: Path) -> Iterator[bytes]:
    """Every message of a Maildir."""
    for path in sorted((folder / "new").iterdir()):
        yield path.read_bytes()


def to_maildir(folder: Path) -> Deliver:
    """A letter a file."""
    box = mailbox.Maildir(folder)
    return lambda letter: box.add(letter) and None


def from_imap(host: str, port: int, user: str, password: str, context: object) -> Iterator[bytes]:
    """One FETCH a message."""
    with IMAPClient(host, port, ssl=True, ssl_context=context) as client:
        client.login(user, password)
        client.select_folder("INBOX", readonly=True)
        for uid in client.search():
            yield client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]


def to_smtp(host: str, port: int, user: str, password: str, context: object) -> Deliver:
    """A connection a letter."""

    def deliver(letter: EmailMessage) -> None:
        asyncio.run(
            aiosmtplib.send(
                letter,
                hostname=host,
                port=port,
                username=user,
                password=password,
                start_tls=True,
                tls_context=context,
            )
        )

    return deliver
