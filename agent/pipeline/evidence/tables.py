"""What was gathered to the tables of a pack: contacts, deliveries, bank entries, the account, what was agreed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from agent.facts import events as e
from agent.facts.limitation import Limitation
from agent.facts.payments import Origin, Payment
from agent.facts.readings import PaymentRead
from agent.ids import instant
from agent.ledger.theirs import Theirs
from agent.money import Money
from agent.pipeline.evidence.contacts import Contact, Report
from agent.pipeline.evidence.proved import with_lines

Line = dict[str, Any]
AMOUNTS: Final = ("amount", "open_amount")


def contact_lines(found: Sequence[Contact], files: dict[str, str], seqs: dict[str, int]) -> Iterator[Line]:
    """A line for each message and letter; `files` and `seqs` by its id: where it lies, and the line that proves it."""
    for one in found:
        yield {
            "date": at_text(one.at),
            "direction": "out" if one.is_out else "in",
            "id": one.contact_id,
            "what": one.kind,
            "from": one.sender,
            "to": list(one.to),
            "subject": one.subject,
            "invoices": list(one.invoices),
            "answers": list(one.answers),
            "delivered": one.delivery.value if one.delivery else None,
            "authenticated": one.authenticated,
            "told": one.told,
            "file": files.get(one.contact_id),
            "sha256": one.sha256,
            "journal_line": seqs.get(one.contact_id),
        }


def delivery_lines(lines: Iterable[e.Recorded], reports: Sequence[Report]) -> Iterator[Line]:
    """Every attempt to send a letter, the server's answer, and what came back later."""
    by_mail = {report.mail_id: report for report in reports}
    for line in lines:
        found = _delivery(line, by_mail)
        if found:
            yield {"date": at_text(line.at), **found, "journal_line": line.seq}


def _delivery(line: e.Recorded, by_mail: dict[str, Report]) -> Line | None:
    match line.event:
        case e.SendStarted(letter_id=letter_id, attempt=attempt):
            return _step(letter_id, "attempt", f"attempt {attempt}")
        case e.LetterSent(letter_id=letter_id, detail=detail):
            return _step(letter_id, "accepted", detail)
        case e.SendDeferred(letter_id=letter_id, detail=detail):
            return _step(letter_id, "deferred", detail)
        case e.LetterRefused(letter_id=letter_id, detail=detail):
            return _step(letter_id, "refused", detail)
        case e.SendOutcomeUnknown(letter_id=letter_id, detail=detail):
            return _step(letter_id, "unknown", detail)
        case e.AddressBounced(letter_id=str(letter_id), address=address, mail_id=mail_id):
            return _step(letter_id, "bounced", address, mail_id)
        case e.MessageReceived(mail_id=mail_id) if report := by_mail.get(mail_id):
            what = "report" if report.groups else "answer"
            return _step(report.letter_id, what, "; ".join(sorted(report.actions())), mail_id, report.groups)
        case _:
            return None


def _step(
    letter_id: str, what: str, told: str, mail_id: str | None = None, fields: tuple[dict[str, str], ...] = ()
) -> Line:
    return {"letter_id": letter_id, "what": what, "told": told, "message": mail_id, "fields": list(fields)}


def bank_lines(their: Theirs, lines: Iterable[e.Recorded]) -> Iterator[Line]:
    """The bank's entries about their payments, each as it was read from a statement that also tells of others."""
    for line in lines:
        match line.event:
            case e.PaymentRecorded(payment=payment) if payment.origin is Origin.BANK:
                yield _entry(their, line, payment, payment.mail_id, payment.amount, payment.claim)
            case e.PaymentCleared(payment_id=payment_id, mail_id=mail_id, amount=amount):
                payment = their.books.payments[payment_id]
                yield _entry(their, line, payment, mail_id, amount or payment.amount, None)
            case _:
                continue


def _entry(
    their: Theirs,
    line: e.Recorded,
    payment: Payment,
    mail_id: str,
    amount: Money | None,
    claim: PaymentRead | None,
) -> Line:
    """`claim` None: the bank shows what was told before; what the entry says besides, the journal has not kept."""
    return {
        "payment_id": payment.payment_id,
        "booked_on": _day(claim.paid_on if claim is not None else payment.cleared_on),
        "amount": amount.amount if amount else None,
        "currency": amount.currency if amount else None,
        "payer": claim.payer if claim is not None else None,
        "reference": claim.reference if claim is not None else None,
        "text": claim.text if claim is not None else None,
        "place": _place(claim) if claim is not None else None,
        "statement": mail_id,
        "statement_sha256": their.books.messages[mail_id].sha256,
        "journal_line": line.seq,
    }


def _place(claim: PaymentRead) -> str | None:
    """Where in the statement the amount stands."""
    found = [span for span in claim.evidence if span.field == "amount"] or list(claim.evidence)
    return f"{found[0].part}, page {found[0].page}, line {found[0].box[1]:.0f}" if found else None


def account_lines(their: Theirs, today: date) -> Iterator[Line]:
    """Every document of theirs as it stands: what is open of it, and what was paid on it by which payments."""
    books = their.books
    for number in their.items:
        item = books.items[number]
        yield {
            "invoice": number,
            "issue_date": _day(item.issued_on),
            "due_date": _day(item.due_on),
            "currency": item.billed.currency,
            "amount": item.billed.amount,
            "open_amount": item.open.amount,
            "status": item.status_on(today),
            "days_overdue": max(0, (today - item.due_on).days) if item.open else 0,
            "po_no": item.po_no,
            "terms": item.terms,
            "payments": list(books.payments_by_invoice.get(number, ())),
        }


def agreement_lines(lines: Iterable[e.Recorded]) -> Iterator[Line]:
    """What was promised, objected to and agreed, as it was said."""
    for line in lines:
        match line.event:
            case e.PromiseRecorded() as event:
                by = f"by {event.promised_on}"
                yield _agreement(line, "promise", by, event.mail_id, event.invoice, event.amount)
            case e.DisputeRecorded() as event:
                reason = event.reason or ""
                yield _agreement(line, "dispute", reason, event.mail_id, event.invoice, event.amount)
            case e.BalanceConfirmed() as event:
                yield _agreement(
                    line, "balance", f"as of {event.as_of}" if event.as_of else "", event.mail_id
                )
            case e.DecisionUndone() as event:
                yield _agreement(line, "taken_back", f"line {event.undone_seq}: {event.why}", None)
            case _:
                continue


def _agreement(
    line: e.Recorded,
    what: str,
    told: str,
    mail_id: str | None,
    invoice: str | None = None,
    amount: Money | None = None,
) -> Line:
    return {
        "date": at_text(line.at),
        "what": what,
        "invoice": invoice,
        "amount": amount.amount if amount else None,
        "currency": amount.currency if amount else None,
        "told": told,
        "message": mail_id,
        "recorded_by": line.actor,
        "journal_line": line.seq,
    }


def limitation_lines(
    their: Theirs, found: Iterable[Limitation], lines: Iterable[e.Recorded]
) -> Iterator[Line]:
    """How long each open invoice of theirs can be enforced, what began its time anew, and the lines that prove it."""
    known = list(lines)
    for one in with_lines(found, ((line.seq, type(line.event).__name__, line.subject) for line in known)):
        item = their.books.items[one.invoice]
        yield {
            "invoice": one.invoice,
            "due_date": _day(item.due_on),
            "law": one.law,
            "started": _day(one.started_on),
            "interrupted": _day(one.last.on) if one.last else None,
            "by": one.last.ground.value if one.last else None,
            "record": one.last.record if one.last else None,
            "journal_line": one.last.seq if one.last else None,
            "expires": _day(one.expires_on),
        }


def told_line(their: Theirs, payment: Payment) -> Line:
    """A payment of a message that several customers share: what it says of their items."""
    own, claim = set(their.items), payment.claim
    return {
        "payment_id": payment.payment_id,
        "payer": claim.payer,
        "amount": payment.amount.amount if payment.amount else None,
        "currency": payment.amount.currency if payment.amount else None,
        "date": _day(claim.paid_on),
        "reference": claim.reference,
        "lines": [
            {"invoice": line.invoice, "amount": None if line.amount is None else str(line.amount)}
            for line in claim.lines
            if line.invoice in own
        ],
    }


def at_text(at: datetime) -> str:
    """RFC 3339 in UTC."""
    return instant(at.astimezone(UTC))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
