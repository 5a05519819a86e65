"""`remitd confirmations`: who has agreed to their balance, who denied it, who has not answered."""

from collections.abc import Iterator
from datetime import UTC, date
from typing import Any

import click

from agent.cli.context import as_json, shared, where
from agent.cli.past import shown, timed
from agent.cli.show import show
from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.letters import LetterStatus
from agent.facts.statements import Stated
from agent.ids import instant

_OUT = (LetterStatus.SENT, LetterStatus.OBSERVED)


@click.command()
@click.option("--customer", metavar="ID", help="Of this customer alone.")
@click.option("--open", "is_open", is_flag=True, help="Those that nobody has answered.")
@as_json
@timed
@shared
def confirmations(customer: str | None, is_open: bool, as_json: bool) -> None:
    """Statements of account, and what was answered to each."""
    at = shown(where())
    wanted = at.books.survivor(customer) if customer else None
    if wanted and wanted not in at.books.customers:
        raise AgentError(f"{customer} is no customer of this home; see: remitd aging")
    lines = [
        line
        for stated in at.books.stated.values()
        if wanted in (None, stated.customer_id)
        for line in confirmation_lines(at.books, stated, at.today)
        if not is_open or line["answer"] is None
    ]
    columns = ["letter_id", "customer_id", "to", "currency", "closing", "status", "answer_by", "lines"]
    rows: list[dict[str, Any]] = lines
    if not as_json:
        rows = [line | {"lines": [one["invoice"] for one in line["lines"]]} for line in lines]
    show(rows, as_json=as_json, columns=columns, nothing=at.nothing("No statements yet."))


def confirmation_lines(books: Books, stated: Stated, today: date) -> Iterator[dict[str, Any]]:
    """A line for each currency; every field always there."""
    answer = stated.answer
    for balance in stated.balances:
        yield {
            "letter_id": stated.letter_id,
            "customer_id": stated.customer_id,
            "from": stated.first_on.isoformat(),
            "to": stated.last_on.isoformat(),
            "currency": balance.currency,
            "closing": balance.closing.amount,
            "status": _status(books, stated, today),
            "answer_by": stated.answer_on and stated.answer_on.isoformat(),
            "answer": None
            if answer is None
            else {True: "agreed", False: "denied", None: "unclear"}[answer.agreed],
            "answered_at": answer and instant(answer.at.astimezone(UTC)),
            "mail_id": answer and answer.mail_id,
            "theirs": answer.amount.amount if answer and answer.amount else None,
            "lines": [
                {
                    "invoice": line.invoice,
                    "ours": line.ours and line.ours.amount,
                    "theirs": line.theirs and line.theirs.amount,
                    "reason": line.reason,
                }
                for line in (answer.lines if answer else ())
            ],
            "asked_again": stated.again_letter_id,
            "cycle": stated.cycle,
        }


def _status(books: Books, stated: Stated, today: date) -> str:
    """agreed, denied, unclear; else not_sent, waiting, late, asked_again, with_staff."""
    if stated.answer:
        return {True: "agreed", False: "denied", None: "unclear"}[stated.answer.agreed]
    if books.letters[stated.letter_id].status not in _OUT:
        return "not_sent"
    if stated.is_with_staff:
        return "with_staff"
    if stated.again_letter_id:
        return "asked_again"
    return "late" if stated.answer_on and today > stated.answer_on else "waiting"
