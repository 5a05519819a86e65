"""A hostile file costs seconds and its own mail: a person looks at that one, and the next one flows."""

import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from agent.extract.pool import ReaderPool
from agent.extract.structured import read_structured
from agent.facts.documents import Document, Unread
from agent.facts.mail import Part
from tests.fuzz.seeds import around
from tests.homes import EXAMPLES, NOW, make_home
from tests.hostile import HOSTILE, Hostile
from tests.papers import pdf, words

SECONDS = 15.0
GOOD = pdf(words((50, 50, "Advice HSC-10001")))


@cache
def content(hostile: Hostile) -> bytes:
    """The file, made once."""
    return hostile.make()


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool() as reader:
        yield reader


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_ends_as_said_and_the_next_one_reads(pool: ReaderPool, hostile: Hostile) -> None:
    part = Part(name=hostile.name, content_type="application/octet-stream", content=content(hostile))
    started = time.perf_counter()
    read = read_structured(part) or pool.read(part)
    assert time.perf_counter() - started < SECONDS
    if isinstance(read, Unread):
        assert read.fault in hostile.faults
    else:
        assert isinstance(read, Document)
        assert hostile.is_read
        assert "HSC-10001" in read.rows[0].text
    good = pool.read(Part(name="good.pdf", content_type="application/pdf", content=GOOD))
    assert isinstance(good, Document)


def test_a_morning_of_hostile_files_goes_to_a_person_and_the_last_mail_is_booked(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home")
    inbox = home.path / "mail" / "in" / "new"
    unread = [hostile for hostile in HOSTILE if not hostile.is_read]
    for number, hostile in enumerate(unread):
        (inbox / f"{number:03}.host").write_bytes(around(hostile.name, content(hostile)))
    (inbox / "999.host").write_bytes((EXAMPLES / "mail" / "041-csv-list.eml").read_bytes())
    home.run("run", "--once", now=NOW)

    *hostiles, last = home.lines("messages")
    assert ["review"] * len(unread) == [message["status"] for message in hostiles]
    assert [[]] * len(unread) == [message["payment_ids"] for message in hostiles]
    assert last["status"] == "handled"
    assert ["applied"] == [payment["status"] for payment in home.lines("payments")]
    home.run("audit", "verify")
