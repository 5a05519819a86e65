"""A bank statement that an operator has as a file to the journal: the way of a mail of the bank, without the mail."""

from dataclasses import dataclass
from pathlib import Path

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Message
from agent.facts.mail import Sort
from agent.facts.readings import Kind
from agent.ids import mint
from agent.pipeline.desk import Desk
from agent.pipeline.message import handle
from agent.pipeline.opening import InlineOpener, file_mail


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDone:
    """What a statement led to, for the operator; `message` None: it was known before, as `known_as` says."""

    message: Message | None = None
    known_as: str = ""
    recorded: int = 0  # payments that nobody had told of
    cleared: int = 0  # payments told of before, whose money it shows
    taken_back: int = 0


def import_statement(desk: Desk, opener: InlineOpener, path: Path) -> StatementDone:
    """All that follows from the statement, in one commit. AgentError where it is none: then nothing is written."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AgentError(f"{path}: can't be opened ({error.strerror}); give a bank's statement") from error
    opened = opener.open_mail(file_mail(path.name, content, Sort.BANK))
    sha256 = desk.blobs.put(content)
    desk.blobs.sync()
    mail_id = mint("M", sha256)
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        known = commit.books.message_by_content.get(sha256)
        if known:
            return StatementDone(known_as=known)
        received = e.MessageReceived(
            mail_id=mail_id, mailbox=f"file:{path.name}", key=sha256, sha256=sha256, size=len(content)
        )
        commit.add(mail_id, received)
        handle(desk, commit, mail_id, opened)
        message = commit.books.messages[mail_id]
        if message.kind is not Kind.BANK_STATEMENT:
            said = "; ".join(message.why) or "it says nothing that is read"
            raise AgentError(
                f"{path}: is no bank statement that can be read ({said}); give camt.052/053/054, MT940, OFX, BAI2, or the "
                "bank's CSV or XLSX export (headings: rules/exports.toml)"
            )
        desk.blobs.sync()
        kinds = [type(entry.event) for entry in commit.entries]
    return StatementDone(
        message=message,
        recorded=kinds.count(e.PaymentRecorded),
        cleared=kinds.count(e.PaymentCleared),
        taken_back=kinds.count(e.CashReversed),
    )
