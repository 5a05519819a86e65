"""Statements of account to the letter that carries them: its table, its sums, its files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.facts.books import Books
from agent.facts.letters import Draft, OpenRow
from agent.facts.statements import Flag, Statement, StatementItem
from agent.ids import mint
from agent.outbox.paper import Paper
from agent.outbox.wording import Wording
from agent.pipeline.desk import Desk


def with_statements(draft: Draft, made: Sequence[Statement], as_of: date) -> Draft:
    """The draft of a `statement` or `statement_reply`, with what is open in each currency."""
    items = sorted(
        (item for one in made for item in one.items), key=lambda row: (row.due_on, row.issued_on, row.invoice)
    )
    return replace(
        draft,
        open_items=tuple(map(_row, items)),
        totals=tuple(one.open_total for one in made if one.items),
        unapplied=tuple(one.unapplied for one in made if one.unapplied),
        as_of=as_of,
    )


def _row(item: StatementItem) -> OpenRow:
    is_marked = item.flag in (Flag.DISPUTED, Flag.PROMISED)
    return OpenRow(
        invoice=item.invoice,
        issued_on=item.issued_on,
        due_on=item.due_on,
        billed=item.billed,
        open=item.open,
        days_overdue=item.days_overdue,
        note="credit_note" if item.billed.minor < 0 else item.flag.value if is_marked and item.flag else None,
        promised_on=item.promised_on,
    )


def paper_of(
    desk: Desk,
    books: Books,
    made: Statement,
    *,
    token: str,
    answer_on: date | None,
    language: str | None = None,
) -> Paper:
    """The statement with all that stands on its paper, in the customer's language."""
    company, customer = desk.config.company, books.customers[made.customer_id]
    wanted = language or customer.language or company.language
    spoken = desk.policy.templates.language(wanted, company.language)
    words = desk.policy.statement_words
    return Paper(
        statement=made,
        company=company,
        customer=customer,
        token=token,
        written_at=desk.clock().astimezone(desk.zone),
        answer_on=answer_on,
        wording=Wording(language=spoken),
        words=words.get(spoken.code) or words["en"],
    )


def token_of(made: Statement) -> str:
    """What an answer names where no letter carries the statement: the same statement always has the same."""
    return mint(
        "S", made.customer_id, made.currency, made.first_on.isoformat(), made.last_on.isoformat(),
        made.known_at.isoformat(), str(made.closing),
    )  # fmt: skip
