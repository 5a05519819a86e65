"""The command line as the contract fixes it: fields, sentences, exit codes, where --home and --now may stand."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from agent.__main__ import main
from agent.cli.commands import remitd as commands
from agent.cli.menu import MENU
from tests.desks import WorkedHome, readers, worked_home
from tests.homes import RunningHome, make_home

NOW = "2026-11-10T09:00:00+01:00"
LATER = "2026-11-10T12:00:00+01:00"
MAILS: tuple[dict[str, Any], ...] = (
    {
        "from": "pagos@aurelio.example",
        "body": "We have paid USD 995.00 for invoice LC-40020 by wire today, reference AUR-8001.\n",
    },
    {
        "from": "payables@delmaryachts.example",
        "body": "We have paid USD 60.00 for invoice DY-3001 by ACH today, reference DEL-8002.\n",
    },
    {
        "from": "buchhaltung@brombeer.example",
        "body": "Guten Tag, die Rechnung R2026/0740 werden wir am 27.11.2026 bezahlen.\n",
    },
    {
        "from": "pagos@aurelio.example",
        "body": "On invoice LC-40021 we dispute USD 30.00, because a gasket is missing.\n",
    },
    {
        "from": "k.voss@payhub.example",
        "body": "We have paid EUR 12.00 for OB-501 today, reference PH-8003.\n",
    },
)
LEDGER = (
    "LC-40020,K1,2026-10-01,2027-03-31,USD,1000.00",
    "LC-40021,K1,2026-10-01,2027-03-31,USD,300.00",
    "DY-3001,K4,2026-10-01,2027-03-31,USD,70.00",
    "DY-3002,K4,2026-10-01,2026-11-05,USD,90.00",
    "R2026/0740,K2,2026-10-01,2027-03-31,EUR,4200.00",
    "OB-501,K5,2026-10-01,2027-03-31,EUR,12.00",
)


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON Lines of its output."""
        return [json.loads(line) for line in self.out.splitlines()]


Remitd = Callable[..., Said]


@pytest.fixture
def remitd(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Remitd:
    """Run the command in this process."""
    monkeypatch.delenv("REMITD_HOME", raising=False)

    def run(*words: object) -> Said:
        monkeypatch.setattr("sys.argv", ["remitd", *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as done:
            code = done.code or 0
        out, err = capsysbinary.readouterr()
        assert isinstance(code, int)
        assert b"Traceback" not in err
        return Said(code, out.decode(), err.decode())

    return run


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    """A home after a morning: payments, a query, a promise, a dispute, a stranger, a held dunning letter."""
    home = worked_home(tmp_path_factory.mktemp("cli") / "home", {"ledger": LEDGER})
    home.now = datetime.fromisoformat(NOW)
    for mail in MAILS:
        home.deliver(mail)
    home.round()
    yield home
    readers().close()
    readers.cache_clear()


@pytest.fixture
def own(worked: WorkedHome, tmp_path: Path) -> Path:
    """A copy of that home which a test may change."""
    return shutil.copytree(worked.path, tmp_path / "home")


def letter_id(home: WorkedHome, kind: str) -> str:
    (found,) = [line for line in home.lines()["letters"] if line["kind"] == kind]
    return str(found["letter_id"])


# --- init, check, import


def test_init_makes_a_home_that_says_what_comes_next_and_only_once(remitd: Remitd, tmp_path: Path) -> None:
    made = remitd("init", tmp_path / "h")
    again = remitd("init", tmp_path / "h")

    assert (0, "") == (made.code, made.err)
    assert "import customers" in made.out
    assert "run --once" in made.out
    assert all((tmp_path / "h" / name).exists() for name in ("remitd.toml", "rules", "state"))
    assert 2 == again.code
    assert "is there already" in again.err
    assert 1 == len(again.err.splitlines())


def test_check_names_what_is_missing_and_is_content_once_it_is_there(
    remitd: Remitd, worked: WorkedHome, tmp_path: Path
) -> None:
    remitd("init", tmp_path / "h")

    new, full = remitd("check", "--home", tmp_path / "h"), remitd("check", "--home", worked.path)

    assert 1 == new.code
    assert "FAIL  ledger: no customers yet; import them" in new.out
    assert 0 == full.code
    assert "FAIL" not in full.out
    assert all(
        f"ok    {what}" in full.out
        for what in (
            "remitd.toml",
            "rules/",
            "calendar: workdays of",
            "journal",
            "ledger",
            "inbox",
            "outbox",
            "scans",
        )
    )
    assert "K8" in full.out, "a customer without an address is named"


def test_import_says_what_it_did_and_the_same_file_again_changes_nothing(
    remitd: Remitd, tmp_path: Path
) -> None:
    home = tmp_path / "h"
    remitd("init", home)
    customers, invoices = tmp_path / "c.csv", tmp_path / "i.csv"
    customers.write_text("\ufeffname,customer_id\nOne Ltd,C1\nTwo Ltd,C2\n", encoding="utf-8")
    invoices.write_text(
        "amount,invoice_no,customer_id,issue_date,due_date,currency\n"
        "10.00,S-1001,C1,2026-10-01,2026-10-31,EUR\n-4.00,S-1002,C2,2026-10-01,2026-10-31,EUR\n",
        encoding="utf-8",
    )

    first = remitd("import", "customers", customers, "--home", home, "--now", NOW)
    assert "c.csv: 2 customers read, 2 new, 0 changed\n" == first.out
    assert (
        "i.csv: 2 invoices read, 2 new, 0 changed\n  EUR: 2 invoices, 6.00 in all, 6.00 open\n"
        == remitd("import", "invoices", invoices, "--home", home, "--now", NOW).out
    )
    events = len(remitd("audit", "--json", "--home", home).lines)

    assert (
        "c.csv: 2 customers read, 0 new, 0 changed\n"
        == remitd("import", "customers", customers, "--home", home, "--now", LATER).out
    )
    assert (
        "i.csv: 2 invoices read, 0 new, 0 changed\n  EUR: 2 invoices, 6.00 in all, 6.00 open\n"
        == remitd("import", "invoices", invoices, "--home", home, "--now", LATER).out
    )
    assert events == len(remitd("audit", "--json", "--home", home).lines)

    customers.write_text("customer_id,name\nC1,One and Sons Ltd\nC2,Two Ltd\nC3,Three\n", encoding="utf-8")
    third = remitd("import", "customers", customers, "--home", home, "--now", LATER)
    assert "c.csv: 3 customers read, 1 new, 1 changed\n" == third.out


def test_an_amount_that_differs_at_its_second_import_is_a_correction(
    remitd: Remitd, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "again.csv"
    file.write_text(
        "invoice_no,customer_id,issue_date,due_date,currency,amount,open_amount\n"
        "LC-40021,K1,2026-10-01,2027-03-31,USD,333.00,\n",
        encoding="utf-8",
    )

    said = remitd("import", "invoices", file, "--home", own, "--now", LATER)

    assert 0 == said.code
    assert "LC-40021: corrected, amount from 300.00 USD to 333.00 USD" in said.out
    (line,) = [
        one for one in remitd("invoices", "--json", "--home", own).lines if one["invoice_no"] == "LC-40021"
    ]
    assert ("333.00", "333.00") == (line["amount"], line["open_amount"])


def test_an_open_amount_that_differs_at_its_second_import_is_reported(
    remitd: Remitd, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "again.csv"
    file.write_text(
        "invoice_no,customer_id,issue_date,due_date,currency,amount,open_amount\n"
        "LC-40021,K1,2026-10-01,2027-03-31,USD,300.00,250.00\n",
        encoding="utf-8",
    )

    said = remitd("import", "invoices", file, "--home", own, "--now", LATER)

    assert "LC-40021: open_amount is 250.00 USD in the file and 300.00 USD in the books" in said.out
    (line,) = [
        one for one in remitd("invoices", "--json", "--home", own).lines if one["invoice_no"] == "LC-40021"
    ]
    assert "300.00" == line["open_amount"]


# --- lists

_AMOUNT = re.compile(r"-?\d+(\.\d+)?\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")


@pytest.mark.table("list_fields")
def test_a_list_has_exactly_the_fields_of_the_contract(
    case: dict[str, Any], remitd: Remitd, worked: WorkedHome
) -> None:
    words = [case["name"], *(["--all"] if case["name"] == "invoices" else [])]

    lines = remitd(*words, "--json", "--home", worked.path, "--now", NOW).lines

    assert lines
    for line in lines:
        assert case["fields"].split() == list(line)
        for name, form in (("amounts", _AMOUNT), ("days", _DAY), ("instants", _INSTANT)):
            for field in case.get(name, "").split():
                assert line[field] is None or form.match(line[field]), (field, line)
        assert all(isinstance(line[field], str) for field in case.get("texts", "").split()), line
        assert all(type(line[field]) is int for field in case.get("numbers", "").split()), line
        assert all(isinstance(line[field], list) for field in case.get("lists", "").split()), line
        for field, known in case.get("one_of", {}).items():
            assert line[field] is None or str(line[field]) in known.split(), line
        for field, known in case.get("each_of", {}).items():
            assert set(line[field]) <= set(known.split()), line
    table = remitd(*words, "--home", worked.path, "--now", NOW)
    assert (0, "") == (table.code, table.err)
    assert len(table.out.splitlines()) > len(lines)


@pytest.mark.table("list_fields")
def test_a_list_of_nothing_is_a_sentence_and_no_json(
    case: dict[str, Any], remitd: Remitd, tmp_path: Path
) -> None:
    remitd("init", tmp_path / "h")

    assert f"{case['empty']}\n" == remitd(case["name"], "--home", tmp_path / "h").out
    assert "" == remitd(case["name"], "--json", "--home", tmp_path / "h").out


def test_applications_have_the_fields_of_the_contract(remitd: Remitd, worked: WorkedHome) -> None:
    applications = [
        one
        for line in remitd("payments", "--json", "--home", worked.path).lines
        for one in line["applications"]
    ]

    assert {
        "invoice": "LC-40020", "amount": "995.00", "discount": "0.00", "write_off": "5.00", "reason": "rounding",
    } in applications  # fmt: skip
    assert all(["invoice", "amount", "discount", "write_off", "reason"] == list(one) for one in applications)


def test_invoices_are_of_one_customer_open_ones_unless_all(remitd: Remitd, worked: WorkedHome) -> None:
    def numbers(*words: str) -> list[str]:
        return [
            line["invoice_no"] for line in remitd("invoices", *words, "--json", "--home", worked.path).lines
        ]

    assert ["LC-40021"] == numbers("--customer", "K1")
    assert ["LC-40020", "LC-40021"] == numbers("--customer", "K1", "--all")
    assert "LC-40020" not in numbers()
    stranger = remitd("invoices", "--customer", "K99", "--home", worked.path)
    assert 2 == stranger.code
    assert "K99 is no customer" in stranger.err


def test_a_promise_shows_until_its_day(remitd: Remitd, worked: WorkedHome) -> None:
    def line(now: str) -> dict[str, Any]:
        (found,) = remitd("invoices", "--customer", "K2", "--json", "--home", worked.path, "--now", now).lines
        return {name: found[name] for name in ("status", "promised_amount", "promised_date")}

    promised = {"status": "promised", "promised_amount": "4200.00", "promised_date": "2026-11-27"}
    assert promised == line("2026-11-27T23:59:00+01:00")
    assert {"status": "open", "promised_amount": None, "promised_date": None} == line(
        "2026-11-28T00:00:00+01:00"
    )


def test_aging_counts_days_past_due_to_the_day_of_now(remitd: Remitd, worked: WorkedHome) -> None:
    def k4(now: str) -> dict[str, Any]:
        (line,) = [
            one
            for one in remitd("aging", "--json", "--home", worked.path, "--now", now).lines
            if one["customer_id"] == "K4"
        ]
        return line

    due_today = k4("2026-11-05T12:00:00+01:00")
    assert ("100.00", "0.00", "100.00") == (due_today["current"], due_today["d1_30"], due_today["total"])
    assert ("10.00", "90.00") == (k4(NOW)["current"], k4(NOW)["d1_30"])
    assert ("90.00", "0.00") == (
        k4("2026-12-05T12:00:00+01:00")["d1_30"],
        k4("2026-12-05T12:00:00+01:00")["d31_60"],
    )
    assert "90.00" == k4("2026-12-06T12:00:00+01:00")["d31_60"]


def test_audit_is_oldest_first_and_its_head_is_what_verify_says(remitd: Remitd, worked: WorkedHome) -> None:
    lines = remitd("audit", "--json", "--home", worked.path).lines

    assert list(range(1, len(lines) + 1)) == [line["seq"] for line in lines]
    assert [line["hash"] for line in lines[:-1]] == [line["prev"] for line in lines[1:]]
    verified = remitd("audit", "verify", "--home", worked.path)
    assert 0 == verified.code
    assert lines[-1]["hash"] in verified.out


def test_extract_writes_where_each_value_stands_and_its_lines_stay_the_same(
    remitd: Remitd, worked: WorkedHome, tmp_path: Path
) -> None:
    file, beside = tmp_path / "a.eml", tmp_path / "b.eml"
    file.write_bytes(worked.delivered[0])
    beside.write_bytes(worked.delivered[1])
    at = ("--home", worked.path, "--now", NOW)

    plain = remitd("extract", file, "--json", *at)
    said = remitd("extract", file, "--json", "--explain", tmp_path / "out", *at)
    assert plain.out == said.out
    assert f"explained in {tmp_path / 'out' / 'a.eml.html'}\n" == said.err
    assert "LC-40020" in (tmp_path / "out" / "a.eml.html").read_text()

    said = remitd("extract", beside, *at, "--explain")
    assert said.out.startswith(f"explained in {tmp_path / 'b.eml.html'}\n")
    said = remitd("extract", file, "--explain", beside, *at)
    assert 2 == said.code
    assert "give a folder, or put --explain last" in said.err


def test_extract_has_exactly_the_fields_of_the_contract(
    remitd: Remitd, worked: WorkedHome, tmp_path: Path
) -> None:
    files = [tmp_path / f"{place}.eml" for place, _ in enumerate(worked.delivered)]
    for file, raw in zip(files, worked.delivered, strict=True):
        file.write_bytes(raw)

    said = remitd("extract", *files, "--json", "--home", worked.path, "--now", NOW)
    lines = said.lines

    assert [file.name for file in files] == [line["file"] for line in lines]
    for line in lines:
        assert [
            "file",
            "message_id",
            "kind",
            "language",
            "customer_id",
            "payments",
            "disputes",
            "promises",
            "warnings",
        ] == list(line)
        for payment in line["payments"]:
            fields = "payer amount currency date due_date method reference checks lines evidence"
            assert fields.split() == list(payment)
            for one in payment["lines"]:
                assert ["invoice", "amount", "discount", "deduction", "reason"] == list(one)
            assert payment["evidence"]
            for span in payment["evidence"]:
                assert ["field", "part", "page", "box", "text"] == list(span)
                assert 4 == len(span["box"])
        for dispute in line["disputes"]:
            assert ["invoice", "amount", "reason"] == list(dispute)
        for promise in line["promises"]:
            assert ["invoice", "date", "amount"] == list(promise)
    assert ["remittance", "remittance", "promise", "dispute", "remittance"] == [
        line["kind"] for line in lines
    ]


def test_extract_names_an_outlook_message_and_what_to_do(
    remitd: Remitd, worked: WorkedHome, tmp_path: Path
) -> None:
    file = tmp_path / "advice.msg"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0\0".encode("utf-16-le"))

    [line] = remitd("extract", file, "--json", "--home", worked.path, "--now", NOW).lines

    assert ("other", []) == (line["kind"], line["payments"])
    assert "an Outlook message (.msg), which is not read: save it as .eml" in line["warnings"][0]


# --- explain


def test_explain_tells_the_chain_from_message_to_evidence_to_decision_to_letter(
    remitd: Remitd, worked: WorkedHome
) -> None:
    books = worked.lines()
    mail, payment = books["messages"][0], books["payments"][0]
    confirmation = letter_id(worked, "confirmation")
    for what in (mail["mail_id"], mail["message_id"], payment["payment_id"], "LC-40020", confirmation, "K1"):
        said = remitd("explain", what, "--home", worked.path)

        assert 0 == said.code
        for named in (mail["mail_id"], payment["payment_id"], "LC-40020", confirmation):
            assert named in said.out, f"explain {what} does not name {named}:\n{said.out}"
        if what != "K1":
            assert "995.00'" in said.out, "the evidence, as it stands in the document"
            assert "5.00 written off" in said.out
        assert "In the journal:" in said.out
        assert "LetterQueued" in said.out


def test_a_set_that_alone_makes_a_sum_is_shown_to_staff_with_its_proof(
    remitd: Remitd, tmp_path: Path
) -> None:
    opens = {"LC-40021": "313.37", "LC-40022": "450.00", "LC-40023": "81.00", "LC-40024": "77.10"}
    ledger = [f"{number},K1,2026-10-01,2027-03-31,USD,{one}" for number, one in opens.items()]
    home = worked_home(tmp_path / "home", {"ledger": ledger})
    home.now = datetime.fromisoformat(NOW)
    sender = "pagos@aurelio.example"
    home.deliver({"from": sender, "body": "Today we sent you a wire of USD 394.37, reference AUR-7831.\n"})
    home.round()

    [payment] = remitd("payments", "--json", "--home", home.path).lines
    said = remitd("explain", payment["payment_id"], "--home", home.path).out

    assert [["LC-40021", "LC-40023"]] == payment["proposals"]
    assert "of all 16 sets of the 4 open items one alone makes 394.37 USD: LC-40021 + LC-40023" in said
    assert "for a person to decide: LC-40021 + LC-40023" in said
    [query] = remitd("letters", "--json", "--home", home.path).lines
    assert "LC-40023" not in remitd("letters", "show", query["letter_id"], "--home", home.path).out


def test_explain_tells_why_a_scheduled_letter_was_written(remitd: Remitd, worked: WorkedHome) -> None:
    said = remitd("explain", letter_id(worked, "dunning"), "--home", worked.path).out

    assert "DY-3002" in said
    row = next(line for line in said.splitlines() if line.startswith("  DY-3002"))
    assert ["DY-3002", "5", "Nov", "2026", "USD", "90.00", "1"] == row.split()


def test_explain_of_nothing_known_says_where_ids_are(remitd: Remitd, worked: WorkedHome) -> None:
    said = remitd("explain", "P-nothing", "--home", worked.path)

    assert 2 == said.code
    assert "remitd messages" in said.err
    assert 1 == len(said.err.splitlines())


# --- letters


def test_a_letter_is_shown_as_text_as_html_and_as_it_goes_out(remitd: Remitd, worked: WorkedHome) -> None:
    shown = {
        form: remitd(
            "letters", "show", letter_id(worked, "confirmation"), "--format", form, "--home", worked.path
        )
        for form in ("text", "html", "eml")
    }

    assert [0, 0, 0] == [said.code for said in shown.values()]
    assert "LC-40020" in shown["text"].out
    assert "<html" not in shown["text"].out
    assert "<html" in shown["html"].out
    assert "LC-40020" in shown["html"].out
    message = message_from_bytes(shown["eml"].out.encode(), policy=policy.default)
    assert ("pagos@aurelio.example", "auto-replied") == (
        message["To"],
        message["Auto-Submitted"].split(";")[0],
    )
    assert (
        shown["text"].out
        == remitd("letters", "show", letter_id(worked, "confirmation"), "--home", worked.path).out
    )


def test_a_held_letter_is_approved_once_and_sent_by_the_next_run(
    remitd: Remitd, own: Path, worked: WorkedHome
) -> None:
    held = letter_id(worked, "dunning")

    assert "queued" in remitd("letters", "approve", held, "--home", own, "--now", LATER).out
    again = remitd("letters", "approve", held, "--home", own, "--now", LATER)
    assert 2 == again.code
    assert f"{held} is queued, not held" in again.err

    remitd("run", "--once", "--log", "json", "--home", own, "--now", LATER)

    (line,) = [one for one in remitd("letters", "--json", "--home", own).lines if one["letter_id"] == held]
    assert ("sent", "2026-11-10T11:00:00+00:00") == (line["status"], line["sent_at"])
    gone = remitd("letters", "cancel", held, "--why", "too late", "--home", own, "--now", LATER)
    assert 2 == gone.code
    assert f"{held} is sent" in gone.err


def test_a_cancelled_letter_is_never_sent(remitd: Remitd, own: Path, worked: WorkedHome) -> None:
    held = letter_id(worked, "dunning")
    no_reason = remitd("letters", "cancel", held, "--home", own)
    assert 2 == no_reason.code
    assert "--why" in no_reason.err

    assert (
        "cancelled"
        in remitd("letters", "cancel", held, "--why", "paid by phone", "--home", own, "--now", LATER).out
    )
    remitd("run", "--once", "--log", "json", "--home", own, "--now", LATER)

    (line,) = [one for one in remitd("letters", "--json", "--home", own).lines if one["letter_id"] == held]
    assert ("cancelled", None) == (line["status"], line["sent_at"])
    assert "paid by phone" in remitd("audit", "--json", "--home", own).out


@pytest.mark.parametrize(
    "words", [("approve", "L-none"), ("cancel", "L-none", "--why", "x"), ("show", "L-none")]
)
def test_a_letter_that_is_none_is_named_and_nothing_of_the_command_is_done(
    remitd: Remitd, own: Path, worked: WorkedHome, words: tuple[str, ...]
) -> None:
    events = len(remitd("audit", "--json", "--home", own).lines)
    both = (words[0], letter_id(worked, "dunning"), *words[1:]) if words[0] != "show" else words

    said = remitd("letters", *both, "--home", own, "--now", LATER)

    assert (2, 1) == (said.code, len(said.err.splitlines()))
    assert "L-none is no letter of this home" in said.err
    assert events == len(remitd("audit", "--json", "--home", own).lines)


# --- where the home is, and when it is


def test_home_and_now_stand_before_or_after_the_command(
    remitd: Remitd, worked: WorkedHome, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    after = remitd("invoices", "--json", "--home", worked.path, "--now", NOW)
    assert after.lines
    assert after == remitd("--home", worked.path, "--now", NOW, "invoices", "--json")
    assert after == remitd("--home", worked.path, "invoices", "--json", "--now", NOW)
    assert remitd("audit", "verify", "--home", worked.path) == remitd(
        "--home", worked.path, "audit", "verify"
    )
    assert remitd("audit", "verify", "--home", worked.path) == remitd(
        "audit", "--home", worked.path, "verify"
    )

    monkeypatch.setenv("REMITD_HOME", str(worked.path))
    assert after == remitd("invoices", "--json", "--now", NOW)
    assert 2 == remitd("invoices", "--json", "--home", tmp_path).code, "--home wins over REMITD_HOME"
    assert 2 == remitd("--home", tmp_path, "invoices", "--json").code

    monkeypatch.delenv("REMITD_HOME")
    monkeypatch.chdir(worked.path)
    assert after == remitd("invoices", "--json", "--now", NOW)


def test_now_stamps_every_event_of_a_command(remitd: Remitd, own: Path, worked: WorkedHome) -> None:
    before = len(remitd("audit", "--json", "--home", own).lines)

    remitd("letters", "approve", letter_id(worked, "dunning"), "--home", own, "--now", LATER)

    assert ["2026-11-10T11:00:00+00:00"] == [
        line["at"] for line in remitd("audit", "--json", "--home", own).lines[before:]
    ]


def test_commands_that_only_read_change_nothing(
    remitd: Remitd, own: Path, worked: WorkedHome, tmp_path: Path
) -> None:
    file = tmp_path / "one.eml"
    file.write_bytes(worked.delivered[0])
    before = _tree(own)
    for words in (
        ("check",), ("invoices", "--all"), ("payments",), ("messages",), ("letters",), ("aging",), ("audit",),
        ("audit", "verify"), ("explain", "LC-40020"), ("extract", str(file), "--json"),
        ("letters", "show", letter_id(worked, "confirmation")),
    ):  # fmt: skip
        assert 0 == remitd(*words, "--home", own, "--now", "2026-01-01T00:00:00+01:00").code, words

        assert before == _tree(own), words


def _tree(home: Path) -> dict[str, str]:
    """Every file's hash. A lock file says nothing."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def test_a_home_whose_words_are_of_an_earlier_version_is_refused_with_the_key(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    words = home.path / "rules" / "vocabulary" / "en.toml"
    kept = [line for line in words.read_text("utf-8").splitlines() if not line.startswith("pending = ")]
    words.write_text("\n".join(kept), "utf-8")
    assert "cues.pending" in home.fault("run", "--once")
    assert "cues.pending" in home.run("check", expect=1).stdout


def test_two_files_of_one_name_are_explained_in_two_pages(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "advice.txt").write_text(f"Paid USD 5.00 for INV-{name}", "utf-8")
    home = RunningHome(tmp_path)
    said = home.run(
        "extract", *(str(tmp_path / one / "advice.txt") for one in "ab"), "--explain", str(tmp_path / "out")
    )
    pages = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(pages) == 2, said.stdout


def test_help_has_each_command_once_under_what_it_is_for() -> None:
    named = [name for _, names in MENU for name in names.split()]
    assert sorted(named) == sorted(commands.commands)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("hold", "LC-40020", "--until", "2020-01-01", "--why", "x"), "is past, and holds nothing"),
        (("hold", "LC-40020", "--until", "31.12.2026", "--why", "x"), "expected a day like 2026-11-20"),
        (("confirmations", "--customer", "K99"), "K99 is no customer of this home"),
    ],
)
def test_a_day_or_a_customer_that_can_not_be_meant_is_refused(
    remitd: Remitd, own: Path, words: tuple[str, ...], fault: str
) -> None:
    said = remitd(*words, "--home", own, "--now", LATER)
    assert 2 == said.code
    assert fault in said.err


def test_explain_says_what_came_off_without_cash_and_what_a_plan_says(remitd: Remitd, own: Path) -> None:
    at = ("--home", own, "--now", LATER)
    remitd("write-off", "DY-3002", "10.00", "--why", "a crate", *at)
    agreed = remitd("instalments", "K4", "DY-3002", "--pay", "80.00@2026-12-01", "--why", "by phone", *at)
    plan_id = agreed.out.partition(":")[0]

    invoice, customer = remitd("explain", "DY-3002", *at).out, remitd("explain", "K4", *at).out

    assert "10.00 came off without cash" in invoice
    assert all(
        f"plan of instalments {plan_id}, agreed: " in " ".join(one.split()) for one in (invoice, customer)
    )
    remitd("instalments", "--cancel", plan_id, "--why", "they can not", *at)
    assert f"{plan_id}, cancelled: " in " ".join(remitd("explain", "K4", *at).out.split())
