"""Clocks around the steps of a message's way: each counts its own time, not that of the steps inside it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import agent.pipeline.answering
import agent.pipeline.bookkeeping
import agent.pipeline.fetching
import agent.pipeline.message
import agent.pipeline.opening
import agent.pipeline.reading
import agent.pipeline.round
import agent.pipeline.sending
import agent.pipeline.writing
from agent.extract.pool import ReaderPool
from agent.outbox.maildir import MaildirTransport
from agent.pipeline.opening_process import AheadOpener
from agent.store.file_blobs import FileBlobs
from agent.store.file_journal import FileJournal

_WATCHED: list[tuple[object, str, str]] = [
    (agent.pipeline.opening, "parse", "parse the mail"),
    (agent.pipeline.opening, "read_structured", "structured formats"),
    (ReaderPool, "read", "open attachments"),
    (agent.pipeline.reading, "read_mail", "read what it says"),
    (agent.pipeline.reading, "identify", "find the payer"),
    (agent.pipeline.message, "match", "match with the ledger"),
    (agent.pipeline.writing, "compose", "compose the letter"),
    (agent.pipeline.writing, "render", "render the letter, and read it back"),
    (agent.pipeline.message, "understand", "understand, the rest of it"),
    (agent.pipeline.answering, "answer", "answer, the rest of it"),
    (agent.pipeline.bookkeeping.fold, "apply", "fold into the books"),
    (AheadOpener, "_result", "wait for the second process"),
    (agent.pipeline.round, "handle", "handle, the rest of it"),
    (agent.pipeline.round, "write_due", "scheduled letters"),
    (FileBlobs, "put", "keep bytes"),
    (FileBlobs, "sync", "sync names of bytes"),
    (FileJournal, "append", "commit to the journal"),
    (MaildirTransport, "send", "send"),
]


class Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Put the clocks around the steps while this lasts."""
        originals = [(owner, name, getattr(owner, name)) for owner, name, _ in _WATCHED]
        for owner, name, label in _WATCHED:
            setattr(owner, name, self._watched(getattr(owner, name), label))
        try:
            yield
        finally:
            for owner, name, original in originals:
                setattr(owner, name, original)

    def _watched(self, step: Callable[..., Any], label: str) -> Callable[..., Any]:
        @wraps(step)
        def timed(*arguments: Any, **words: Any) -> Any:
            self._inside.append(0.0)
            started = time.perf_counter()
            try:
                return step(*arguments, **words)
            finally:
                spent = time.perf_counter() - started
                self.seconds[label] += spent - self._inside.pop()
                if self._inside:
                    self._inside[-1] += spent

        return timed
