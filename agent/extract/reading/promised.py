"""Turns sentences that intend to pay into promises, each with its documents, amounts and days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from agent.extract.reading.claims import paid_before, placed, references_about
from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.clauses import clauses, has_verb
from agent.extract.speech.sentence import Sentence
from agent.extract.tabular.items import ItemRow, ItemTable
from agent.extract.text.day import Day
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.facts.ledger import Item
from agent.facts.readings import PromiseRead
from agent.rules.vocabulary import Cue, Status


def promises(
    body: Findings,
    files: Sequence[Findings],
    subject: Sequence[Reference],
    paid: frozenset[str],
    sent_on: date | None,
) -> list[PromiseRead]:
    """What the mail, or a plan that is attached, promises to pay, and when; an intention without a day is none."""
    found: dict[tuple[str, Decimal | None], PromiseRead] = {}
    for index, sentence in enumerate(body.sentences):
        if sentence.act not in (Act.INTENDS, Act.PAYS_OR_INTENDS):
            continue
        references, around = references_about(body, index, subject)
        is_rest = bool(within(body.script.hits.cues(Cue.OPEN), sentence.start, sentence.end))
        if is_rest:
            references = paid_before(body, index) or references
        references = [one for one in references if not (one.item and one.item.is_credit)]
        days = _future(_days_meant(body.script, sentence, sent_on), sent_on)
        is_denied = bool(within(body.script.hits.cues(Cue.NEGATION), sentence.start, sentence.end))
        if not days and not is_denied:  # "no promises on the rest" takes no day of its neighbours
            near = (one for one in around if one.act is not Act.PAYS)
            borrowed = [day for one in near for day in _days_meant(body.script, one, sent_on)]
            days = _future([day for day in borrowed if not _may_be_past(body.script, day)], sent_on)[:1]
        for promise in _in_sentence(body.script, references, days, sentence):
            is_known = promise.invoice in paid or any(number == promise.invoice for number, _ in found)
            if promise.amount is None and is_known and not is_rest:
                continue
            found.setdefault((promise.invoice, promise.amount), promise)
    for part in (body, *files):
        for promise in _listed(part, paid, sent_on):
            found.setdefault((promise.invoice, promise.amount), promise)
    return list(found.values())


def _may_be_past(script: Script, day: Day) -> bool:
    """True for a day that another sentence says was one of a payment: "the check that we sent on the 5th is lost"."""
    start, end = script.sentence_of(day.start)
    return day.past is not None and bool(within(script.hits.cues(Cue.PAID), start, end))


def _days_meant(script: Script, one: Sentence, sent_on: date | None) -> list[Day]:
    """The days of a sentence without the mail's own where that is when something was paid: "wir haben heute 300 überwiesen, der Rest …"."""
    days = script.days_in(one.start, one.end)
    if all(day.value != sent_on for day in days):
        return days
    told = [
        (start, end)
        for start, end in clauses(script, one.start, one.end)
        if has_verb(script, start, end) and not within(script.hits.cues(Cue.INTENT), start, end)
    ]
    return [
        day
        for day in days
        if day.value != sent_on or not any(start <= day.start < end for start, end in told)
    ]


def _in_sentence(
    script: Script, references: Sequence[Reference], days: Sequence[Day], sentence: Sentence
) -> Iterator[PromiseRead]:
    """The promises of a sentence: parts of one document on several days, or each document on its day."""
    parts: list[tuple[Day, Decimal | None]] = []
    if len(references) == 1 < len(days):
        parts = list(_in_parts(script, days, sentence)) or list(
            _and_the_rest(script, days, sentence, references[0].item)
        )
    if parts:
        for day, amount in parts:
            whole = _promise(script, references[0], day, sentence)
            is_known = references[0].item is not None
            yield replace(whole, amount=placed(amount, references[0]) if amount and is_known else amount)
        return
    said = [day for day in days if not day.is_bare]
    for reference, day in _dated(references, days if len(days) == len(references) else said or days):
        yield _promise(script, reference, day, sentence)


def _and_the_rest(
    script: Script, days: Sequence[Day], sentence: Sentence, item: Item | None
) -> Iterator[tuple[Day, Decimal | None]]:
    """A part on the first of two days, and the rest on the second: 2,500.00 on 20 October and the remainder on 5 November."""
    amounts = [
        one
        for one in script.amounts_in(sentence.start, sentence.end)
        if not one.is_plain and not (item and abs(one.value) == abs(item.billed.decimal))
    ]
    rests = within(script.hits.cues(Cue.OPEN), sentence.start, sentence.end)
    if len(days) != 2 or len(amounts) not in (1, 2) or not rests or not amounts[0].end <= rests[0].start:
        return
    later = amounts[1] if len(amounts) == 2 else None
    if days[0].start < rests[0].start < days[1].start and (later is None or rests[0].start < later.start):
        yield days[0], abs(amounts[0].value)
        yield days[1], abs(later.value) if later else None


def _in_parts(
    script: Script, days: Sequence[Day], sentence: Sentence
) -> Iterator[tuple[Day, Decimal | None]]:
    """Each clause's day with its only amount: 5,000 on Friday, the other 4,000 by month's end; nothing where one has none."""
    found = []
    for start, end in clauses(script, sentence.start, sentence.end):
        inside = [day for day in days if start <= day.start < end]
        amounts = [one for one in script.amounts_in(start, end) if not one.is_plain]
        if len(inside) == len(amounts) == 1:
            found.append((inside[0], abs(amounts[0].value)))
    yield from found if len(found) == len(days) else ()


def _promise(script: Script, reference: Reference, day: Day, sentence: Sentence) -> PromiseRead:
    assert day.value is not None
    spans = [script.span("date", day.start, day.end)]
    if reference.end <= len(script.text):
        spans.insert(0, script.span("invoice", reference.start, reference.end))
    return PromiseRead(
        invoice=reference.number,
        promised_on=day.value,
        amount=_promised_amount(script, reference, sentence),
        evidence=tuple(spans),
    )


def _promised_amount(script: Script, reference: Reference, sentence: Sentence) -> Decimal | None:
    """A part that is promised: said after the words of intent, and less than what is open."""
    rests = within(script.hits.cues(Cue.OPEN), sentence.start, sentence.end)
    intents = within(script.hits.cues(Cue.INTENT), sentence.start, sentence.end)
    amounts = [
        one
        for one in script.amounts_in(sentence.start, sentence.end)
        if not one.is_plain or any(0 <= one.start - hit.end < 3 for hit in rests)  # 剩下的22000
    ]
    is_due = intents or rests or within(script.hits.cues(Cue.PAID), sentence.start, sentence.end)
    if len(amounts) != 1 or not is_due or reference.item is None:
        return None
    value = abs(amounts[0].value)
    return placed(value, reference) if value < abs(reference.item.open.decimal) else None


def _listed(body: Findings, paid: frozenset[str], sent_on: date | None) -> Iterator[PromiseRead]:
    """Lists that a sentence of intent introduces: each row with its own day, or the sentence's."""
    script = body.script
    for table, act in body.claims:
        if act is not Act.INTENDS:
            continue
        start = script.row_span(table.first_row)[0]
        lead = next((one for one in reversed(body.sentences) if one.end <= start), None)
        common = _future(script.days_in(lead.start, lead.end), sent_on) if lead else []
        for row in table.items:
            days = _future(script.days_in(row.start, row.end), sent_on) or common
            is_credit = row.reference and row.reference.item and row.reference.item.is_credit
            if (
                row.reference
                and days
                and days[0].value
                and not is_credit
                and row.reference.number not in paid
            ):
                span = script.span("invoice", row.reference.start, row.reference.end)
                yield PromiseRead(
                    invoice=row.reference.number,
                    promised_on=days[-1].value or days[0].value,
                    amount=_planned(table, row),
                    evidence=(span,),
                )


def _planned(table: ItemTable, row: ItemRow) -> Decimal | None:
    """What a column of plans has for a row."""
    column = next((one for one in table.columns if one.status is Status.PLANNED), None)
    amount = row.values.get(column.index) if column else None
    return (
        placed(abs(amount.value), row.reference) if amount and row.reference and row.reference.item else None
    )


def _future(days: Sequence[Day], sent_on: date | None) -> list[Day]:
    return [day for day in days if day.value and (sent_on is None or day.value >= sent_on)]


def _dated(references: Sequence[Reference], days: Sequence[Day]) -> Iterator[tuple[Reference, Day]]:
    """Each document with its day: the only one, or the next one after it where there are as many."""
    if len({day.value for day in days}) == 1:
        yield from ((reference, days[0]) for reference in references)
    elif len(days) == len(references):
        yield from zip(sorted(references, key=lambda one: one.start), days, strict=True)
    else:
        ordered = sorted(references, key=lambda one: one.start)
        for reference, limit in zip(ordered, [*(one.start for one in ordered[1:]), None], strict=False):
            following = [day for day in days if day.start > reference.end]
            if following and (limit is None or following[0].start < limit or limit < reference.end):
                yield reference, following[0]
