"""(books, an assessment, rules, today) to the credit limit that may be proposed: by what they buy, and never a sudden jump."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from agent.dates import months_before
from agent.decide.credit import Assessment
from agent.decide.exposure import limit_of
from agent.facts.books import Books
from agent.money import Money
from agent.rules.credit import CreditRules

_LEAST_DAYS = 90  # a first invoice alone is not taken for a month's purchases
_DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A limit for a person to accept or refuse."""

    customer_id: str
    amount: Money
    was: Money | None
    why: str


def propose(
    books: Books, assessed: Assessment, rules: CreditRules, *, today: date, home_currency: str
) -> Proposal | None:
    """None where nothing was bought, the limit fits, or the last proposal or decision is too young."""
    customer_id = assessed.customer_id
    was = limit_of(books, customer_id, home_currency)
    if rules.limit.propose_for == "none" or (rules.limit.propose_for == "limited" and was is None):
        return None
    file = books.credit.get(customer_id)
    last = file.limit_decided_on if file else None
    if last and (today - last).days < rules.limit.days_between:
        return None
    currency = was.currency if was is not None else books.customers[customer_id].currency or home_currency
    bought = _monthly(books, customer_id, currency, rules, today)
    if bought <= 0:
        return None
    grade = rules.grade_named(assessed.grade)
    wanted = Fraction(bought * grade.limit_percent, 100)
    most = Fraction(was.minor * (100 + rules.limit.rise_percent), 100) if was is not None else wanted
    amount = Money(_rounded(int(min(wanted, most))), currency)
    if was is not None and abs(amount - was).minor * 100 < max(rules.limit.least_percent * was.minor, 1):
        return None
    if was is not None and amount < was and grade.name not in rules.limit.lower_for:
        return None
    monthly = Money(int(bought), currency)
    why = f"grade {grade.name}: {grade.limit_percent} % of the {monthly} that they buy in a month"
    if was is not None and wanted > most:
        why += f", and at most {rules.limit.rise_percent} % more than {was}"
    return Proposal(customer_id=customer_id, amount=amount, was=was, why=why)


def _monthly(books: Books, customer_id: str, currency: str, rules: CreditRules, today: date) -> Fraction:
    """Cents billed a month, less credit notes, within the months of the rules."""
    start = months_before(today, rules.months)
    items = [item for item in books.all_items(customer_id) if start < item.issued_on <= today]
    of_currency = [item for item in items if item.billed.currency == currency]
    if not of_currency:
        return Fraction(0)
    since = min(item.issued_on for item in books.all_items(customer_id))
    days = max((today - max(since, start)).days, _LEAST_DAYS)
    return Fraction(sum(item.billed.minor for item in of_currency) * _DAYS_A_MONTH, days)


def _rounded(cents: int) -> int:
    """Down to two digits that count: a limit of 12,345.67 is proposed as 12,000.00."""
    step: int = 10 ** max(len(str(cents)) - 2, 0)
    return cents // step * step
