"""One payment that was chosen, with the fields that the documents say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Choice
from agent.extract.reading.findings import Findings
from agent.extract.reading.proof import is_from_picture, unproved
from agent.extract.reading.told import Told, Value
from agent.extract.tabular.line import ZERO, Line, each_named
from agent.facts.documents import Span
from agent.facts.readings import Check, Group, Method, PaidLine, PaymentRead
from agent.money import exponent
from agent.rules.vocabulary import SHARED_SIGN, Cue

LONGEST_DAY: Final = 40  # characters of a date
_SIGNED: Final = {
    "$": frozenset({"USD", "HKD", "SGD", "AUD", "CAD", "NZD", "TWD", "MXN", "ARS", "CLP", "COP"}),
    "¥": frozenset({"CNY", "JPY"}),
    "kr": frozenset({"NOK", "SEK", "DKK", "ISK"}),
    "Rs": frozenset({"INR", "PKR", "LKR", "NPR", "MUR"}),
    SHARED_SIGN: frozenset({"CNY", "HKD", "TWD", "MOP"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Whose mail it is, for what only the ledger can tell."""

    customers: frozenset[str]
    subject: Findings  # used where no document names an invoice or says a field


def payment_of(parts: Sequence[Findings], choice: Choice, sender: Sender) -> PaymentRead:
    """The payment that a choice says, with the fields that the documents say of it."""
    choice = replace(choice, lines=tuple(each_named(choice.lines)))
    everywhere = [*parts, sender.subject]
    day = _first([told for part in everywhere for told in part.fields.dates])
    reference = _first(_of_files_first([told for part in everywhere for told in part.fields.references]))
    method = _first([told for part in everywhere for told in part.fields.methods])
    payer = _first([told for part in parts for told in part.fields.payers])
    account = _first([told for part in parts for told in part.fields.accounts])
    maturity = _first([told for part in parts for told in part.fields.maturities])
    currency, currency_span, sign = _currency(parts, choice)
    amount = choice.total.value if choice.total else None
    words = _words_amount(parts, amount)
    has_group = not choice.lines and not any(part.excepts for part in parts)
    group, month = _group(parts, day.value if day else parts[0].script.sent_on) if has_group else (None, None)
    evidence = [
        *([choice.total.span] if choice.total and choice.total.span else []),
        *([currency_span] if currency_span else []),
        *_spans(
            date=day,
            reference=reference,
            method=method,
            payer=payer,
            payer_account=account,
            due_date=maturity,
        ),
        *(span for line in choice.lines for span in line.evidence),
    ]
    said = {told.value for part in parts for told in part.fields.references}
    return PaymentRead(
        amount=_placed(amount, currency), currency=currency, currency_sign=sign, paid_on=day.value if day else None,
        due_on=maturity.value if maturity and method and method.value is Method.DRAFT else None,
        method=method.value if method else None, reference=reference.value if reference else None,
        payer=payer.value if payer else None, payer_account=account.value if account else None,
        lines=tuple(_paid_line(line, currency) for line in choice.lines), checks=_checks(choice, sender, words),
        words_amount=words if words != amount else None, lines_total=_placed(choice.lines_total, currency),
        group=group, group_month=month, is_from_picture=is_from_picture(parts), unproved=unproved(parts, choice, words),
        other_references=tuple(sorted(said - {reference.value})) if reference else (), evidence=tuple(evidence),
        ahead=_placed(choice.ahead, currency),
        is_ahead=not choice.lines and any(part.script.hits.cues(Cue.AHEAD) for part in (*parts, sender.subject)),
    )  # fmt: skip


def _first(told: Sequence[Told[Value]]) -> Told[Value] | None:
    return min(told, key=lambda one: one.rank, default=None)


def _of_files_first(told: Sequence[Told[str]]) -> list[Told[str]]:
    """References of an attached slip or advice before those of the body, where they are as clear."""
    return sorted(told, key=lambda one: (one.rank, one.script.document.source.value == "body"))


def _spans(**told: Told[date] | Told[str] | Told[Method] | None) -> Iterator[Span]:
    for name, one in told.items():
        if one is not None:
            yield one.script.span(name, one.start, one.end)


def _currency(parts: Sequence[Findings], choice: Choice) -> tuple[str | None, Span | None, str | None]:
    """The currency that is said: beside the amount, at the column, by a label, or anywhere if it is the only one."""
    if choice.currency:
        return choice.currency, None, None
    told = [one for part in parts for one in part.fields.currencies]
    labelled = [one for one in told if one.rank == 0]
    if labelled:
        first = labelled[0]
        return first.value, first.script.span("currency", first.start, first.end), None
    seen = {amount.currency for part in parts for amount in part.script.amounts if amount.currency}
    seen |= {one.value for one in told}
    if len(seen) == 1 and (not choice.sign or seen & _SIGNED.get(choice.sign, seen)):
        return seen.pop(), None, None
    items = {line.reference.item.billed.currency for line in choice.lines if line.reference.item}
    signs = {amount.sign for part in parts for amount in part.script.amounts if amount.sign}
    sign = choice.sign or (signs.pop() if len(signs) == 1 and not seen else None)
    if sign and len(items) == 1 and items <= _SIGNED.get(sign, frozenset()):
        return items.pop(), None, sign
    return None, None, sign


def _placed(value: Decimal | None, currency: str | None) -> Decimal | None:
    """With the places of its currency, as amounts are written."""
    if value is None:
        return None
    places = Decimal(1).scaleb(-exponent(currency or "USD"))
    return value.quantize(places) if value == value.quantize(places) else value


def _paid_line(line: Line, currency: str | None) -> PaidLine:
    return PaidLine(
        invoice=line.reference.number, amount=_placed(line.amount, currency),
        discount=_placed(line.discount, currency) or ZERO, deduction=_placed(line.deduction, currency) or ZERO,
        reason=line.reason if line.deduction else None, is_exact=line.reference.is_exact,
    )  # fmt: skip


def _words_amount(parts: Sequence[Findings], amount: Decimal | None) -> Decimal | None:
    """The amount in words: the one that agrees with the figures, else the only one."""
    values = {value for part in parts for _, _, value in part.capitals}
    if amount in values:
        return amount
    return values.pop() if len(values) == 1 else None


def _checks(choice: Choice, sender: Sender, words: Decimal | None) -> tuple[Check, ...]:
    """Which checks held."""
    checks = []
    items = [line.reference.item for line in choice.lines]
    if choice.is_sum and choice.lines and not choice.ahead:
        checks.append(Check.SUM)
    if choice.total and words == choice.total.value:
        checks.append(Check.WORDS)
    if choice.is_net:
        checks.append(Check.NET)
    owners = {item.customer_id if item else "" for item in items}
    if (
        items
        and len(owners) == 1
        and "" not in owners
        and (not sender.customers or owners <= sender.customers)
    ):
        checks.append(Check.LEDGER)
    if items and all(_is_open(line) for line in choice.lines):
        checks.append(Check.OPEN)
    return tuple(checks)


def _is_open(line: Line) -> bool:
    item = line.reference.item
    if item is None or line.amount is None:
        return False
    return line.amount + line.discount + line.deduction == item.open.decimal


def _group(parts: Sequence[Findings], paid_on: date | None) -> tuple[Group | None, tuple[int, int] | None]:
    """A group of items that the text names: all that is due, or the items of a month."""
    for part in parts:
        script = part.script
        if script.hits.cues(Cue.ALL_DUE):
            return Group.ALL_DUE, None
        for start, end, month, year in _months(part):
            near = [
                hit
                for hit in script.hits.cues(Cue.MONTH_ITEMS)
                if (start < hit.end and end <= hit.end <= end + 24 and hit.start <= end + 3)
                or 0 <= start - hit.end <= 4
            ]
            if near and (year or paid_on):
                return Group.MONTH, (year or _year(month, paid_on), month)
    return None, None


def _year(month: int, paid_on: date | None) -> int:
    assert paid_on is not None
    return paid_on.year if month <= paid_on.month else paid_on.year - 1


def _months(part: Findings) -> Iterator[tuple[int, int, int, int | None]]:
    """Months without a day: start, end, month, year where it is said."""
    script = part.script
    for start, end, month, year in script.months:
        if not any(day.start <= start < day.end for day in script.days_in(start - LONGEST_DAY, end)):
            yield start, end, month, year
