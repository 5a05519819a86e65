"""What a day brings by itself: payments whose day has come, and the letters that the ladder makes due."""

from dataclasses import replace
from datetime import date
from typing import Any

from agent.dates import add_workdays
from agent.decide.addressee import for_copy, for_customer, for_schedule, gone_from_file
from agent.decide.clearance import LetterGate
from agent.decide.dunning import DueLetter, kept_all_day, scheduled
from agent.decide.missing import missing_money
from agent.decide.queries import why_closed
from agent.facts.books import Books, Query
from agent.facts.events import LetterCancelled, MoneyMissed, QueryAskedAgain, QueryClosed, QueryPassedToStaff
from agent.facts.letters import ClaimRow, Letter, LetterKind, LetterStatus
from agent.facts.payments import Payment, Status
from agent.ids import mint
from agent.match.payment import settle_advised
from agent.pipeline.accounts import with_account
from agent.pipeline.answering import (
    ask_staff,
    by_currency,
    open_rows,
    payment_row,
    tell_of_payments,
)
from agent.pipeline.balances import BALANCE_QUERY, lines_asked
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.recalling import recalled
from agent.pipeline.sending import SENDING
from agent.pipeline.writing import new_draft, write


def settle_due(desk: Desk) -> int:
    """Apply the payments that were told of ahead of their day, now that it has come; how many."""
    if desk.config.apply_on != "advice":
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        books, today = commit.books, desk.today()
        due = _due(books, today)
        for payment in due:
            matched = settle_advised(payment, books, rules=desk.policy.matching, today=today)
            book(commit, payment.payment_id, matched, mail_id=None)
            told = books.payments[payment.payment_id]
            tell_of_payments(desk, commit, [told], mail=None, mail_id=payment.mail_id)
        desk.blobs.sync()
    return len(due)


def ask_for_money(desk: Desk) -> int:
    """Ask staff about told payments that no bank entry has shown in time, all in one letter; how many."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        books, today = commit.books, desk.today()
        missing = missing_money(
            books, desk.policy.matching, today=today, zone=desk.zone, is_workday=desk.policy.is_workday
        )
        if not missing:
            return 0
        for payment in missing:
            missed = MoneyMissed(
                payment_id=payment.payment_id, bank_seen_on=books.bank_seen_on, missed_on=today
            )
            commit.add(payment.payment_id, missed)
        ask_staff(
            desk,
            commit,
            mail=None,
            mail_id=None,
            reasons=tuple(_not_seen(payment) for payment in missing),
            codes=(),
            about=" ".join(payment.payment_id for payment in missing),
        )
        desk.blobs.sync()
    return len(missing)


def _not_seen(payment: Payment) -> str:
    """What a person should know of money that did not come."""
    claim = payment.claim
    told = f"{payment.customer_id} told of {payment.amount}" + (
        f" of {claim.paid_on}" if claim.paid_on else ""
    )
    if payment.status is Status.ADVISED:
        named = ", ".join(line.invoice for line in claim.lines) or "what it may have paid"
        effect = f"{named} is no longer held back from dunning"
    else:
        effect = f"it stays applied to {', '.join(a.invoice for a in payment.applications) or 'nothing'}"
    return f"{payment.payment_id}: {told}, and no bank entry shows it; {effect}"


def _due(books: Books, today: date) -> list[Payment]:
    """Payments advised whose day has come, in the order in which they were told."""
    waiting = [books.payments[one] for one in books.unsettled]
    due = {
        payment.payment_id
        for payment in waiting
        if payment.status is Status.ADVISED and payment.claim.paid_on and payment.claim.paid_on <= today
    }
    return [payment for payment in books.payments.values() if payment.payment_id in due] if due else []


def ask_again(desk: Desk) -> int:
    """Ask unanswered queries once more after the rule's workdays; after as many again they go to staff; how many."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        for query in list(commit.books.queries.values()):
            if why := why_closed(query, commit.books, desk.today()):
                letter_id = query.raised.letter_id
                commit.add(letter_id, QueryClosed(letter_id=letter_id, why=why))
        lapsed = [query for query in commit.books.queries.values() if _is_lapsed(desk, query)]
        for query in lapsed:
            if query.is_repeated or not _repeat(desk, commit, query):
                _pass_to_staff(desk, commit, query)
        desk.blobs.sync()
    return len(lapsed)


def _is_lapsed(desk: Desk, query: Query) -> bool:
    if query.is_with_staff or desk.books.letters[query.raised.letter_id].status is LetterStatus.HELD:
        return False
    asked_on = query.asked_at.astimezone(desk.zone).date()
    workdays, is_workday = desk.policy.dunning.query_workdays, desk.policy.is_workday
    return is_workday(desk.today()) and add_workdays(asked_on, workdays, is_workday) <= desk.today()


def _repeat(desk: Desk, commit: Commit, query: Query) -> bool:
    """Ask once more whoever was asked, or who is on file by now; False where nobody can be asked."""
    books, raised = commit.books, query.raised
    first = books.letters[raised.letter_id]
    gone = {*gone_from_file(first, books, desk.policy.public_domains), *books.suspect_addresses}
    address = for_customer(books.survivor(raised.customer_id), books)
    to = tuple(one for one in first.to if one not in gone) or ((address,) if address else ())
    if not to:
        return False
    draft = new_draft(
        desk,
        books,
        LetterKind.DISCREPANCY_QUERY,
        letter_id=mint("L", "again", first.letter_id),
        customer_id=raised.customer_id,
        to=to,
        mail=None,
        mail_id=first.mail_id,
    )
    payments = [books.payments[payment_id] for payment_id in raised.payment_ids]
    again = write(
        desk,
        commit,
        replace(
            draft,
            codes=tuple(dict.fromkeys(code for payment in payments for code in payment.codes))
            or raised.codes,
            payments=tuple(payment_row(books, payment) for payment in payments if payment.codes),
            in_reply_to=(first.message_id, *((first.in_reply_to,) if first.in_reply_to else ())),
            reply_subject=first.subject,
            asked_on=query.first_asked_at.astimezone(desk.zone).date(),
            **_about_statement(books, query),
        ),
        payment_ids=raised.payment_ids,
    )
    commit.add(raised.letter_id, QueryAskedAgain(letter_id=raised.letter_id, again_letter_id=again.letter_id))
    return True


def _about_statement(books: Books, query: Query) -> dict[str, Any]:
    """Of a query about a statement's lines: the lines again, and their template."""
    if query.raised.payment_ids:
        return {}
    lines, as_of = lines_asked(books, books.letters[query.raised.letter_id].mail_id)
    return {"template": BALANCE_QUERY, "balance_lines": lines, "as_of": as_of}


def _pass_to_staff(desk: Desk, commit: Commit, query: Query) -> None:
    raised = query.raised
    first = commit.books.letters[raised.letter_id]
    asked_on = query.first_asked_at.astimezone(desk.zone).date()
    why = f"{', '.join(first.to)} did not answer our question of {asked_on} ({', '.join(raised.codes)}), asked twice"
    if not query.is_repeated:
        why = f"{raised.customer_id} has no address on file for the {LetterKind.DISCREPANCY_QUERY.value}"
    ask_staff(
        desk, commit, mail=None, mail_id=first.mail_id or raised.letter_id, reasons=(why,), codes=raised.codes
    )
    commit.add(raised.letter_id, QueryPassedToStaff(letter_id=raised.letter_id))


def write_due(desk: Desk) -> int:
    """Write every reminder, dunning letter and final notice that is due today; how many.

    The books that had nothing for a day have nothing for the rest of it: only an hour of a customer's passes by itself.
    """
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        books, today = commit.books, desk.today()
        if books.nothing_due == (books.seq, today):
            return 0
        if books.done_on != today or books.resting_by is not desk.policy.dunning:
            books.done_today.clear()
            books.done_on = today
        found = list(
            scheduled(
                books,
                desk.policy.dunning,
                today=today,
                zone=desk.zone,
                is_workday=desk.policy.is_workday,
                at=desk.clock(),
                passing=books.done_today,
            )
        )
        books.done_today |= kept_all_day(books, found)
        due = [letter for letter, kept in found if kept is None]
        written = [letter for letter in (_write(desk, commit, due_letter) for due_letter in due) if letter]
        desk.blobs.sync()
        if not written and not any(kept and kept.gate is LetterGate.HOUR for _, kept in found):
            books.nothing_due = (books.seq, today)
    return len(written)


def _write(desk: Desk, commit: Commit, due: DueLetter) -> Letter | None:
    books, today = commit.books, desk.today()
    letter_id = mint("L", due.kind.value, due.customer_id, due.currency, str(due.level), today.isoformat())
    if letter_id in books.letters:
        return None
    draft = new_draft(
        desk,
        books,
        due.kind,
        letter_id=letter_id,
        customer_id=due.customer_id,
        to=for_schedule(due.customer_id, books, due.step.to),
        mail=None,
        mail_id=None,
    )
    for waiting in _superseded(books, due):
        why = f"{due.kind.value} {letter_id} takes its place"
        commit.add(waiting, LetterCancelled(letter_id=waiting, why=why))
    rows = tuple(
        replace(row, open=listed.asked)
        for row, listed in zip(open_rows([d.item for d in due.items], today), due.items, strict=True)
    )
    levels = tuple((listed.item.invoice_no, listed.level) for listed in due.items)
    draft = recalled(
        desk,
        books,
        replace(
            draft,
            cc=for_copy(due.customer_id, books, due.step.cc),
            template=due.step.letter,
            sign=due.step.sign,
            level=due.level,
            open_items=rows,
            totals=by_currency([row.open for row in rows]),
            unapplied=(due.funds.credit,) if due.funds.credit else (),
            broken=_broken(due),
        ),
        levels=dict(levels),
        tone=due.step.tone,
    )
    if due.kind is LetterKind.FINAL_NOTICE:
        draft = with_account(desk, books, draft, due.currency)
    return write(desk, commit, draft, item_levels=levels, approval=due.step.approval)


def _broken(due: DueLetter) -> tuple[ClaimRow, ...]:
    """Promises that were not kept and not asked for since, and what they lack of what is asked for."""
    return tuple(
        ClaimRow(
            invoice=one.item.invoice_no,
            amount=min(one.item.unpaid[hold.seq], one.asked),
            promised_on=hold.until,
        )
        for one in due.items
        for hold in one.item.broken
    )


def _superseded(books: Books, due: DueLetter) -> list[str]:
    """Reminders to the customer that did not go out, now that dunning is due."""
    return [
        letter.letter_id
        for letter in map(books.letters.__getitem__, books.scheduled_letters.get(due.customer_id, ()))
        if letter.kind is LetterKind.REMINDER
        and letter.status in (LetterStatus.HELD, LetterStatus.QUEUED)
        and letter.detail != SENDING
        and books.items[letter.invoices[0]].open.currency == due.currency
    ]
