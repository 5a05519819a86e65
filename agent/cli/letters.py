"""Letters as people see them, and what people decide about them."""

from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy

from agent.app import Home
from agent.pipeline import staff


def letter_as(home: Home, letter_id: str, form: str) -> bytes:
    """The letter's text, HTML, or the whole message (`eml`)."""
    content = home.blobs.get(staff.letter_of(home.books, letter_id).sha256)
    if form == "eml":
        return content
    part = message_from_bytes(content, policy=policy.default).get_body(
        ("html",) if form == "html" else ("plain",)
    )
    assert part is not None, letter_id
    return str(part.get_content()).encode()


def approve(
    home: Home, letter_ids: tuple[str, ...], *, clock: Callable[[], datetime], actor: str = "staff"
) -> list[str]:
    """Queue held letters, all or none; a line for each."""
    with home.bookkeeper.commit(clock(), actor) as commit:
        return list(staff.approve(commit, letter_ids))


def cancel(
    home: Home,
    letter_ids: tuple[str, ...],
    *,
    why: str,
    clock: Callable[[], datetime],
    actor: str = "staff",
) -> list[str]:
    """Drop letters that did not go out yet, all or none; a line for each."""
    with home.bookkeeper.commit(clock(), actor) as commit:
        return list(staff.cancel(commit, letter_ids, why))
