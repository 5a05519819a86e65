"""Mailbox to journal: raw bytes into the blobs first, then one line that says they are ours; only then are they read."""

from collections.abc import Iterator

from agent.facts.events import MessageReceived, MessageRepeated
from agent.facts.mail import Cursor, RawMessage
from agent.ids import digest, mint
from agent.inbox.source import MailSource
from agent.pipeline.desk import Desk

_BATCH_COUNT = 50
_BATCH_BYTES = 8_000_000


def fetch(desk: Desk, source: MailSource) -> Iterator[int]:
    """Receive all that is new, batch by batch; yields how many messages each commit brought."""
    place = desk.books.last_uid.get(source.name)
    cursor = Cursor(uidvalidity=place[0], last_uid=place[1]) if place else None
    known = desk.books.message_by_key
    lingering: list[str] = []

    def is_known(key: str) -> bool:
        if (source.name, key) not in known:
            return False
        lingering.append(key)
        return True

    batch: list[RawMessage] = []
    for message in source.fetch(cursor, is_known):
        batch.append(message)
        if len(batch) == _BATCH_COUNT or sum(len(raw.body) for raw in batch) >= _BATCH_BYTES:
            yield _receive(desk, batch)
            batch = []
    if batch:
        yield _receive(desk, batch)
    _show(desk, source, lingering)


def _receive(desk: Desk, batch: list[RawMessage]) -> int:
    blob_ids = [desk.blobs.put(raw.body) if raw.body else "" for raw in batch]
    desk.blobs.sync()
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        for raw, blob_id in zip(batch, blob_ids, strict=True):
            if (raw.mailbox, raw.key) not in commit.books.message_by_key:
                event = _event(raw, blob_id, commit.books.message_by_content)
                commit.add(event.mail_id, event)
    return len(batch)


def _event(raw: RawMessage, blob_id: str, by_content: dict[str, str]) -> MessageReceived | MessageRepeated:
    sha256 = blob_id or digest(f"{raw.mailbox}\n{raw.key}".encode())
    mail_id = mint("M", sha256)
    if sha256 in by_content:
        return MessageRepeated(mail_id=mail_id, mailbox=raw.mailbox, key=raw.key)
    return MessageReceived(
        mail_id=mail_id,
        mailbox=raw.mailbox,
        key=raw.key,
        sha256=sha256,
        size=raw.size,
        fault="" if raw.body else raw.fault or "the message is empty",
    )


def show_handled(desk: Desk, source: MailSource, mail_id: str) -> None:
    """Label or move the message in its mailbox, where the mode says so; after its commit, so it is never lost."""
    message = desk.books.messages[mail_id]
    if message.status is not None and message.mailbox == source.name:
        raw = RawMessage(mailbox=message.mailbox, key=message.key, size=message.size, body=b"")
        source.handled(raw, status=message.status)


def _show(desk: Desk, source: MailSource, keys: list[str]) -> None:
    """What an earlier run handled and was killed before it could show it."""
    for key in keys:
        mail_id = desk.books.message_by_key[source.name, key]
        if mail_id not in desk.books.unhandled and desk.config.mode != "observe":
            show_handled(desk, source, mail_id)
