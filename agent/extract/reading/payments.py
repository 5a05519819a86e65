"""Turns what documents say of payments into payments: one, or several apart, each with checks and evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from agent.extract.reading.alike import alike
from agent.extract.reading.apart import apart, grouped
from agent.extract.reading.bills import PaidPart, shared
from agent.extract.reading.choice import Choice, Total
from agent.extract.reading.choose import choose
from agent.extract.reading.findings import Findings
from agent.extract.reading.payment import Sender, payment_of
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.tabular.line import ZERO, Line, each_named
from agent.extract.text.masks import ibans
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script
from agent.facts.readings import PaymentRead
from agent.rules.vocabulary import Label

MOST_ORDERS: Final = 60  # rows of a batch before and after ours
LEAST_ACCOUNT: Final = 9  # digits of an account
Key = TypeVar("Key", date, str, int)


def read_payments(parts: Sequence[Findings], sender: Sender) -> tuple[list[PaymentRead], list[str]]:
    """The payments of a mail, and warnings. `parts` are the documents that tell payments, the body first."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    for group in grouped(parts):
        if told := _by_parts(group, sender):
            payments += told
            continue
        pieces = apart(group)
        for piece in pieces:
            if len(pieces) > 1 and any(part.elsewhere for part in piece):
                continue  # one of several slips pays another firm
            choice = choose(piece, sender.subject if not payments else None)
            choice = _without_left_out(piece, _contradicted(piece, choice))
            warnings += choice.warnings
            payments += (
                _by_payment_column(piece, choice, sender)
                or _by_days(piece, choice, sender)
                or _by_currencies(piece, choice, sender)
                or _by_orders(piece, choice, sender)
                or alike(piece, choice, payment_of(piece, choice, sender))
            )
    return [payment for payment in payments if payment.amount is not None or payment.lines], warnings


def _by_parts(parts: Sequence[Findings], sender: Sender) -> list[PaymentRead]:
    """A payment for each bill of a list, or for each way in which a sum was paid; none where lines have amounts of their own."""
    home = next((part for part in parts if part.parted), None)
    if home is None or any(part.tables for part in parts):
        return []
    named = {one.number: one for part in parts for one in part.named}
    whole = sum((one.amount.value for one in home.parted), ZERO)
    if any(one.meaning is Meaning.DEDUCTION for part in parts for one in part.stated) or not _is_all(
        parts, home, whole
    ):
        return []
    bare = [replace(part, capitals=(), parted=()) for part in parts]
    every = list(named.values())
    paid = [[one] if one else every for one in shared(home.parted, every)]
    return [
        _of_part(bare, home.script, one, references, sender)
        for one, references in zip(home.parted, paid, strict=True)
    ]


def _is_all(parts: Sequence[Findings], home: Findings, whole: Decimal) -> bool:
    """True where no other document states another sum."""
    others = (one for part in parts if part is not home for one in part.stated)
    known = {whole, *(one.amount.value for one in home.parted)}
    return all(one.amount.value in known for one in others if one.meaning is Meaning.TOTAL)


def _of_part(
    parts: Sequence[Findings],
    script: Script,
    part: PaidPart,
    references: Sequence[Reference],
    sender: Sender,
) -> PaymentRead:
    """One bill, or one way of paying, as a payment; of several documents none is said to have a sum of its own."""
    span = script.span("amount", part.amount.start, part.amount.end)
    total = Total(
        value=part.amount.value, rank=0, currency=part.amount.currency, sign=part.amount.sign, span=span
    )
    amount = part.amount.value if len(references) == 1 else None
    lines = tuple(Line(reference=one, amount=amount) for one in references)
    choice = Choice(total=total, lines=lines, currency=total.currency, sign=total.sign)
    spans = [
        script.span(name, *place)
        for name, place in (("reference", part.number_at), ("due_date", part.due_at))
        if place
    ]
    payment = payment_of(parts, choice, sender)
    evidence = [one for one in payment.evidence if one.field not in ("reference", "method", "due_date")]
    return replace(
        payment, method=part.method, reference=part.number, due_on=part.due_on, other_references=(),
        evidence=(*evidence, *spans), group=None, group_month=None,
    )  # fmt: skip


def _contradicted(parts: Sequence[Findings], choice: Choice) -> Choice:
    """Nothing of it is known where the mail's text and its attachment tell different payments."""
    body = [part for part in parts if part.is_body and part.pays]
    files = [part for part in parts if not part.is_body and part.has_money]
    if not body or not files or choice.total is None:
        return choice
    said = choose(body)
    numbers = {line.reference.number for line in each_named(choice.lines)}
    others = [one for part in body for one in _paid_in_words(part) if one.number not in numbers]
    shown = {abs(amount.value) for part in files for amount in part.script.amounts}
    shown |= {value for part in files for _, _, value in part.capitals} | {choice.total.value}
    differs = said.total is not None and said.total.rank < 3 and said.total.value not in shown
    if not differs and not (numbers and others):
        return choice
    lines = [
        *(replace(line, amount=None, gross=None, discount=ZERO, deduction=ZERO) for line in choice.lines),
        *(Line(reference=one, amount=None) for one in others),
    ]
    warning = "the mail's text and its attachment tell different payments: which one was made is not said"
    return Choice(
        total=None, lines=tuple(lines), currency=choice.currency, sign=choice.sign,
        warnings=(*choice.warnings, warning),
    )  # fmt: skip


def _paid_in_words(body: Findings) -> Iterator[Reference]:
    """Our documents that a sentence of payment names."""
    for sentence in body.sentences:
        if sentence.act is Act.PAYS:
            for reference in body.script.references_in(sentence.start, sentence.end):
                is_sure = reference.item and reference.is_exact and not reference.from_order
                if is_sure and all(reference.number != other.number for other in body.left_out):
                    yield reference


def _without_left_out(parts: Sequence[Findings], choice: Choice) -> Choice:
    """No lines where they hold what the text leaves out; a warning where only "all but" says what is paid."""
    if not any(part.excepts for part in parts):
        return choice
    left_out = {one.number for part in parts for one in part.left_out}
    if choice.lines and not any(line.reference.number in left_out for line in each_named(choice.lines)):
        return choice
    warning = "it pays all but some documents: which ones is not said"
    return replace(choice, lines=(), is_sum=False, lines_total=None, warnings=(*choice.warnings, warning))


def _by_payment_column(parts: Sequence[Findings], choice: Choice, sender: Sender) -> list[PaymentRead]:
    """One payment for each value of a column of payment references, and each currency of its lines."""
    numbers = list(dict.fromkeys(line.payment for line in choice.lines if line.payment))
    if not numbers or any(not line.payment or line.amount is None for line in choice.lines):
        return []
    payments = []
    keys = list(dict.fromkeys((line.payment, line.currency or choice.currency) for line in choice.lines))
    for number, currency in keys:
        lines = tuple(
            line
            for line in choice.lines
            if (line.payment, line.currency or choice.currency) == (number, currency)
        )
        own = replace(choice, lines=lines)
        if len(keys) > 1:
            total = Total(value=_sum(lines), rank=0, currency=currency, sign=choice.sign, span=None)
            own = replace(own, total=total, currency=currency, lines_total=None, is_sum=False)
        payment = payment_of(parts, own, sender)
        days = {line.paid_on for line in lines if line.paid_on}
        paid_on = days.pop() if len(days) == 1 else payment.paid_on
        others = tuple(other for other in payment.other_references if other not in numbers)
        payments.append(replace(payment, reference=number, paid_on=paid_on, other_references=others))
    return payments


def _by_days(parts: Sequence[Findings], choice: Choice, sender: Sender) -> list[PaymentRead]:
    """One payment for each day of a column of days of payment, where the rows are all there is and no sum of all is said to be one."""
    days = sorted({line.paid_on for line in choice.lines if line.paid_on})
    if not all(line.paid_on for line in choice.lines):
        return []
    return [
        replace(read, paid_on=day, reference=None, other_references=())
        for day, read in _each(parts, choice, sender, days, [line.paid_on for line in choice.lines])
    ]


def _by_currencies(parts: Sequence[Findings], choice: Choice, sender: Sender) -> list[PaymentRead]:
    """One payment for each currency that lines are in: dollars and euros make no sum."""
    currencies = list(dict.fromkeys(line.currency for line in choice.lines if line.currency))
    return [
        read
        for _, read in _each(
            parts, choice, sender, currencies, [line.currency or choice.currency for line in choice.lines]
        )
    ]


def _by_orders(parts: Sequence[Findings], choice: Choice, sender: Sender) -> list[PaymentRead]:
    """One payment for each order of a batch of transfers: each row has its payee's account, and some are not ours."""
    named = {id(line.reference) for line in choice.lines}
    home = next((part for part in parts if named <= {id(one) for one in part.script.references}), None)
    if home is None or len(named) < 2:
        return []
    script = home.script
    rows = [script.row_of(line.reference.start) for line in choice.lines]
    near = range(max(0, min(rows) - MOST_ORDERS), min(len(script.row_starts), max(rows) + MOST_ORDERS))
    headed = _accounts_below(script, rows[0])
    accounts = {
        row: found[0]
        for row in near
        if any(not one.is_plain for one in script.amounts_in(*script.row_span(row)))
        if (found := ibans(script.text, *script.row_span(row)) or headed.get(row, []))
    }
    ours = {accounts.get(row) for row in rows}
    if None in ours or len(set(rows)) < len(rows) or not set(accounts.values()) - ours:
        return []
    orders = [read for _, read in _each(parts, choice, sender, rows, rows)]
    return orders if all(one.amount and one.amount > 0 for one in orders) else []


def _accounts_below(script: Script, row: int) -> dict[int, list[str]]:
    """Numbers in a column of accounts of a format's table that has this row, by row."""
    table = script.rows[row].table
    if table is None:
        return {}
    payers = {hit.start for hit in script.hits.labels(Label.PAYER_ACCOUNT)}
    labels = [
        hit for hit in script.hits.labels(Label.ACCOUNT, Label.OTHER_REFERENCE) if hit.start not in payers
    ]
    heads = (place for hit in labels if (place := script.place_of(hit.start)) and hit.end == place.end)
    above = [one for one in heads if one.row < row and script.rows[one.row].table == table]
    column = max(above, key=lambda one: one.row).column if above else None
    found: dict[int, list[str]] = {}
    for at in range(max(0, row - MOST_ORDERS), min(len(script.row_starts), row + MOST_ORDERS)):
        cell = next((one for one in script.places_of_row(at) if one.column == column), None)
        number = script.text[cell.start : cell.end].replace(" ", "") if cell else ""
        if script.rows[at].table == table and number.isdecimal() and len(number) >= LEAST_ACCOUNT:
            found[at] = [number]
    return found


def _each(
    parts: Sequence[Findings], choice: Choice, sender: Sender, keys: Sequence[Key], own: Sequence[Key | None]
) -> Iterator[tuple[Key, PaymentRead]]:
    """A payment for each key, of the lines whose own it is; none of one key, or where words say what all lines sum to."""
    total = choice.total
    said = any(total and one.amount.value == total.value for part in parts for one in part.stated)
    if len(keys) < 2 or said or total is None or any(line.amount is None for line in choice.lines):
        return
    if total.value != _sum(choice.lines):
        return
    for key in keys:
        lines = tuple(line for line, one in zip(choice.lines, own, strict=True) if one == key)
        currency = next((line.currency for line in lines if line.currency), choice.currency)
        whole = Total(value=_sum(lines), rank=0, currency=currency, sign=choice.sign, span=None)
        part = replace(choice, lines=lines, total=whole, currency=currency, lines_total=None, is_sum=False)
        yield key, payment_of(parts, part, sender)


def _sum(lines: Sequence[Line]) -> Decimal:
    return sum((line.amount or ZERO for line in lines), ZERO)
