"""`python -m bench dunning`: what a day's plan of the ladder costs, beside a scan that only counts days over all items.

Three sizes, twenty open items a customer. `all`: each customer has a letter due; `a tenth`: every tenth has; `none`: all
were written to. The baseline, `scan`, is what the manuals show: one pass over all items, each beside its due date and
level, gathered by customer and currency; it knows no gate, no interval, no hold and no credit. Processor time.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from agent import app
from agent.decide.dunning import DueLetter, due_letters
from agent.decide.holds import held_amounts, still_due
from agent.facts import events as e
from agent.facts.books import Books, Query
from agent.ledger import fold
from agent.ledger.index import add_customer, add_item, add_query
from agent.money import Money
from agent.rules.calendar import load_calendar
from agent.rules.dunning import DunningRules, load_dunning
from bench.trade import NOW, TODAY, Trade
from bench.turns import in_turns

ITEMS: Final = 20
QUERIES: Final = 2_000
_ZONE: Final = ZoneInfo("Asia/Shanghai")
_DUE: Final = {"all": 1, "a tenth": 10, "none": 0}  # one customer of so many


def measure(customers: int, runs: int) -> dict[str, dict[str, float]]:
    """The table, printed as it comes; the figures by size and day."""
    rules = load_dunning(app.default_rules())
    is_workday = load_calendar(app.default_rules(), "CN")
    plan = partial(due_letters, rules=rules, today=TODAY, zone=_ZONE, is_workday=is_workday)
    print(f"\nA day's plan, milliseconds of processor time\n  {'customers':>9} {'items':>8}  {'due':8}{'letters':>9}{'plan':>10}{'scan':>10}{'ratio':>8}")  # fmt: skip
    figures = {}
    for size in (customers // 10, customers // 3, customers):
        for day, one_of in _DUE.items():
            figures[f"{size}, {day}"] = _line(size, day, one_of, plan, rules, runs)
    figures[f"{customers}, last look"] = _last_look(customers, runs)
    return figures


def _line(
    size: int, day: str, one_of: int, plan: Callable[[Books], list[DueLetter]], rules: DunningRules, runs: int
) -> dict[str, float]:
    books = books_of(size, one_of, rules)
    letters, scanned = plan(books), scan(books, rules, TODAY)
    assert {(one.customer_id, one.currency) for one in letters} == set(scanned), "the same customers are due"
    times = in_turns({"plan": partial(plan, books), "scan": partial(scan, books, rules, TODAY)}, runs)
    ratio = times.ratio("plan", "scan")
    print(f"  {size:9} {size * ITEMS:8}  {day:8}{len(letters):9}{times.ms('plan'):10.1f}{times.ms('scan'):10.1f}{ratio:8.2f}")  # fmt: skip
    return {
        "letters": len(letters),
        "plan_ms": times.ms("plan"),
        "scan_ms": times.ms("scan"),
        "ratio": ratio,
    }


def books_of(size: int, one_of: int, rules: DunningRules) -> Books:
    """Customers with twenty items each, of which each stands at the level of its day; where one is due, its items stand a level lower."""
    trade, books, dice = Trade(size), fold.empty(), random.Random(size)
    for number in range(size):
        customer = trade.customer(number)
        add_customer(books, customer)
        template = trade.items(number)[0]
        is_due = one_of and number % one_of == 0
        for place in range(ITEMS):
            late = dice.randint(-60, 120)
            due_on = TODAY - timedelta(days=late)
            level = sum(late >= (step.days_after_due or 0) for step in rules.default.levels)
            plain = replace(
                template,
                invoice_no=f"{customer.customer_id}-{place}",
                due_on=due_on,
                open=Money(100_00 + place, "USD"),
                billed=Money(100_00 + place, "USD"),
                dunning_level=max(0, level - bool(is_due)),
                reminded_on=due_on - timedelta(days=7),
            )
            add_item(books, plain)
    return books


def scan(books: Books, rules: DunningRules, today: date) -> dict[tuple[str, str], list[str]]:
    """The baseline: every item whose level has come, by customer and currency."""
    found: dict[tuple[str, str], list[str]] = {}
    days_after = [step.days_after_due or 0 for step in rules.default.levels]
    for item in books.items.values():
        days = (today - item.due_on).days
        level = item.dunning_level
        if item.open and level < len(days_after) and days >= days_after[level]:
            found.setdefault((item.customer_id, item.open.currency), []).append(item.invoice_no)
    return found


def _last_look(size: int, runs: int) -> dict[str, float]:
    """What may still be asked for, letter by letter, with open queries about: what concerns it, and all there are."""
    books = books_of(size, 0, load_dunning(app.default_rules()))
    numbers = list(books.items)
    for place in range(QUERIES):
        raised = e.QueryRaised(
            letter_id=f"Q{place}", payment_ids=(), invoices=(numbers[-1 - place],), codes=(), customer_id=None
        )
        add_query(books, Query(raised=raised, asked_at=NOW, first_asked_at=NOW))
    letters = [tuple(numbers[start : start + ITEMS]) for start in range(0, 100 * ITEMS, ITEMS)]
    ways: dict[str, Any] = {
        "look": lambda: [still_due(books, invoices, TODAY) for invoices in letters],
        "all": lambda: [held_amounts(books) for _ in letters],
    }
    times = in_turns(ways, runs)
    each = times.ms("look") / len(letters)
    print(f"  the last look at a letter of {ITEMS} items, {QUERIES} queries open: {each:.3f} ms; gathering all that is held: {times.ms('all') / len(letters):.3f} ms")  # fmt: skip
    return {
        "look_ms": each,
        "all_ms": times.ms("all") / len(letters),
        "ratio": times.ratio("look", "all"),
    }
