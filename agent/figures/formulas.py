"""Amounts of a period to the trade's measures of collecting: DSO, best possible DSO, CEI, turnover; None where there is none."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from agent.money import Money


def simple_dso(receivables: Money, credit_sales: Money, days: int) -> Fraction | None:
    """Days sales outstanding (DSO): receivables ÷ credit sales of a period × the period's days.

    Days; None without sales, or where customers are owed more than they owe. ValueError for two currencies.

    Source: Credit Research Foundation, "Standard formulas for analyzing and measuring receivables".
    """
    if credit_sales <= Money(0, receivables.currency) or receivables.minor < 0:
        return None
    return Fraction(receivables.minor * days, credit_sales.minor)


def countback_dso(receivables: Money, months: Iterable[tuple[Money, int]]) -> Fraction | None:
    """DSO by counting back: each month's credit sales, newest first, are taken off the receivables until they are used up.

    `months`: (credit sales, days) of the month that ends on the day, then of those before it. A month that is used up
    whole counts with its days, the last one with its share. Days; None where the months known do not reach, or there
    were no sales at all. ValueError for two currencies.

    Source: "The count-back method explained" (support.benjipays.com), whose example is a case of the table.
    """
    left, counted, had_sales = receivables, Fraction(0), False
    if left.minor < 0:
        return None
    for sales, days in months:
        had_sales = had_sales or sales.minor > 0
        if sales.minor > 0 and left <= sales:
            return counted + Fraction(left.minor * days, sales.minor)
        if sales.minor > 0:
            left -= sales
        counted += days
    return None


def best_possible_dso(current_receivables: Money, credit_sales: Money, days: int) -> Fraction | None:
    """Best possible DSO: what DSO would be if nobody paid late; receivables not yet due ÷ credit sales × days.

    Days; None where there is no DSO. What DSO has more than this is the average days delinquent.

    Source: Credit Research Foundation, as for DSO.
    """
    return simple_dso(current_receivables, credit_sales, days)


def collection_effectiveness(
    *, opening: Money, credit_sales: Money, closing: Money, closing_current: Money
) -> Fraction | None:
    """Collection Effectiveness Index (CEI): what was collected of what could be.

    CEI = (opening + sales - closing) / (opening + sales - closing_current), where `credit_sales` are those of a month,
    or the monthly average of a longer period, and `closing_current` is the part of `closing` that was not yet due.

    A share, 0 to 1; None when nothing could be collected, which is not the same as collecting nothing. ValueError
    where the four amounts are not in one currency.

    Source: creditguru.com, "Collection Effectiveness Index", whose worked example is a case of the table. Texts that take
    the whole period's sales get 79.6 % where this gets 55.9 %.
    """
    available = opening + credit_sales
    collectable = available - closing_current
    collected = available - closing
    if collectable.minor <= 0:
        return None
    return Fraction(collected.minor, collectable.minor)


def turnover(credit_sales: Money, days: int, receivables: Sequence[Money]) -> Fraction | None:
    """Receivables turnover: credit sales of a period, for a year of 365 days, ÷ the average of its receivables.

    `receivables`: at the period's beginning and at the end of each of its months. Times a year; None without
    receivables or days. ValueError for two currencies.

    Source: the ratio of any textbook of accounting (net credit sales ÷ average accounts receivable).
    """
    summed = sum(receivables, Money(0, credit_sales.currency))
    if summed.minor <= 0 or days <= 0 or credit_sales.minor < 0:
        return None
    return Fraction(credit_sales.minor * 365 * len(receivables), days * summed.minor)


def turnover_by_terms(term_days: Iterable[tuple[Money, int]]) -> Fraction | None:
    """What turnover would be if everybody paid on the due date: 365 ÷ the average agreed days, weighted by amount.

    `term_days`: of each invoice its amount and the days from issue to due date. Times a year; None without invoices,
    or where all were due at once.
    """
    weighted = amount = 0
    for billed, days in term_days:
        amount += billed.minor
        weighted += billed.minor * days
    return Fraction(365 * amount, weighted) if weighted > 0 else None
