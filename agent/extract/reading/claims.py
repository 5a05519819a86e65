"""Turns sentences that object into disputes, each with its documents and amounts; says what a claim is about."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.facts.readings import DisputeRead
from agent.money import exponent
from agent.rules.vocabulary import Cue

LONGEST_REASON: Final = 300
_UNBROKEN: Final = re.compile(r"[^,，;；:：。]*")
CLOSE: Final = 10  # characters between "we dispute" and the amount in dispute
_AROUND: Final = 2  # sentences before and after that may name the document


def disputes(body: Findings, subject: Sequence[Reference], paid: frozenset[str]) -> list[DisputeRead]:
    """What the mail objects to; deductions from a payment are none."""
    found: dict[str, DisputeRead] = {}
    for index, sentence in enumerate(body.sentences):
        if sentence.act is not Act.OBJECTS:
            continue
        references, around = references_about(body, index, subject)
        is_rest = bool(within(body.script.hits.cues(Cue.OPEN), sentence.start, sentence.end))
        if is_rest:
            references = paid_before(body, index) or references
        for reference in references:
            known = found.get(reference.number)
            read = _dispute(body.script, reference, sentence, around)
            is_part = is_rest and read.amount is not None  # what was not paid of it
            if (reference.number in paid and not is_part) or (known and known.amount is not None):
                continue
            found[reference.number] = replace(known, amount=read.amount) if known else read
    for table, act in body.claims:
        if act is Act.OBJECTS:
            for row in table.items:
                if row.reference and row.reference.number not in paid:
                    span = body.script.span("invoice", row.reference.start, row.reference.end)
                    found.setdefault(
                        row.reference.number,
                        DisputeRead(invoice=row.reference.number, amount=None, reason=None, evidence=(span,)),
                    )
    return list(found.values())


def _dispute(
    script: Script, reference: Reference, sentence: Sentence, around: Sequence[Sentence]
) -> DisputeRead:
    reason_at = _reason(script, sentence, around)
    spans = [script.span("reason", *reason_at)] if reason_at else []
    if reference.end <= len(script.text) and script.text[reference.start : reference.end]:
        spans.insert(0, script.span("invoice", reference.start, reference.end))
    reason = " ".join(script.text[slice(*reason_at)].split())[:LONGEST_REASON] if reason_at else None
    return DisputeRead(
        invoice=reference.number,
        amount=_disputed_amount(script, reference, sentence),
        reason=reason,
        evidence=tuple(spans),
    )


def _reason(script: Script, sentence: Sentence, around: Sequence[Sentence]) -> tuple[int, int] | None:
    """The sentence that says why: the one with the most words of objection, else the one that objects."""
    objecting = [one for one in around if one.act is Act.OBJECTS]
    best = max(
        objecting or [sentence],
        key=lambda one: (
            len(within(script.hits.cues(Cue.DISPUTE), one.start, one.end)),
            len(script.hits.section("reasons"))
            and len(within(script.hits.section("reasons"), one.start, one.end)),
        ),
    )
    text = script.text[best.start : best.end]
    return (best.start + len(text) - len(text.lstrip()), best.end) if text.strip() else None


def _disputed_amount(script: Script, reference: Reference, sentence: Sentence) -> Decimal | None:
    """A part of the document's amount that the objection is limited to."""
    billed = (
        {abs(reference.item.billed.decimal), abs(reference.item.open.decimal)} if reference.item else set()
    )
    amounts = [
        one
        for one in script.amounts_in(sentence.start, sentence.end)
        if not one.is_plain and abs(one.value) not in billed
    ]
    if len(amounts) > 1:  # 合同价应为11,900元，发票多开600元
        objections = {hit.end for hit in script.hits.cues(Cue.DISPUTE)}
        amounts = [one for one in amounts if one.start in objections]
    if not billed or len(amounts) != 1:
        return None
    amount = amounts[0]
    said = (Cue.DISPUTE, Cue.DEDUCTION)
    right = {hit.end for hit in script.hits.cues(Cue.GROSS)}  # "was quoted at 3,650": what it should be
    near = [hit for hit in script.hits.cues(*said) if hit.end not in right] + script.hits.section("reasons")
    if not script.references_in(sentence.start, sentence.end):  # "we dispute the remaining 200.00"
        near += within(script.hits.cues(Cue.OPEN), sentence.start, sentence.end)
    gaps = [script.text[hit.end : amount.start] for hit in near if 0 <= amount.start - hit.end <= CLOSE]
    gaps += [
        script.text[amount.end : hit.start]
        for hit in script.hits.cues(Cue.DISPUTE)
        if amount.start < hit.start <= amount.end + CLOSE
        and not within(script.hits.cues(Cue.BUT), amount.end, hit.start)  # "at 16.10 but our order was for 4"
    ]
    gaps += [
        script.text[hit.end : amount.start]
        for hit in script.hits.cues(Cue.WORTH)
        if 0 <= amount.start - hit.end <= CLOSE
    ]
    if not any(_UNBROKEN.fullmatch(gap) for gap in gaps):
        return None
    in_bracket = (
        script.text[amount.start - 1 : amount.start] in ("(", "（") and amount.start - reference.end < 4
    )
    value = abs(amount.value)
    return placed(value, reference) if value < max(billed) and not in_bracket else None


def placed(value: Decimal, reference: Reference) -> Decimal:
    """With the places of the document's currency, as amounts are written."""
    assert reference.item is not None
    spelled = value.quantize(Decimal(1).scaleb(-exponent(reference.item.billed.currency)))
    return spelled if spelled == value else value


def paid_before(body: Findings, index: int) -> list[Reference]:
    """What the sentence before pays: of that the rest is meant that follows without a number; nothing where it names its own."""
    sentence, before = body.sentences[index], body.sentences[max(0, index - 1)]
    if body.script.references_in(sentence.start, sentence.end) or before.act is not Act.PAYS:
        return []
    return _distinct(body.script.references_in(before.start, before.end))


def references_about(
    body: Findings, index: int, subject: Sequence[Reference]
) -> tuple[list[Reference], list[Sentence]]:
    """The documents that a sentence is about: its own, else those named near it, else the subject's."""
    sentence = body.sentences[index]
    around = [
        *body.sentences[max(0, index - _AROUND) : index + 1],
        *body.sentences[index + 1 : index + 1 + _AROUND],
    ]
    own = body.script.references_in(sentence.start, sentence.end)
    likened = _likened(body.script, sentence)
    credits = [one for one in own if one.item and one.item.is_credit]  # "was already credited, see CM-3"
    if meant := [one for one in own if one not in likened and one not in credits] or own:
        return _distinct(meant), around
    for other in sorted(around, key=lambda one: (abs(one.start - sentence.start), one.start)):
        near = body.script.references_in(other.start, other.end)
        if near and other.act is not Act.PAYS:
            return _distinct(near), around
    named = body.script.references
    return _distinct(named) if len(_distinct(named)) == 1 else list(subject) if not named else [], around


def _likened(script: Script, sentence: Sentence) -> list[Reference]:
    """The documents that others are only compared with: "INV-2 is a duplicate of INV-1"."""
    hits = within(script.hits.cues(Cue.MISQUOTED), sentence.start, sentence.end)
    return [one for hit in hits for one in script.references_in(hit.end, hit.end + CLOSE)[:1]]


def _distinct(references: Sequence[Reference]) -> list[Reference]:
    return list({reference.number: reference for reference in references}.values())
