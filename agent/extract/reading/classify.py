"""Says what a mail does as a whole, and which of its documents tell of payments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.clauses import has_verb
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.sentence import Sentence
from agent.extract.text.script import within
from agent.facts.mail import Sort
from agent.facts.readings import Kind
from agent.rules.vocabulary import Cue

_COPY_WORDS: Final = 3  # words of an invoice's form that make a document one
_ORDER_WORDS: Final = 2
_TITLE_ROWS: Final = 4  # from the top of a document
_TICKED: Final = re.compile(r"[☑☒✓✔√■][^☐☑☒✓✔√■□\n]{1,80}")
UNREAD_SORTS: Final = {
    Sort.AUTO_REPLY: Kind.AUTO_REPLY,
    Sort.BOUNCE: Kind.BOUNCE,
    Sort.BULK: Kind.OTHER,
    Sort.OWN: Kind.OTHER,
    Sort.STAFF_WORDS: Kind.OTHER,
    Sort.STAFF_COMMAND: Kind.STAFF_COMMAND,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a mail says of our statement of account."""

    kind: Kind
    as_of: date | None
    agreed: bool | None


def paying_parts(body: Findings, files: Sequence[Findings], subject: Findings) -> list[Findings]:
    """The documents that tell of payments, the body first; none where the mail is something else."""
    if body.is_pending or body.elsewhere:
        return []
    names_ours = body.tables or (body.pays and any(one.item and one.is_exact for one in body.named))
    if body.script.hits.cues(Cue.UNSUBSCRIBE) and not (names_ours and _pays_our_documents(body)):
        return []  # a portal's notice of payment has such a footer, too
    if not body.pays and (_orders(body) or any(one.act is Act.STATEMENT for one in body.sentences)):
        return []
    if subject.is_pending and body.script.hits.cues(Cue.PENDING):
        return []
    if body.script.hits.cues(Cue.BANK_CHANGE) and not _pays_our_documents(body):
        return []
    if body.script.hits.cues(Cue.QUOTE) and not (body.script.references or subject.script.references):
        return []  # what was paid last time is named for comparison
    advised = (body.advises and not _announces(body)) or subject.advises or body.pays or subject.pays
    is_paid = body.pays or any(_says(subject, one) for one in subject.sentences)
    told = [
        file
        for file in files
        if _tells(file, advised=advised)
        and (is_paid or not (_is_other_list(file, body, subject) or _is_to_come(file)))
    ]
    if not told and any(file.elsewhere or (file.is_pending and not body.has_money) for file in files):
        return []  # what is attached goes elsewhere, or waits
    asks = not body.advises and any(sentence.act is Act.ASKS_MONEY for sentence in body.sentences)
    if not told and not body.pays and (asks or not _advises(body, subject)):
        return []
    if not told and not (body.has_money or body.named):
        return [body] if body.pays and subject.named else []
    return [body, *told]


def _is_to_come(file: Findings) -> bool:
    """True for a file whose title says that it tells what will be paid, and whose days of payment are all still to come."""
    script, days = file.script, [told.value for told in file.fields.dates]
    is_plan = any(
        one.act is Act.INTENDS and script.row_of(one.start + 1) < _TITLE_ROWS for one in file.sentences
    )
    is_advice = script.hits.cues(Cue.ADVICE) or script.sent_on is None
    return (
        bool(days)
        and is_plan
        and not is_advice
        and all(day > script.sent_on for day in days if script.sent_on)
    )


def _says(part: Findings, one: Sentence) -> bool:
    """True for a sentence that says that it was paid, and does not only name a payment."""
    return one.act is Act.PAYS and has_verb(part.script, one.start, one.end)


def _announces(body: Findings) -> bool:
    """True for a mail that calls what is to come, or what it asks for, an advice: "the remittance advice will follow"."""
    unpaid = [one for one in body.sentences if one.act in (Act.INTENDS, Act.REFUSES)]
    hits = body.script.hits.cues(Cue.ADVICE)
    return bool(hits) and all(any(one.start <= hit.start < one.end for one in unpaid) for hit in hits)


def _pays_our_documents(body: Findings, *, is_paid: bool = False) -> bool:
    """True where a mail that speaks of a change of bank pays documents of ours: many a footer asks to be told of one."""
    named = body.named or any(
        row.reference and row.reference.item for table in body.tables for row in table.items
    )
    asks = any(sentence.act is Act.ASKS_MONEY for sentence in body.sentences)
    return bool(named) and (is_paid or body.pays or (body.advises and not asks))


def _orders(body: Findings) -> bool:
    """True for a purchase order: two of its phrases at least, as an advice may name the order that it pays."""
    text = body.script.text
    hits = body.script.hits.cues(Cue.PURCHASE_ORDER)
    return len({text[hit.start : hit.end].lower() for hit in hits}) >= _ORDER_WORDS


def _advises(body: Findings, subject: Findings) -> bool:
    """True for a body without a verb of payment that is an advice by its title, or by a subject that says what was paid."""
    return (
        ((body.advises and not _announces(body)) or subject.advises or _shows_what(subject, body))
        and body.has_money
        and not _is_other_list(body, subject)
        and not any(
            one.act in (Act.INTENDS, Act.OBJECTS) and not _is_idle(body, one) for one in body.sentences
        )
    )


def _shows_what(subject: Findings, body: Findings) -> bool:
    """True where the subject says that a sum was paid, and the body shows it and our documents: Acme paid you $1,710.50."""
    told = (one for one in subject.sentences if one.act is Act.PAYS)
    if not any(has_verb(subject.script, one.start, one.end) for one in told) or not _pays_our_documents(
        body, is_paid=True
    ):
        return False
    said = {abs(one.amount.value) for one in subject.stated if one.meaning is Meaning.TOTAL}
    return any(not one.is_plain and abs(one.value) in said for one in body.script.amounts)


def _is_idle(body: Findings, one: Sentence) -> bool:
    """True for a question that asks of no sum, day or document: "Want to get paid faster?"."""
    script = body.script
    facts = script.amounts_in(one.start, one.end) or script.days_in(one.start, one.end)
    names = facts or script.references_in(one.start, one.end)
    return script.text[one.start : one.end].rstrip().endswith(("?", "？")) and not names


def _tells(file: Findings, *, advised: bool) -> bool:
    """True for an advice or a slip; false for copies of invoices, orders, and slips of what was not paid."""
    if file.is_pending or file.elsewhere or not (file.has_money or file.named):
        return False
    hits = file.script.hits
    headings = {
        row
        for table in file.tables
        if table.header and any(one.reference and one.reference.item for one in table.items)
        for row in table.header.rows()
    }  # 价税合计 over a list of our invoices makes no copy of one, and 单价 no order
    is_advice = file.advises or file.pays
    names_ours = any(one.item for one in file.script.references)
    if not (file.pays or names_ours) and any(one.act is Act.ASKS_MONEY for one in file.sentences):
        return False  # a bill to us
    if not is_advice and any(one.act is Act.INTENDS for one in file.sentences):
        return False
    copies = {
        hit.key + file.script.text[hit.start : hit.end].lower()
        for hit in hits.cues(Cue.INVOICE_COPY, Cue.PLEASE_PAY)
        if file.script.row_of(hit.start) not in headings
    }
    orders = [hit for hit in hits.cues(Cue.PURCHASE_ORDER) if file.script.row_of(hit.start) not in headings]
    if (len(copies) >= _COPY_WORDS and not file.advises) or (not is_advice and (copies or orders)):
        return False
    return is_advice or advised


def _is_other_list(told: Findings, *beside: Findings) -> bool:
    """True for a list that its own title, or the mail it came with, calls a certificate, a reconciliation or the like.

    Not for one that a sentence of its own calls paid: "of these we paid on 10 November:".
    """
    script = told.script
    leads = (
        one
        for one in told.sentences
        if one.act is Act.PAYS and script.text[one.start : one.end].rstrip().endswith(":")
    )
    if script.hits.cues(Cue.ADVICE) or any(has_verb(script, one.start, one.end) for one in leads):
        return False
    titles = (hit for hit in script.hits.cues(Cue.OTHER_LIST) if script.row_of(hit.start) < _TITLE_ROWS)
    return any(titles) or any(part.script.hits.cues(Cue.OTHER_LIST) for part in beside)


def statement(
    body: Findings, subject: Findings, files: Sequence[Findings], *, is_reply: bool = False
) -> Statement | None:
    """A request for our statement, or the answer to it; in a letter that is attached, where the mail says nothing.

    The subject of a reply is that of the letter it answers, our statement say: it asks for nothing.
    """
    parts = (body, subject) if body.script.text.strip() else (*files, subject)
    for part in parts:
        hits = part.script.hits
        titles = (Cue.STATEMENT_WORD, Cue.STATEMENT_REQUEST) if is_reply else (Cue.STATEMENT_WORD,)
        word = hits.cues(Cue.STATEMENT_WORD) or subject.script.hits.cues(*titles)
        denied, agreed = hits.cues(Cue.STATEMENT_DENIED), hits.cues(Cue.STATEMENT_AGREED)
        if word and (denied or agreed):
            is_agreed = not denied
            return Statement(kind=Kind.STATEMENT_CONFIRMATION, as_of=_as_of(body, subject), agreed=is_agreed)
    if any(part.script.hits.cues(Cue.STATEMENT_WORD) for part in parts):
        for file in files:
            if (ticked := _ticked(file)) is not None:
                day = _as_of(body, subject)
                return Statement(kind=Kind.STATEMENT_CONFIRMATION, as_of=day, agreed=ticked)
    for part in parts:
        for hit in part.script.hits.cues(Cue.STATEMENT_REQUEST):
            start, end = part.script.sentence_of(hit.start)
            if within(part.script.hits.cues(Cue.REQUEST), start, end) or (part is subject and not is_reply):
                return Statement(kind=Kind.STATEMENT_REQUEST, as_of=_as_of(body, subject), agreed=None)
    return None


def _ticked(file: Findings) -> bool | None:
    """Which of the answers of a statement's form is ticked: ☑ agreed ☐ differs; None for neither, or both."""
    hits = file.script.hits
    answers = set()
    for tick in _TICKED.finditer(file.script.text):
        if within(hits.cues(Cue.STATEMENT_DENIED), *tick.span()):
            answers.add(False)
        elif within(hits.cues(Cue.STATEMENT_AGREED), *tick.span()):
            answers.add(True)
    return answers.pop() if len(answers) == 1 else None


def _as_of(body: Findings, subject: Findings) -> date | None:
    """The day of the statement: of the sentence that speaks of it, else the only day said."""
    for part in (body, subject):
        cues = part.script.hits.cues(
            Cue.STATEMENT_REQUEST, Cue.STATEMENT_WORD, Cue.STATEMENT_AGREED, Cue.STATEMENT_DENIED
        )
        for hit in cues:
            days = [
                day.value for day in part.script.days_in(*part.script.sentence_of(hit.start)) if day.value
            ]
            if days:
                return days[0]
    return None
