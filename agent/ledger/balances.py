"""(books, an event about a statement of account) to the books after it: who was told which balance, and what they answered."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.statements import BalanceAnswer


def statement_event(books: Books, event: e.StatementEvent) -> None:
    """A statement written, asked about once more, or passed to staff."""
    match event:
        case e.BalanceStated(stated=stated):
            books.stated[stated.letter_id] = stated
        case e.BalanceAskedAgain():
            was = books.stated[event.letter_id]
            books.stated[event.letter_id] = replace(was, again_letter_id=event.again_letter_id)
        case e.BalancePassedToStaff():
            books.stated[event.letter_id] = replace(books.stated[event.letter_id], is_with_staff=True)
        case e.CycleClosed():
            books.cycles_closed[event.every] = event.last_on
        case _:
            assert_never(event)


def balance_answered(books: Books, event: e.BalanceConfirmed, recorded: e.Recorded) -> None:
    """What a customer said of a balance stands beside the statement that it answers, where that is known."""
    stated = books.stated.get(event.letter_id or "")
    if stated:
        answer = BalanceAnswer(
            mail_id=event.mail_id,
            at=recorded.at,
            agreed=event.agreed,
            lines=event.lines,
            amount=event.amount,
            seq=recorded.seq,
        )
        books.stated[stated.letter_id] = replace(stated, answer=answer)
