"""Joins what a customer's own account shows of payments to us with what the same mail says of them."""

from collections.abc import Sequence
from dataclasses import replace

from agent.facts.readings import Kind, PaymentRead, Reading


def with_account(reading: Reading, shown: Sequence[PaymentRead]) -> Reading:
    """The mail's payments with the day and the reference of the entry of the same amount; entries alone where it tells of none.

    Where both tell of payments and they differ, neither is known: their amounts are left out.
    """
    if not shown:
        return reading
    told = [payment for payment in reading.payments if not payment.answers]
    if not told:
        return replace(reading, kind=Kind.REMITTANCE, payments=tuple(shown))
    left = list(shown)
    joined: list[PaymentRead] = []
    for payment in told:
        entry = next((one for one in left if _are_one(payment, one)), None)
        if entry is None:
            warning = "the mail's text and the account that it attaches tell different payments: which one was made is not said"
            unknown = tuple(replace(one, amount=None) for one in told)
            return replace(reading, payments=unknown, warnings=(*reading.warnings, warning))
        left.remove(entry)
        joined.append(_joined(payment, entry))
    return replace(reading, payments=(*joined, *left))


def _are_one(told: PaymentRead, entry: PaymentRead) -> bool:
    return told.amount in (None, entry.amount) and told.currency in (None, entry.currency or told.currency)


def _joined(told: PaymentRead, entry: PaymentRead) -> PaymentRead:
    lines = told.lines or entry.lines
    if told.amount is None and len(lines) == 1 and lines[0].amount is None:
        lines = (replace(lines[0], amount=entry.amount),)
    return replace(
        entry, lines=lines, checks=told.checks, group=told.group, group_month=told.group_month,
        currency=entry.currency or told.currency, currency_sign=entry.currency_sign or told.currency_sign,
        method=entry.method or told.method, reference=entry.reference or told.reference,
        payer=told.payer or entry.payer, lines_total=told.lines_total, words_amount=told.words_amount,
        replaces=told.replaces, answers=told.answers, due_on=told.due_on,
        other_references=tuple(dict.fromkeys((*entry.other_references, *filter(None, (told.reference,)), *told.other_references))),
        evidence=(*entry.evidence, *told.evidence),
    )  # fmt: skip
