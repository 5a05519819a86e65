"""One round of the desk: fetch, handle, remind and dun, send."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import structlog

from agent.errors import AgentError, ServerUnavailable
from agent.inbox.source import MailSource
from agent.outbox.transport import MailTransport
from agent.pipeline.credit import review_credit
from agent.pipeline.cycling import ask_for_answers, write_statements
from agent.pipeline.desk import Desk
from agent.pipeline.expiring import warn_of_expiry
from agent.pipeline.fetching import fetch, show_handled
from agent.pipeline.instalments import offer_plans
from agent.pipeline.message import handle
from agent.pipeline.morning import write_digest, write_sales_digests
from agent.pipeline.opening import Fault, Opened
from agent.pipeline.promising import judge_promises
from agent.pipeline.revisiting import revisit
from agent.pipeline.schedule import ask_again, ask_for_money, settle_due, write_due
from agent.pipeline.sending import send_queued, withdraw_outdated
from agent.pipeline.vanished import ask_about_missing

log = structlog.get_logger()

# Messages of one commit: a backlog costs one fsync for so many, and a new mail still gets its own at once.
BATCH: Final = 32
LEAST: Final = 6  # so many are worth a commit while the next one is still being opened


def one_round(
    desk: Desk, source: MailSource, transport: MailTransport, *, should_stop: Callable[[], bool]
) -> None:
    """All mail that is there, all letters that are due; stops between two messages when asked to.

    Mail that was received before is handled, and letters are sent, also when the mailbox can't be reached.
    """
    away: ServerUnavailable | None = None
    try:
        for received in fetch(desk, source):
            log.info("mail_received", messages=received, mailbox=source.name)
    except ServerUnavailable as error:
        away = error
    _handle_all(desk, source, should_stop)
    if should_stop():
        return
    day_work(desk, transport)
    if away:
        raise away


def day_work(desk: Desk, transport: MailTransport) -> None:
    """What the day brings without any mail: payments whose day has come, questions, letters that are due; all is sent."""
    settle_due(desk)
    ask_for_money(desk)
    ask_again(desk)
    ask_about_missing(desk)
    judge_promises(desk)
    revisit(desk)
    offer_plans(desk)
    warn_of_expiry(desk)
    withdraw_outdated(desk)
    review_credit(desk)
    if not desk.books.stop:
        write_statements(desk)
        ask_for_answers(desk)
    letters = 0 if desk.books.stop else write_due(desk)
    write_digest(desk)
    write_sales_digests(desk)
    sent = send_queued(desk, transport)
    if letters or sent:
        log.info("letters", written_on_schedule=letters, sent=sent)


def _handle_all(desk: Desk, source: MailSource, should_stop: Callable[[], bool]) -> None:
    for batch in _batches(_opened(desk), should_stop):
        try:
            _commit(desk, batch)
        except (AgentError, OSError):
            raise
        except Exception:  # our own fault in one of them: the others must not wait for its repair
            log.exception("batch_failed", messages=len(batch))
            _one_by_one(desk, batch)
        for mail_id in batch:
            _tell(desk, source, mail_id)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A message to be handled; `opened` None: it has no bytes."""

    mail_id: str
    opened: Opened | Fault | None


def _opened(desk: Desk) -> Iterator[_Waiting | None]:
    """What waits, in the order in which it came, opened outside the journal's lock; None: the next is not ready."""
    messages = [desk.books.messages[mail_id] for mail_id in desk.books.unhandled]
    readable = {
        message.mail_id for message in messages if not message.fault and desk.blobs.holds(message.sha256)
    }
    opened = desk.opener.open_all([message.sha256 for message in messages if message.mail_id in readable])
    for message in messages:
        if message.mail_id not in readable:
            yield _Waiting(message.mail_id, None)
            continue
        one = next(opened)
        if one is None:
            yield None
            one = next(opened)
        yield _Waiting(message.mail_id, one)


def _batches(
    waiting: Iterator[_Waiting | None], should_stop: Callable[[], bool]
) -> Iterator[dict[str, Opened | Fault | None]]:
    """Batches for one commit each; smaller where the next message is not ready, and none after a stop."""
    batch: dict[str, Opened | Fault | None] = {}
    for one in waiting:
        if should_stop():
            return
        if one:
            batch[one.mail_id] = one.opened
        if len(batch) == BATCH or (one is None and len(batch) >= LEAST):
            yield batch
            batch = {}
    if batch and not should_stop():
        yield batch


def _commit(desk: Desk, opened: dict[str, Opened | Fault | None]) -> None:
    """What follows from these messages, in the order in which they came, durable as one."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        for mail_id, mail in opened.items():
            handle(desk, commit, mail_id, mail)
        desk.blobs.sync()


def _one_by_one(desk: Desk, opened: dict[str, Opened | Fault | None]) -> None:
    """Each in a commit of its own; the one that we fail at goes to a person."""
    for mail_id, mail in opened.items():
        try:
            _commit(desk, {mail_id: mail})
        except (AgentError, OSError):
            raise
        except Exception as error:
            log.exception("mail_failed", mail_id=mail_id)
            with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
                handle(desk, commit, mail_id, Fault.of(error))
                desk.blobs.sync()


def _tell(desk: Desk, source: MailSource, mail_id: str) -> None:
    message = desk.books.messages[mail_id]
    log.info(
        "mail_handled",
        mail_id=mail_id,
        kind=message.kind,
        status=message.status,
        payments=len(message.payment_ids),
        letters=len(message.letter_ids),
    )
    if desk.config.mode != "observe":
        show_handled(desk, source, mail_id)
