"""EDGE From a Maildir to raw messages; it lists file names and reads only what is new (maildir(5))."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import structlog

from agent.errors import AgentError
from agent.facts.events import MessageStatus
from agent.facts.mail import Cursor, RawMessage
from agent.inbox.source import SIZE_MAX, Mode

SUBFOLDERS: Final = ("new", "cur")


log = structlog.get_logger()


class MaildirSource:
    """A MailSource over one folder with new/ and cur/; whoever delivers owns the rest."""

    def __init__(self, folder: Path, *, name: str, mode: Mode, size_max: int = SIZE_MAX) -> None:
        """`name`: the mailbox as in the journal, which stays the same when the home moves."""
        self._folder, self._name, self._mode, self._size_max = folder, name, mode, size_max
        self._paths: dict[str, Path] = {}

    @property
    def name(self) -> str:
        """As MailSource says."""
        return self._name

    def fetch(
        self,
        cursor: Cursor | None,  # noqa: ARG002 - a Maildir has no order of arrival
        is_known: Callable[[str], bool],
    ) -> Iterator[RawMessage]:
        """As MailSource says, in the order of the file names; a key is a file's name before ":"."""
        self._paths = self._listed()
        for key, path in sorted(self._paths.items()):
            if not is_known(key) and (message := self._read(key, path)):
                yield message

    def handled(self, message: RawMessage, *, status: MessageStatus) -> None:  # noqa: ARG002 - all are seen
        """As MailSource says: by `move` to cur/ with the Seen flag. A Maildir has no keywords for `label`."""
        if self._mode != "move":
            return
        try:
            path = self._paths.get(message.key)
            if path is None or not path.exists():  # somebody else gave it other flags
                path = self._listed().get(message.key)
            if path is None or (target := self._folder / "cur" / _seen(path.name)).exists():
                return
            target.parent.mkdir(exist_ok=True)
            path.rename(target)
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._fault(error) from error
        self._paths[message.key] = target

    def close(self) -> None:
        """Forgets what was listed."""
        self._paths = {}

    def _listed(self) -> dict[str, Path]:
        """Every message's file by its key. Links, folders and names with a leading dot are no messages."""
        found: dict[str, Path] = {}
        missing = 0
        for subfolder in SUBFOLDERS:
            try:
                with os.scandir(self._folder / subfolder) as entries:
                    for entry in entries:
                        if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                            found[_key(entry.name)] = Path(entry.path)
            except FileNotFoundError:
                missing += 1
            except OSError as error:
                raise self._fault(error) from error
        if missing == len(SUBFOLDERS):
            raise AgentError(
                f"{self._folder}: no Maildir is there. Make the folder with new/, cur/ and tmp/ in it,"
                " or correct [inbox] url."
            )
        return found

    def _read(self, key: str, path: Path) -> RawMessage | None:
        """The message; None where the file has gone, perhaps to the other folder, and is read next time."""
        try:
            # What stands there by now: no link leads us elsewhere, no pipe makes us wait.
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with open(descriptor, "rb") as file:
                shown = os.fstat(descriptor)
                if not stat.S_ISREG(shown.st_mode):
                    return None
                body = file.read(self._size_max + 1) if shown.st_size <= self._size_max else b""
        except FileNotFoundError:
            return None
        except (
            OSError
        ) as error:  # one file that is not ours to read; it is tried again, and the others are read
            log.warning("message_unreadable", file=str(path), error=error.strerror)
            return None
        size = max(shown.st_size, len(body))
        if size > self._size_max:
            fault = f"{size} bytes, and at most {self._size_max} are read"
            return RawMessage(mailbox=self._name, key=key, size=size, body=b"", fault=fault)
        return RawMessage(mailbox=self._name, key=key, size=size, body=body)

    def _fault(self, error: OSError) -> AgentError:
        return AgentError(
            f"{error.filename or self._folder}: {error.strerror}."
            " Let the user that remitd runs as read and rename what is in [inbox] url."
        )


def _key(name: str) -> str:
    """What stands before ":"; bytes that are no UTF-8 are spelled out, as a journal can't hold them."""
    return os.fsencode(name.split(":")[0]).decode("utf-8", "backslashreplace")


def _seen(name: str) -> str:
    """The name with flag S among its flags, in ASCII order. Info that isn't version 2 stays as it is."""
    unique, colon, info = name.partition(":")
    if colon and not info.startswith("2,"):
        return name
    return f"{unique}:2,{''.join(sorted(set(info[2:]) | {'S'}))}"
