"""(items named, the money there is) to what comes off each item, what is written off, and what did not agree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agent.facts.ledger import Item
from agent.facts.payments import Application, Code, Difference, Rejected
from agent.facts.readings import Method
from agent.match import discount
from agent.match.named import Amounts, Named, Unknown, share_out
from agent.match.write_off import Lack, Off, write_offs
from agent.money import Money, total
from agent.rules.matching import WITHHOLDING_TAX, MatchingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a payment does to the items that it names; what is not applied is unapplied."""

    applications: tuple[Application, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What an item lacks to be closed by the cash, taken apart."""

    discount: Money  # by its terms
    unearned: Money  # taken as a discount that the terms do not allow
    deduction: Money
    charges: Money
    unexplained: Money


def settle(
    named: tuple[Named, ...],
    unknown: tuple[Unknown, ...],
    *,
    told: Money,
    fund: Money,
    paid_on: date,
    method: Method | None,
    rules: MatchingRules,
) -> Settled:
    """Set the money against the items named: `told` as the document says it, `fund` as there is.

    `method` tells what banks typically keep. No item gets more than is open, no credit note gives more than it holds; what is over stays unapplied.
    """
    amounts = share_out(named, unknown, told, paid_on, rules)
    if amounts.mismatch:
        lines, gap = amounts.mismatch.expected, amounts.mismatch.difference
        why = f"the lines make {lines} and the total is {told}: {gap} apart, so nothing is applied"
        return Settled(differences=(amounts.mismatch,), because=(why,), rejected=amounts.rejected)
    cash = _cash(amounts.named, fund)
    short = _shortened(amounts.named, cash, max(told - fund, Money(0, told.currency)))
    parts = [_parts(one, paid, paid_on, rules) for one, paid in zip(short, cash, strict=True)]
    lacks = [Lack(one.item, part.charges, part.unexplained) for one, part in zip(short, parts, strict=True)]
    offs = write_offs(lacks, method, rules)
    applications, differences, because = [], [], []
    for one, paid, part, off in zip(short, cash, parts, offs, strict=True):
        application = _application(one, paid, part, off)
        if application:
            applications.append(application)
            because.append(_sentence(one.item, application))
        differences += _differences(one, paid, part, off, paid_on, rules)
    differences = _without_idle_credits(differences, amounts.named) + _of_the_whole(amounts, unknown, told)
    _assert_conserved(applications, amounts.named, fund)
    return Settled(
        applications=tuple(applications),
        differences=tuple(differences),
        because=(*because, *(_question(one) for one in differences)),
        rejected=amounts.rejected,
    )


def _cash(named: Sequence[Named], fund: Money) -> list[Money]:
    """The cash that each item gets: at most what it says, what is open, and what there is; the last go short."""
    zero = Money(0, fund.currency)
    cash = []
    for one in named:
        low, high = min(one.item.open, zero), max(one.item.open, zero)
        assert one.amount is not None
        cash.append(min(max(one.amount, low), high))
    excess = total(cash, fund.currency) - fund
    for place in reversed(range(len(cash))):
        if excess > zero and cash[place] > zero:
            cut = min(excess, cash[place])
            cash[place] -= cut
            excess -= cut
    # A credit note is used on an item, never turned into cash.
    owing = -total(cash, fund.currency)
    for place in reversed(range(len(cash))):
        if owing > zero and cash[place] < zero:
            kept = min(owing, -cash[place])
            cash[place] += kept
            owing -= kept
    return cash


def _shortened(named: Sequence[Named], cash: Sequence[Money], kept_by_banks: Money) -> list[Named]:
    """Lines of a payment that came short of what it told: what banks kept is charges, on the items that lack it."""
    result = []
    for one, paid in zip(named, cash, strict=True):
        assert one.amount is not None
        lacks = max(min(one.amount, one.item.open) - paid, Money(0, paid.currency))
        charged = min(lacks, kept_by_banks)
        kept_by_banks -= charged
        result.append(replace(one, charges=one.charges + charged))
    return result


def _parts(one: Named, cash: Money, paid_on: date, rules: MatchingRules) -> _Parts:
    zero = Money(0, cash.currency)
    if one.item.open <= zero:
        return _Parts(
            discount=_credit_discount(one, cash, paid_on, rules),
            unearned=zero,
            deduction=zero,
            charges=zero,
            unexplained=zero,
        )
    tolerance = rules.tolerance(one.item.open, one.item.customer_id)
    rest = one.item.open - cash
    stated = min(one.discount, rest)
    deduction = min(one.deduction, rest - stated)
    charges = min(one.charges, rest - stated - deduction)
    unexplained = rest - stated - deduction - charges
    earned = discount.earned(one.item, paid_on, rules)
    on_part = discount.earned_on_part(one.item, cash, paid_on, rules) if unexplained > tolerance else zero
    if stated:
        # On a part payment nothing was earned yet, but by policy.
        allowed = earned if unexplained <= tolerance else on_part
        granted = stated if allowed and _about(stated, allowed) else min(stated, allowed)
        unearned = stated - granted
    else:
        granted = _silent_discount(unexplained, earned, tolerance) or min(on_part, unexplained)
        offered = discount.offered(one.item)
        unearned = unexplained if offered and not earned and _about(unexplained, offered) else zero
        unexplained -= granted + unearned
    return _Parts(
        discount=granted, unearned=unearned, deduction=deduction, charges=charges, unexplained=unexplained
    )


def _silent_discount(gap: Money, earned: Money, tolerance: Money) -> Money:
    """The discount in a gap that the document does not explain: exact, or closing the item with what was paid."""
    zero = Money(0, gap.currency)
    if not earned or not gap:
        return zero
    if _about(gap, earned):
        return gap
    if gap <= tolerance:
        return zero
    if gap < earned:
        return gap
    return earned if gap - earned <= tolerance else zero


def _credit_discount(one: Named, cash: Money, paid_on: date, rules: MatchingRules) -> Money:
    """A credit note taken less the discount of its own terms is used up by it."""
    gap, earned = one.item.open - cash, discount.earned(one.item, paid_on, rules)
    return gap if cash and gap and earned and _about(gap, earned) else Money(0, cash.currency)


def _about(one: Money, other: Money) -> bool:
    """Equal but for the rounding of a minor unit."""
    return abs(one.minor - other.minor) <= 1


def _application(one: Named, cash: Money, part: _Parts, off: Off) -> Application | None:
    if not (cash or off.amount or part.discount):
        return None
    return Application(
        invoice=one.item.invoice_no,
        amount=cash,
        discount=part.discount,
        write_off=off.amount,
        reason=off.reason,
    )


def _differences(
    one: Named, cash: Money, part: _Parts, off: Off, paid_on: date, rules: MatchingRules
) -> list[Difference]:
    """What did not agree on one item."""
    zero, item, said = Money(0, cash.currency), one.item, one.amount
    assert said is not None
    found = []

    def differs(code: Code, by: Money, reason: str | None = None) -> None:
        if by:
            found.append(
                Difference(
                    code=code,
                    invoice=item.invoice_no,
                    expected=item.open,
                    stated=said,
                    difference=by,
                    reason=reason,
                )
            )

    def withheld(by: Money) -> None:
        kind = rules.deduction_code(one.reason)
        due = paid_on + timedelta(days=rules.certificate_days) if kind == WITHHOLDING_TAX else None
        differs(Code.DEDUCTION, by, one.reason)
        if by:
            found[-1] = replace(found[-1], deduction_code=kind, certificate_due=due)

    if not item.open:
        none_said = Difference(code=Code.ALREADY_PAID, invoice=item.invoice_no, expected=item.open)
        return [replace(none_said, stated=said, difference=abs(said)) if said else none_said]
    if item.open < zero:
        if said > zero:
            differs(Code.OVER_PAYMENT, said)
        elif said < item.open:
            differs(Code.SHORT_PAYMENT, item.open - said)
        return found
    differs(Code.OVER_PAYMENT, max(said - item.open, zero))
    late = discount.is_late(item, paid_on, rules)
    differs(Code.SHORT_PAYMENT, part.unearned, "late_discount" if late else "unearned_discount")
    withheld(part.deduction)
    if not off.amount:
        differs(Code.SHORT_PAYMENT, part.charges, "bank_charges")
        differs(Code.SHORT_PAYMENT, part.unexplained)
    return found


def _without_idle_credits(differences: list[Difference], named: Sequence[Named]) -> list[Difference]:
    """More taken of a credit note than it holds is no question where no item lacks it in the end."""
    credits = {one.item.invoice_no for one in named if one.item.is_credit}
    if any(one.code is Code.SHORT_PAYMENT and one.invoice not in credits for one in differences):
        return differences
    return [one for one in differences if not (one.code is Code.SHORT_PAYMENT and one.invoice in credits)]


def _of_the_whole(amounts: Amounts, unknown: Sequence[Unknown], told: Money) -> list[Difference]:
    """What did not agree on no one item alone."""
    more = [
        Difference(
            code=Code.UNKNOWN_INVOICE,
            invoice=one.invoice,
            stated=one.amount,
            difference=abs(one.amount) if one.amount is not None else None,
        )
        for one in unknown
    ]
    if amounts.over:
        expected = told - amounts.over
        more.append(
            Difference(code=Code.OVER_PAYMENT, expected=expected, stated=told, difference=amounts.over)
        )
    more += [
        Difference(code=Code.ALREADY_PAID, invoice=one.item.invoice_no, expected=one.item.open)
        for one in amounts.left_out
        if not one.item.open
    ]
    return more


def _sentence(item: Item, application: Application) -> str:
    more = [
        f"discount {application.discount.amount} by its terms {item.terms}" if application.discount else "",
        f"{application.write_off.amount} written off as {application.reason}"
        if application.write_off
        else "",
    ]
    extra = "".join(f", {part}" for part in more if part)
    return f"{item.invoice_no} is named: {application.amount.amount} of {item.open} open{extra}"


def _question(one: Difference) -> str:
    what = one.invoice or "the items named"
    match one.code:
        case Code.UNKNOWN_INVOICE:
            return f"we have no {what}"
        case Code.ALREADY_PAID:
            return f"{what} was settled before"
        case Code.OVER_PAYMENT:
            return f"{one.difference} is more than is open on {what}"
        case Code.DEDUCTION:
            return (
                f"{one.difference} withheld from {what} ({one.reason or 'for no stated reason'}) stays open"
            )
        case _:
            reason = f", {one.reason.replace('_', ' ')}" if one.reason else ""
            return f"{one.difference} stays open on {what}{reason}"


def _assert_conserved(applications: Sequence[Application], named: Sequence[Named], fund: Money) -> None:
    """No more is applied than there is, nothing beyond what is open, and each item once."""
    zero = Money(0, fund.currency)
    applied = total((application.amount for application in applications), fund.currency)
    assert zero <= applied <= fund, f"{applied} applied of {fund}"
    items = {one.item.invoice_no: one.item for one in named}
    assert len(items) == len(named)
    for application in applications:
        low, high = sorted((zero, items[application.invoice].open))
        assert low <= application.taken <= high, (
            f"{application.invoice}: {application.taken} off {low} to {high}"
        )
