"""The baseline: what the manuals of the same libraries show, put together. It reads, files and answers; it proves nothing.

One FETCH a message, mail-parser, pdfplumber's extract_text and extract_tables on every page, a TinyDB insert a record,
a connection a letter.
"""

import asyncio
import io
import mailbox
import re
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import mailparser
import pdfplumber
from imapclient import IMAPClient
from python_calamine import CalamineWorkbook
from tinydb import TinyDB

_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})*[.,]\d{2}\b")
_NUMBER = re.compile(r"\b(?:INV|RE|HSC|CN)[-\d]{4,}|\b\d{8,20}\b")

Deliver = Callable[[EmailMessage], None]


def run(messages: Iterable[bytes], database: Path, deliver: Deliver) -> int:
    """Read every message, insert its records, write its letter; how many messages."""
    count = 0
    with TinyDB(database) as db:
        for raw in messages:
            mail = mailparser.parse_from_bytes(raw)
            text = "\n".join([*mail.text_plain, *mail.text_html, *_attachments(mail)])
            numbers, amounts = sorted(set(_NUMBER.findall(text))), _AMOUNT.findall(text)
            db.table("messages").insert({"message_id": mail.message_id, "subject": mail.subject})
            if numbers and amounts:
                db.table("payments").insert(
                    {"message_id": mail.message_id, "invoices": numbers, "amount": amounts[-1]}
                )
                deliver(_letter(mail, numbers, amounts[-1]))
                db.table("letters").insert({"message_id": mail.message_id, "to": str(mail.from_)})
            count += 1
    return count


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


def _letter(mail: mailparser.MailParser, numbers: list[str], amount: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "ar@harbour.example", "customer@example.example"
    letter["Subject"] = "Re: your payment"
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
