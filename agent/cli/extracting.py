"""`remitd extract`: files to what they say, one JSON object a line (contract section 3). Changes nothing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from agent.cli.show import table
from agent.errors import AgentError
from agent.facts.documents import Source, Span
from agent.facts.mail import Mail, Sort
from agent.facts.readings import PaymentRead
from agent.pipeline.desk import Desk
from agent.pipeline.opening import InlineOpener, Opened, file_mail
from agent.pipeline.reading import Understood, understand

_MAIL_ENDINGS = {".eml", ".msg", ".mail"}
_OUTLOOK = b"\xd0\xcf\x11\xe0"  # a .msg of Outlook is a compound file, and no mail as it was sent
MOST_DRAWN = 20  # pages of one PDF
UNREAD_PAGES = range(1, 4)  # of one that could not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file, taken apart and understood."""

    path: Path
    mail: Mail  # its parts with their bytes
    opened: Opened
    understood: Understood

    @property
    def line(self) -> dict[str, Any]:
        """What it says, in the fields of contract section 3."""
        return _line(self.path, self.understood)


def read_file(desk: Desk, opener: InlineOpener, path: Path) -> FileRead:
    """One file. AgentError where it can't be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AgentError(f"{path}: can't be opened ({error.strerror})") from error
    is_mail = path.suffix.lower() in _MAIL_ENDINGS and not content.startswith(_OUTLOOK)
    mail = opener.parse(content) if is_mail else file_mail(path.name, content, Sort.STAFF_DOCUMENT)
    opened = opener.open_mail(mail)
    return FileRead(path=path, mail=mail, opened=opened, understood=understand(desk, opened))


def show_line(line: dict[str, Any]) -> None:
    """What a file says, for a person at a terminal."""
    click.echo(f"{line['file']}: {line['kind']}, customer {line['customer_id'] or 'unknown'}")
    for payment in line["payments"]:
        said = (payment["currency"], payment["amount"], payment["date"], payment["reference"])
        click.echo("  payment " + "  ".join(str(part) for part in said if part))
        if payment["lines"]:
            table(payment["lines"], ["invoice", "amount", "discount", "deduction", "reason"])
    for name in ("disputes", "promises"):
        for claim in line[name]:
            click.echo(f"  {name[:-1]} " + "  ".join(str(part) for part in claim.values() if part))
    for warning in line["warnings"]:
        click.echo(f"  note: {warning}")


def explain_file(read: FileRead, opener: InlineOpener, folder: Path, taken: set[Path]) -> Path:
    """Writes the page that shows where each value stands into a folder. AgentError where it can't be written.

    `taken` are pages of this call: a second file of the same name gets a page of its own.
    """
    from agent.cli.explained import MARKER, explained, wanted_pages

    reading, opened = read.understood.reading, read.opened
    parts = {part.name: part for part in reversed(read.mail.parts)}
    pages = {unread.part: list(UNREAD_PAGES) for unread in reading.unread}
    pages |= {
        document.part: wanted_pages(document, reading, MOST_DRAWN)
        for document in opened.documents
        if document.source is Source.PDF
    }
    pictures = {name: opener.pictures(parts[name], pages[name]) for name in pages if name in parts}
    shown = {document.part for document in opened.documents}
    files = {
        one.part: parts[one.part].content
        for one in opened.structured
        if one.part in parts and one.part not in shown
    }
    page = explained(read.line, read.mail, reading, opened.documents, files, pictures)
    target = folder / f"{read.path.name}.html"
    while target in taken:
        target = folder / f"{read.path.name}-{len(taken) + 1}.html"
    taken.add(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists() and MARKER not in target.read_text(encoding="utf-8", errors="replace")[:200]:
            raise AgentError(f"{target}: there is a file of this name that is not ours; give another folder")
        target.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        raise AgentError(f"{target}: can't be written ({error.strerror}); give another folder") from error
    return target


def _line(path: Path, understood: Understood) -> dict[str, Any]:
    reading = understood.reading
    return {
        "file": path.name,
        "message_id": understood.mail.message_id,
        "kind": reading.kind,
        "language": reading.language,
        "customer_id": understood.customer_id,
        "payments": [_payment(payment) for payment in reading.payments],
        "disputes": [
            {"invoice": d.invoice, "amount": _text(d.amount), "reason": d.reason} for d in reading.disputes
        ],
        "promises": [
            {"invoice": p.invoice, "date": p.promised_on.isoformat(), "amount": _text(p.amount)}
            for p in reading.promises
        ],
        "warnings": [
            *understood.mail.findings,
            *(f"{unread.part}: {unread.fault.value}: {unread.detail}" for unread in reading.unread),
            *reading.warnings,
        ],
    }


def _payment(read: PaymentRead) -> dict[str, Any]:
    return {
        "payer": read.payer,
        "amount": _text(read.amount),
        "currency": read.currency,
        "date": _text(read.paid_on),
        "due_date": _text(read.due_on),
        "method": read.method,
        "reference": read.reference,
        "checks": list(read.checks),
        "lines": [
            {
                "invoice": line.invoice,
                "amount": _text(line.amount),
                "discount": _text(line.discount),
                "deduction": _text(line.deduction),
                "reason": line.reason,
            }
            for line in read.lines
        ],
        "evidence": [_span(span) for span in read.evidence],
    }


def _span(span: Span) -> dict[str, Any]:
    box = [round(edge, 1) for edge in span.box]
    line = {"field": span.field, "part": span.part, "page": span.page, "box": box, "text": span.text}
    return line if span.confidence is None else line | {"confidence": span.confidence}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
