"""(books, rules, today) to what became of the customers' promises: kept, broken, or moved by a later word."""

from dataclasses import dataclass
from datetime import date

from agent.dates import Workday, add_workdays
from agent.decide.holds import held_amounts
from agent.facts.books import Books
from agent.facts.events import PromiseBroken, PromiseKept
from agent.facts.holds import Hold, unpaid
from agent.facts.ledger import Item
from agent.money import Money, total
from agent.rules.holds import PromiseRules


def kept_promises(books: Books, invoices: list[str]) -> list[PromiseKept]:
    """Promises on these items whose money has come by their day, each once."""
    kept = []
    for item in (books.items[invoice] for invoice in dict.fromkeys(invoices)):
        for hold in item.holds:
            if hold.is_promise and hold.end is None and (came := _kept(books, item, hold)):
                kept.append(PromiseKept(invoice=item.invoice_no, promise=hold.seq, amount=came))
    return kept


def judged_promises(
    books: Books, rules: PromiseRules, *, apply_on: str, today: date, is_workday: Workday
) -> list[PromiseKept | PromiseBroken]:
    """What became of every promise that can be judged today, each once; a kept one whose money went back is broken.

    With `apply_on` "bank" a promise is broken only where the bank's data reaches its day. What is asked about, or
    told of and not yet seen, is not judged.
    """
    result: list[PromiseKept | PromiseBroken] = []
    held: dict[str, Money | None] | None = None
    for item in books.held_items():
        for hold in item.promises:
            if hold.end is None and (came := _kept(books, item, hold)):
                result.append(PromiseKept(invoice=item.invoice_no, promise=hold.seq, amount=came))
                continue
            assert hold.until is not None
            limit = add_workdays(hold.until, rules.grace_workdays, is_workday)
            if today <= limit or (apply_on == "bank" and (books.bank_seen_on or date.min) < limit):
                continue
            held = held_amounts(books) if held is None else held
            lacking = _lacking(books, item, hold, held)
            if lacking:
                result.append(
                    PromiseBroken(
                        invoice=item.invoice_no,
                        promise=hold.seq,
                        promised_on=hold.until,
                        missing=min(lacking, item.unpaid[hold.seq]),
                    )
                )
    return result


def _kept(books: Books, item: Item, hold: Hold) -> Money | None:
    """What came for a promise, where it came by its day and nothing of it is owed any more but what is disputed."""
    late = _late(books, item, hold)
    left = unpaid(item.holds, item.settled - late)[hold.seq]
    assert hold.amount is not None
    came = hold.amount - left
    owed = item.open + late - (item.disputed or Money(0, late.currency))
    is_cash = item.invoice_no in books.received
    return came if came and is_cash and min(left, owed).minor <= 0 else None


def _lacking(books: Books, item: Item, hold: Hold, held: dict[str, Money | None]) -> Money | None:
    """What had not come by the day; None where nothing is owed, or a question about it is open."""
    late = _late(books, item, hold)
    left = unpaid(item.holds, item.settled - late)[hold.seq]
    owed = item.open + late - (item.disputed or Money(0, late.currency))
    if item.invoice_no in held:
        amount = held[item.invoice_no]
        if amount is None or amount.currency != owed.currency:
            return None
        owed -= amount
    lacking = min(left, owed)
    return lacking if lacking.minor > 0 else None


def _late(books: Books, item: Item, hold: Hold) -> Money:
    """Cash for the item that came after the promise's day, by the bank's day where it shows one."""
    assert hold.until is not None
    receipts = books.received[item.invoice_no].receipts if item.invoice_no in books.received else ()
    return total((one.amount for one in receipts if one.paid_on > hold.until), item.open.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """How a new promise stands to those that were given before."""

    replaces: tuple[int, ...]
    moves: tuple[int, ...]
    moved: int  # how often the one that is moved the most was moved, this time too
    plan_id: str | None = None  # of the instalment that it moves
    broken_plan: str | None = None  # that it can't be brought together with


def given_word(item: Item, amount: Money, promised_on: date, *, mail_id: str | None, today: date) -> Word:
    """Which promises a new one takes the place of: the one for the same amount, all where it is for all that is owed
    or where they don't fit together, else none."""
    live = [
        hold
        for hold in item.promises
        if hold.end is None  # one that was kept, and whose money went back, can only be broken
        and hold.until
        and hold.until >= today
        and (mail_id is None or hold.mail_id != mail_id)
    ]
    left, nothing = item.unpaid, Money(0, amount.currency)
    owed = item.open - (item.disputed or nothing)
    beside = total(
        (left[hold.seq] for hold in item.promises if hold.until and hold.until >= today), amount.currency
    )
    same = [hold for hold in live if left[hold.seq] == amount]
    plan_id = broken_plan = None
    if same:
        gone = [min(same, key=lambda hold: (hold.until or today, hold.seq))]
        plan_id = gone[0].plan_id
    else:
        gone = [] if beside + amount <= owed else live
        broken_plan = next((hold.plan_id for hold in gone if hold.plan_id), None)
    moved = [hold for hold in gone if hold.until and hold.until < promised_on]
    return Word(
        replaces=tuple(hold.seq for hold in gone),
        moves=tuple(hold.seq for hold in moved),
        moved=max((hold.moves + 1 for hold in moved), default=0),
        plan_id=plan_id,
        broken_plan=broken_plan,
    )
