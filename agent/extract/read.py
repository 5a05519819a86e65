"""Turns a mail and its documents into the reading of it: what it pays, promises, disputes, asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from agent.extract.exports import Exports, read_exports
from agent.extract.exports.advice import with_account
from agent.extract.files.body import body_document, without_signature
from agent.extract.reading.answered import bare_answer, told_again
from agent.extract.reading.asked import with_what_is_asked
from agent.extract.reading.balances import balance_amount, balance_lines, chosen
from agent.extract.reading.claims import disputes
from agent.extract.reading.classify import UNREAD_SORTS, Statement, paying_parts, statement
from agent.extract.reading.direction import is_received
from agent.extract.reading.document import read_document
from agent.extract.reading.findings import Findings
from agent.extract.reading.formats import anchored, of_formats
from agent.extract.reading.payment import Sender
from agent.extract.reading.payments import read_payments
from agent.extract.reading.pictured import missed, read_with_pictures
from agent.extract.reading.promised import promises
from agent.extract.text.lookalikes import LookAlikes
from agent.extract.text.references import Finder
from agent.facts.documents import Cell, Document, Row, Source, Span, Unread
from agent.facts.ledger import Anchors, Item
from agent.facts.mail import Mail, Sort
from agent.facts.readings import Check, Group, Kind, PaidLine, PaymentRead, Reading, StructuredRead
from agent.ids import folded
from agent.rules.exports import ExportRules
from agent.rules.vocabulary import Cue, Label, Vocabulary

MOST_WORDS_FOR_LANGUAGE: Final = 4000  # characters of a document
LONGEST_ORDER: Final = 60  # characters after "PO" that may be its number
BEFORE_CREDIT: Final = 2  # characters between a payer's name and the word for money in: 收到X公司汇入
NO_EXPORTS: Final = ExportRules()


def read_mail(
    mail: Mail,
    documents: tuple[Document, ...],
    unread: tuple[Unread, ...],
    structured: tuple[StructuredRead, ...],
    *,
    ledger: Anchors,
    senders: tuple[str, ...],
    vocabulary: Vocabulary,
    own_names: tuple[str, ...],
    exports: ExportRules = NO_EXPORTS,
) -> Reading:
    """All that one mail says. What the sender quotes is no statement of theirs; a fault of the mail is a warning."""

    def read(documents: tuple[Document, ...], unread: tuple[Unread, ...]) -> Reading:
        return _read(mail, documents, unread, structured, ledger, senders, vocabulary, own_names, exports)

    finder = Finder(LookAlikes(ledger, senders), senders, vocabulary)
    return read_with_pictures(read, documents, unread, finder=finder, is_structured=bool(structured))


def _read(
    mail: Mail, documents: tuple[Document, ...], unread: tuple[Unread, ...], structured: tuple[StructuredRead, ...],
    ledger: Anchors, senders: tuple[str, ...], vocabulary: Vocabulary, own_names: tuple[str, ...],
    exports: ExportRules,
) -> Reading:  # fmt: skip
    said = (
        with_what_is_asked(mail.body, Finder(ledger, senders, vocabulary))
        if mail.body.asked
        else mail.body.own
    )
    own = body_document(without_signature(said))
    if mail.sort in UNREAD_SORTS:
        text = "\n".join(row.text for row in own.rows)[:MOST_WORDS_FOR_LANGUAGE]
        return Reading(kind=UNREAD_SORTS[mail.sort], language=vocabulary.language_of(text), unread=unread)
    pictures = [document for document in documents if document.recognised]  # must be proved: pictured.py
    texts = [document for document in documents if not document.recognised]
    if mail.sort is Sort.BANK:  # a bank may write its statement into the mail
        texts = [own, *texts]
    told = read_exports(texts, mail.sort, rules=exports, vocabulary=vocabulary, own_names=own_names)
    structured = (*structured, *(one for one in told.reads if one.kind is Kind.BANK_STATEMENT))
    rest = [*(one for one in told.rest if one is not own), *pictures]
    parts = _read_parts(mail, own, rest, ledger, senders, vocabulary, own_names)
    every = [parts.body, *parts.files]
    names = dict.fromkeys(name for one in (*parts.files, parts.body) for name in one.fields.names)
    warnings = _warnings([own, *documents], every, told, structured)
    reading = Reading(
        kind=Kind.OTHER, language=_language(every, vocabulary), unread=unread, names=tuple(names), warnings=warnings
    )  # fmt: skip
    telling = [one for one in structured if not one.is_copy]
    if any(one.kind is Kind.BANK_STATEMENT for one in telling):
        return of_formats(reading, telling, parts.finder, warnings, own_names)
    free = _free(reading, mail, parts, senders)
    if mail.sort is Sort.BANK and free.payments and _are_received(every, own_names):
        free = replace(free, kind=Kind.BANK_STATEMENT)
    if telling:
        return _unless_denied(of_formats(free, telling, parts.finder, warnings, own_names), parts.body)
    accounts = [anchored(payment, parts.finder) for one in told.reads for payment in one.payments]
    return with_account(free, accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What the subject, the text and each file of a mail say, and by whose numbers they were read."""

    subject: Findings
    body: Findings
    files: list[Findings]
    finder: Finder


def _read_parts(
    mail: Mail, own: Document, files: Sequence[Document], ledger: Anchors, senders: tuple[str, ...],
    vocabulary: Vocabulary, own_names: tuple[str, ...],
) -> _Parts:  # fmt: skip
    """Each part by itself; once more where they show whose they are: the shortened numbers are theirs too."""
    finder = Finder(ledger, senders, vocabulary)
    of_pictures = Finder(LookAlikes(ledger, senders), senders, vocabulary)
    sent_on = mail.sent_at.date() if mail.sent_at else None

    def read(document: Document, *, is_notice: bool = False) -> Findings:
        known = of_pictures if document.recognised else finder
        return read_document(document, known, vocabulary, sent_on, own_names, is_notice=is_notice)

    subject = read(_line(mail.subject))
    is_notice = bool(subject.script.hits.cues(Cue.ADVICE)) and not mail.in_reply_to
    body = read(own, is_notice=is_notice)
    read_files = [read(document) for document in files]
    if not senders and (owner := _owner([body, *read_files])):
        finder = Finder(ledger, (owner,), vocabulary)
        of_pictures = Finder(LookAlikes(ledger, (owner,)), (owner,), vocabulary)
        body, read_files = read(own, is_notice=is_notice), [read(document) for document in files]
    return _Parts(subject=subject, body=body, files=read_files, finder=finder)


def _warnings(
    documents: Sequence[Document], parts: Sequence[Findings], told: Exports, structured: Sequence[StructuredRead]
) -> tuple[str, ...]:  # fmt: skip
    """What was not read, or does not add up, and why."""
    found = [warning for document in documents for warning in document.warnings]
    found += [f"{one.script.document.part}: {one.elsewhere}: not read" for one in parts if one.elsewhere]
    found += told.warnings
    found += [text for one in told.reads if one.kind is Kind.REMITTANCE for text in one.warnings]
    return (*found, *(warning for one in structured for warning in one.warnings))


def _are_received(parts: Sequence[Findings], own_names: Sequence[str]) -> bool:
    """True where each document with money says that it came from somebody else to us."""
    told = [part for part in parts if part.has_money]
    return bool(told) and all(is_received(part.script, own_names) or _is_credited(part) for part in told)


def _is_credited(part: Findings) -> bool:
    """True for a bank's words for money in, with the other's name, where no payee is named: our account is understood."""
    credited = part.script.hits.cues(Cue.CREDITED)
    is_named = any(
        told.rank == 0 or any(0 <= hit.start - told.end <= BEFORE_CREDIT for hit in credited)
        for told in part.fields.payers
    )
    return is_named and not part.payees and not part.elsewhere and bool(credited)


def _owner(parts: Sequence[Findings]) -> str | None:
    """The only customer whose numbers a document without a sender names in full or without doubt."""
    named = [reference for part in parts for reference in part.script.references]
    named += [
        row.reference for part in parts for table in part.tables for row in table.items if row.reference
    ]
    items = {reference.item for reference in named if reference.item}
    owners = {item.customer_id for item in items}
    return owners.pop() if len(owners) == 1 else None


def _free(reading: Reading, mail: Mail, parts: _Parts, senders: Sequence[str]) -> Reading:
    """A reading of text, pages and sheets."""
    body, subject, files = parts.body, parts.subject, parts.files
    in_subject = tuple(subject.script.references)
    paying = paying_parts(body, files, subject)
    sender = Sender(customers=frozenset(senders), subject=subject)
    payments, warnings = read_payments(paying, sender) if paying else ([], [])
    payments = [_of_order(payment, paying, parts.finder) for payment in payments]
    payments = [told_again(payment, mail, body, subject) for payment in payments]
    paid = frozenset(line.invoice for payment in payments for line in payment.lines)
    objections = disputes(body, in_subject, paid) if not body.is_pending else []
    intentions = promises(
        body,
        [] if payments else [one for one in files if not one.elsewhere],
        in_subject,
        paid,
        body.script.sent_on,
    )
    about = statement(body, subject, files, is_reply=bool(mail.in_reply_to))
    if about and about.agreed is False and not any(_is_proven(payment) for payment in payments):
        payments = []  # "INV-1 was paid in May" explains why a statement is wrong
    if payments:
        about = None
    if not (payments or objections or intentions or about):
        payments = bare_answer(mail, body)
    differs = about.agreed is False if about else bool(mail.in_reply_to) and chosen(body.script.text) is False
    return replace(
        reading,
        unread=(*reading.unread, *missed(files, paying if payments else ())),
        kind=_kind(payments, objections, intentions, about),
        payments=tuple(payments), disputes=tuple(objections), promises=tuple(intentions),
        statement_on=about.as_of if about else None, statement_agreed=about.agreed if about else None,
        balance_lines=balance_lines(body) if differs else (),
        balance_amount=balance_amount(body) if differs else None,
        warnings=tuple(dict.fromkeys((*reading.warnings, *warnings))),
    )  # fmt: skip


def _unless_denied(reading: Reading, body: Findings) -> Reading:
    """What a payer's file tells, but for payments of which the mail itself says that they failed, wait, or are a test."""
    if not (body.is_pending and reading.payments):
        return reading
    why = "the mail says of the payment in its file that it failed, waits, or is not to be booked: not read"
    return replace(reading, kind=Kind.OTHER, payments=(), disagreements=(*reading.disagreements, why))


def _is_proven(payment: PaymentRead) -> bool:
    """True where more than one place of a text, or the ledger, says what was paid."""
    return payment.amount is not None and bool(
        {Check.SUM, Check.NET, Check.OPEN, Check.WORDS} & set(payment.checks)
    )


def _kind(
    payments: Sequence[PaymentRead], objections: Sequence[object], intentions: Sequence[object],
    about: Statement | None,
) -> Kind:  # fmt: skip
    if payments:
        return Kind.REMITTANCE
    if objections:
        return Kind.DISPUTE
    if intentions:
        return Kind.PROMISE
    return about.kind if about else Kind.OTHER


def _of_order(payment: PaymentRead, parts: Sequence[Findings], finder: Finder) -> PaymentRead:
    """A payment that names no invoice, but POs that have one invoice each; or several, which are a group."""
    if payment.lines or payment.group:
        return payment
    found: dict[str, tuple[Span, list[Item]]] = {}
    for part in parts:
        script = part.script
        for hit in script.hits.labels(Label.PURCHASE_ORDER):
            end = min(script.row_span(script.row_of(hit.start))[1], hit.end + LONGEST_ORDER)
            for begin in (hit.start, hit.end):  # the label may be a part of the number: PO-4711
                for place, items in finder.ordered(script.text, begin, end):
                    number = folded(items[0].po_no or "")
                    found.setdefault(number, (script.span("line.invoice", *place), items))
    evidence = (*payment.evidence, *(span for span, _ in found.values()))
    if any(len(items) > 1 for _, items in found.values()):
        orders = tuple(items[0].po_no or "" for _, items in found.values())
        return replace(payment, group=Group.ORDER, group_orders=orders, evidence=evidence)
    amount = payment.amount if len(found) == 1 else None
    lines = tuple(PaidLine(invoice=items[0].invoice_no, amount=amount) for _, items in found.values())
    return replace(payment, lines=lines, evidence=evidence)


def _line(text: str) -> Document:
    """The subject as a document of one row."""
    cell = Cell(text=text[:500], box=(1.0, 1.0, float(len(text) + 1), 2.0))
    rows = (Row(cells=(cell,), page=1, table=None),) if text.strip() else ()
    return Document(part="subject", source=Source.TEXT, rows=rows)


def _language(parts: Sequence[Findings], vocabulary: Vocabulary) -> str:
    """The language of the mail's own words, or of its attachments where it has hardly any."""
    text = "\n".join(part.script.text[:MOST_WORDS_FOR_LANGUAGE] for part in parts)
    return vocabulary.language_of(text)
