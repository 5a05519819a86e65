"""--as-of: what the reading commands printed on an earlier day, printed again from the journal."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.desks import WorkedHome, readers, worked_home
from tests.test_cli import LEDGER, Remitd, _tree
from tests.test_cli import remitd as remitd

COMMANDS = (("invoices", "--all"), ("payments",), ("letters",), ("messages",), ("aging",))
# Each step's clock, its mails, and what staff decide on that day.
STEPS: tuple[tuple[str, tuple[dict[str, Any], ...], tuple[str, ...]], ...] = (
    (
        "2026-11-10T09:00:00+01:00",
        (
            {
                "from": "pagos@aurelio.example",
                "body": "We have paid USD 995.00 for invoice LC-40020 by wire today, reference AUR-8001.\n",
            },
            {
                "from": "payables@delmaryachts.example",
                "body": "We have paid USD 60.00 for invoice DY-3001 by ACH today, reference DEL-8002.\n",
            },
        ),
        (),
    ),
    (
        "2026-11-12T09:00:00+01:00",
        (
            {
                "from": "buchhaltung@brombeer.example",
                "body": "Guten Tag, die Rechnung R2026/0740 werden wir am 27.11.2026 bezahlen.\n",
            },
            {
                "from": "ottoline.bakes@gmx.net",
                "body": "We have paid EUR 12.00 for invoice OB-501 today, reference OTT-8005.\n",
            },
        ),
        ("dispute LC-40021 30.00", "approve 3"),
    ),
    ("2026-12-02T23:30:00+01:00", (), ()),
)  # fmt: skip


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WorkedHome, list[tuple[str, Path]]]]:
    """A home after three days of work, and a copy of it from the end of each."""
    folder = tmp_path_factory.mktemp("past")
    home = worked_home(folder / "home", {"ledger": LEDGER})
    copies = []
    for now, mails, decisions in STEPS:
        home.now = datetime.fromisoformat(now)
        for mail in mails:
            home.deliver(mail)
        for decision in decisions:
            home.decide(decision)
        home.round()
        copies.append((now, shutil.copytree(home.path, folder / now[:10])))
    yield home, copies
    readers().close()
    readers.cache_clear()


Lived = tuple[WorkedHome, list[tuple[str, Path]]]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_lines_as_of_a_step_are_the_lines_that_were_there_then(
    remitd: Remitd, lived: Lived, words: tuple[str, ...]
) -> None:
    home, copies = lived
    seen = []
    for now, then in copies:
        there = remitd(*words, "--json", "--home", then, "--now", now).lines
        for as_of in (now, now[:10]):
            said = remitd(*words, "--json", "--home", home.path, "--as-of", as_of, "--now", STEPS[0][0])
            assert (0, there) == (said.code, said.lines), as_of
        seen.append(there)
    assert seen[0] != seen[1]
    assert seen[-1] == remitd(*words, "--json", "--home", home.path, "--now", STEPS[-1][0]).lines


def test_a_day_alone_ends_at_the_company_s_midnight(remitd: Remitd, lived: Lived) -> None:
    """The last step was at half past eleven in the evening in Berlin."""
    home, _ = lived
    letters = [
        len(remitd("letters", "--json", "--home", home.path, "--as-of", as_of).lines)
        for as_of in ("2026-12-01", "2026-12-02T23:29:59+01:00", "2026-12-02T23:30:00+01:00", "2026-12-02")
    ]
    assert letters[0] == letters[1] < letters[2] == letters[3]


def test_explain_as_of_a_day_knows_nothing_of_later(remitd: Remitd, lived: Lived) -> None:
    home, _ = lived
    early = remitd("explain", "LC-40021", "--home", home.path, "--as-of", "2026-11-10").out
    late = remitd("explain", "LC-40021", "--home", home.path).out
    assert "DisputeRecorded" not in early
    assert "DisputeRecorded" in late
    payment = json.loads(remitd("payments", "--json", "--home", home.path).out.splitlines()[0])["payment_id"]
    said = remitd("explain", payment, "--home", home.path, "--as-of", "2026-11-09")
    assert (2, 1) == (said.code, len(said.err.splitlines()))
    assert "2026-11-09" in said.err


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "2026-11-10T09:00:00", "2026-11", "", "10.11.2026"]
)
def test_what_is_no_day_is_a_fault_in_one_line(remitd: Remitd, lived: Lived, text: str) -> None:
    said = remitd("payments", "--home", lived[0].path, "--as-of", text)
    assert (2, "") == (said.code, said.out)
    assert 1 == len(said.err.splitlines())
    assert "expected a day like 2026-11-20" in said.err


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_before_the_first_line_the_books_are_empty(
    remitd: Remitd, lived: Lived, words: tuple[str, ...]
) -> None:
    at = ("--home", lived[0].path, "--as-of", "2026-05-31")
    assert (0, []) == (remitd(*words, "--json", *at).code, remitd(*words, "--json", *at).lines)
    assert "Nothing was recorded by 2026-05-31." in remitd(*words, *at).out
    said = remitd("invoices", "--customer", "K1", *at)
    assert 2 == said.code
    assert "K1 was no customer of this home by 2026-05-31" in said.err


def test_looking_back_writes_nothing(remitd: Remitd, lived: Lived) -> None:
    home, _ = lived
    before = _tree(home.path)
    for words in (*COMMANDS, ("explain", "LC-40020")):
        assert 0 == remitd(*words, "--home", home.path, "--as-of", "2026-11-10").code
    assert before == _tree(home.path)


def test_a_changed_past_is_not_shown(remitd: Remitd, lived: Lived, tmp_path: Path) -> None:
    home = shutil.copytree(lived[0].path, tmp_path / "home")
    segment = home / "state" / "journal" / "2026-11.jsonl"
    segment.write_bytes(segment.read_bytes().replace(b'"995.00 USD"', b'"999.00 USD"', 1))
    said = remitd("payments", "--home", home, "--as-of", "2026-11-10")
    assert 2 == said.code
    assert "the line was changed after it was written" in said.err


def test_a_letter_itself_has_no_past(remitd: Remitd, lived: Lived) -> None:
    said = remitd("letters", "--as-of", "2026-11-10", "show", "L-1", "--home", lived[0].path)
    assert (2, 1) == (said.code, len(said.err.splitlines()))
    assert "--as-of" in said.err
