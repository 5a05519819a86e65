"""EDGE the journal as files: state/journal/YYYY-MM.jsonl, appended under a lock, one fsync a commit."""

import fcntl
import os
import re
import time
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from agent.errors import HomeBusy, JournalBroken
from agent.facts.events import Recorded, Stamped
from agent.store.codec import GENESIS, Line, check, decode, encode, event_of
from agent.store.journal import Entry, Position

_TICK_NS: Final = 2_000_000_000  # the coarsest clock of a file system's times
START: Final = Position(seq=0, head=GENESIS, segment="", offset=0)


_WHOLE: Final = re.compile(rb',"hash":"[0-9a-f]{64}"\}(?=.)', re.DOTALL)


def _check_torn(line: bytes, segment: str) -> None:
    """A killed writer leaves a beginning of a line; a whole line with something else for its end was changed later."""
    if _WHOLE.search(line):
        raise JournalBroken(
            f"state/journal/{segment}: the last line's end was changed; restore the file from a backup"
        )


class FileJournal:
    """A Journal over the folder `state`. Reading needs no lock and changes nothing; writing holds `state/lock`."""

    def __init__(self, state: Path, *, start: Position = START, lock_wait_seconds: float = 10.0) -> None:
        self._folder = state / "journal"
        self._lock_path = state / "lock"
        self._lock_wait_seconds = lock_wait_seconds
        self._at = start
        self._is_writing = False
        self._lock: IO[bytes] | None = None  # kept open: a commit is little more than its one fsync
        self._file: tuple[str, IO[bytes]] | None = None
        self._listed: list[str] = []  # segments, as the folder was when it was changed at _listed_ns
        self._listed_ns: int | None = None

    @property
    def position(self) -> Position:
        """After the last line handed out or written."""
        return self._at

    def rewind(self) -> None:
        """Stand before the first line again."""
        self._at = START

    def holds(self, position: Position) -> bool:
        """True where the file really has the line that `position` says it stands after."""
        if position.seq == 0:
            return True
        path = self._folder / position.segment
        ending = f',"hash":"{position.head}"}}\n'.encode()
        try:
            with path.open("rb") as file:
                file.seek(max(0, position.offset - len(ending)))
                return file.read(len(ending)) == ending
        except OSError:
            return False

    def tail(self) -> Iterator[Recorded]:
        """Lines of whole commits after `position`; a commit that is not whole yet is left for later."""
        for commit in self.commits():
            yield from commit

    def since(self, at: datetime) -> Iterator[Recorded]:
        """Lines up to `position`; a segment is never of an earlier month than what is stamped in it."""
        for segment in self._segments(f"{at.astimezone(UTC):%Y-%m}.jsonl"):
            where = f"state/journal/{segment}"
            with (self._folder / segment).open("rb") as file:
                for line in file:
                    parsed = check(line.removesuffix(b"\n"), where=where)
                    if parsed.seq > self._at.seq:
                        return
                    yield decode(parsed, where=where)
                    if parsed.seq == self._at.seq:
                        return

    def commits(self) -> Iterator[list[Recorded]]:
        """The same, each commit by itself."""
        for segment, commit in self._commits():
            where = f"state/journal/{segment}"
            yield [decode(line, where=where) for line in commit]

    def lines(self) -> Iterator[Line]:
        """The same, line by line and verified, without looking into the events."""
        for _, commit in self._commits():
            yield from commit

    def stamped(self, kinds: Collection[type]) -> Iterator[Stamped]:
        """Lines of whole commits after `position`, all verified, those of these kinds alone with their events."""
        names = {kind.__name__ for kind in kinds}
        for segment, commit in self._commits():
            where = f"state/journal/{segment}"
            for line in commit:
                event = event_of(line, where=where) if line.kind in names else None
                yield Stamped(line.seq, line.at, event)

    def check(self) -> None:
        """Go on to the last whole commit without looking into the events. JournalBroken where the chain breaks."""
        for _ in self._commits():
            pass

    def _commits(self) -> Iterator[tuple[str, list[Line]]]:
        for segment in self._segments(self._at.segment):
            offset = self._at.offset if segment == self._at.segment else 0
            path = f"{self._folder}/{segment}"
            if os.stat(path).st_size == offset:  # nothing new, as nearly always when a commit begins
                continue
            with open(path, "rb") as file:
                file.seek(offset)
                for commit in self._whole_commits(segment, file, offset):
                    yield segment, commit

    def _whole_commits(self, segment: str, file: IO[bytes], offset: int) -> Iterator[list[Line]]:
        commit: list[Line] = []
        seq, head, where = self._at.seq, self._at.head, f"state/journal/{segment}"
        for line in file:
            if not line.endswith(b"\n"):
                _check_torn(line, segment)
                break
            parsed = check(line[:-1], where=where)
            if parsed.seq != seq + 1 or parsed.prev != head:
                raise JournalBroken(
                    f"{where}: line {parsed.seq} does not follow line {seq}; "
                    "lines were removed, added or moved: restore the file from a backup"
                )
            offset += len(line)
            seq, head = parsed.seq, parsed.hash
            commit.append(parsed)
            if parsed.more == 0:
                self._at = Position(seq=seq, head=head, segment=segment, offset=offset)
                yield commit
                commit = []

    def _segments(self, first: str) -> list[str]:
        """From `first` on. The folder is listed anew when it was changed, or may be again within its clock's tick."""
        try:
            changed_ns = os.stat(self._folder).st_mtime_ns
            if changed_ns != self._listed_ns:
                self._listed = sorted(name for name in os.listdir(self._folder) if name.endswith(".jsonl"))
                self._listed_ns = changed_ns if time.time_ns() - changed_ns > _TICK_NS else None
        except FileNotFoundError:
            return []
        return self._listed[bisect_left(self._listed, first) :]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold `state/lock`; HomeBusy where another process keeps it longer than the wait."""
        assert not self._is_writing, "writing() inside of writing()"
        deadline = time.monotonic() + self._lock_wait_seconds
        while not (lock := self._locked()):
            if time.monotonic() >= deadline:
                raise HomeBusy(f"{self._lock_path}: another remitd command is writing; try again in a moment")
            time.sleep(0.02)
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False
            fcntl.flock(lock, fcntl.LOCK_UN)

    def _locked(self) -> int | None:
        """The lock's file handle once it is ours; None while another process has it."""
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = self._lock_path.open("ab", buffering=0)
        handle = self._lock.fileno()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return None
        if os.fstat(handle).st_nlink:
            return handle
        self._lock.close()  # the file was removed: who comes now would lock another one
        self._lock = None
        return None

    def append(self, entries: Sequence[Entry]) -> None:
        """Write one commit: one write, one fsync. A torn commit of a killed writer before it is dropped."""
        assert self._is_writing, "append outside of writing()"
        if not entries:
            return
        # The clock of a later command may be earlier (imports); the order of segments must not be.
        segment = max(self._at.segment, f"{entries[-1].at:%Y-%m}.jsonl")
        seq, head = self._at.seq, self._at.head
        lines: list[bytes] = []
        for entry in entries:
            seq += 1
            line, head = encode(
                seq=seq,
                at=entry.at,
                actor=entry.actor,
                subject=entry.subject,
                event=entry.event,
                more=len(entries) - 1 - len(lines),
                prev=head,
            )
            lines.append(line)
        offset = self._write(segment, b"".join(lines))
        self._at = Position(seq=seq, head=head, segment=segment, offset=offset)

    def _write(self, segment: str, content: bytes) -> int:
        """Append durably after the last whole commit; the offset behind it."""
        start = self._at.offset if segment == self._at.segment else 0
        handle = self._opened(segment).fileno()
        # All of tail() was read, so what lies behind `start` is a commit that nobody was told of.
        if os.fstat(handle).st_size != start:
            os.ftruncate(handle, start)
        written = 0
        while written < len(content):
            written += os.pwrite(handle, content[written:] if written else content, start + written)
        os.fdatasync(handle)
        return start + len(content)

    def _opened(self, segment: str) -> IO[bytes]:
        if self._file and self._file[0] == segment:
            return self._file[1]
        self._close_segment()
        path = self._folder / segment
        is_new = not path.exists()
        file = path.open("r+b" if not is_new else "w+b", buffering=0)
        if is_new:
            folder = os.open(self._folder, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)
        self._file = (segment, file)
        return file

    def close(self) -> None:
        """Close the segment's file and the lock's."""
        self._close_segment()
        if self._lock:
            self._lock.close()
            self._lock = None

    def _close_segment(self) -> None:
        if self._file:
            self._file[1].close()
            self._file = None
