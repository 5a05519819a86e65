"""EDGE the bytes of a batch to a file of the operator's: whole under its name, or not at all."""

import os
from pathlib import Path

from agent.errors import AgentError


class Handover:
    """A file that is written and synced under a name of its own, and takes its real one when the batch is recorded."""

    def __init__(self, path: Path, batch: str) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{batch}.part")

    def holds(self, content: bytes) -> bool:
        """True where the file is there with these bytes. AgentError where another one is: it may not be posted yet."""
        try:
            if not self._path.exists():
                return False
            same = self._path.read_bytes() == content
        except OSError as error:
            raise self._fault(error) from error
        if not same:
            raise AgentError(f"{self._path}: is there already and holds something else; name another file")
        return True

    def write(self, content: bytes) -> None:
        """Durable, and not yet under the file's name."""
        try:
            with self._part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._fault(error) from error

    def finish(self) -> None:
        """Give the file its name."""
        try:
            self._part.rename(self._path)
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise self._fault(error) from error

    def drop(self) -> None:
        """Leave nothing behind."""
        self._part.unlink(missing_ok=True)

    def _fault(self, error: OSError) -> AgentError:
        return AgentError(
            f"{self._path}: can't be written ({error.strerror}); name a file in a folder that is there"
        )
