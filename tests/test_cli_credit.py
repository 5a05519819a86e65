"""`remitd credit`, `limit` and `terms`: what is shown, what a person agrees, and what is refused in one line."""

from pathlib import Path

import pytest

from tests.commanded import CommandedHome
from tests.desks import worked_home

NOW = "2026-11-20T09:00:00+01:00"
LEDGER = [
    "OLD-1,K1,2026-05-02,2026-06-01,USD,100.00,,,",
    "OLD-2,K1,2026-08-02,2026-09-01,USD,200.00,,,",
    "OLD-3,K1,2026-09-02,2026-10-02,USD,300.00,,,",
    "OLD-4,K1,2026-09-02,2026-12-02,EUR,50.00,,,",
]
CREDIT_FIELDS = (
    "customer_id name grade score graded_at grade_now score_now why indicators limit limit_currency limit_source"
    " proposed_limit exposure terms terms_version proposed_terms flags"
)
LIMIT_FIELDS = (
    "customer_id currency limit source imported agreed_by agreed_at why proposed proposed_why differs"
)
TERMS_FIELDS = (
    "customer_id version from counts withdrawn payment_terms clock interest_percent interest_per interest_year_days"
    " fee dispute_days clause document document_sha256 why by at due_differs"
)


@pytest.fixture
def home(tmp_path: Path) -> CommandedHome:
    return CommandedHome(worked_home(tmp_path / "home", {"ledger": LEDGER}).path, NOW)


def test_credit_says_grade_limit_exposure_and_why_and_review_writes_it_down(home: CommandedHome) -> None:
    (line,) = home.lines("credit", "K1")

    assert CREDIT_FIELDS.split() == list(line)
    assert ("new", None, "D") == (line["grade"], line["score"], line["grade_now"])
    assert [{"currency": "EUR", "amount": "50.00"}, {"currency": "USD", "amount": "600.00"}] == line[
        "exposure"
    ]
    assert {"name", "value", "points", "weight", "why"} == line["indicators"][0].keys()
    assert 8 == len(home.lines("credit"))
    assert [] == [one for one in home.lines("audit") if one["kind"] == "CustomerGraded"], (
        "looking writes nothing"
    )

    assert "K1" in home.run("credit", "--review")
    (line,) = home.lines("credit", "K1")
    assert ("D", "D") == (line["grade"], line["grade_now"])
    assert "long_overdue" in [one["kind"] for one in line["flags"]]
    assert "grade D" in home.run("credit", "K1")
    assert "Grade D, " in home.run("explain", "K1")
    assert "--review" in home.fault("credit", "--review", "--as-of", "2026-11-01")
    assert "K99 is no customer of this home" in home.fault("credit", "K99")


def test_a_limit_is_agreed_in_writing_by_somebody(home: CommandedHome) -> None:
    assert "No limits yet." == home.run("limit").strip()
    said = home.run(
        "limit", "K1", "500.00", "--why", "letter of 3 November", "--by", "ines.roth@larkspur.example"
    )
    (line,) = home.lines("limit")

    assert LIMIT_FIELDS.split() == list(line)
    assert "K1: credit limit 500.00 USD agreed" == said.strip()
    assert ("500.00", "USD", "agreed", None) == (
        line["limit"],
        line["currency"],
        line["source"],
        line["imported"],
    )
    assert ("staff ines.roth@larkspur.example", "letter of 3 November") == (line["agreed_by"], line["why"])
    page = home.run("explain", "K1")
    assert "Credit limit" in page
    assert "500.00: letter of 3 November" in page
    home.run("credit", "--review")
    (flag,) = (one for one in home.lines("credit", "K1")[0]["flags"] if one["kind"] == "over_limit")
    assert "600.00 USD are owed or not at the bank yet, and the limit is 500.00 USD" == flag["why"]
    assert home.lines("limit")[0]["proposed"] is None, "a person has just decided"
    home.run("credit", "--review", now="2027-02-20T09:00:00+01:00")
    assert "0.00" == home.lines("limit")[0]["proposed"], "grade D, a quarter later"
    assert "the proposed limit of 0.00 USD is refused" in home.run(
        "limit", "K1", "--refuse", "--why", "we know them"
    )
    assert home.lines("limit")[0]["proposed"] is None


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["K1", "500.00"], "--why"),
        (["K1", "500.00", "--refuse", "--why", "x"], "remitd limit CUSTOMER AMOUNT"),
        (["--refuse", "--why", "x"], "remitd limit CUSTOMER AMOUNT"),
        (["K1", "many", "--why", "x"], "many: not a plain decimal"),
        (["K1", "1.005", "--why", "x"], "more decimal places"),
        (["K1", "1.00", "--why", " "], "--why is empty"),
        (["K99", "1.00", "--why", "x"], "K99 is no customer"),
        (["K1", "--refuse", "--why", "x"], "K1 has no proposed limit"),
        (["K1", "1.00", "--why", "x", "--as-of", "2026-11-01"], "--as-of is for looking"),
    ],
)
def test_a_limit_that_can_t_be(home: CommandedHome, words: list[str], error: str) -> None:
    assert error in home.fault("limit", *words)


def test_terms_by_version_with_the_contract_kept(home: CommandedHome) -> None:
    paper = home.path / "contract.pdf"
    paper.write_bytes(b"%PDF a contract")
    assert "No terms were agreed with K1 here." == home.run("terms", "K1").strip()
    pairs = ["payment_terms=2/10 n/45", "clock=invoice", "interest_percent=9.12", "interest_per=year", "fee=40.00 USD",
             "interest_year_days=365", "dispute_days=14", "clause=Late sums bear 9.12 % a year."]  # fmt: skip
    words = [word for pair in pairs for word in ("--set", pair)]
    home.run(
        "terms", "K1", *words, "--document", str(paper), "--from", "2026-08-15", "--why", "signed 1 August"
    )
    home.run(
        "terms",
        "K1",
        "--set",
        "fee=",
        "--set",
        "payment_terms=n/60",
        "--from",
        "2026-12-01",
        "--why",
        "amended",
    )
    first, second = home.lines("terms", "K1")

    assert TERMS_FIELDS.split() == list(first)
    assert (1, True, 2, False) == (first["version"], first["counts"], second["version"], second["counts"])
    assert ("40.00 USD", None) == (first["fee"], second["fee"]), "an empty value takes it out"
    assert "Late sums bear 9.12 % a year." == second["clause"], "what is not said stays"
    assert first["document_sha256"] == second["document_sha256"]
    sha256 = first["document_sha256"]
    assert paper.read_bytes() == next((home.path / "state/blobs").rglob(sha256)).read_bytes()
    differs = [{"invoice_no": "OLD-3", "due_date": "2026-10-02", "by_terms": "2026-10-17"},
               {"invoice_no": "OLD-4", "due_date": "2026-12-02", "by_terms": "2026-10-17"}]  # fmt: skip
    assert (differs, []) == (first["due_differs"], second["due_differs"]), (
        "of what it counts for, and from that day on"
    )
    page = home.run("explain", "K1")
    assert "Contract terms, version 2" in page
    assert ": amended" in page
    assert "OLD-3 is due on 2026-10-02, by these terms on 2026-10-17" in home.run("terms", "K1")
    (line,) = home.lines("credit", "K1")
    assert ("2/10 n/45", 1) == (line["terms"], line["terms_version"])
    assert (
        "2026-10-02"
        == next(one for one in home.lines("invoices") if one["invoice_no"] == "OLD-3")["due_date"]
    )


def test_days_from_a_receipt_that_we_do_not_know_say_nothing_of_the_due_date(home: CommandedHome) -> None:
    home.run(
        "terms",
        "K1",
        "--set",
        "payment_terms=n/45",
        "--set",
        "clock=receipt",
        "--from",
        "2026-01-01",
        "--why",
        "x",
    )

    assert [] == home.lines("terms", "K1")[0]["due_differs"]


NEW = ["--from", "2026-12-01", "--why", "signed"]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--set", "clock=invoice"], "a new version needs"),
        (["--set", "clock=invoice", "--from", "2026-12-01"], "a new version needs"),
        (NEW, "a new version needs"),
        (["--set", "clock", *NEW], "write each key once"),
        (["--set", "clock=invoice", "--set", "clock=receipt", *NEW], "write each key once"),
        (["--set", "price=3", *NEW], "--set price: is unknown; known are payment_terms"),
        (["--set", "payment_terms=soon", *NEW], "--set payment_terms=soon: terms 'soon'"),
        (["--set", "clock=noon", *NEW], "--set clock=noon: expected invoice or receipt"),
        (["--set", "interest_percent=100.1", "--set", "interest_per=year", *NEW], "expected a percentage"),
        (["--set", "interest_percent=-1", "--set", "interest_per=year", *NEW], "expected a percentage"),
        (["--set", "interest_percent=5", *NEW], "interest_percent goes with interest_per"),
        (["--set", "interest_per=day", *NEW], "interest_percent goes with interest_per"),
        (["--set", "interest_year_days=364", *NEW], "expected 360 or 365"),
        (["--set", "fee=40", *NEW], "--set fee=40: expected an amount"),
        (["--set", "fee=0.00 USD", *NEW], "expected an amount"),
        (["--set", "dispute_days=0", *NEW], "expected a number of days"),
        (["--set", "clause=two\nlines", *NEW], "on one line"),
        (["--document", "nowhere.pdf", *NEW], "nowhere.pdf: can't be read"),
        (["--set", "clock=", *NEW, "--as-of", "2026-11-01"], "--as-of is for looking"),
    ],
)
def test_terms_that_can_t_be(home: CommandedHome, words: list[str], error: str) -> None:
    assert error in home.fault("terms", "K1", *words)
    assert [] == home.lines("terms", "K1"), "nothing was written"


def test_terms_that_say_nothing_new_are_refused(home: CommandedHome) -> None:
    home.run("terms", "K1", "--set", "dispute_days=14", "--from", "2026-01-01", "--why", "signed")

    assert "version 1 says all of this" in home.fault("terms", "K1", "--set", "dispute_days=14", "--from", "2026-02-01", "--why", "x")  # fmt: skip
