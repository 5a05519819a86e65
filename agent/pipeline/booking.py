"""A match to events: what it replaces is taken back, cash applied, and the payment's status said."""

from agent.facts import events as e
from agent.facts.letters import LetterStatus
from agent.facts.payments import Match
from agent.pipeline.bookkeeping import Commit


def book(commit: Commit, payment_id: str, matched: Match, *, mail_id: str | None) -> None:
    """Write what a match says of a payment that is recorded; `mail_id`: the message that led to it."""
    if matched.replaces:
        replaced = commit.books.payments[matched.replaces]
        reversed_ = e.CashReversed(
            payment_id=replaced.payment_id,
            applications=replaced.applications,
            why=f"replaced by {payment_id}" + (f" of {mail_id}" if mail_id else ""),
            replaced_by=payment_id,
        )
        commit.add(replaced.payment_id, reversed_)
        withdraw_letters(commit, replaced.payment_id, f"{payment_id} takes the place of its payment")
    if matched.applications:
        commit.add(payment_id, e.CashApplied(payment_id=payment_id, applications=matched.applications))
    decided = e.PaymentDecided(
        payment_id=payment_id,
        status=matched.status,
        differences=matched.differences,
        because=matched.because,
        rejected=matched.rejected,
        same_as=matched.same_as,
        proposals=matched.proposals,
        mail_id=mail_id,
    )
    commit.add(payment_id, decided)
    _close_queries(commit, payment_id)


def withdraw_letters(commit: Commit, payment_id: str, why: str) -> None:
    """Letters about a payment that have not gone out, now that it no longer stands as they tell."""
    pending = (LetterStatus.HELD, LetterStatus.QUEUED)
    for letter_id in commit.books.letters_by_payment.get(payment_id, ()):
        letter = commit.books.letters[letter_id]
        # An attempt that was cut off may have been sent: its outcome stays unknown.
        if letter.status in pending and letter.attempts == 0:
            commit.add(letter_id, e.LetterCancelled(letter_id=letter_id, why=why))


def _close_queries(commit: Commit, payment_id: str) -> None:
    """A query is answered once nothing that it asked about is left without an application."""
    books = commit.books
    message = books.messages.get(books.payments[payment_id].mail_id)
    for letter_id in message.letter_ids if message else ():
        query = books.queries.get(letter_id)
        if query and all(not books.payments[asked].codes for asked in query.raised.payment_ids):
            commit.add(letter_id, e.QueryClosed(letter_id=letter_id, why=f"{payment_id} is settled"))
