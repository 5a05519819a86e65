"""What goes wrong on an ordinary day: one clear line that names it and says what to do, the right exit code, no traceback."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.homes import OPENED, RunningHome, make_home
from tests.servers import Certificates, Dovecot, ImapUser, SmtpServer, free_port


@pytest.fixture
def home(tmp_path: Path) -> RunningHome:
    """A home without a ledger."""
    return make_home(tmp_path / "home", with_ledger=False)


def test_an_unknown_key_names_the_nearest_known_one(home: RunningHome) -> None:
    home.configure(inbox='url = "maildir:mail/in"\ntrusted_authsrv = "mx.harbour.example"')

    said = home.fault("run", "--once")

    assert "[inbox] trusted_authsrv is unknown; did you mean trusted_authserv?" in said


@pytest.mark.parametrize(
    ("section", "body", "expected"),
    [
        ("company", 'name = "X"', "[company] address: is missing"),
        ("company", 'name = "X"\naddress = "a@x.example"\ntime_zone = "Mars/Olympus"', "no IANA time zone"),
        ("inbox", 'url = "pop3://x.example"', "expected maildir:PATH, imap://"),
        ("inbox", 'url = "imaps://u:p@x.example"', "holds a password"),
        ("inbox", 'url = "imaps://u@x.example"', "password_file or password_env"),
        ("inbox", 'url = "maildir:mail/in"\nmode = "delete"', '"delete" is none of observe, label, move'),
        ("autonomy", 'final_notice = "auto"', "can't be auto"),
        ("autonomy", "dunning = true", "expected text in quotes"),
        ("matching", 'apply_on = "hope"', '"hope" is none of advice, bank'),
        ("typo", "x = 1", "[typo] is unknown"),
    ],
)
def test_a_bad_config_is_refused_with_its_key(
    home: RunningHome, section: str, body: str, expected: str
) -> None:
    home.configure(**{section: body})

    assert expected in home.fault("run", "--once")
    assert expected in home.run("check", expect=1).stdout


def test_a_home_that_is_none_says_how_to_make_one(tmp_path: Path) -> None:
    assert "remitd init" in RunningHome(tmp_path).fault("payments")
    assert "no such folder" in RunningHome(tmp_path / "nowhere").fault("payments")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("customer_id,name\nC1,\n", "row 2, column name: is empty"),
        ("customer_id,name,terms\nC1,One,2/10 x\n", "row 2, column terms: terms '2/10 x'"),
        ("customer_id,name\nC1,One\nC1,Two\n", "row 3, column customer_id: C1 stands twice"),
        ("customer_id,title\nC1,One\n", "column name is missing"),
        (
            "customer_id,name,emails\nC1,One,not an address\n",
            "column emails: 'not an address' is no mail address",
        ),
        ("customer_id,name\nC1,One,and more\n", "more cells than the first row"),
        ("", "column customer_id is missing"),
    ],
)
def test_a_bad_row_is_named_and_nothing_of_the_file_is_imported(
    home: RunningHome, tmp_path: Path, rows: str, expected: str
) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(rows, encoding="utf-8")

    assert expected in home.fault("import", "customers", str(file), now=OPENED)
    assert [] == home.lines("audit")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("I1,C9,2026-01-01,2026-01-31,USD,10.00,", "column customer_id: 'C9' is no customer"),
        ("I1,C1,01/02/2026,2026-01-31,USD,10.00,", "column issue_date: '01/02/2026': expected a date like"),
        ("I1,C1,2026-01-01,2026-01-31,USD,10.001,", "column amount: 10.001 has more decimal places than USD"),
        (
            'I1,C1,2026-01-01,2026-01-31,USD,"1,000.00",',
            "column amount: not a plain decimal amount: '1,000.00'",
        ),
        ("I1,C1,2026-01-01,2026-01-31,USD,10.00,10.01", "column open_amount: 10.01 is not between 0 and"),
        ("I1,C1,2026-01-01,2026-01-31,USD,-10.00,1.00", "column open_amount: 1.00 is not between 0 and"),
        (
            "I1,C1,2026-01-01,2026-01-31,dollars,10.00,",
            "column currency: 'dollars': expected an ISO 4217 code",
        ),
    ],
)
def test_a_bad_invoice_is_named(home: RunningHome, tmp_path: Path, row: str, expected: str) -> None:
    customers, invoices = tmp_path / "customers.csv", tmp_path / "invoices.csv"
    customers.write_text("customer_id,name\nC1,One\n", encoding="utf-8")
    invoices.write_text(
        "invoice_no,customer_id,issue_date,due_date,currency,amount,open_amount\n" + row + "\n",
        encoding="utf-8",
    )
    home.run("import", "customers", str(customers), now=OPENED)

    assert expected in home.fault("import", "invoices", str(invoices), now=OPENED)


def test_a_missing_file_is_named(home: RunningHome, tmp_path: Path) -> None:
    assert "nowhere.csv: can't be opened" in home.fault("import", "customers", str(tmp_path / "nowhere.csv"))
    assert "nowhere.eml: can't be opened" in home.fault("extract", str(tmp_path / "nowhere.eml"))


def test_a_missing_mailbox_folder_is_named(home: RunningHome) -> None:
    home.configure(inbox='url = "maildir:mail/elsewhere"')

    assert "mail/elsewhere" in home.fault("run", "--once")


def test_an_unreachable_server_is_try_again(home: RunningHome) -> None:
    port = free_port()
    (home.path / "secrets" / "imap").write_text("secret", encoding="utf-8")
    home.configure(inbox=f'url = "imaps://ar@127.0.0.1:{port}/INBOX"\npassword_file = "secrets/imap"')

    assert f"127.0.0.1:{port}" in home.fault("run", "--once", exit_code=75)


def imap(home: RunningHome, user: ImapUser, *, password: str, ca_file: Path) -> None:
    (home.path / "secrets" / "imap").write_text(password, encoding="utf-8")
    home.configure(inbox=f'url = "{user.imaps_url}"\npassword_file = "secrets/imap"\nca_file = "{ca_file}"')


def test_a_certificate_of_a_stranger_is_refused(
    home: RunningHome, imap_user: ImapUser, certificates: Certificates
) -> None:
    imap(home, imap_user, password=imap_user.password, ca_file=certificates.stranger_ca_file)

    said = home.fault("run", "--once")

    assert "certificate" in said
    assert "ca_file" in said


def test_a_wrong_password_says_where_the_right_one_goes(
    home: RunningHome, imap_user: ImapUser, certificates: Certificates, dovecot: Dovecot
) -> None:
    imap(home, imap_user, password="not it", ca_file=certificates.ca_file)

    said = home.fault("run", "--once")

    assert "[inbox] password_file" in said
    assert "not it" not in said


def test_a_wrong_smtp_password_is_found_by_check(
    home: RunningHome, smtp_server: SmtpServer, certificates: Certificates
) -> None:
    (home.path / "secrets" / "smtp").write_text("not it", encoding="utf-8")
    home.configure(
        outbox=f'url = "{smtp_server.url}"\npassword_file = "secrets/smtp"\nca_file = "{certificates.ca_file}"'
    )

    said = home.run("check", expect=1).stdout

    assert "FAIL  outbox" in said
    assert "[outbox] password_file" in said


def test_a_second_run_on_the_home_is_try_again_and_sigterm_ends_the_first_with_0(home: RunningHome) -> None:
    daemon = subprocess.Popen(home.command("run"), stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not list((home.path / "state").glob("journal/*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert "another `remitd run` works on this home" in home.fault("run", "--once", exit_code=75, now=None)
    daemon.send_signal(signal.SIGTERM)
    daemon.communicate(timeout=30)
    assert 0 == daemon.returncode


def test_a_run_with_an_earlier_clock_than_the_last_is_refused(home: RunningHome) -> None:
    home.run("run", "--once", now="2026-11-20T09:00:00+08:00")

    said = home.fault("run", "--once", now="2026-11-20T08:59:59+08:00")

    assert "a run can't be earlier" in said
    home.run("payments", now="2026-01-01T00:00:00+08:00")


def test_a_journal_line_edited_by_hand_stops_the_run_and_is_named(home: RunningHome) -> None:
    home.run("run", "--once")
    (segment,) = (home.path / "state" / "journal").glob("*.jsonl")
    segment.write_bytes(segment.read_bytes().replace(b'"actor":"agent"', b'"actor":"nobody"', 1))

    assert "seq 1, RunStarted" in home.fault("run", "--once", now="2026-11-22T09:00:00+08:00")
    assert "seq 1, RunStarted" in home.fault("audit", "verify", exit_code=1)


def test_a_clock_without_an_offset_is_refused(home: RunningHome) -> None:
    assert "expected an instant with its offset" in home.fault("payments", now="2026-11-20")


def test_a_broken_rules_file_names_file_key_and_mend(home: RunningHome) -> None:
    rules = home.path / "rules" / "dunning.toml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace("days_after_due = 14", "days_after_due = 2"),
        encoding="utf-8",
    )

    assert "dunning.toml: level[2].days_after_due: is 2; it must rise" in home.fault("run", "--once")
