"""The journal: durable whole commits, a chain that shows every change, torn tails dropped, one writer at a time."""

import multiprocessing
import os
import signal
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.errors import HomeBusy, JournalBroken
from agent.facts.events import LetterCancelled, Recorded
from agent.store.file_journal import FileJournal
from agent.store.journal import Entry


def entries(count: int, *, start: int = 0, month: int = 11) -> list[Entry]:
    at = datetime(2026, month, 20, 9, tzinfo=UTC)
    return [
        Entry(
            at=at,
            actor="test",
            subject=f"L-{n}",
            event=LetterCancelled(letter_id=f"L-{n}", why='"quoted" 对账'),
        )
        for n in range(start, start + count)
    ]


def write(state: Path, *counts: int) -> None:
    journal, written = FileJournal(state), 0
    list(journal.tail())
    for count in counts:
        with journal.writing():
            list(journal.tail())
            journal.append(entries(count, start=written))
        written += count
    journal.close()


def write_on(state: Path, lines: list[Entry]) -> None:
    with closing(FileJournal(state)) as journal, journal.writing():
        list(journal.tail())
        journal.append(lines)


def read(state: Path) -> list[Recorded]:
    return list(FileJournal(state).tail())


def segment(state: Path) -> Path:
    return state / "journal" / "2026-11.jsonl"


def test_what_was_written_is_read_back_in_order(tmp_path: Path) -> None:
    write(tmp_path, 1, 3, 2)

    assert [f"L-{n}" for n in range(6)] == [recorded.subject for recorded in read(tmp_path)]
    assert [1, 2, 3, 4, 5, 6] == [recorded.seq for recorded in read(tmp_path)]


def test_a_reader_goes_on_from_where_it_stood(tmp_path: Path) -> None:
    write(tmp_path, 2)
    reader = FileJournal(tmp_path)
    first = [recorded.seq for recorded in reader.tail()]
    write_on(tmp_path, entries(2, start=2))

    assert ([1, 2], [3, 4]) == (first, [recorded.seq for recorded in reader.tail()])


def test_a_new_reader_can_start_at_a_saved_position_that_the_file_holds(tmp_path: Path) -> None:
    write(tmp_path, 2)
    journal = FileJournal(tmp_path)
    list(journal.tail())
    saved = journal.position
    write_on(tmp_path, entries(1, start=2))

    assert FileJournal(tmp_path).holds(saved)
    assert [3] == [recorded.seq for recorded in FileJournal(tmp_path, start=saved).tail()]


def test_every_single_changed_byte_is_found(tmp_path: Path) -> None:
    write(tmp_path, 2, 1)
    content = segment(tmp_path).read_bytes()
    missed = []
    for place in {*range(0, len(content), 7), len(content) - 1}:
        changed = bytearray(content)
        changed[place] ^= 1
        segment(tmp_path).write_bytes(changed)
        try:
            read(tmp_path)
        except JournalBroken:
            continue
        missed.append(place)

    assert missed == []


def test_a_line_taken_out_of_the_middle_is_named(tmp_path: Path) -> None:
    write(tmp_path, 1, 1, 1)
    lines = segment(tmp_path).read_bytes().splitlines(keepends=True)
    segment(tmp_path).write_bytes(lines[0] + lines[2])

    with pytest.raises(JournalBroken, match="line 3 does not follow line 1"):
        read(tmp_path)


@pytest.mark.parametrize("lost", [1, 5, 100, 101])
def test_a_torn_last_line_is_ignored_and_then_overwritten(tmp_path: Path, lost: int) -> None:
    write(tmp_path, 2, 1)
    content = segment(tmp_path).read_bytes()
    segment(tmp_path).write_bytes(content[:-lost])

    assert [1, 2] == [recorded.seq for recorded in read(tmp_path)]
    write(tmp_path, 1)
    assert [1, 2, 3] == [recorded.seq for recorded in read(tmp_path)]


def test_a_commit_of_three_of_which_two_lines_came_to_disk_is_no_commit(tmp_path: Path) -> None:
    write(tmp_path, 1, 3)
    lines = segment(tmp_path).read_bytes().splitlines(keepends=True)
    segment(tmp_path).write_bytes(b"".join(lines[:3]))

    assert [1] == [recorded.seq for recorded in read(tmp_path)]
    write(tmp_path, 1)
    assert [1, 2] == [recorded.seq for recorded in read(tmp_path)]


def test_an_earlier_clock_does_not_start_an_earlier_segment(tmp_path: Path) -> None:
    write(tmp_path, 1)
    write_on(tmp_path, entries(1, start=1, month=3))

    assert ["2026-11.jsonl"] == os.listdir(tmp_path / "journal")
    assert [1, 2] == [recorded.seq for recorded in read(tmp_path)]


def test_a_later_month_is_a_new_segment_and_the_chain_goes_on(tmp_path: Path) -> None:
    write(tmp_path, 1)
    write_on(tmp_path, entries(1, start=1, month=12))

    assert ["2026-11.jsonl", "2026-12.jsonl"] == sorted(os.listdir(tmp_path / "journal"))
    assert [1, 2] == [recorded.seq for recorded in read(tmp_path)]


def test_a_second_writer_waits_and_then_is_told_to_try_again(tmp_path: Path) -> None:
    with (
        closing(FileJournal(tmp_path)) as first,
        closing(FileJournal(tmp_path, lock_wait_seconds=0.1)) as second,
        first.writing(),
        pytest.raises(HomeBusy, match="another remitd command is writing"),
        second.writing(),
    ):
        pass


def _write_for_ever(state: Path) -> None:
    journal = FileJournal(state)
    number = 0
    while True:
        with journal.writing():
            list(journal.tail())
            journal.append(entries(5, start=number))
        number += 5


def test_a_writer_killed_at_any_moment_leaves_whole_commits(tmp_path: Path) -> None:
    for round_number in range(8):
        writer = multiprocessing.get_context("fork").Process(target=_write_for_ever, args=(tmp_path,))
        writer.start()
        time.sleep(0.03 + 0.013 * round_number)
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()

        assert len(read(tmp_path)) % 5 == 0
    assert read(tmp_path), "the writer never wrote"


def test_two_processes_write_in_turns_and_nothing_is_lost(tmp_path: Path) -> None:
    def write_ten(state: Path) -> None:
        journal = FileJournal(state)
        for _ in range(10):
            with journal.writing():
                list(journal.tail())
                journal.append(entries(2))

    writers = [
        multiprocessing.get_context("fork").Process(target=write_ten, args=(tmp_path,)) for _ in range(3)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert list(range(1, 61)) == [recorded.seq for recorded in read(tmp_path)]


def test_a_new_month_s_first_commit_keeps_the_others_out_until_its_end(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with (
        closing(FileJournal(tmp_path)) as first,
        closing(FileJournal(tmp_path, lock_wait_seconds=0)) as second,
    ):
        with first.writing():
            list(first.tail())
            first.append(entries(1, start=1, month=11))
            first.append(entries(1, start=2, month=12))
            with pytest.raises(HomeBusy), second.writing():
                pass
        with second.writing():
            assert [1, 2, 3] == [recorded.seq for recorded in second.tail()]


def test_a_lock_that_was_removed_is_made_anew_and_holds(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with (
        closing(FileJournal(tmp_path, lock_wait_seconds=0.1)) as first,
        closing(FileJournal(tmp_path, lock_wait_seconds=0)) as second,
    ):
        with first.writing():
            (tmp_path / "lock").unlink()
        with first.writing(), pytest.raises(HomeBusy), second.writing():
            pass


@pytest.mark.parametrize("age_seconds", [0, 5])
def test_another_process_s_new_month_is_seen_however_old_the_folder_is(
    tmp_path: Path, age_seconds: int
) -> None:
    write(tmp_path, 1)
    then_ns = time.time_ns() - age_seconds * 10**9
    os.utime(tmp_path / "journal", ns=(then_ns, then_ns))
    with closing(FileJournal(tmp_path)) as journal:
        assert [1] == [recorded.seq for recorded in journal.tail()]
        write_on(tmp_path, entries(1, start=1, month=12))
        if not age_seconds:  # within one tick of the file system's clock
            os.utime(tmp_path / "journal", ns=(then_ns, then_ns))

        assert [2] == [recorded.seq for recorded in journal.tail()]
