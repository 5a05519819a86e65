"""Queued letters to the transport: the attempt is written down, then made, then its outcome written down."""

from datetime import timedelta
from typing import Final

from agent.decide.dunning import SCHEDULED, still_due
from agent.facts.events import (
    LetterCancelled,
    LetterRefused,
    LetterSent,
    SendDeferred,
    SendOutcomeUnknown,
    SendStarted,
)
from agent.facts.letters import Letter, LetterStatus
from agent.facts.sending import SendOutcome, SendResult
from agent.outbox.transport import MailTransport
from agent.pipeline.desk import Desk

SENDING: Final = "sending"
_UNKNOWN: Final = "the attempt was cut off: it may have been sent, so a person decides"
# Minutes to the next attempt (Postfix and mox wait alike); after the last a person is asked.
_WAITS: Final = (1, 5, 15, 60, 120, 240, 480, 960, 960)


def send_queued(desk: Desk, transport: MailTransport) -> int:
    """Try every letter that is due; how many were accepted. ServerUnavailable where nobody answers."""
    desk.bookkeeper.catch_up()
    accepted = 0
    for letter_id in list(desk.books.queued):
        letter = desk.books.letters[letter_id]
        if letter.next_attempt_at and letter.next_attempt_at > desk.clock():
            continue
        if letter.detail == SENDING and not transport.is_idempotent:
            _record_unknown(desk, letter)
            continue
        if not _last_look(desk, letter):
            continue
        accepted += _attempt(desk, transport, letter)
    return accepted


def _attempt(desk: Desk, transport: MailTransport, letter: Letter) -> bool:
    def started() -> None:
        with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
            if commit.books.letters[letter.letter_id].status is not LetterStatus.QUEUED:
                raise _Withdrawn
            commit.add(letter.letter_id, SendStarted(letter_id=letter.letter_id, attempt=letter.attempts + 1))

    try:
        outcome = transport.send(
            desk.blobs.get(letter.sha256),
            sender=desk.config.company.address,
            recipients=(*letter.to, *letter.cc),
            message_id=letter.message_id,
            before_data=started,
        )
    except _Withdrawn:
        return False
    _record(desk, letter, outcome)
    return outcome.result is SendResult.ACCEPTED


class _Withdrawn(Exception):
    """A person cancelled the letter between our look and our attempt."""


def _record(desk: Desk, letter: Letter, outcome: SendOutcome) -> None:
    letter_id, attempt = letter.letter_id, letter.attempts + 1
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        match outcome.result:
            case SendResult.ACCEPTED:
                commit.add(letter_id, LetterSent(letter_id=letter_id, detail=outcome.detail))
            case SendResult.REFUSED:
                commit.add(letter_id, LetterRefused(letter_id=letter_id, detail=outcome.detail))
            case SendResult.UNKNOWN:
                commit.add(letter_id, SendOutcomeUnknown(letter_id=letter_id, detail=outcome.detail))
            case SendResult.DEFERRED if attempt > len(_WAITS):
                detail = f"given up after {attempt} attempts: {outcome.detail}"
                commit.add(letter_id, LetterRefused(letter_id=letter_id, detail=detail))
            case SendResult.DEFERRED:
                commit.add(
                    letter_id,
                    SendDeferred(
                        letter_id=letter_id,
                        attempt=attempt,
                        detail=outcome.detail,
                        next_attempt_at=desk.clock() + timedelta(minutes=_WAITS[attempt - 1]),
                    ),
                )


def _record_unknown(desk: Desk, letter: Letter) -> None:
    """We were killed after SendStarted: whether the server has the letter can't be known (RFC 1047)."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        commit.add(letter.letter_id, SendOutcomeUnknown(letter_id=letter.letter_id, detail=_UNKNOWN))


def _last_look(desk: Desk, letter: Letter) -> bool:
    """A scheduled letter goes only while it is still true: paid, disputed or promised since, and it is dropped."""
    if letter.kind not in SCHEDULED:
        return True
    due = still_due(desk.books, letter.invoices, desk.today())
    gone = [invoice for invoice in letter.invoices if invoice not in due]
    if not gone:
        return True
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        why = f"no longer true when it was to go: {', '.join(gone)} paid, disputed, promised or asked about since"
        commit.add(letter.letter_id, LetterCancelled(letter_id=letter.letter_id, why=why))
    return False
