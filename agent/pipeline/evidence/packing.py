"""Names and bytes to a ZIP that is the same for the same files, with a manifest of their hashes."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Final, Protocol

MANIFEST: Final = "MANIFEST.sha256"
_FIRST: Final = (1980, 1, 1, 0, 0, 0)  # what a ZIP can say
_MODE: Final = 0o644 << 16  # a plain file


class Sink(Protocol):
    """Where the bytes of one file go."""

    def write(self, content: bytes, /) -> object:
        """Append."""
        ...


class Packing:
    """A ZIP in the making: every file in one folder, stamped with one time."""

    def __init__(self, file: IO[bytes], *, folder: str, at: datetime) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._folder = folder
        self._stamp = max(_FIRST, at.timetuple()[:6])
        self._hashes: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        """One file."""
        with self.adding(name) as sink:
            sink.write(content)

    @contextmanager
    def adding(self, name: str) -> Iterator[Sink]:
        """One file, written piece by piece."""
        assert name not in self._hashes, name
        info = zipfile.ZipInfo(f"{self._folder}/{name}", self._stamp)
        info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, _MODE, 3
        with self._zip.open(info, "w", force_zip64=True) as file:
            sink = _Hashing(file)
            yield sink
        self._hashes[name] = sink.hash.hexdigest()

    def close(self) -> str:
        """The manifest, in the form of sha256sum, and the ZIP's end; SHA-256 of the manifest."""
        lines = "".join(f"{known}  {name}\n" for name, known in sorted(self._hashes.items()))
        self.add(MANIFEST, lines.encode())
        self._zip.close()
        return self._hashes[MANIFEST]


class _Hashing:
    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.hash = file, hashlib.sha256()

    def write(self, content: bytes, /) -> None:
        """To the file and to the hash."""
        self._file.write(content)
        self.hash.update(content)
