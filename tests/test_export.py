"""Applications handed over for posting: each once, what is taken back as a negative line, whatever is killed in between."""

import csv
import io
import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.payments import Application
from agent.ledger.posting_file import COLUMNS, as_bytes
from agent.ledger.postings import waiting
from agent.money import Money
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.exporting import Exported, export_again, export_new
from agent.store.file_blobs import FileBlobs
from agent.store.memory import MemoryBlobs
from tests.homes import RunningHome, make_home
from tests.ledger_builders import NOON, customer, events_of, folded_books, item, keeper
from tests.test_ledger_fold import cash, paid
from tests.test_wire import await_stopped

SHANGHAI = ZoneInfo("Asia/Shanghai")


def reversed_(*applied: e.CashApplied) -> e.CashReversed:
    applications = tuple(application for event in applied for application in event.applications)
    return e.CashReversed(payment_id="P1", applications=applications, why="returned")


def exported(*keys: str, batch: str = "B-2026-0001") -> e.ApplicationsExported:
    return e.ApplicationsExported(batch=batch, form="csv", sha256="0" * 64, lines_sha256="1" * 64, keys=keys)


FIRST, SECOND = cash("P1", "I1", "60.00"), cash("P1", "I1", "40.00")
START = (customer(), item("I1"), paid("P1", "500.00 USD"))  # seq 1, 2, 3


def told(*events: Any) -> list[tuple[str, str, str | None]]:
    books = folded_books(*START, *events)
    return [(one.key, one.application.amount.amount, one.takes_back) for one in waiting(books)]


def test_what_is_applied_waits_and_what_was_exported_does_not() -> None:
    assert [("4.0", "60.00", None), ("5.0", "40.00", None)] == told(FIRST, SECOND)
    assert [("6.0", "40.00", None)] == told(FIRST, exported("4.0"), SECOND)


def test_what_is_taken_back_before_an_export_drops_out_silently() -> None:
    assert [] == told(FIRST, SECOND, reversed_(FIRST, SECOND))


def test_what_is_taken_back_after_an_export_is_a_negative_line_once() -> None:
    both = (FIRST, SECOND, exported("4.0", "5.0"), reversed_(FIRST, SECOND))

    assert [("7.0", "-60.00", "B-2026-0001/1"), ("7.1", "-40.00", "B-2026-0001/2")] == told(*both)
    assert [] == told(*both, exported("7.0", "7.1", batch="B-2026-0002"))


def test_what_staff_take_back_alone_is_a_negative_line_of_that_alone() -> None:
    undone = e.CashUnapplied(payment_id="P1", applications=FIRST.applications)

    assert [("7.0", "-60.00", "B-2026-0001/1")] == told(FIRST, SECOND, exported("4.0", "5.0"), undone)
    assert [("5.0", "40.00", None)] == told(FIRST, SECOND, undone)


def test_of_two_the_one_that_was_exported_is_turned_round_and_the_other_drops_out() -> None:
    assert [("7.0", "-60.00", "B-2026-0001/1")] == told(
        FIRST, exported("4.0"), SECOND, reversed_(FIRST, SECOND)
    )


def test_of_two_that_are_the_same_the_one_that_nobody_has_seen_drops_out_first() -> None:
    undone = e.CashReversed(
        payment_id="P1", applications=(*SECOND.applications, *SECOND.applications), why="x"
    )

    assert [("7.1", "-40.00", "B-2026-0001/1")] == told(SECOND, exported("4.0"), SECOND, undone)


def test_nothing_is_exported_twice_whatever_an_event_says() -> None:
    with pytest.raises(AssertionError, match="exported in B-2026-0001 already"):
        told(FIRST, exported("4.0"), exported("4.0", batch="B-2026-0002"))
    with pytest.raises(AssertionError, match="exported twice"):
        told(FIRST, SECOND, exported("4.0"), exported("5.0"))


# --- the file


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Bookkeeper]:
    with keeper(tmp_path / "state") as books:
        with books.commit(NOON, "test") as commit:
            for event in (
                *events_of(customer(), item("I1"), item("CN", "-10.00 USD")),
                paid("P1", "500.00 USD"),
            ):
                commit.add("x", event)
            commit.add("P1", cash("P1", "I1", "60.00", "2.00", "1.00"))
            commit.add("P1", cash("P1", "CN", "-10.00"))
        yield books


def once(books: Bookkeeper, to: Path | None, *, at: datetime = NOON, blobs: Any = None) -> Exported | None:
    form = to.suffix[1:] if to else "csv"
    return export_new(
        to, form=form, bookkeeper=books, blobs=blobs or MemoryBlobs(), clock=lambda: at, zone=SHANGHAI
    )


def test_a_batch_has_its_number_and_each_line_what_posting_needs(books: Bookkeeper, tmp_path: Path) -> None:
    once(books, tmp_path / "out.csv")

    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))

    assert list(COLUMNS) == list(rows[0])
    assert {
        "batch": "B-2026-0001", "line": "1", "payment_id": "P1", "payment_date": "", "reference": "R P1", "payer": "",
        "customer_id": "C1", "invoice": "I1", "currency": "USD", "amount": "60.00", "discount": "2.00",
        "write_off": "1.00", "reason": "", "cleared": "no", "decided_at": "2026-11-20T12:00:00+00:00", "seq": "5",
        "takes_back": "",
    } == rows[0]  # fmt: skip
    assert ("2", "CN", "-10.00") == (rows[1]["line"], rows[1]["invoice"], rows[1]["amount"])


def test_nothing_new_uses_no_number_and_the_next_batch_has_the_next_one(
    books: Bookkeeper, tmp_path: Path
) -> None:
    once(books, tmp_path / "1.csv")
    seq = books.books.seq

    assert once(books, tmp_path / "2.csv") is None
    assert (seq, False) == (books.catch_up().seq, (tmp_path / "2.csv").exists())

    with books.commit(NOON, "test") as commit:
        commit.add("P1", cash("P1", "I1", "5.00"))
    second = once(books, tmp_path / "2.csv")
    assert second is not None
    assert ("B-2026-0002", 1) == (second.batch, len(second.lines))


def test_the_number_counts_in_the_company_s_own_year(books: Bookkeeper, tmp_path: Path) -> None:
    done = once(books, tmp_path / "1.csv", at=datetime(2026, 12, 31, 16, 0, tzinfo=UTC))
    assert done is not None
    assert "B-2027-0001" == done.batch


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_batch_is_written_again_byte_for_byte(books: Bookkeeper, tmp_path: Path, form: str) -> None:
    blobs, first, again = MemoryBlobs(), tmp_path / f"1.{form}", tmp_path / f"2.{form}"
    once(books, first, blobs=blobs)
    with books.commit(NOON, "test") as commit:
        commit.add("P1", reversed_(cash("P1", "I1", "60.00", "2.00", "1.00"), cash("P1", "CN", "-10.00")))

    export_again("B-2026-0001", again, form=form, books=books.books, blobs=blobs)

    assert first.read_bytes() == again.read_bytes()
    assert ["1." + form, "2." + form, "state"] == sorted(path.name for path in tmp_path.iterdir()), (
        "nothing else"
    )
    with pytest.raises(AgentError, match="is no batch of this home; the last is B-2026-0001"):
        export_again("B-2026-0009", again, form=form, books=books.books, blobs=blobs)


def test_the_same_lines_and_clock_make_the_same_workbook_whenever(books: Bookkeeper) -> None:
    done = once(books, None)
    assert done is not None
    made = as_bytes(done.lines, "xlsx", NOON)

    assert made == as_bytes(done.lines, "xlsx", NOON)
    assert made != as_bytes(done.lines, "xlsx", NOON + timedelta(seconds=1)), (
        "only the clock given stands in it"
    )
    with ZipFile(io.BytesIO(made)) as parts:
        assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in parts.infolist()}


def test_a_file_of_something_else_is_not_written_over_and_nothing_is_recorded(
    books: Bookkeeper, tmp_path: Path
) -> None:
    (tmp_path / "out.csv").write_text("not posted yet", encoding="utf-8")
    seq = books.books.seq

    with pytest.raises(AgentError, match="is there already and holds something else"):
        once(books, tmp_path / "out.csv")
    with pytest.raises(AgentError, match=r"can't be written \(No such file or directory\)"):
        once(books, tmp_path / "nowhere" / "out.csv")

    assert ("not posted yet", seq) == (
        (tmp_path / "out.csv").read_text(encoding="utf-8"),
        books.catch_up().seq,
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_text_that_a_spreadsheet_would_run_is_kept_from_it(books: Bookkeeper, start: str) -> None:
    done = once(books, None)
    assert done is not None
    text = f"{start}HYPERLINK(1)"
    line = {**done.lines[1], "reference": text, "payer": text, "invoice": text, "reason": text}

    (row,) = list(csv.DictReader(io.StringIO(as_bytes([line], "csv", NOON).decode(), newline="")))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(as_bytes([line], "xlsx", NOON))).get_sheet_by_index(0)
    with ZipFile(io.BytesIO(as_bytes([line], "xlsx", NOON))) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")

    assert {f"'{text}"} == {row[name] for name in ("reference", "payer", "invoice", "reason")}
    assert "-10.00" == row["amount"], "an amount is no formula"
    (cells,) = sheet.to_python()[1:]
    assert -10 == cells[COLUMNS.index("amount")]
    if start not in "\r\n\t":
        assert text == cells[COLUMNS.index("payer")]


# --- the command, and kills


@pytest.fixture
def home(tmp_path: Path) -> RunningHome:
    """A home with one payment of 60.00 applied to an invoice of the sample ledger."""
    home = make_home(tmp_path / "home")
    _apply(home, "P1", "60.00")
    return home


def _apply(home: RunningHome, payment_id: str, amount: str) -> None:
    from agent import app

    with app.open_home(home.path) as opened, opened.bookkeeper.commit(NOON, "test") as commit:
        one = next(one for one in commit.books.items.values() if one.open.minor > 20000)
        nothing = Money(0, one.open.currency)
        applied = Application(
            invoice=one.invoice_no, amount=Money.of(amount, one.open.currency), discount=nothing, write_off=nothing,
            reason=None,
        )  # fmt: skip
        commit.add(payment_id, paid(payment_id, f"{amount} {one.open.currency}"))
        commit.add(payment_id, e.CashApplied(payment_id=payment_id, applications=(applied,)))


def test_the_command_exports_once_says_so_and_shows_before_it_does(home: RunningHome, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    would = home.lines("export", "--dry-run")
    assert "batch B-2026-0001" == f"batch {would[0]['batch']}"

    assert "B-2026-0001: 1 lines, 60.00" in home.run("export", "--to", str(out)).stdout
    assert "Nothing new to export. The last batch is B-2026-0001" in home.run("export").stdout
    assert would == home.lines("export", "--batch", "B-2026-0001")
    assert out.read_bytes() == home.run("export", "--batch", "B-2026-0001").stdout.encode().replace(
        b"\n", b"\r\n"
    )
    assert [] == home.lines("export")
    assert "name a file that ends in .csv or .xlsx" in home.fault("export", "--to", "x.txt")
    assert "leave out --to and --batch" in home.fault("export", "--dry-run", "--batch", "B-2026-0001")

    with closing(FileBlobs(home.path / "state" / "blobs")) as blobs:
        (event,) = [line["data"] for line in home.lines("audit") if line["kind"] == "ApplicationsExported"]
        assert out.read_bytes() == blobs.get(event["sha256"])
    home.run("audit", "verify")


@pytest.mark.parametrize(("moment", "is_recorded"), [("before_commit", False), ("after_commit", True)])
def test_killed_between_file_and_event_nothing_is_lost_and_nothing_doubled(
    home: RunningHome, tmp_path: Path, moment: str, is_recorded: bool
) -> None:
    out = tmp_path / "out.csv"
    words = home.command("export", "--to", str(out), "--now", "2026-11-21T09:00:00+08:00")
    words[1:3] = ["-m", "tests.stop_at"]
    process = subprocess.Popen(
        words,
        env={**os.environ, "STOP_AT": moment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    )
    await_stopped(process)
    process.kill()
    process.communicate()
    assert not out.exists(), "a file under its name is one that is recorded"

    if is_recorded:
        assert (
            "Nothing new to export. The last batch is B-2026-0001"
            in home.run("export", "--to", str(out)).stdout
        )
        home.run("export", "--batch", "B-2026-0001", "--to", str(out))
    else:
        home.run("export", "--to", str(out))

    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert [("B-2026-0001", "1", "60.00")] == [(row["batch"], row["line"], row["amount"]) for row in rows]
    assert 1 == sum(line["kind"] == "ApplicationsExported" for line in home.lines("audit"))
    home.run("audit", "verify")
