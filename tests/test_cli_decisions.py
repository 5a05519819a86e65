"""`undo` and `bank import` at the command line: what they say, what they refuse, what they leave as it was."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from agent.__main__ import main
from tests.desks import WorkedHome, _statement, readers, worked_home

NOW = "2026-11-10T09:00:00+01:00"
LEDGER = ("LC-40020,K1,2026-10-01,2027-03-31,USD,1000.00", "LC-40021,K1,2026-10-01,2027-03-31,USD,300.00")
ADVICE = {
    "from": "pagos@aurelio.example",
    "body": "We have paid USD 1,000.00 for invoice LC-40020 by wire today, reference AUR-8001.\n",
}
Remitd = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    home = worked_home(tmp_path_factory.mktemp("decisions") / "home", {"ledger": LEDGER})
    home.now = datetime.fromisoformat(NOW)
    home.deliver(ADVICE)
    home.round()
    yield home
    readers().close()
    readers.cache_clear()


@pytest.fixture
def own(worked: WorkedHome, tmp_path: Path) -> Path:
    return shutil.copytree(worked.path, tmp_path / "home")


@pytest.fixture
def remitd(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own: Path) -> Remitd:
    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["remitd", "--home", str(own), "--now", NOW, *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as done:
            code = done.code or 0
        said = capsys.readouterr()
        assert isinstance(code, int)
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return run


def line_of(remitd: Remitd, kind: str, place: int = -1) -> str:
    """The seq of the nth line of a kind."""
    audit = [json.loads(line) for line in remitd("audit", "--json")[1].splitlines()]
    return str([line["seq"] for line in audit if line["kind"] == kind][place])


def test_undo_says_what_it_did_and_whom_a_letter_told(remitd: Remitd) -> None:
    seq = line_of(remitd, "CashApplied")
    code, out, err = remitd("undo", seq, "--why", "it was for another invoice")

    assert (0, "") == (code, err)
    assert "1000.00 USD taken back from LC-40020, 1000.00 USD unapplied" in out
    assert "(confirmation) told pagos@aurelio.example of it: write to them" in out
    invoices = [json.loads(line) for line in remitd("invoices", "--json")[1].splitlines()]
    assert ["1000.00", "300.00"] == [line["open_amount"] for line in invoices]
    assert 0 == remitd("audit", "verify")[0]


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("InvoiceAdded", "is a fact, no decision"),
        ("LetterQueued", "a letter that went out can't be taken back"),
        ("RunStarted", ""),
    ],
)
def test_what_is_no_decision_any_more_is_refused_in_a_line(remitd: Remitd, kind: str, fault: str) -> None:
    if kind == "RunStarted":
        code, _, err = remitd("undo", "99999", "--why", "x")
        fault = "the journal has no line 99999"
    else:
        code, _, err = remitd("undo", line_of(remitd, kind), "--why", "x")
    assert 2 == code
    assert fault in err
    assert 1 == len(err.splitlines())


def test_a_decision_is_taken_back_once(remitd: Remitd) -> None:
    seq = line_of(remitd, "CashApplied")
    remitd("undo", seq, "--why", "x")
    payment = json.loads(remitd("payments", "--json")[1])["payment_id"]
    remitd("apply", payment, "LC-40020=1000.00")
    before = remitd("payments", "--json")
    code, _, err = remitd("undo", seq, "--why", "x")

    assert 2 == code
    assert "was taken back before, by line" in err
    assert before == remitd("payments", "--json"), "the later application stands"


def test_a_statement_that_is_a_file_is_taken_once_and_named_the_second_time(
    remitd: Remitd, tmp_path: Path
) -> None:
    file = tmp_path / "auszug.sta"
    file.write_text(
        _statement(["C 1000.00 B1: AUR-8001: AURELIO", "C 300.00 B2: LC-40021: AURELIO"], "261110", "USD")
    )
    first, again = remitd("bank", "import", file), remitd("bank", "import", file)
    as_json = json.loads(remitd("bank", "import", file, "--json")[1])
    payments = [json.loads(line) for line in remitd("payments", "--json")[1].splitlines()]

    assert (0, "") == (first[0], first[2])
    assert "auszug.sta: 1 payment cleared, 1 new" in first[1]
    assert (0, "") == (again[0], again[2])
    assert "nothing was changed" in again[1]
    assert ("bank_statement", "handled") == (as_json["kind"], as_json["status"])
    assert [True, True] == [line["cleared"] for line in payments]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("letter.txt", b"Dear Sirs, we have paid.", "is no bank statement that can be read"),
        ("nothing.sta", b"", "is no bank statement that can be read"),
        ("broken.xml", b"<Document><BkToCstmrStmt><Stmt><Ntry>", "is no bank statement that can be read"),
        (None, b"", "can't be opened"),
    ],
)
def test_a_file_that_is_no_statement_changes_nothing(
    remitd: Remitd, tmp_path: Path, name: str | None, content: bytes, fault: str
) -> None:
    file = tmp_path / (name or "missing.sta")
    if name:
        file.write_bytes(content)
    before = remitd("audit", "--json")
    code, _, err = remitd("bank", "import", file)

    assert 2 == code
    assert str(file) in err
    assert fault in err
    assert 1 == len(err.splitlines())
    assert before == remitd("audit", "--json")


def test_a_part_of_an_invoice_is_held_and_the_rest_may_be_asked_for(remitd: Remitd) -> None:
    code, out, _ = remitd(
        "hold", "LC-40021", "120.00", "--until", "2027-01-31", "--why", "a return is on its way"
    )
    assert (0, "LC-40021: 120.00 USD held until 2027-01-31\n") == (code, out)
    (held,) = [json.loads(line) for line in remitd("holds", "--json")[1].splitlines()]
    assert ("LC-40021", "120.00", "2027-01-31") == (held["invoice_no"], held["amount"], held["until"])

    assert (
        "300.01 USD is no part of it"
        in remitd("hold", "LC-40021", "300.01", "--until", "2027-01-31", "--why", "x")[2]
    )
    assert "K1 is a customer" in remitd("hold", "K1", "1.00", "--until", "2027-01-31", "--why", "x")[2]


def test_a_reason_that_says_nothing_and_a_day_that_has_passed_are_refused(remitd: Remitd) -> None:
    assert "--why: is empty" in remitd("dispute", "LC-40021", "--why", " ")[2]
    code, _, err = remitd("promise", "LC-40021", "2026-01-05")
    assert (2, True) == (code, "2026-01-05 has passed" in err)
    assert [] == remitd("holds", "--json")[1].splitlines()
