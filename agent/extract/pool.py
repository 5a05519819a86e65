"""EDGE Turns parts of mails into documents; binary ones in processes that can be killed and replaced."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import msgspec

from agent.errors import AgentError
from agent.extract.plain import read_plain
from agent.extract.sniff import Format, sniff
from agent.extract.worker import MAX_ANSWER, READY, Answer, Task
from agent.facts.documents import Document, Fault, PagePicture, Unread
from agent.facts.mail import Part

MAX_BYTES = 25_000_000  # of one part
START_SECONDS = 60.0  # until a reader process has loaded its libraries: 0.3 where the machine is idle
_START = """
import sys
tasks, answers, *sys.path = sys.argv[1:]
from agent.extract.worker import serve
serve(int(tasks), int(answers))
"""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Answer).decode


class ReaderPool:
    """A DocumentReader with up to `max_workers` reader processes; safe for threads.

    Nothing is started before the first PDF or workbook. A document that takes longer than `seconds` is
    TIMED_OUT, one that ends its process is BROKEN, and the next one gets a fresh process.
    """

    def __init__(self, *, max_workers: int = 1, seconds: float = 20.0) -> None:
        self._seconds = seconds
        self._free = threading.BoundedSemaphore(max_workers)
        self._idle: list[_Process] = []

    def read(self, part: Part) -> Document | Unread | None:
        """The rows of a part, or why it can't be read; None where nothing in it is for reading."""
        if len(part.content) > MAX_BYTES:
            detail = f"{len(part.content)} bytes; {MAX_BYTES} are read"
            return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=detail)
        format = sniff(part)
        if format in (Format.PDF, Format.SHEET, Format.DOCX, Format.ODT):
            return self._read_apart(part, format)
        return read_plain(part, format)

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """Pictures of these pages of a PDF, as far as they can be drawn; none of another format."""
        if not pages or len(part.content) > MAX_BYTES or sniff(part) is not Format.PDF:
            return ()
        answer, _ = self._ask("picture", part, tuple(pages))
        return answer.pictures if answer else ()

    def close(self) -> None:
        """Ends the reader processes that are idle."""
        while self._idle:
            self._idle.pop().end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read_apart(self, part: Part, format: Format) -> Document | Unread:
        answer, was_late = self._ask(format.value, part)
        if answer is None:
            detail = (
                f"it took more than {self._seconds:g} seconds"
                if was_late
                else "the reader process died of it"
            )
            return Unread(part=part.name, fault=Fault.TIMED_OUT if was_late else Fault.BROKEN, detail=detail)
        read = answer.document or answer.unread
        assert read is not None
        return read

    def _ask(self, kind: str, part: Part, pages: tuple[int, ...] = ()) -> tuple[Answer | None, bool]:
        """The answer of a reader process, and whether it was late where there is none."""
        seconds = max(1, round(self._seconds))
        task = _encode(Task(kind=kind, part=part.name, content=part.content, seconds=seconds, pages=pages))
        with self._free:
            process = self._process()
            answer = process.ask(task, self._seconds)
            if answer is not None and not answer.last:
                self._idle.append(process)
            else:
                process.end()
        return answer, process.was_late

    def _process(self) -> "_Process":
        """An idle process that lives, or a fresh one."""
        while True:
            try:
                process = self._idle.pop()
            except IndexError:
                return _Process()
            if process.is_alive:
                return process
            process.end()


class _Process:
    """A reader process (agent/extract/worker.py) without environment, terminal or open files of ours."""

    def __init__(self) -> None:
        tasks, self_tasks = os.pipe()
        self_answers, answers = os.pipe()
        paths = [os.path.abspath(path) for path in sys.path]
        self.was_late = False
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and our own words
            [sys.executable, "-I", "-c", _START, str(tasks), str(answers), *paths],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(tasks, answers),
            env={},
            cwd="/",
            process_group=0,
        )
        os.close(tasks)
        os.close(answers)
        self._tasks = Connection(self_tasks, readable=False)
        self._answers = Connection(self_answers, writable=False)
        self._is_ready = False

    @property
    def is_alive(self) -> bool:
        """False where it ended by itself, or was ended by others, since its last answer."""
        return self._process.poll() is None

    def ask(self, task: bytes, seconds: float) -> Answer | None:
        """The answer to a task; None where the process died, was late and killed, or answered nonsense."""
        self._await_start()
        clock = threading.Timer(seconds, self._stop)
        clock.start()
        try:
            self._tasks.send_bytes(task)
            return _decode(self._answers.recv_bytes(MAX_ANSWER))
        except (EOFError, OSError, msgspec.DecodeError):
            return None
        finally:
            clock.cancel()

    def end(self) -> None:
        """Kills the process and frees what it held here."""
        self._process.kill()
        self.was_late |= self._process.wait() == -signal.SIGXCPU
        self._tasks.close()
        self._answers.close()

    def _await_start(self) -> None:
        if self._is_ready:
            return
        try:
            self._is_ready = (
                self._answers.poll(START_SECONDS) and self._answers.recv_bytes(len(READY)) == READY
            )
        except (EOFError, OSError):
            self._is_ready = False
        if not self._is_ready:
            self.end()
            raise AgentError(
                "The reader process for PDFs and workbooks does not start: run"
                " `python -c 'import agent.extract.worker'` to see why; it needs 1 GiB of address space."
            )

    def _stop(self) -> None:
        self.was_late = True
        self._process.kill()
