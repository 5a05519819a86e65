"""EDGE bytes by SHA-256 as files: state/blobs/a/abcd..., written once, never changed."""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from agent.errors import JournalBroken
from agent.ids import digest

# Disks take several syncs at once for little more than the price of one; a batch of mail waits for one round of them.
_WRITERS = 8


class FileBlobs:
    """Blobs under a folder. What was put is on its way to the disk, and durable once sync() returns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writers: ThreadPoolExecutor | None = None
        self._pending: dict[str, Future[None]] = {}

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[0] / sha256

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256 in hexadecimal."""
        sha256 = digest(content)
        if sha256 not in self._pending and not self._path(sha256).exists():
            self._writers = self._writers or ThreadPoolExecutor(_WRITERS, thread_name_prefix="blobs")
            self._pending[sha256] = self._writers.submit(_write, self._path(sha256), content)
        return sha256

    def sync(self) -> None:
        """Make bytes and names of all that was put durable; before the journal line that tells of them."""
        if not self._pending:
            return
        assert self._writers
        pending, self._pending = self._pending, {}
        for written in pending.values():
            written.result()
        folders = {self._folder, *(self._path(sha256).parent for sha256 in pending)}
        list(self._writers.map(_sync_folder, folders))

    def get(self, sha256: str) -> bytes:
        """The bytes. JournalBroken where they are gone or not what they were."""
        if sha256 in self._pending:
            self._pending[sha256].result()
        path = self._path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise JournalBroken(
                f"{path}: can't be read ({error.strerror}); restore it from a backup"
            ) from error
        if digest(content) != sha256:
            raise JournalBroken(f"{path}: its bytes were changed; restore it from a backup")
        return content

    def holds(self, sha256: str) -> bool:
        """True where the bytes lie there, whole or not."""
        return sha256 in self._pending or self._path(sha256).exists()

    def close(self) -> None:
        """Let the writers end."""
        if self._writers:
            self._writers.shutdown()
            self._writers = None


def _write(path: Path, content: bytes) -> None:
    """Whole under its name or not at all: a kill leaves a temporary file that the next try replaces."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fdatasync(file.fileno())
    temporary.rename(path)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
