"""`remitd extract`: files to what they say, one JSON object a line (contract section 3). Changes nothing."""

from pathlib import Path
from typing import Any

from agent.errors import AgentError
from agent.facts.documents import Span
from agent.facts.mail import Address, Body, Mail, Part, Sort
from agent.facts.readings import PaymentRead
from agent.pipeline.desk import Desk
from agent.pipeline.opening import InlineOpener
from agent.pipeline.reading import Understood, understand

_MAIL_ENDINGS = {".eml", ".msg", ".mail"}
_OUTLOOK = b"\xd0\xcf\x11\xe0"  # a .msg of Outlook is a compound file, and no mail as it was sent


def extract_line(desk: Desk, opener: InlineOpener, path: Path) -> dict[str, Any]:
    """What one file says. AgentError where it can't be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AgentError(f"{path}: can't be opened ({error.strerror})") from error
    if path.suffix.lower() in _MAIL_ENDINGS and not content.startswith(_OUTLOOK):
        opened = opener.open_bytes(content)
    else:
        opened = opener.open_mail(bare_mail(path, content))
    return _line(path, understand(desk, opened))


def bare_mail(path: Path, content: bytes) -> Mail:
    """A file that came in no mail, as the only part of one that says nothing else."""
    nobody = Address(name="", address="")
    part = Part(name=path.name, content_type="application/octet-stream", content=content)
    return Mail(
        message_id="",
        sender=nobody,
        author=nobody,
        is_forward=False,
        to=(),
        cc=(),
        subject="",
        sent_at=None,
        received_at=None,
        in_reply_to=(),
        sort=Sort.STAFF_DOCUMENT,
        answerable=False,
        authenticated=True,
        trust_reason="a file, no mail",
        bounced=(),
        bounced_message_id="",
        body=Body(own=(), quoted=()),
        parts=(part,),
        findings=(),
    )


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
    return {"field": span.field, "part": span.part, "page": span.page, "box": box, "text": span.text}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
