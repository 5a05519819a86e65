"""`remitd statement` shows, writes files and sends; `remitd confirmations` says who has answered."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pdfplumber
import pytest

from agent.__main__ import main
from tests.desks import WorkedHome, readers, worked_home

NOW = "2026-11-10T09:00:00+01:00"
LEDGER = (
    "LC-40020,K1,2026-10-01,2026-10-31,USD,1000.00",
    "LC-40021,K1,2026-11-02,2027-03-31,USD,300.00",
    "LC-40022,K1,2026-11-03,2027-03-31,EUR,40.00",
    "DY-3001,K4,2026-10-01,2027-03-31,USD,70.00",
)
Said = tuple[int, str, str]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    """A home in which K1 has paid 995.00 of its first invoice."""
    home = worked_home(tmp_path_factory.mktemp("statement") / "home", {"ledger": LEDGER})
    home.now = datetime.fromisoformat(NOW)
    body = "We have paid USD 995.00 for invoice LC-40020 by wire today, reference AUR-8001.\n"
    home.deliver({"from": "pagos@aurelio.example", "body": body})
    home.round()
    yield home
    readers().close()
    readers.cache_clear()


@pytest.fixture
def own(worked: WorkedHome, tmp_path: Path) -> Path:
    return shutil.copytree(worked.path, tmp_path / "home")


@pytest.fixture
def remitd(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Said]:
    def run(*words: object) -> Said:
        monkeypatch.setattr("sys.argv", ["remitd", "--home", str(own), "--now", NOW, *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as done:
            code = done.code or 0
        out, err = capsysbinary.readouterr()
        assert isinstance(code, int)
        assert b"Traceback" not in err
        return code, out.decode(), err.decode()

    return run


def bytes_of(home: Path) -> dict[str, bytes]:
    journal = home / "state" / "journal"
    return {path.name: path.read_bytes() for path in journal.iterdir()}


def test_reading_shows_each_currency_and_changes_nothing(remitd: Callable[..., Said], own: Path) -> None:
    before = bytes_of(own)
    code, out, _ = remitd("statement", "K1", "--json")
    euro, dollar = map(json.loads, out.splitlines())
    assert code == 0
    assert (euro["currency"], euro["closing"], dollar["currency"], dollar["closing"]) == (
        "EUR",
        "40.00",
        "USD",
        "300.00",
    )
    assert (dollar["from"], dollar["to"], dollar["opening"]) == ("2026-11-01", "2026-11-10", "1000.00")
    assert [line["movement"] for line in dollar["lines"]] == ["invoice", "payment", "write_off"]
    assert dollar["lines"][1]["flag"] == "not_at_bank"
    assert [item["invoice"] for item in dollar["items"]] == ["LC-40021"]
    assert "995.00" in remitd("statement", "K1")[1]
    assert bytes_of(own) == before


def test_a_past_day_by_what_is_known_now_and_by_what_was_known_then(remitd: Callable[..., Said]) -> None:
    (line,) = remitd("statement", "K1", "--to", "2026-10-31", "--json")[1].splitlines()
    assert json.loads(line)["closing"] == "1000.00"
    then = [
        json.loads(one)
        for one in remitd("statement", "K1", "--as-of", "2026-11-09", "--json")[1].splitlines()
    ]
    assert [(one["to"], one["closing"]) for one in then] == [
        ("2026-11-09", "40.00"),
        ("2026-11-09", "1300.00"),
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("K9",), "is no customer of this home"),
        (("K1", "--to", "2026-11-11"), "is after 2026-11-10"),
        (("K1", "--from", "2026-11-05", "--to", "2026-11-04"), "is after 2026-11-04"),
        (("K1", "--as-of", "2026-11-10", "--send"), "leave --as-of out"),
        (("K1", "--pdf", "/nowhere/at/all.pdf"), "can't be written"),
    ],
)
def test_wrong_use_is_one_line_that_says_what_to_do(
    remitd: Callable[..., Said], words: tuple[str, ...], problem: str
) -> None:
    code, _, err = remitd("statement", *words)
    assert code == 2
    assert problem in err
    assert len(err.splitlines()) == 1


def test_files_are_written_one_for_each_currency(remitd: Callable[..., Said], tmp_path: Path) -> None:
    code, out, _ = remitd("statement", "K1", "--pdf", tmp_path / "s.pdf", "--xlsx", tmp_path / "s.xlsx")
    assert code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["s_EUR.pdf", "s_EUR.xlsx", "s_USD.pdf", "s_USD.xlsx"]  # fmt: skip
    assert "s_USD.pdf" in out
    with pdfplumber.open(tmp_path / "s_USD.pdf") as opened:
        assert "LC-40021" in opened.pages[0].extract_text()
    remitd("statement", "K1", "--currency", "USD", "--pdf", tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "s_USD.pdf").read_bytes()


def test_sent_it_is_a_letter_with_both_files_held_until_a_person_approves(
    remitd: Callable[..., Said],
) -> None:
    code, out, _ = remitd("statement", "K1", "--currency", "USD", "--send")
    assert code == 0
    assert "held; release it with: remitd letters approve L-" in out
    letter_id = out.rpartition("approve ")[2].strip()
    raw = remitd("letters", "show", letter_id, "--format", "eml")[1].encode()
    message = message_from_bytes(raw, policy=policy.default)
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == [f"Statement_K1_2026-11-10_{letter_id}.pdf", f"Statement_K1_2026-11-10_{letter_id}.xlsx"]
    line = json.loads(remitd("confirmations", "--json")[1])
    assert (line["letter_id"], line["status"], line["closing"], line["answer"]) == (
        letter_id,
        "not_sent",
        "300.00",
        None,
    )
    code, _, err = remitd("statement", "K1", "--currency", "USD", "--send")
    assert code == 2
    assert "written before" in err


def test_who_has_answered(remitd: Callable[..., Said]) -> None:
    assert remitd("confirmations")[1].strip() == "No statements yet."
    remitd("statement", "K4", "--send")
    assert json.loads(remitd("confirmations", "--open", "--json")[1])["customer_id"] == "K4"
    assert remitd("confirmations", "--customer", "K1", "--json")[1] == ""
