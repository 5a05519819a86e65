"""EDGE From a letter to a file in a Maildir's new/, for trying out, or where others carry the mail."""

import os
from collections.abc import Callable
from pathlib import Path

from agent.errors import AgentError
from agent.facts.sending import SendOutcome, SendResult
from agent.ids import digest
from agent.outbox.transport import unsendable


class MaildirTransport:
    """A MailTransport into one folder. A letter sent twice leaves one file: its outcome is never UNKNOWN."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(
        self,
        letter_bytes: bytes,
        *,
        sender: str,
        recipients: tuple[str, ...],
        message_id: str,
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """As MailTransport says. Nothing but the rename into new/ comes after `before_data`."""
        if refusal := unsendable(letter_bytes, sender, recipients):
            return refusal
        name = f"{digest(message_id.encode())[:32]}.eml"
        arrived = SendOutcome(result=SendResult.ACCEPTED, detail=f"new/{name}")
        try:
            written = self._written(name, letter_bytes)
            lies_there = self._lies_there(name)
        except OSError as error:
            raise AgentError(
                f"{error.filename or self._folder}: {error.strerror}."
                " Let the user that remitd runs as write to the folder of [outbox] url."
            ) from error
        before_data()
        try:
            if lies_there:
                written.unlink()
            else:
                written.rename(self._folder / "new" / name)
                _fsync(self._folder / "new")
        except OSError as error:
            return SendOutcome(
                result=SendResult.DEFERRED, detail=f"{error.filename or self._folder}: {error.strerror}"
            )
        return arrived

    @property
    def is_idempotent(self) -> bool:
        """The file's name is the letter's."""
        return True

    def check(self) -> None:
        """The folders are made when a letter comes."""

    def close(self) -> None:
        """Nothing is held."""

    def _written(self, name: str, letter_bytes: bytes) -> Path:
        """The letter in tmp/, durable; an earlier attempt's rest is overwritten."""
        for subfolder in ("tmp", "new", "cur"):
            (self._folder / subfolder).mkdir(parents=True, exist_ok=True)
        path = self._folder / "tmp" / name
        with path.open("wb") as file:
            file.write(letter_bytes)
            file.flush()
            os.fsync(file.fileno())
        return path

    def _lies_there(self, name: str) -> bool:
        """True where the letter has arrived before, read or not."""
        if (self._folder / "new" / name).exists():
            return True
        with os.scandir(self._folder / "cur") as entries:
            return any(entry.name.partition(":")[0] == name for entry in entries)


def _fsync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
