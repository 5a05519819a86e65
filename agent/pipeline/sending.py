"""Queued letters to the transport: the attempt is written down, then made, then its outcome written down."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Final, assert_never

from agent.decide.addressee import gone_from_file
from agent.decide.clearance import left_alone
from agent.decide.lastlook import why_dropped
from agent.errors import JournalBroken
from agent.facts.events import (
    LetterCancelled,
    LetterRefused,
    LetterSent,
    SendDeferred,
    SendOutcomeUnknown,
    SendStarted,
)
from agent.facts.letters import CYCLED, SCHEDULED, Letter, LetterStatus
from agent.facts.sending import SendOutcome, SendResult
from agent.outbox.transport import MailTransport
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk

SENDING: Final = "sending"
_UNKNOWN: Final = "the attempt was cut off: it may have been sent, so a person decides"
_TOGETHER: Final = 64  # letters of one commit, where sending is idempotent
_AT_ONCE: Final = 8
# Minutes to the next attempt (mox and Postfix wait alike); after the last a person is asked.
_WAITS: Final = (1, 5, 15, 60, 120, 240, 480, 960, 960)


def withdraw_outdated(desk: Desk) -> None:
    """Drop queued letters of the schedule that ask for what may not be asked any more, so that others can be written."""
    for letter_id in list(desk.bookkeeper.catch_up().queued):
        letter = desk.books.letters[letter_id]
        if letter.detail != SENDING:
            _last_look(desk, letter)


def send_queued(desk: Desk, transport: MailTransport) -> int:
    """Try every letter that is due; how many were accepted. ServerUnavailable where nobody answers."""
    desk.bookkeeper.catch_up()
    due = [
        letter
        for letter in map(desk.books.letters.__getitem__, list(desk.books.queued))
        if _is_due(desk, letter)
    ]
    if not transport.is_idempotent:
        return sum(_attempt(desk, transport, letter) for letter in due if _may_go(desk, letter))
    accepted = 0
    for start in range(0, len(due), _TOGETHER):
        accepted += _attempt_together(desk, transport, due[start : start + _TOGETHER])
    return accepted


def _is_due(desk: Desk, letter: Letter) -> bool:
    """A letter of the schedule that a person released late on a Friday waits for Monday, or for the customer's morning."""
    if (
        letter.kind in SCHEDULED
        and letter.customer_id
        and left_alone(
            desk.books,
            desk.policy.dunning,
            letter.customer_id,
            today=desk.today(),
            zone=desk.zone,
            is_workday=desk.policy.is_workday,
            at=desk.clock(),
        )
    ):
        return False
    if letter.kind in CYCLED and desk.books.stop:
        return False
    waits = (at for at in (letter.next_attempt_at, letter.not_before) if at)
    return all(at <= desk.clock() for at in waits)


def _may_go(desk: Desk, letter: Letter) -> bool:
    """False where an earlier attempt was cut off after SendStarted: then its outcome is unknown (RFC 1047)."""
    if letter.detail != SENDING:
        return _last_look(desk, letter)
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        commit.add(letter.letter_id, SendOutcomeUnknown(letter_id=letter.letter_id, detail=_UNKNOWN))
    return False


def _attempt(desk: Desk, transport: MailTransport, letter: Letter) -> bool:
    """One letter to a server: SendStarted is durable before DATA, the outcome after it."""

    def started() -> None:
        with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
            goes = _goes(desk, commit, letter)
            if goes:
                started = SendStarted(letter_id=letter.letter_id, attempt=letter.attempts + 1)
                commit.add(letter.letter_id, started)
        if not goes:
            raise _Withdrawn

    try:
        outcome = _send(desk, transport, letter, started)
    except _Withdrawn:
        return False
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        _record(commit, letter, outcome)
    return outcome.result is SendResult.ACCEPTED


def _attempt_together(desk: Desk, transport: MailTransport, letters: list[Letter]) -> int:
    """Letters that arrive once however often they are sent: one commit before them, one after."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        letters = [letter for letter in letters if _goes(desk, commit, letter)]
        for letter in letters:
            commit.add(letter.letter_id, SendStarted(letter_id=letter.letter_id, attempt=letter.attempts + 1))
    with ThreadPoolExecutor(_AT_ONCE) as senders:
        outcomes = list(senders.map(lambda letter: _send(desk, transport, letter, lambda: None), letters))
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        for letter, outcome in zip(letters, outcomes, strict=True):
            _record(commit, letter, outcome)
    return sum(outcome.result is SendResult.ACCEPTED for outcome in outcomes)


def _send(
    desk: Desk, transport: MailTransport, letter: Letter, before_data: Callable[[], None]
) -> SendOutcome:
    try:
        content = desk.blobs.get(letter.sha256)
    except JournalBroken as error:  # one letter's bytes are lost; the others go on
        return SendOutcome(result=SendResult.REFUSED, detail=str(error))
    return transport.send(
        content,
        sender=desk.config.company.address,
        recipients=(*letter.to, *letter.cc),
        message_id=letter.message_id,
        before_data=before_data,
    )


class _Withdrawn(Exception):
    """The letter may not go any more: something came between our look and our attempt."""


def _record(commit: Commit, letter: Letter, outcome: SendOutcome) -> None:
    letter_id, attempt, detail = letter.letter_id, letter.attempts + 1, outcome.detail
    match outcome.result:
        case SendResult.ACCEPTED:
            commit.add(letter_id, LetterSent(letter_id=letter_id, detail=detail))
        case SendResult.REFUSED:
            commit.add(letter_id, LetterRefused(letter_id=letter_id, detail=detail))
        case SendResult.UNKNOWN:
            commit.add(letter_id, SendOutcomeUnknown(letter_id=letter_id, detail=detail))
        case SendResult.DEFERRED if attempt > len(_WAITS):
            given_up = f"given up after {attempt} attempts: {detail}"
            commit.add(letter_id, LetterRefused(letter_id=letter_id, detail=given_up))
        case SendResult.DEFERRED:
            again_at = commit.at + timedelta(minutes=_WAITS[attempt - 1])
            commit.add(
                letter_id,
                SendDeferred(letter_id=letter_id, attempt=attempt, detail=detail, next_attempt_at=again_at),
            )
        case _:
            assert_never(outcome.result)


def _last_look(desk: Desk, letter: Letter) -> bool:
    """False where a letter of the schedule is dropped, as not all that it says is true any more."""
    if letter.kind not in SCHEDULED or _why_dropped(desk, letter) is None:
        return True
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        return _goes(desk, commit, letter)


def _goes(desk: Desk, commit: Commit, looked_at: Letter) -> bool:
    """Whether a letter may go by what every process has written up to now; paid or disputed since, and it is dropped."""
    letter = commit.books.letters[looked_at.letter_id]
    if letter.status is not LetterStatus.QUEUED:
        return False
    if letter.kind in SCHEDULED and (why := _why_dropped(desk, letter)):
        commit.add(letter.letter_id, LetterCancelled(letter_id=letter.letter_id, why=why))
        return False
    if gone := gone_from_file(letter, commit.books, desk.policy.public_domains):
        detail = f"address: {', '.join(gone)} is not on file any more; nothing was sent"
        commit.add(letter.letter_id, LetterRefused(letter_id=letter.letter_id, detail=detail))
        return False
    return _is_due(desk, letter)


def _why_dropped(desk: Desk, letter: Letter) -> str | None:
    return why_dropped(desk.books, desk.policy.dunning, letter, today=desk.today(), zone=desk.zone)
