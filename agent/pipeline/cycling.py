"""What a cycle brings: statements of the period that is over, once; later a reminder of those that nobody answered."""

from dataclasses import replace
from typing import Final

from agent.decide.addressee import for_customer
from agent.decide.cycle import Period, customers_of, due_periods, unanswered
from agent.facts.events import BalanceAskedAgain, BalancePassedToStaff, CycleClosed
from agent.facts.letters import LetterKind
from agent.facts.statements import Stated
from agent.ids import mint
from agent.pipeline.accounts import statements_of, write_statement
from agent.pipeline.answering import ask_staff
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.writing import new_draft, write

STATEMENT_AGAIN: Final = "statement_again"  # the template of the letter that asks once more
_TOGETHER: Final = 20  # customers of one commit: others wait no longer than that for the books


def write_statements(desk: Desk) -> int:
    """Write the statements of each period that is over and not closed; how many."""
    desk.bookkeeper.catch_up()
    rules, is_workday = desk.policy.statements, desk.policy.is_workday
    due = due_periods(desk.books, rules, today=desk.today(), is_workday=is_workday)
    return sum(_write_period(desk, period) for period in due)


def _write_period(desk: Desk, period: Period) -> int:
    """Some customers in a commit, then one that closes the period: a kill between them writes nothing twice."""
    written, unreached = 0, []
    known = {
        (one.customer_id, balance.currency)
        for one in desk.books.stated.values()
        if one.cycle == period.key
        for balance in one.balances
    }
    customers = list(customers_of(desk.books, desk.policy.statements, period))
    for start in range(0, len(customers), _TOGETHER):
        with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
            for customer_id in customers[start : start + _TOGETHER]:
                if customer_id not in commit.books.customers:
                    continue  # merged since
                made = statements_of(desk, commit.books, customer_id, period.first_on, period.last_on)
                wanted = [one for one in made if one.moved and (customer_id, one.currency) not in known]
                letters = [write_statement(desk, commit, one, cycle=period.key) for one in wanted]
                written += sum(letter is not None for letter in letters)
                unreached += [customer_id] if None in letters else []
            desk.blobs.sync()
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        commit.add(period.every, CycleClosed(every=period.every, last_on=period.last_on))
        if unreached:
            why = f"no statement of {period.last_on} went to {', '.join(unreached)}: no address that works is on file"
            ask_staff(desk, commit, mail=None, mail_id=None, reasons=(why,), codes=(), about=period.key)
        desk.blobs.sync()
    return written


def ask_for_answers(desk: Desk) -> int:
    """Ask once more about statements of a cycle that nobody answered, then pass them to staff, all in one letter."""
    desk.bookkeeper.catch_up()
    rules, policy = desk.policy.statements, desk.policy
    if not rules.is_on:
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        again, staff = unanswered(
            commit.books, rules, today=desk.today(), zone=desk.zone, is_workday=policy.is_workday
        )
        unreached = [stated for stated in again if not _ask_again(desk, commit, stated)]
        reasons = (*map(_silent, staff), *map(_unreached, unreached))
        staff = [*staff, *unreached]
        for stated in staff:
            commit.add(stated.letter_id, BalancePassedToStaff(letter_id=stated.letter_id))
        if staff:
            ask_staff(
                desk, commit, mail=None, mail_id=None, reasons=reasons, codes=(),
                about=" ".join(stated.letter_id for stated in staff),
            )  # fmt: skip
        desk.blobs.sync()
    return len(again) + len(staff)


def _ask_again(desk: Desk, commit: Commit, stated: Stated) -> bool:
    """False where nobody can be asked: then a person takes it up."""
    books, first = commit.books, commit.books.letters[stated.letter_id]
    address = for_customer(stated.customer_id, books)
    if address is None:
        return False
    draft = new_draft(
        desk, books, LetterKind.STATEMENT, letter_id=mint("L", "again", first.letter_id),
        customer_id=stated.customer_id, to=(address,), mail=None, mail_id=None,
    )  # fmt: skip
    sent_on = first.sent_at.astimezone(desk.zone).date() if first.sent_at else None
    letter = write(
        desk,
        commit,
        replace(
            draft,
            template=STATEMENT_AGAIN,
            totals=tuple(balance.closing for balance in stated.balances),
            as_of=stated.last_on,
            asked_on=sent_on,
            in_reply_to=(first.message_id,),
        ),
    )
    commit.add(
        stated.letter_id, BalanceAskedAgain(letter_id=stated.letter_id, again_letter_id=letter.letter_id)
    )
    return True


def _silent(stated: Stated) -> str:
    closing = " + ".join(str(balance.closing) for balance in stated.balances)
    return f"{stated.customer_id} has not answered {stated.letter_id}, the statement of {stated.last_on} with {closing}, asked twice"


def _unreached(stated: Stated) -> str:
    return f"{stated.customer_id} has no address on file for the {LetterKind.STATEMENT.value}"
