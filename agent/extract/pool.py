"""EDGE Turns parts of mails into documents; binary ones in processes that can be killed and replaced."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import msgspec

from agent.errors import AgentError
from agent.extract.files.plain import read_plain
from agent.extract.files.sniff import Format, is_scan, sniff
from agent.extract.paper.joined import joined, pages_to_recognise, warned
from agent.extract.worker import MAX_ANSWER, READY, Answer, Task
from agent.facts.documents import Document, Fault, PagePicture, Unread
from agent.facts.mail import Part

MAX_BYTES = 25_000_000  # of one part
START_SECONDS = (
    60.0  # until a reader process has loaded its libraries: 0.3 where the machine is idle, 1.5 for scans
)
SCAN_SECONDS = 120.0  # for the pages of one part: 2 to 4 each, 20 where a page is full of words
_START = """
import sys
tasks, answers, scans, *sys.path = sys.argv[1:]
from agent.extract.worker import serve
serve(int(tasks), int(answers), int(scans))
"""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # libraries start one for each core else
_APART = (Format.SHEET, Format.DOCX, Format.ODT, Format.OFD)
_PICTURES = (Format.PICTURE, Format.GRAPHIC)
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Answer).decode


def can_recognise() -> bool:
    """True where what reads scans is installed: the extra `ocr`."""
    try:
        return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))
    except ImportError:
        return False


class ReaderPool:
    """A DocumentReader with up to `max_workers` reader processes; safe for threads.

    Nothing is started before the first PDF or workbook. A document that takes longer than `seconds` is
    TIMED_OUT, one that ends its process is BROKEN, and the next one gets a fresh process. Each scan gets a process
    of its own, which is not kept: it holds 350 MB. Without `recognises` scans are NO_TEXT.
    """

    def __init__(self, *, max_workers: int = 1, seconds: float = 20.0, recognises: bool = False) -> None:
        self._seconds = seconds
        self._recognises = recognises
        self._free = threading.BoundedSemaphore(max_workers)
        self._idle: list[_Process] = []

    def read(self, part: Part, *, may_recognise: bool = True) -> Document | Unread | None:
        """The rows of a part, or why it can't be read; None where nothing in it is for reading."""
        if len(part.content) > MAX_BYTES:
            detail = f"{len(part.content)} bytes; {MAX_BYTES} are read"
            return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=detail)
        format = sniff(part)
        may_recognise = may_recognise and self._recognises
        if format in _APART:
            return self._read_apart(part, format)
        if format is Format.PDF:
            read = self._read_apart(part, format)
            pages = pages_to_recognise(read)
            return warned(
                joined(read, self._recognise(part, pages)) if may_recognise and pages is not None else read
            )
        if format in _PICTURES and may_recognise and is_scan(part.content):
            read = warned(self._recognise(part, ()))
            return read if format is Format.PICTURE else _if_page(read)
        return read_plain(part, format)

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """Pictures of these pages of a PDF, as far as they can be drawn; none of another format."""
        if not pages or len(part.content) > MAX_BYTES or sniff(part) is not Format.PDF:
            return ()
        answer, _ = self._ask("picture", part, tuple(pages))
        return answer.pictures if answer else ()

    def try_scans(self) -> None:
        """Starts what recognises scans, and ends it; AgentError where it does not start."""
        process = _Process(scans=True)
        process.await_start()
        process.end()

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
        return _said(answer, part, self._seconds, was_late=was_late)

    def _recognise(self, part: Part, pages: tuple[int, ...]) -> Document | Unread:
        """What these pages show, or all of them, read in a process of their own."""
        task = _task("scan", part, SCAN_SECONDS, pages)
        with self._free:
            process = _Process(scans=True)
            try:
                answer = process.ask(task, SCAN_SECONDS)
            except (
                AgentError
            ) as error:  # what is installed beside remitd does not work: mail goes on without it
                return Unread(part=part.name, fault=Fault.NO_TEXT, detail=f"its pages are pictures. {error}")
            finally:
                process.end()
        return _said(answer, part, SCAN_SECONDS, was_late=process.was_late)

    def _ask(self, kind: str, part: Part, pages: tuple[int, ...] = ()) -> tuple[Answer | None, bool]:
        """The answer of a reader process, and whether it was late where there is none."""
        task = _task(kind, part, self._seconds, pages)
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


def _if_page(read: Document | Unread) -> Document | None:
    """What may be a logo is missed only by those who find words in it."""
    return replace(read, may_be_logo=True) if isinstance(read, Document) else None


def _task(kind: str, part: Part, seconds: float, pages: tuple[int, ...] = ()) -> bytes:
    whole = max(1, round(seconds))
    return _encode(Task(kind=kind, part=part.name, content=part.content, seconds=whole, pages=pages))


def _said(answer: Answer | None, part: Part, seconds: float, *, was_late: bool) -> Document | Unread:
    if answer is None:
        detail = f"it took more than {seconds:g} seconds" if was_late else "the reader process died of it"
        return Unread(part=part.name, fault=Fault.TIMED_OUT if was_late else Fault.BROKEN, detail=detail)
    read = answer.document or answer.unread
    assert read is not None
    return read


class _Process:
    """A reader process (agent/extract/worker.py) without environment, terminal or open files of ours."""

    def __init__(self, *, scans: bool = False) -> None:
        tasks, self_tasks = os.pipe()
        self_answers, answers = os.pipe()
        paths = [os.path.abspath(path) for path in sys.path]
        self.was_late = False
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and our own words
            [sys.executable, "-I", "-c", _START, str(tasks), str(answers), str(int(scans)), *paths],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(tasks, answers),
            env=_ONE_THREAD if scans else {},
            cwd="/",
            process_group=0,
        )
        os.close(tasks)
        os.close(answers)
        self._tasks = Connection(self_tasks, readable=False)
        self._answers = Connection(self_answers, writable=False)
        self._is_ready = False
        self._reads, self._module, self._needs = (
            ("scans", "agent.extract.paper.recognise", "2 GiB")
            if scans
            else ("PDFs and workbooks", "agent.extract.worker", "1 GiB")
        )

    @property
    def is_alive(self) -> bool:
        """False where it ended by itself, or was ended by others, since its last answer."""
        return self._process.poll() is None

    def ask(self, task: bytes, seconds: float) -> Answer | None:
        """The answer to a task; None where the process died, was late and killed, or answered nonsense."""
        self.await_start()
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

    def await_start(self) -> None:
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
                f"The reader process for {self._reads} does not start: run"
                f" `python -c 'import {self._module}'` to see why; it needs {self._needs} of address space."
            )

    def _stop(self) -> None:
        self.was_late = True
        self._process.kill()
