"""The reader processes: bytes of files in, documents out, over two pipes and under the kernel's limits.

Scans have a process of their own, as what recognises them needs more memory and a second to load. Only bytes cross the pipes, never pickles: a process that a hostile file has taken over can tell lies about
that file, and nothing more.
"""

import gc
import os
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection

import msgspec

from agent.facts.documents import Document, Fault, PagePicture, Unread

MEMORY = 1 << 30  # bytes of address space
SCAN_MEMORY = 2 << 30  # the largest page that is recognised takes 1.4
FILES = 64  # open at once: pipes, and libraries while they load
MOST_TASKS = 200  # after which a fresh process is better: libraries leak, and a start takes 0.1 s
MAX_ANSWER = 30_000_000  # bytes
READY = b"ready"


class Task(msgspec.Struct, frozen=True, array_like=True):
    """One part to read."""

    kind: str  # "pdf", "sheet", "docx", "odt", "ofd", "picture" of a PDF's pages; or, to a process for scans, "scan"
    part: str
    content: bytes
    seconds: int  # of processor time
    pages: tuple[
        int, ...
    ] = ()  # of which pictures are asked for, or that are to be recognised: none means all


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """What a part says, or why it can't be read; `last` where the process ends after it."""

    document: Document | None
    unread: Unread | None
    last: bool
    pictures: tuple[PagePicture, ...] = ()


Reader = Callable[[Task], Document | Unread | tuple[PagePicture, ...]]


def serve(tasks: int, answers: int, scans: int) -> None:
    """Answers the tasks on one pipe to the other one, until the first closes or enough is done.

    `scans`: 1 for a process that recognises scans and reads nothing else, 0 for one that reads all else.
    """
    readers = _scan_readers() if scans else _readers()
    source, sink = Connection(tasks, writable=False), Connection(answers, readable=False)
    decode, encode = msgspec.msgpack.Decoder(Task).decode, msgspec.msgpack.Encoder().encode
    _limit(SCAN_MEMORY if scans else MEMORY)
    gc.freeze()  # what is loaded stays; a document's tuples hold no cycles, and this process is soon replaced
    gc.set_threshold(100_000)
    sink.send_bytes(READY)
    for left in reversed(range(MOST_TASKS)):
        try:
            task = decode(source.recv_bytes())
        except EOFError:
            return
        _allow(task.seconds)
        message = encode(_answer(readers[task.kind], task, last=left == 0))
        if len(message) > MAX_ANSWER:
            message = encode(Answer(document=None, unread=_too_large(task.part), last=True))
        sink.send_bytes(message)


def _readers() -> dict[str, Reader]:
    from agent.extract.files.docx import read_docx
    from agent.extract.files.odt import read_odt
    from agent.extract.files.ofd import read_ofd
    from agent.extract.files.sheets import read_sheets
    from agent.extract.paper.pdf import read_pdf

    return {
        "pdf": lambda task: read_pdf(task.part, task.content),
        "sheet": lambda task: read_sheets(task.part, task.content),
        "docx": lambda task: read_docx(task.part, task.content),
        "odt": lambda task: read_odt(task.part, task.content),
        "ofd": lambda task: read_ofd(task.part, task.content),
        "picture": _pictures,
    }


def _scan_readers() -> dict[str, Reader]:
    from agent.extract.paper.recognise import Recogniser
    from agent.extract.paper.scans import read_scan

    words = Recogniser().words
    return {"scan": lambda task: read_scan(task.part, task.content, task.pages, words)}


def _pictures(task: Task) -> tuple[PagePicture, ...]:
    from agent.extract.paper.pictures import draw_pages  # and an imaging library, which reading does not need

    return draw_pages(task.content, task.pages)


def _answer(reader: Reader, task: Task, *, last: bool) -> Answer:
    try:
        read = reader(task)
    except MemoryError:
        return Answer(document=None, unread=_too_large(task.part), last=True)
    except Exception as error:  # noqa: BLE001  what a library says of a broken file is no fault of ours
        detail = f"{type(error).__name__} while it was read"
        read = Unread(part=task.part, fault=Fault.BROKEN, detail=detail)
    if isinstance(read, tuple):
        return Answer(document=None, unread=None, last=last, pictures=read)
    if isinstance(read, Document):
        return Answer(document=read, unread=None, last=last)
    return Answer(document=None, unread=read, last=last)


def _too_large(part: str) -> Unread:
    return Unread(part=part, fault=Fault.TOO_LARGE, detail="it takes more memory than a document may")


def _limit(memory: int) -> None:
    """Takes from this process what reading does not need: files, processes, memory (setrlimit(2))."""
    os.umask(0o077)
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _allow(seconds: int) -> None:
    """So much processor time from now on; the kernel ends the process after it (RLIMIT_CPU)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds + 1, hard))
