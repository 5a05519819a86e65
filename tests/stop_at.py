"""`remitd` that stops itself (SIGSTOP) at one moment of its work, so that a test can kill it exactly there."""

import os
import signal
from collections.abc import Callable, Sequence
from typing import Any

from agent.__main__ import main
from agent.facts.events import ApplicationsExported, LetterQueued
from agent.outbox.smtp import SmtpTransport
from agent.store.file_journal import FileJournal
from agent.store.journal import Entry

MOMENT = os.environ["STOP_AT"]


def stop() -> None:
    """Wait to be killed."""
    os.kill(os.getpid(), signal.SIGSTOP)


def around_append(append: Callable[[FileJournal, Sequence[Entry]], None]) -> Any:
    """The commit of a message's effects, or of an export: stop just before it, or just after."""

    def stopping(journal: FileJournal, entries: Sequence[Entry]) -> None:
        is_effects = any(isinstance(entry.event, LetterQueued | ApplicationsExported) for entry in entries)
        if is_effects and MOMENT == "before_commit":
            stop()
        append(journal, entries)
        if is_effects and MOMENT == "after_commit":
            stop()

    return stopping


def around_send(send: Callable[..., Any]) -> Any:
    """Before the first word to the server about this letter."""

    def stopping(transport: SmtpTransport, *arguments: Any, **words: Any) -> Any:
        if MOMENT == "before_data":
            stop()
        return send(transport, *arguments, **words)

    return stopping


if __name__ == "__main__":
    FileJournal.append = around_append(FileJournal.append)  # type: ignore[method-assign]
    SmtpTransport.send = around_send(SmtpTransport.send)  # type: ignore[method-assign]
    main()
