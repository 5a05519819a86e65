"""One round of the desk: fetch, handle, remind and dun, send."""

from collections.abc import Callable

import structlog

from agent.errors import ServerUnavailable
from agent.inbox.source import MailSource
from agent.outbox.transport import MailTransport
from agent.pipeline.desk import Desk
from agent.pipeline.fetching import fetch, show_handled
from agent.pipeline.message import handle
from agent.pipeline.schedule import write_due
from agent.pipeline.sending import send_queued

log = structlog.get_logger()


def one_round(
    desk: Desk, source: MailSource, transport: MailTransport, *, should_stop: Callable[[], bool]
) -> None:
    """All mail that is there, all letters that are due; stops between two messages when asked to.

    Mail that was received before is handled, and letters are sent, also when the mailbox can't be reached.
    """
    away: ServerUnavailable | None = None
    try:
        _handle_all(desk, source, should_stop)
        for received in fetch(desk, source):
            log.info("mail_received", messages=received, mailbox=source.name)
            _handle_all(desk, source, should_stop)
            if should_stop():
                return
    except ServerUnavailable as error:
        away = error
    letters = write_due(desk)
    sent = send_queued(desk, transport)
    if letters or sent:
        log.info("letters", written_on_schedule=letters, sent=sent)
    if away:
        raise away


def _handle_all(desk: Desk, source: MailSource, should_stop: Callable[[], bool]) -> None:
    for mail_id in list(desk.books.unhandled):
        if should_stop():
            return
        handle(desk, mail_id)
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
