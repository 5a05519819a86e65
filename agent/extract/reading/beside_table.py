"""Weighs a sentence that pays against the table below it: other documents than the table has, or fewer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Choice, Total, chosen, reduced
from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated, worth
from agent.extract.tabular.line import Line
from agent.extract.tabular.lines import Candidate
from agent.extract.text.reference import Reference

TOLD_TWICE: Final = "the text and its table tell different payments: which one was made is not said"


def told_beside(
    parts: Sequence[Findings], tabled: Sequence[Candidate], subject: Findings | None
) -> Choice | None:
    """What a sentence pays that is not what its table sums to; nothing sure where these can't both be true."""
    listed = {line.reference.number for one in tabled for line in one.lines}
    sums = {one.total for one in tabled} | {total for one in tabled for total in one.own_totals}
    for part in parts:
        for named, said in _paying(part):
            told = [one for one in said if one.meaning is Meaning.TOTAL]
            is_other = bool(told) and not any(one.number in listed for one in named)
            if is_other and not {one.amount.value for one in told} & sums:
                return _unsure([*(line.reference for line in tabled[0].lines), *named])
    is_advice = any(one.advises for one in (*parts, *((subject,) if subject else ())))
    return None if is_advice else next(filter(None, (_fewer(part, tabled, sums) for part in parts)), None)


def _paying(part: Findings) -> Iterator[tuple[list[Reference], list[Stated]]]:
    """The sentences that pay documents by the ledger's own numbers, with these and the sums in it that may be paid."""
    for sentence in part.sentences:
        named = part.script.references_in(sentence.start, sentence.end)
        is_sure = sentence.act is Act.PAYS and bool(named) and all(one.item and one.is_exact for one in named)
        if is_sure:
            told = [one for one in part.stated if sentence.start <= one.amount.start < sentence.end]
            yield named, [one for one in told if one.meaning is Meaning.TOTAL or _is_bare_sum(one)]


def _without_documents(part: Findings) -> Iterator[list[Stated]]:
    """The sums of each sentence that pays and names no document."""
    for sentence in part.sentences:
        if sentence.act is Act.PAYS and not part.script.references_in(sentence.start, sentence.end):
            told = [one for one in part.stated if sentence.start <= one.amount.start < sentence.end]
            yield [one for one in told if one.meaning is Meaning.TOTAL]


def _is_bare_sum(one: Stated) -> bool:
    return one.meaning is Meaning.UNSAID and not one.amount.is_plain


def _fewer(part: Findings, tabled: Sequence[Candidate], sums: set[Decimal]) -> Choice | None:
    """The documents alone that a mail's words pay, of a table that calls nothing paid: a statement of ours, say.

    "We paid INV-1 yesterday, 300.00", above INV-1 300.00, INV-2 450.00 and their total.
    """
    paying = list(_paying(part))
    alone = list(_without_documents(part))
    is_list = part.is_body and not any(one.is_paid for one in tabled)
    if (
        not is_list
        or not all(alone)
        or len(paying) + len(alone) != sum(one.act is Act.PAYS for one in part.sentences)
    ):
        return None  # some sentence pays what stands below it
    numbers = {one.number for named, _ in paying for one in named}
    told = [one for _, said in paying for one in said] + [one for said in alone for one in said]
    if not told + paying or {one.amount.value for one in told} & sums:
        return None
    if alone:
        return _another_sum(part, tabled[0], told)
    fits = [one for one in tabled if numbers < {line.reference.number for line in one.lines}]
    if not fits:
        return None
    of_words = [[line for line in one.lines if line.reference.number in numbers] for one in fits]
    agreeing = [lines for lines in of_words if len(told) == 1 and _worth(lines) == told[0].amount.value]
    if not agreeing:
        return _unsure([line.reference for line in of_words[0]])
    total = _total(part, told[0])
    return Choice(
        total=total, lines=tuple(agreeing[0]), currency=total.currency, sign=total.sign, is_sum=len(agreeing[0]) > 1
    )  # fmt: skip


def _another_sum(part: Findings, table: Candidate, told: Sequence[Stated]) -> Choice | None:
    """The table's documents under a sum that is not theirs: "we paid 750.00 of these"; what was kept back is the last one's, as it is said last."""
    listed = {line.reference.number for line in table.lines}
    if not table.own_totals or any(one.number not in listed for one in part.named):
        return None  # a few of the documents, beside others that the words name
    kept = [one for one in part.stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    last = table.lines[-1]
    if kept:
        if told[0].amount.value != table.total - worth(kept) or last.amount is None:
            return None
        less = reduced(last, kept, last.amount - worth(kept), gross=last.amount)
        whole = replace(table, lines=(*table.lines[:-1], less), total=told[0].amount.value)
        return chosen(whole, _total(part, told[0]), warnings=(), is_sum=True)
    if len({one.amount.value for one in told}) > 1:
        return _unsure([line.reference for line in table.lines])
    return chosen(table, _total(part, told[0]), warnings=(), is_sum=False)


def _total(part: Findings, told: Stated) -> Total:
    amount = told.amount
    span = part.script.span("amount", amount.start, amount.end)
    return Total(value=amount.value, rank=1, currency=amount.currency, sign=amount.sign, span=span)


def _worth(lines: Sequence[Line]) -> Decimal:
    return sum((line.amount for line in lines if line.amount is not None), Decimal(0))


def _unsure(references: Sequence[Reference]) -> Choice:
    lines = tuple(Line(reference=one, amount=None) for one in references)
    return Choice(total=None, lines=lines, currency=None, sign=None, warnings=(TOLD_TWICE,))
