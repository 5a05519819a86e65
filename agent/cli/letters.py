"""Letters as people see them, and what people decide about them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from email import message_from_bytes, policy

from agent.app import Home
from agent.errors import AgentError
from agent.facts.books import Books
from agent.facts.events import LetterApproved, LetterCancelled
from agent.facts.letters import Letter, LetterStatus
from agent.pipeline.sending import SENDING


def _letter(books: Books, letter_id: str) -> Letter:
    letter = books.letters.get(letter_id)
    if letter is None:
        raise AgentError(f"{letter_id} is no letter of this home; see: remitd letters")
    return letter


def letter_as(home: Home, letter_id: str, form: str) -> bytes:
    """The letter's text, HTML, or the whole message (`eml`)."""
    content = home.blobs.get(_letter(home.books, letter_id).sha256)
    if form == "eml":
        return content
    part = message_from_bytes(content, policy=policy.default).get_body(
        ("html",) if form == "html" else ("plain",)
    )
    assert part is not None, letter_id
    return str(part.get_content()).encode()


def approve(
    home: Home, letter_ids: tuple[str, ...], *, clock: Callable[[], datetime], actor: str = "staff"
) -> Iterator[str]:
    """Queue held letters, all or none; a line for each."""
    with home.bookkeeper.commit(clock(), actor) as commit:
        for letter_id in letter_ids:
            letter = _letter(commit.books, letter_id)
            if letter.status is not LetterStatus.HELD:
                raise AgentError(f"{letter_id} is {letter.status}, not held; only held letters are approved")
        for letter_id in dict.fromkeys(letter_ids):
            commit.add(letter_id, LetterApproved(letter_id=letter_id))
    for letter_id in letter_ids:
        letter = home.books.letters[letter_id]
        yield f"{letter_id}: queued for {', '.join(letter.to)}; the next run sends it"


def cancel(
    home: Home,
    letter_ids: tuple[str, ...],
    *,
    why: str,
    clock: Callable[[], datetime],
    actor: str = "staff",
) -> Iterator[str]:
    """Drop letters that did not go out yet, all or none; a line for each."""
    with home.bookkeeper.commit(clock(), actor) as commit:
        for letter_id in letter_ids:
            letter = _letter(commit.books, letter_id)
            is_waiting = letter.status in (LetterStatus.HELD, LetterStatus.QUEUED)
            if not is_waiting or letter.detail == SENDING:
                state = "being sent" if letter.detail == SENDING else str(letter.status)
                raise AgentError(
                    f"{letter_id} is {state}; only letters that are held or queued can be cancelled"
                )
        for letter_id in dict.fromkeys(letter_ids):
            commit.add(letter_id, LetterCancelled(letter_id=letter_id, why=why))
    for letter_id in letter_ids:
        yield f"{letter_id}: cancelled"
