"""(books, event) to books: the only place where the books change."""

from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.ledger.cash import item_event, payment_event
from agent.ledger.corrections import correction_event, restore_marks
from agent.ledger.correspondence import letter_event, message_event, query_event
from agent.ledger.imported import import_event
from agent.ledger.index import add_customer
from agent.ledger.learning import learnt_event
from agent.ledger.merge import merge
from agent.ledger.numbers import Numbers
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
    books.seq, books.head = recorded.seq, recorded.hash


def _apply_event(books: Books, recorded: e.Recorded) -> None:  # noqa: C901 - one case a subject
    event = recorded.event
    match event:
        case e.RunStarted():
            books.last_run_at = recorded.at
        case (
            e.LedgerImported()
            | e.InvoiceDiffered()
            | e.BalanceConfirmed()
            | e.StatementRequested()
            | e.DecisionUndone()
        ):
            pass
        case e.CustomerAdded(customer=customer) | e.CustomerChanged(customer=customer):
            add_customer(books, customer)
        case e.InvoiceAdded() | e.InvoiceCorrected() | e.ItemMissing() | e.ItemFound():
            import_event(books, event, recorded)
        case e.CustomerMerged():
            merge(books, event)
        case e.ApplicationsExported():
            pass  # see agent.ledger.postings
        case (
            e.MessageReceived()
            | e.MessageRepeated()
            | e.MessageSorted()
            | e.AddressBounced()
            | e.AddressRestored()
        ):
            message_event(books, event)
        case (
            e.PaymentRecorded()
            | e.CashApplied()
            | e.PaymentDecided()
            | e.PaymentCleared()
            | e.MoneyMissed()
            | e.CashReversed()
            | e.PayerDecided()
        ):
            payment_event(books, event)
            if isinstance(event, e.PaymentDecided):
                note_deductions(books, event, recorded.at)
        case e.DeductionAllowed() | e.DeductionRefused() | e.CashRefunded() | e.CashLeftOnAccount():
            residual_event(books, event, recorded.at)
        case e.DeductionReopened() | e.RefundUndone() | e.OnAccountUndone():
            residual_undone(books, event)
        case e.CashUnapplied() | e.ClearingUndone() | e.ReversalUndone() | e.PayerUndone():
            correction_event(books, event)
        case e.MarksRestored():
            restore_marks(books, event)
        case e.AliasLearnt() | e.AliasForgotten():
            learnt_event(books, event, recorded)
        case e.DisputeRecorded() | e.PromiseRecorded() | e.ItemHeld():
            item_event(books, event)
        case e.QueryRaised() | e.QueryAskedAgain() | e.QueryPassedToStaff() | e.QueryClosed():
            query_event(books, event, recorded)
        case (
            e.LetterQueued()
            | e.LetterApproved()
            | e.LetterCancelled()
            | e.LetterHeldBack()
            | e.SendStarted()
            | e.LetterSent()
            | e.SendDeferred()
            | e.LetterRefused()
            | e.SendOutcomeUnknown()
        ):
            letter_event(books, event, recorded)
        case _:
            assert_never(event)
