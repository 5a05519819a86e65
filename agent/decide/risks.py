"""(books, rules, today) to the risks of each customer that staff should know of, and which of them began or are over."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from agent.dates import months_before
from agent.decide.credit import decimal
from agent.decide.exposure import Survey, exposure, imported_limit, in_currency, limit_of
from agent.facts.books import Books
from agent.facts.credit import CreditFile, RiskKind
from agent.facts.holds import HoldEnd
from agent.facts.ledger import Item
from agent.rules.credit import CreditRules

Found = dict[RiskKind, str]  # the risks that are there, each with its why


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A risk that began, or is over (`why` None)."""

    customer_id: str
    kind: RiskKind
    why: str | None


def watched(books: Books, found: Survey, among: Set[str] | None = None) -> list[str]:
    """Customers who may have a risk: who owe something, have a credit file, or whose payment came back."""
    having = (books.items_by_customer, books.credit, found.returned)
    names = (
        set().union(*having) if among is None else {one for one in among if any(one in by for by in having)}
    )
    return sorted(name for name in names if name in books.customers)


def changes(
    books: Books, customer_id: str, found: Found, kinds: Callable[[RiskKind], bool]
) -> Iterator[Change]:
    """What staff have not been told of, and what is over, among the kinds that were looked for."""
    file = books.credit.get(customer_id, CreditFile(customer_id=customer_id))
    known = {risk.kind for risk in file.risks if kinds(risk.kind)}
    for kind in sorted(known - found.keys()):
        yield Change(customer_id=customer_id, kind=kind, why=None)
    for kind in sorted(found.keys() - known):
        yield Change(customer_id=customer_id, kind=kind, why=found[kind])


def is_of_the_day(kind: RiskKind) -> bool:
    """True for what each day is looked at; the trend is when customers are graded."""
    return kind is not RiskKind.GETTING_WORSE


def is_of_the_trend(kind: RiskKind) -> bool:
    """True for what is looked at when customers are graded."""
    return kind is RiskKind.GETTING_WORSE


def getting_worse(worse_by: Fraction | None, rules: CreditRules) -> Found:
    """`worse_by`: days that the last three months are later than those before."""
    if worse_by is None or not rules.risk.worse_days or worse_by < rules.risk.worse_days:
        return {}
    why = f"the last three months came {decimal(worse_by)} days later than those before"
    return {RiskKind.GETTING_WORSE: why}


def risks_of(
    books: Books, customer_id: str, rules: CreditRules, found: Survey, *, today: date, home_currency: str
) -> Found:
    """What the customer's open items, limit and returned payments say today; in the time of these."""
    items = [books.items[invoice] for invoice in books.items_by_customer.get(customer_id, ())]
    said = {
        RiskKind.OVER_LIMIT: _over_limit(books, customer_id, rules, found, home_currency),
        RiskKind.LONG_OVERDUE: _long_overdue(items, rules, today),
        RiskKind.BROKEN_PROMISES: _broken_promises(items, rules, today),
        RiskKind.SEVERAL_DISPUTES: _disputes(items, rules),
        RiskKind.RETURNED_PAYMENT: _returned(books, customer_id, rules, found, today),
        RiskKind.LIMIT_DIFFERS: limit_differs(books, customer_id, home_currency),
    }
    return {kind: why for kind, why in said.items() if why}


def _over_limit(
    books: Books, customer_id: str, rules: CreditRules, found: Survey, home_currency: str
) -> str | None:
    limit = limit_of(books, customer_id, home_currency)
    if limit is None or not rules.risk.limit_percent:
        return None
    used = in_currency(exposure(books, customer_id, found), limit.currency)
    if 100 * used.minor <= rules.risk.limit_percent * limit.minor:
        return None
    return f"{used} are owed or not at the bank yet, and the limit is {limit}"


def _long_overdue(items: list[Item], rules: CreditRules, today: date) -> str | None:
    oldest = min((item for item in items if not item.is_credit), key=lambda item: item.due_on, default=None)
    days = (today - oldest.due_on).days if oldest else 0
    if not oldest or not rules.risk.overdue_days or days <= rules.risk.overdue_days:
        return None
    return f"{oldest.invoice_no} is {days} days overdue with {oldest.open} open"


def _broken_promises(items: list[Item], rules: CreditRules, today: date) -> str | None:
    start = months_before(today, rules.months)
    broken = [
        item.invoice_no
        for item in items
        for hold in item.holds
        if hold.end is HoldEnd.BROKEN and hold.until and hold.until > start
    ]
    if not rules.risk.broken_promises or len(broken) < rules.risk.broken_promises:
        return None
    return f"{len(broken)} promises on open invoices were broken: {_named(broken)}"


def _disputes(items: list[Item], rules: CreditRules) -> str | None:
    disputed = [item.invoice_no for item in items if item.dispute]
    if not rules.risk.disputes or len(disputed) < rules.risk.disputes:
        return None
    return f"{len(disputed)} invoices are disputed: {_named(disputed)}"


def _returned(books: Books, customer_id: str, rules: CreditRules, found: Survey, today: date) -> str | None:
    first = today - timedelta(days=rules.risk.returned_days)
    for payment in (books.payments[one] for one in found.returned.get(customer_id, ())):
        if payment.returned_on and payment.returned_on > first:
            return f"the bank took back {payment.payment_id} of {payment.amount} on {payment.returned_on}"
    return None


def limit_differs(books: Books, customer_id: str, home_currency: str) -> str | None:
    """What the customer list says since a person agreed a limit, where it is another; it is never booked."""
    file = books.credit.get(customer_id)
    if not file or not file.limits:
        return None
    agreed, said = file.limits[-1], books.customers[customer_id].credit_limit
    imported = imported_limit(books, customer_id, home_currency)
    if said == agreed.imported or imported == agreed.amount:
        return None
    return f"the customer list says {imported or 'no limit'}; the agreed limit of {agreed.amount} counts"


def _named(invoices: list[str]) -> str:
    more = len(set(invoices)) - 3
    return ", ".join(sorted(set(invoices))[:3]) + (f" and {more} more" if more > 0 else "")
