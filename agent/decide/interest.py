"""(overdue items, what was paid on them, the rules) to interest and fees that a letter may name; nothing is booked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from agent.facts.credit import ContractTerms
from agent.facts.history import Receipt
from agent.facts.interest import NO_CHARGES, Charges, FeeLine, InterestLine, Quoted, rounded
from agent.facts.ledger import Item
from agent.money import Money, total
from agent.rules.interest import NONE, Fee, InterestRules, Law, Rate

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """An overdue item of a letter: interest runs on what may be asked for, never on what is disputed or promised."""

    item: Item
    asked: Money
    level: int  # the item's, once the letter is sent
    receipts: tuple[Receipt, ...] = ()  # cash that came for it, by day
    agreed: ContractTerms | None = None


def charges(late: Iterable[Late], rules: InterestRules, *, country: str, today: date) -> Charges:
    """All that a letter may name beside its principal; of items below the rules' level nothing."""
    if rules.use == NONE:
        return NO_CHARGES
    law = rules.law(country)
    owing = [one for one in late if one.level >= rules.from_level and one.item.due_on < today]
    interest = [line for one in owing for line in _interest(one, law, today) if line.amount]
    fees = [line for one in owing for line in _fees(one, law, rules, today)]
    return Charges(interest=_worth_naming(interest, rules), fees=tuple(fees))


def _worth_naming(lines: Sequence[InterestLine], rules: InterestRules) -> tuple[InterestLine, ...]:
    """Without the currencies whose interest in all is below the minimum."""
    by_currency: dict[str, list[Money]] = {}
    for line in lines:
        by_currency.setdefault(line.basis.currency, []).append(line.amount)
    enough = {code for code, amounts in by_currency.items() if total(amounts, code).decimal >= rules.minimum}
    return tuple(line for line in lines if line.basis.currency in enough)


def _interest(late: Late, law: Law | None, today: date) -> Iterable[InterestLine]:
    """A line for each run of days with one amount and one rate; days without a rate on file cost nothing."""
    rates = _rates_by_contract(late) or (law and _rates_by_law(late, law))
    if not rates:
        return
    per, year_days, starts_after, rows = rates
    begins = late.item.due_on + starts_after * _DAY
    breaks = {receipt.paid_on for receipt in late.receipts} | {row.from_on - _DAY for row in rows}
    breaks |= {row.until_on for row in rows if row.until_on}
    from_on = begins
    for to_on in sorted(day for day in breaks | {today} if begins <= day <= today):
        row = next((row for row in rows if row.is_of(from_on)), None)
        basis = late.asked + total(
            (receipt.amount for receipt in late.receipts if receipt.paid_on >= to_on), late.asked.currency
        )
        if row:
            yield InterestLine(
                invoice=late.item.invoice_no,
                basis=basis,
                percent=row.percent,
                per=per,
                year_days=year_days,
                from_on=from_on,
                to_on=to_on,
                source=row.source,
            )
        from_on = to_on + _DAY


_Rates = tuple[str, int, int, tuple[Rate, ...]]  # per, days of a year, first day after due, rows


def _rates_by_contract(late: Late) -> _Rates | None:
    agreed = late.agreed
    if agreed is None or agreed.interest_percent is None:
        return None
    row = Rate(
        from_on=date.min + _DAY, until_on=None, percent=Fraction(agreed.interest_percent), source=_clause(agreed),
        checked_on=late.item.issued_on,
    )  # fmt: skip
    if agreed.interest_per == "day":
        return "day", 1, 1, (row,)
    return "year", agreed.interest_year_days or 365, 1, (row,)


def _clause(agreed: ContractTerms) -> str:
    """The contract's words on late payment, else its name; "" where neither is on file."""
    return agreed.clause or agreed.document or ""


def _rates_by_law(late: Late, law: Law) -> _Rates:
    """The law's rows, its margin added; or the one row of the day that decides, for the whole time."""
    rows = tuple(_with_margin(row, law) for row in law.rates)
    decides = {
        "day": None,
        "start": late.item.due_on + law.starts_days_after_due * _DAY,
        "issue": late.item.issued_on,
    }[law.rate_of]
    if decides:
        rows = tuple(
            Rate(
                from_on=min(decides, late.item.due_on), until_on=None, percent=row.percent, source=row.source,
                checked_on=row.checked_on,
            )
            for row in rows
            if row.is_of(decides)
        )  # fmt: skip
    return law.per, law.year_days, law.starts_days_after_due, rows


def _with_margin(row: Rate, law: Law) -> Rate:
    source = f"{law.name}; {row.source}"
    return Rate(
        from_on=row.from_on, until_on=row.until_on, percent=row.percent + law.margin, source=source,
        checked_on=row.checked_on,
    )  # fmt: skip


def _fees(late: Late, law: Law | None, rules: InterestRules, today: date) -> Iterable[FeeLine]:
    """A contract's sum takes the place of all others; of a law's sums the one for the invoice's size counts."""
    item, agreed = late.item, late.agreed
    if agreed and agreed.fee:
        yield from _fixed(agreed.fee, _clause(agreed), late, rules, today)
        return
    by_size = [fee for fee in (law.fees if law else ()) if _counts(fee, late)]
    for fee in [*by_size[-1:], *(fee for fee in rules.fees if _counts(fee, late))]:
        if fee.fixed:
            yield from _fixed(fee.fixed, fee.source, late, rules, today)
        elif fee.percent:
            minor = rounded(item.billed.minor * fee.percent / 100)
            yield FeeLine(
                invoice=item.invoice_no, amount=Money(minor, item.billed.currency), percent=fee.percent,
                basis=item.billed, source=fee.source,
            )  # fmt: skip


def _counts(fee: Fee, late: Late) -> bool:
    """True from its level on, once a person has checked it, for invoices of its size."""
    least, billed = fee.from_amount, late.item.billed
    is_large = least is None or (least.currency == billed.currency and least <= billed)
    return fee.checked_on is not None and late.level >= fee.level and is_large


def _fixed(fee: Money, source: str, late: Late, rules: InterestRules, today: date) -> Iterable[FeeLine]:
    """In the invoice's currency; nothing where no rate to it is on file."""
    billed = late.item.billed
    if fee.currency != billed.currency:
        converted = rules.converted(fee, billed.currency, today)
        if converted is None:
            return
        minor, row = converted
        source = f"{source}; {fee.amount} {fee.currency}, {row.source}"
        fee = Money(rounded(minor), billed.currency)
    yield FeeLine(invoice=late.item.invoice_no, amount=fee, percent=None, basis=billed, source=source)


def quoted(amount: Money, rules: InterestRules, today: date) -> Quoted | None:
    """A total in the currency that letters quote too; None where there is none, or no rate to it is on file."""
    if not rules.quote_in or rules.quote_in == amount.currency:
        return None
    converted = rules.converted(amount, rules.quote_in, today)
    if converted is None:
        return None
    minor, row = converted
    rate = row.rate if row.base == amount.currency else 1 / row.rate
    return Quoted(amount=Money(rounded(minor), rules.quote_in), rate=rate, on=row.from_on, source=row.source)
