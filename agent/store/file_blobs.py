"""EDGE bytes by SHA-256 as files: state/blobs/ab/abcd..., written once, never changed."""

import os
from pathlib import Path

from agent.errors import JournalBroken
from agent.ids import digest


class FileBlobs:
    """Blobs under a folder. `put` is durable after `sync`, so that a batch costs few fsyncs of folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unsynced: set[Path] = set()

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256. The bytes are on disk when this returns, their name after sync()."""
        sha256 = digest(content)
        path = self._path(sha256)
        if path.exists():
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fdatasync(file.fileno())
        temporary.rename(path)
        self._unsynced |= {path.parent, self._folder}
        return sha256

    def sync(self) -> None:
        """Make the names of all that was put durable; before the journal line that tells of them."""
        for folder in self._unsynced:
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
        self._unsynced.clear()

    def get(self, sha256: str) -> bytes:
        """The bytes. JournalBroken where they are gone or not what they were."""
        try:
            content = self._path(sha256).read_bytes()
        except OSError as error:
            raise JournalBroken(
                f"{self._path(sha256)}: cannot be read ({error.strerror}); restore it from a backup"
            ) from error
        if digest(content) != sha256:
            raise JournalBroken(f"{self._path(sha256)}: its bytes were changed; restore it from a backup")
        return content
