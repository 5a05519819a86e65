"""(books, event) to books: the only place where the books change."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books, Stop
from agent.ledger.allowances import allowance_event
from agent.ledger.balances import balance_answered, statement_event
from agent.ledger.cash import payment_event
from agent.ledger.claims import claim_event
from agent.ledger.corrections import correction_event
from agent.ledger.correspondence import letter_event, message_event, query_event
from agent.ledger.credit import credit_event
from agent.ledger.history import remember
from agent.ledger.imported import import_event
from agent.ledger.index import change_item
from agent.ledger.learning import learnt_event
from agent.ledger.numbers import Numbers
from agent.ledger.plans import plan_event
from agent.ledger.postings import follow
from agent.ledger.residuals import note_deductions, residual_event, residual_undone


def empty() -> Books:
    """Books before the first event."""
    books = Books()
    books.anchors = Numbers(books.items, books.items_by_customer)
    return books


def apply(books: Books, recorded: e.Recorded) -> None:
    """Bring the books forward by one event. AssertionError where money would not be conserved."""
    _apply_event(books, recorded)
    follow(books, recorded)
    remember(books, recorded)
    books.seq, books.head = recorded.seq, recorded.hash


def _apply_event(books: Books, recorded: e.Recorded) -> None:  # noqa: C901 - one case a subject
    """Each subject's events are folded by a module of their own."""
    event = recorded.event
    if isinstance(event, e.MessageEvent):
        message_event(books, event, recorded)
    elif isinstance(event, e.CashEvent):
        payment_event(books, event)
        if isinstance(event, e.PaymentDecided):
            note_deductions(books, event, recorded.at)
    elif isinstance(event, e.LetterEvent):
        letter_event(books, event, recorded)
    elif isinstance(event, e.QueryEvent):
        query_event(books, event, recorded)
    elif isinstance(event, e.FeedEvent):
        import_event(books, event, recorded)
    elif isinstance(event, e.ClaimEvent):
        claim_event(books, event, recorded)
        if isinstance(event, e.BalanceConfirmed):
            balance_answered(books, event, recorded)
    elif isinstance(event, e.StatementEvent):
        statement_event(books, event)
    elif isinstance(event, e.AllowanceEvent):
        allowance_event(books, event, recorded)
    elif isinstance(event, e.PlanEvent):
        plan_event(books, event, recorded)
    elif isinstance(event, e.ResidualEvent):
        residual_event(books, event, recorded.at)
    elif isinstance(event, e.ResidualUndone):
        residual_undone(books, event, recorded.at)
    elif isinstance(event, e.CorrectionEvent):
        correction_event(books, event, recorded)
    elif isinstance(event, e.LearningEvent):
        learnt_event(books, event, recorded)
    elif isinstance(event, e.CreditEvent):
        credit_event(books, event, recorded)
    elif isinstance(event, e.LimitationEvent):
        change_item(books, replace(books.items[event.invoice], expiry_warned=event.expires_on))
    elif isinstance(event, e.RunEvent):
        _run_event(books, event, recorded)
    else:
        assert_never(event)


def _run_event(books: Books, event: e.RunEvent, recorded: e.Recorded) -> None:
    match event:
        case e.RunStarted():
            books.last_run_at = recorded.at
        case e.PolicyChanged():
            books.policies[event.what] = event.sha256
        case e.ScheduleStopped():
            books.stop = Stop(at=recorded.at, by=recorded.actor, why=event.why)
        case e.ScheduleResumed():
            books.stop = None
        case _:
            assert_never(event)
