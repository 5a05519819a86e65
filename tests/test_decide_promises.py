"""What became of promises: kept, broken, moved; by the day of the money, each once."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from agent.decide.holds import askable, held_amounts
from agent.decide.promises import given_word, judged_promises
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.ledger import fold
from agent.money import Money
from agent.rules.calendar import load_calendar
from agent.rules.holds import PromiseRules
from tests.ledger_builders import customer, events_of, item
from tests.test_decide_dunning import RULES


class Story:
    """Books that steps of a case are told to; each step is a day and a few words."""

    def __init__(self, opens: dict[str, str]) -> None:
        self.books, self.seq, self.today = fold.empty(), 0, date(2026, 11, 2)
        for event in events_of(customer(), *(item(name, amount) for name, amount in opens.items())):
            self.add(event)
        self.payments: dict[str, str] = {}

    def add(self, event: e.Event) -> int:
        """One event more, on this day."""
        self.seq += 1
        at = datetime.combine(self.today, time(9), UTC)
        recorded = e.Recorded(
            seq=self.seq, at=at, actor="test", subject="", event=event, prev="", hash=str(self.seq)
        )
        fold.apply(self.books, recorded)
        return self.seq

    def tell(self, step: str, case: dict[str, Any]) -> list[str]:
        """What a step did, where it judges."""
        day, what, *words = step.split()
        self.today = date.fromisoformat(day)
        match what:
            case "promise":
                self.promise(*words)
            case "dispute":
                self.add(e.DisputeRecorded(invoice="I1", amount=_usd(words[0]), reason="torn", mail_id=None))
            case "pay":
                self.pay(*words)
            case "back":
                payment = self.books.payments[words[0]]
                self.add(
                    e.CashReversed(
                        payment_id=words[0],
                        applications=payment.applications,
                        why="x",
                        returned_on=self.today,
                    )
                )
            case "judge":
                return self.judge(case)
            case _:
                pytest.fail(step)
        return []

    def promise(self, amount: str, day: str, mail_id: str | None = None) -> None:
        """The customer's word, as a mail gives it."""
        money, by = _usd(amount), date.fromisoformat(day)
        word = given_word(self.books.items["I1"], money, by, mail_id=mail_id, today=self.today)
        self.add(
            e.PromiseRecorded(
                invoice="I1",
                amount=money,
                promised_on=by,
                mail_id=mail_id,
                replaces=word.replaces,
                moves=word.moves,
            )
        )

    def pay(self, payment_id: str, amount: str, day: str, source: str = "bank") -> None:
        """Money for I1, shown by the bank or told of."""
        cash, nothing, paid_on = _usd(amount), Money(0, "USD"), date.fromisoformat(day)
        is_shown = source == "bank"
        read = PaymentRead(amount=cash.decimal, currency="USD", paid_on=paid_on)
        self.add(
            e.PaymentRecorded(
                payment=Payment(
                    payment_id=payment_id,
                    mail_id="M1",
                    message_id="",
                    origin=Origin.BANK if is_shown else Origin.ADVICE,
                    customer_id="C1",
                    amount=cash,
                    claim=read,
                    cleared=is_shown,
                    cleared_on=paid_on if is_shown else None,
                )
            )
        )
        one = Application(invoice="I1", amount=cash, discount=nothing, write_off=nothing, reason=None)
        self.add(e.CashApplied(payment_id=payment_id, applications=(one,)))
        self.add(e.PaymentDecided(payment_id=payment_id, status=Status.APPLIED, because=()))

    def judge(self, case: dict[str, Any]) -> list[str]:
        """A day's work on promises."""
        judged = judged_promises(
            self.books,
            PromiseRules(moves_most=2, grace_workdays=case.get("grace", 0)),
            apply_on=case.get("apply_on", "advice"),
            today=self.today,
            is_workday=load_calendar(RULES, "DE"),
        )
        for event in judged:
            self.add(event)
        return [
            f"{self.today} kept {event.amount.amount}"
            if isinstance(event, e.PromiseKept)
            else f"{self.today} broken {event.promised_on} {event.missing.amount}"
            for event in judged
        ]


def _usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def _asked(books: Books, today: date) -> str:
    asked = askable(books.items["I1"], held_amounts(books), today)
    return asked.amount if asked else "0.00"


def test_promises(case: dict[str, Any]) -> None:
    story = Story({"I1": case.get("open", "1000.00 USD")})
    said = [line for step in case["steps"] for line in story.tell(step, case)]

    assert case["want"] == said
    assert story.judge(case) == [], "each is judged once"
    count = story.books.promises.get("C1")
    assert case.get("count", [0, 0, 0]) == ([count.kept, count.broken, count.moved] if count else [0, 0, 0])
    if "asked" in case:
        assert case["asked"] == _asked(story.books, story.today)
    if "letter_about" in case:
        broken = story.books.items["I1"].broken
        left = story.books.items["I1"].unpaid
        assert case["letter_about"] == [f"{hold.until} {left[hold.seq].amount}" for hold in broken]
