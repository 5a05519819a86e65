"""Customers' promises in the journal: given, kept by the money of a payment, or broken once their day has passed."""

from collections.abc import Iterable

from agent.decide.promises import judged_promises, kept_promises
from agent.facts.letters import ClaimRow
from agent.facts.payments import Payment
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk


def judge_promises(desk: Desk) -> int:
    """Say of each promise whose day has passed what became of it; how many."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        judged = judged_promises(
            commit.books,
            desk.policy.holds.promise,
            apply_on=desk.config.apply_on,
            today=desk.today(),
            is_workday=desk.policy.is_workday,
        )
        for event in judged:
            commit.add(event.invoice, event)
    return len(judged)


def keep_promises(commit: Commit, payments: Iterable[Payment]) -> tuple[ClaimRow, ...]:
    """Promises that these payments keep, noted, as a letter thanks for them."""
    invoices = [one.invoice for payment in payments for one in payment.applications]
    rows = []
    for kept in kept_promises(commit.books, invoices):
        commit.add(kept.invoice, kept)
        hold = next(hold for hold in commit.books.items[kept.invoice].holds if hold.seq == kept.promise)
        rows.append(ClaimRow(invoice=kept.invoice, amount=kept.amount, promised_on=hold.until))
    return tuple(rows)
