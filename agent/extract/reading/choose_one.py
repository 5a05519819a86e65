"""One document under one total: what was paid of it, gross and net."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Choice, Total, reduced
from agent.extract.reading.findings import Findings
from agent.extract.reading.on_account import is_left_on_account, own_part
from agent.extract.reading.totals import best_total, owed_total
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated, sums, worth
from agent.extract.tabular.line import Line
from agent.extract.text.reference import Reference
from agent.extract.text.script import within
from agent.facts.documents import Span
from agent.rules.vocabulary import Cue

_RATE: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_HALF_A_CENT: Final = Decimal("0.0051")


def one_document(
    reference: Reference, parts: Sequence[Findings], stated: Sequence[Stated], totals: Sequence[Total]
) -> Choice:
    """One document under one total: the line has the total, less what was kept back."""
    total, warnings = best_total(totals, stated)
    kept = [one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    if total and (worth(kept) >= total.value or _is_beside(reference, total, kept, stated)):
        kept = []
    line = Line(reference=reference, amount=None, evidence=invoice_span(parts, reference))
    if total and not kept and (part := own_part(parts, reference, total.value)):
        return _in_part(replace(line, amount=part), part, total, parts)
    if total and not kept and (owed := _made_with(reference, total, stated)):
        more = f"several amounts could be the payment: {owed:.2f}, {total.value:.2f}"
        return Choice(total=None, lines=(line,), currency=None, sign=None, warnings=(more,))
    in_part = total is None and any(part.script.hits.cues(Cue.PART) for part in parts)
    if total is None and not kept and not in_part and not warnings:
        total = owed_total([reference], [one for one in stated if _is_paid_in(parts, one)])
    if total is None:
        grosses = {abs(one.amount.value) for one in sums(stated, Meaning.GROSS)}
        if len(grosses) != 1 or warnings or (in_part and not kept):
            return Choice(total=None, lines=(line,), currency=None, sign=None, warnings=warnings)
        gross: Decimal | None = min(grosses)
        total = Total(value=min(grosses) - worth(kept), rank=9, currency=None, sign=None, span=None)
        is_net = False
    else:
        gross, total, is_net = _gross(reference, total, kept, stated)
    line = reduced(line, kept, total.value, gross) if kept else replace(line, amount=total.value)
    if not kept and (full := _before_discount(reference, total, parts, stated)):
        line = replace(line, gross=full, discount=full - total.value)
    if total.span is not None:
        line = replace(line, evidence=(*line.evidence, replace(total.span, field="line.amount")))
    return Choice(
        total=total, lines=(line,), currency=total.currency, sign=total.sign, is_net=is_net, warnings=warnings
    )


def _in_part(line: Line, part: Decimal, total: Total, parts: Sequence[Findings]) -> Choice:
    """A payment of which a part is for the one document: the rest is on account, or a question."""
    rest = total.value - part
    is_ahead = is_left_on_account(parts, rest)
    return Choice(
        total=total, lines=(line,), currency=total.currency, sign=total.sign, is_sum=is_ahead,
        lines_total=None if is_ahead else part, ahead=rest if is_ahead else None,
    )  # fmt: skip


def _made_with(reference: Reference, total: Total, stated: Sequence[Stated]) -> Decimal | None:
    """What is open on the document, where the total is made of it and of another sum that is said: a fee, somebody's share."""
    said = {one.amount.value for one in stated if one.meaning is Meaning.UNSAID}
    owed = {reference.item.open.decimal, reference.item.billed.decimal} if reference.item else set()
    return next((one for one in sorted(owed & said) if total.value - one in said), None)


def _before_discount(
    reference: Reference, total: Total, parts: Sequence[Findings], stated: Sequence[Stated]
) -> Decimal | None:
    """What a payment was before the discount of which only the rate is said: "2,915.50 with 2 % discount"."""
    item = reference.item
    wholes = {abs(one.amount.value) for one in sums(stated, Meaning.GROSS)}
    wholes |= {item.open.decimal, item.billed.decimal} if item else set()
    for part in parts:
        for hit in part.script.hits.cues(Cue.DISCOUNT):
            start, end = part.script.sentence_of(hit.start)
            for rate in _RATE.finditer(part.script.text, start, end):
                share = 1 - Decimal(rate[1].replace(",", ".")) / 100
                for whole in sorted(wholes):
                    if abs(whole * share - total.value) < _HALF_A_CENT < whole - total.value:
                        return whole
    return None


def _is_paid_in(parts: Sequence[Findings], stated: Stated) -> bool:
    """True for an amount in a sentence that pays, whatever its words say: what we owe you for 10025, 42,000, went out."""
    sentences = next((part.sentences for part in parts if part.script is stated.script), ())
    return any(one.act is Act.PAYS for one in sentences if one.start <= stated.amount.start < one.end)


def _is_beside(reference: Reference, total: Total, kept: Sequence[Stated], stated: Sequence[Stated]) -> bool:
    """True for fees that a slip lists beside a payment, and that were not taken from it."""
    gross = total.value + worth(kept)
    billed = {reference.item.open.decimal, reference.item.billed.decimal} if reference.item else set()
    if any(one.reason != "bank_charges" for one in kept) or gross in billed:
        return False
    if any(abs(one.amount.value) == gross for one in stated if one.meaning is not Meaning.OTHER):
        return total.value in billed  # 52,500 and a charge of 30, 52,530 in all: it came on top
    return not any(
        within(one.script.hits.cues(Cue.DEDUCTION, Cue.LESS), *one.script.sentence_of(one.amount.start))
        for one in kept
    )


def _gross(
    reference: Reference, total: Total, kept: Sequence[Stated], stated: Sequence[Stated]
) -> tuple[Decimal | None, Total, bool]:
    """Gross and net of one document, and whether both are said; what "less 20.00" follows is the gross one."""
    grosses = [
        abs(one.amount.value)
        for one in stated
        if one.meaning not in (Meaning.DEDUCTION, Meaning.DISCOUNT, Meaning.OTHER)
    ]
    if not kept or total.value + worth(kept) in grosses:
        return (total.value + worth(kept) if kept else None), total, bool(kept)
    if total.rank == 0:
        return None, total, False
    billed = {reference.item.billed.decimal, reference.item.open.decimal} if reference.item else set()
    is_gross = total.value in billed
    if not is_gross and total.value + worth(kept) not in billed:
        is_gross = any(_is_subtracted(one) for one in kept)
    if is_gross:
        return total.value, replace(total, value=total.value - worth(kept)), False
    return None, total, False


def _is_subtracted(stated: Stated) -> bool:
    """True after "less" or "abzüglich", which follow a gross amount."""
    start, _ = stated.script.sentence_of(stated.amount.start)
    less = [hit for hit in stated.script.hits.cues(Cue.LESS) if start <= hit.start < stated.amount.start]
    return bool(less) and any(
        one.end <= less[-1].start for one in stated.script.amounts_in(start, stated.amount.start)
    )


def invoice_span(parts: Sequence[Findings], reference: Reference) -> tuple[Span, ...]:
    """Where a document is named."""
    for part in parts:
        if any(one is reference for one in part.script.references):
            return (part.script.span("line.invoice", reference.start, reference.end),)
    return ()
