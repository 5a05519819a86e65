"""Turns what a reply says of an earlier payment into a reading of its own: it was for these, it replaces that."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from agent.extract.reading.findings import Findings
from agent.extract.speech.clauses import clauses, has_verb, is_question
from agent.extract.text.script import Script, within
from agent.facts.mail import Mail
from agent.facts.readings import PaidLine, PaymentRead
from agent.rules.vocabulary import Cue

_UNSURE: Final = (Cue.CONDITION, Cue.NEGATION, Cue.PENDING, Cue.ELSEWHERE)


def told_again(payment: PaymentRead, mail: Mail, body: Findings, subject: Findings) -> PaymentRead:
    """Marks what replaces an earlier advice, and what says only what an earlier payment was for."""
    replaces = bool(body.script.hits.cues(Cue.REPLACES) or subject.script.hits.cues(Cue.REPLACES))
    is_reply = bool(mail.in_reply_to or mail.body.quoted)
    answers = is_reply and bool(payment.lines) and bool(body.script.hits.cues(Cue.ANSWERS)) and not replaces
    if answers and payment.amount is None and _is_unsure(body):
        answers = False
    return replace(payment, replaces=replaces, answers=answers) if replaces or answers else payment


def bare_answer(mail: Mail, body: Findings) -> list[PaymentRead]:
    """ "It was for A and B", in reply to our question: what an earlier payment was for, and no new one.

    Its amounts are not read: the payment that waits has one.
    """
    script = body.script
    is_answer = bool(mail.in_reply_to) and bool(script.hits.cues(Cue.ANSWERS)) and not body.is_pending
    named = {one.number: one for one in script.references if one.item and one.is_exact}
    if not is_answer or not named or body.excepts or _is_unsure(body):
        return []
    return [
        PaymentRead(
            amount=None,
            currency=None,
            paid_on=None,
            lines=tuple(PaidLine(invoice=number, amount=None) for number in named),
            answers=True,
            evidence=tuple(script.span("line.invoice", one.start, one.end) for one in named.values()),
        )
    ]


def _is_unsure(body: Findings) -> bool:
    """True where a sentence that names a document, or says what it was for, asks, denies, supposes, or tells what another said.

    So where one document was paid at another time: "we paid INV-1 last month, this one is for INV-2".
    """
    script = body.script
    told = list(_telling(body))
    if any(is_question(script, *place) or within(script.hits.cues(*_UNSURE), *place) for place in told):
        return True
    pieces = [piece for place in told for piece in clauses(script, *place) if script.references_in(*piece)]
    answering = [piece for piece in pieces if within(script.hits.cues(Cue.ANSWERS), *piece)]
    return bool(answering) and any(has_verb(script, *piece) for piece in pieces if piece not in answering)


def _telling(body: Findings) -> Iterator[tuple[int, int]]:
    """The sentences that name a document, or say what a payment was for."""
    script: Script = body.script
    cues = script.hits.cues(Cue.ANSWERS)
    for start, end in script.sentences():
        if script.references_in(start, end) or within(cues, start, end):
            yield start, end
