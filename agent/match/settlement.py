"""(what is named, the money there is, its payer) to a Match: applications, differences, and what stays unapplied."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from agent.facts.payments import Code, Difference, Match, Rejected, Rule, Status
from agent.facts.readings import PaymentRead
from agent.match.allocate import Settled, settle
from agent.match.lump import settle_lump
from agent.match.named import Named, collect
from agent.match.standing import Standing
from agent.money import Money, total
from agent.rules.matching import MatchingRules

_IS_AHEAD: Final = Rejected(
    what="its words call it a payment ahead",
    why="it is for what is not billed yet, and no item of it is open",
)


def apply_cash(
    read: PaymentRead,
    told: Money,
    fund: Money,
    payer_id: str,
    standing: Standing,
    *,
    paid_on: date,
    rules: MatchingRules,
    doubts: Sequence[Rejected] = (),
) -> Match:
    """Set the fund against the items named, or against the one reading of a sum without names.

    `told` is the amount as the document says it, `doubts` are reasons not to book a sum without names.
    """
    proposals: tuple[tuple[str, ...], ...] = ()
    named, unknown = collect(read.lines, standing, payer_id, told)
    foreign = _foreign(named, read, payer_id, standing, fund)
    if foreign:
        settled = foreign
    elif read.lines:
        billed = told - Money.of(read.ahead, told.currency) if read.ahead else told
        settled = settle(
            named, unknown, told=billed, fund=fund, paid_on=paid_on, method=read.method, rules=rules
        )
    else:
        settled, proposals = settle_lump(
            read,
            fund,
            payer_id,
            standing=standing,
            paid_on=paid_on,
            rules=rules,
            doubts=(*doubts, *_ahead(read)),
        )
    applied = total((application.amount for application in settled.applications), fund.currency)
    assert applied <= fund, f"{applied} applied of {fund}"
    if not settled.applications:
        status = Status.UNAPPLIED
    else:
        status = Status.APPLIED if applied == fund else Status.PARTIALLY_APPLIED
    rule = Rule.OTHER_CURRENCY if foreign else _rule_of(read, settled, standing, payer_id)
    left = (f"{fund - applied} stays unapplied",) if applied != fund else ()
    return Match(
        status=status,
        rule=rule,
        applications=settled.applications,
        differences=settled.differences,
        because=(*settled.because, *left),
        rejected=settled.rejected,
        proposals=proposals,
    )


def _rule_of(read: PaymentRead, settled: Settled, standing: Standing, payer_id: str) -> Rule:
    """By which rule a sum was set against items, or not."""
    if read.lines:
        return Rule.NAMED_ITEMS
    if not settled.applications:
        return Rule.NO_SINGLE_READING
    if read.group:
        return Rule.NAMED_GROUP
    is_one = len(settled.applications) == 1 < len(standing.open_items(payer_id))
    return Rule.ONE_OPEN_ITEM if is_one else Rule.WHOLE_BALANCE


def _ahead(read: PaymentRead) -> tuple[Rejected, ...]:
    """Why a payment ahead settles nothing that happens to make its sum."""
    return (_IS_AHEAD,) if read.is_ahead else ()


def _foreign(
    named: Sequence[Named], read: PaymentRead, payer_id: str, standing: Standing, fund: Money
) -> Settled | None:
    """Money of another currency than the items': nothing is converted, and nothing applied."""
    other = [one.item for one in named if one.item.open.currency != fund.currency]
    if not read.lines:
        items = standing.open_items(payer_id)
        other = [] if any(item.open.currency == fund.currency for item in items) else items[:1]
    if not other:
        return None
    differences = tuple(
        Difference(
            code=Code.CURRENCY_MISMATCH,
            invoice=item.invoice_no if read.lines else None,
            expected=item.open,
            stated=fund,
        )
        for item in other
    )
    currencies = ", ".join(sorted({item.open.currency for item in other}))
    return Settled(
        differences=differences, because=(f"it is in {fund.currency}, and what it pays is in {currencies}",)
    )
