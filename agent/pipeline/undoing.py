"""(a line of the journal, the books before it and now) to the correcting events that take its decision back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.letters import LetterStatus
from agent.facts.payments import Status
from agent.ledger import fold
from agent.ledger.imported import open_after
from agent.ledger.merge import combined
from agent.pipeline.agreeing import withdraw_limit, withdraw_terms
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.instalments import cancel_plan
from agent.pipeline.learning import Teaching, forget, learn_again
from agent.pipeline.parting import part
from agent.pipeline.residuals import undo_residual
from agent.pipeline.resolving import undo_settlement, unresolve
from agent.pipeline.staff import start
from agent.pipeline.undoing_cash import reinstate, unapply, unclear, undecide
from agent.pipeline.undoing_holds import lift

_PENDING = (LetterStatus.HELD, LetterStatus.QUEUED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A line of the journal that is to be taken back, and what the journal says around it."""

    line: e.Recorded
    beside: tuple[
        e.Recorded, ...
    ]  # lines right before it that led to it: of a message all that followed from it
    before: Books  # the books as they stood before it
    undone_at: int | None  # the line that took it back already


def undo(commit: Commit, past: Past, why: str, teaching: Teaching) -> list[str]:
    """Take a decision back by correcting events; what was done, in words. AgentError where it can't be."""
    seq = past.line.seq
    if past.undone_at:
        raise AgentError(f"line {seq} was taken back before, by line {past.undone_at}")
    event = past.line.event
    commit.add(past.line.subject, e.DecisionUndone(undone_seq=seq, kind=type(event).__name__, why=why))
    if isinstance(event, e.AliasForgotten):
        return [learn_again(commit, event.learnt_id, why, teaching)]
    return list(_taken_back(commit, past, why))


def _taken_back(commit: Commit, past: Past, why: str) -> Iterator[str]:  # noqa: C901, PLR0915 - one case a kind
    match past.line.event:
        case e.CashApplied() as event:
            yield from unapply(commit, event, why)
        case e.PaymentDecided() as event:
            yield from undecide(commit, event, past.beside[-1].event if past.beside else None, why)
        case e.PaymentCleared() as event:
            yield unclear(commit, event)
        case e.CashReversed() as event:
            yield from reinstate(commit, event)
        case e.PayerDecided() as event:
            yield _unname(commit, event, past.before)
        case e.DeductionAllowed() | e.DeductionRefused() | e.CashRefunded() | e.CashLeftOnAccount() as event:
            yield undo_residual(commit, event)
        case e.AliasLearnt(learnt_id=learnt_id):
            yield forget(commit, learnt_id, f"taken back: {why}")
        case e.CustomerMerged() as event:
            yield from part(commit, event, past.before)
        case e.InvoiceCorrected() as event:
            yield _uncorrect(commit, event)
        case e.DisputeRecorded() | e.PromiseRecorded() | e.ItemHeld() as event:
            yield lift(commit, past.line.seq, event)
        case e.PlanOffered(plan_id=plan_id) | e.PlanAgreed(plan_id=plan_id):
            yield cancel_plan(commit, plan_id, f"taken back: {why}")
        case e.DisputeResolved() as event:
            yield unresolve(commit, past.line.seq, event, past.before)
            led_to = past.beside[-1].event if past.beside else None
            if event.is_over and event.amount and isinstance(led_to, e.SettledWithoutCash):
                yield undo_settlement(commit, led_to)
        case e.SettledWithoutCash() as event:
            if any(one.reason in ("dispute", "credit_note") for one in event.applications):
                raise AgentError(
                    f"line {past.line.seq} resolved a dispute; take back line {past.line.seq + 1}, which says so"
                )
            yield undo_settlement(commit, event)
        case e.QueryRaised() as event:
            commit.add(event.letter_id, e.QueryClosed(letter_id=event.letter_id, why=f"taken back: {why}"))
            yield f"the question of {event.letter_id} needs no answer any more"
        case e.QueryClosed() as event:
            yield _ask_on(commit, event, past.before)
        case e.LetterQueued(letter=letter):
            yield _drop(commit, letter.letter_id, why)
        case e.LetterApproved() | e.LetterCancelled() as event:
            yield _hold_back(commit, event.letter_id, why)
        case e.CustomerChanged(customer=customer):
            yield _unchange(commit, customer.customer_id, past)
        case e.LimitAgreed() as event:
            yield withdraw_limit(commit, event, why)
        case e.TermsAgreed() as event:
            yield withdraw_terms(commit, event, why)
        case e.AddressBounced(address=address):
            commit.add(address, e.AddressRestored(address=address))
            yield f"{address} is written to again"
        case e.ScheduleStopped():
            yield start(commit, f"taken back: {why}")
        case e.MessageClosed(mail_id=mail_id):
            yield _reopen(commit, mail_id)
        case e.MessageSorted() as event:
            yield from _undo_message(commit, event, past, why)
        case event:
            kind = type(event).__name__
            raise AgentError(
                f"line {past.line.seq} ({kind}) is a fact, no decision: there is nothing to take back"
            )


def _unchange(commit: Commit, customer_id: str, past: Past) -> str:
    if customer_id in commit.books.merged:
        raise AgentError(f"{customer_id} was merged since; import the customer that stands for it")
    books = commit.books
    record = past.before.customers[customer_id]
    for merged in books.merged.values():
        if merged.into == customer_id and merged.customer.customer_id not in past.before.merged:
            record = combined(record, merged.customer)
    parent = books.survivor(record.parent_id) if record.parent_id else None
    record = replace(record, parent_id=None if parent == customer_id else parent)
    commit.add(customer_id, e.CustomerChanged(customer=record))
    return f"{customer_id} is as it was before line {past.line.seq}"


def _uncorrect(commit: Commit, event: e.InvoiceCorrected) -> str:
    """The face that the invoice had; what came off it since stays off it."""
    invoice, item = event.invoice, commit.books.items[event.invoice]
    if item.face != event.now:
        raise AgentError(
            f"{invoice} was corrected again since; take that back first: remitd explain {invoice}"
        )
    if open_after(item, event.was) is None:
        raise AgentError(
            f"{invoice}: {item.settled} has come off it, more than the {event.was.amount} that it was billed at; "
            f"take some of that back first, see: remitd explain {invoice}"
        )
    commit.add(invoice, e.InvoiceCorrected(invoice=invoice, was=event.now, now=event.was))
    left = commit.books.items[invoice].open
    return f"{invoice} is as it was, {left} of {event.was.amount} open; an import that says otherwise corrects it again"


def _unname(commit: Commit, event: e.PayerDecided, before: Books) -> str:
    if commit.books.payments[event.payment_id].applications:
        raise AgentError(f"{event.payment_id} is applied; take its applications back first")
    was = before.payments[event.payment_id].customer_id
    was = commit.books.survivor(was) if was else None
    commit.add(event.payment_id, e.PayerUndone(payment_id=event.payment_id, customer_id=was))
    return f"{event.payment_id} is {was or 'nobody'}'s again"


def _ask_on(commit: Commit, event: e.QueryClosed, before: Books) -> str:
    query = before.queries.get(event.letter_id)
    if query is None or event.letter_id in commit.books.queries:
        raise AgentError(f"the question of {event.letter_id} is not closed")
    customer_id = commit.books.survivor(query.raised.customer_id)
    commit.add(event.letter_id, replace(query.raised, customer_id=customer_id))
    return f"the question of {event.letter_id} waits for an answer again"


def _reopen(commit: Commit, mail_id: str) -> str:
    if commit.books.messages[mail_id].closed_at is None:
        raise AgentError(f"{mail_id} is not closed; see: remitd messages")
    commit.add(mail_id, e.MessageReopened(mail_id=mail_id))
    return f"{mail_id} waits for a person again"


def _drop(commit: Commit, letter_id: str, why: str) -> str:
    letter = commit.books.letters[letter_id]
    if letter.status not in _PENDING or letter.attempts:
        raise AgentError(f"{letter_id} is {letter.status.value}: a letter that went out can't be taken back")
    commit.add(letter_id, e.LetterCancelled(letter_id=letter_id, why=f"taken back: {why}"))
    if letter_id in commit.books.queries:
        commit.add(letter_id, e.QueryClosed(letter_id=letter_id, why=f"taken back: {why}"))
    return f"{letter_id} will not go out"


def _hold_back(commit: Commit, letter_id: str, why: str) -> str:
    letter = commit.books.letters[letter_id]
    if letter.status not in (LetterStatus.QUEUED, LetterStatus.CANCELLED) or letter.attempts:
        raise AgentError(f"{letter_id} is {letter.status.value}: a letter that went out can't be taken back")
    commit.add(letter_id, e.LetterHeldBack(letter_id=letter_id, why=why))
    return f"{letter_id} waits for approval: remitd letters approve {letter_id}"


def _undo_message(commit: Commit, event: e.MessageSorted, past: Past, why: str) -> Iterator[str]:
    """All that followed from a message, the last first; letters that went out stay what they are."""
    done = 0
    for place in range(len(past.beside) - 1, -1, -1):
        line = past.beside[place]
        if not _follows_from(line.event, event.mail_id) or _is_over(commit.books, line.event):
            continue
        one = Past(line=line, beside=past.beside[:place], before=past.before, undone_at=None)
        yield from _taken_back(commit, one, why)
        done += 1
    if not done:
        raise AgentError(f"nothing that can be taken back followed from line {past.line.seq}")


def _follows_from(event: e.Event, mail_id: str) -> bool:
    """True for a decision because of this message. What it applied goes with PaymentDecided, a query with its letter."""
    match event:
        case e.PaymentDecided() | e.PaymentCleared() | e.CashReversed() | e.DisputeRecorded():
            return event.mail_id == mail_id
        case e.PromiseRecorded():
            return event.mail_id == mail_id and bool(
                event.moves or not event.plan_id
            )  # those of a plan go with it
        case e.PlanAgreed():
            return event.mail_id == mail_id
        case e.LetterQueued(letter=letter):
            return letter.mail_id == mail_id
        case _:
            return False


def _is_over(books: Books, event: e.Event) -> bool:
    """True for what needs no taking back: letters that went out or were dropped, payments that applied nothing."""
    match event:
        case e.LetterQueued():
            letter = books.letters[event.letter.letter_id]
            return letter.status not in _PENDING or bool(letter.attempts)
        case e.PaymentDecided():
            return event.status in (Status.REVIEW, Status.UNAPPLIED, Status.DUPLICATE)
        case _:
            return False


def past_of(journal: Callable[[], Iterable[e.Recorded]], seq: int) -> Past:
    """The line, what led to it, and the books before; the journal is read twice. AgentError where there is no such line."""
    beside: list[e.Recorded] = []
    line, undone_at = None, None
    for recorded in journal():
        if recorded.seq == seq:
            line = recorded
        elif isinstance(recorded.event, e.DecisionUndone) and recorded.event.undone_seq == seq:
            undone_at = recorded.seq
        elif line is None:
            if beside and (isinstance(beside[-1].event, e.MessageSorted) or beside[-1].at != recorded.at):
                beside = []
            beside.append(recorded)
    if line is None:
        raise AgentError(f"the journal has no line {seq}; see: remitd audit, or remitd explain ID")
    if beside and (isinstance(beside[-1].event, e.MessageSorted) or beside[-1].at != line.at):
        beside = []
    first = _first_of(line, beside)
    before = fold.empty()
    for recorded in takewhile(lambda one: one.seq < first.seq, journal()):
        fold.apply(before, recorded)
    return Past(line=line, beside=tuple(beside), before=before, undone_at=undone_at)


def _first_of(line: e.Recorded, beside: list[e.Recorded]) -> e.Recorded:
    """The first line that is taken back with this one: of a message all, of a decision the cash that it applied."""
    if isinstance(line.event, e.MessageSorted) and beside:
        return beside[0]
    is_cash = bool(beside) and isinstance(beside[-1].event, e.CashApplied)
    return beside[-1] if is_cash and isinstance(line.event, e.PaymentDecided) else line
