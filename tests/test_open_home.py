"""A home is opened from its checkpoint; books that were folded from the first line are saved, by reading commands too."""

from datetime import datetime
from pathlib import Path

from agent import app
from agent.cli.homes import make_home
from agent.facts import events as e
from agent.store.tinydb_views import TinyDbViews
from tests.ledger_builders import customer

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


def made(home: Path, lines: int) -> Path:
    """A home with so many lines and no checkpoint; where its checkpoint would be."""
    list(make_home(home))
    with app.open_home(home) as opened, opened.bookkeeper.commit(NOON, "test") as commit:
        for number in range(lines):
            commit.add("x", e.CustomerAdded(customer=customer(f"C{number}")))
    views = home / app.STATE / "books.json"
    views.unlink(missing_ok=True)
    return views


def saved_at(views: Path) -> int | None:
    saved = TinyDbViews(views).load()
    return saved[0].seq if saved else None


def test_books_that_a_reading_command_had_to_fold_are_saved_once(tmp_path: Path) -> None:
    views = made(tmp_path, 200)
    with app.open_home(tmp_path) as home:
        assert 200 == saved_at(views)
        home.books.seq += 500  # as a rehearsal would: it is not saved
    written = views.stat().st_mtime_ns
    with app.open_home(tmp_path) as home:
        assert 200 == home.books.seq
    assert written == views.stat().st_mtime_ns


def test_few_lines_are_folded_again(tmp_path: Path) -> None:
    views = made(tmp_path, 199)
    with app.open_home(tmp_path):
        assert saved_at(views) is None


def test_a_home_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    views = made(tmp_path, 200)
    views.mkdir()  # nothing can take its place
    with app.open_home(tmp_path) as home:
        assert 200 == len(home.books.customers)
