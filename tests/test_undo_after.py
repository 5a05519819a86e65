"""Decisions taken back after what came in between: a merge, a corrected invoice, a return, other payments."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent import app
from agent.__main__ import main
from agent.facts.books import Books
from agent.ledger import fold
from agent.ledger.restore import restore
from agent.store.journal import Position
from agent.store.tinydb_views import TinyDbViews
from tests.desks import BANK, COLUMNS, WorkedHome, assert_conserved, worked_home
from tests.test_books_machine import assert_same

KAELTE = "K9,Aurelio Kaelte,,kaelte@aurelio9.example,DE02120300000000202051,en,USD,n/30,"


class Desk:
    """A worked home and its command line."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, **case: Any) -> None:
        self.home: WorkedHome = worked_home(path / "home", case)
        self.home.now = datetime.fromisoformat("2026-11-10T09:00:00+01:00")
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def run(self, *words: str) -> str:
        """What a command says, on either stream."""
        line = ["remitd", "--home", str(self.home.path), "--now", self.home.now.isoformat(), *words]
        self._monkeypatch.setattr("sys.argv", line)
        with suppress(SystemExit):
            main()
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return str(said.out + said.err)

    def bank(self, *entries: str, day: str = "261109", currency: str = "EUR") -> None:
        """A statement by mail, handled."""
        part = {"name": "a.sta", "mt940": list(entries), "day": day, "currency": currency}
        self.home.deliver({"from": BANK, "subject": f"Statement {day}", "attach": [part]})
        self.home.round()

    def feed(self, what: str, *rows: str) -> str:
        """A file imported."""
        file = self.home.path / f"again-{what}.csv"
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return self.run("import", what, str(file))

    def seq(self, kind: str) -> str:
        """The last line of a kind."""
        return str(
            [one.seq for one in app.whole_journal(self.home.path) if type(one.event).__name__ == kind][-1]
        )

    def payment(self) -> str:
        """The only payment's id."""
        (line,) = self.home.lines()["payments"]
        return str(line["payment_id"])

    @property
    def books(self) -> Books:
        """The books, folded from the first line; a checkpoint of them is the same."""
        books = fold.empty()
        for recorded in app.whole_journal(self.home.path):
            fold.apply(books, recorded)
        views = TinyDbViews(self.home.path / "tried.json")
        views.save(books, Position(seq=books.seq, head=books.head, segment="", offset=0))
        saved = views.load()
        assert saved
        assert_same(restore(saved[1], seq=books.seq, head=books.head), books)
        return books


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Desk]:
    return lambda **case: Desk(tmp_path, monkeypatch, capsys, **case)


def test_a_held_dunning_letter_is_not_sent_once_the_due_date_was_moved(desk: Callable[..., Desk]) -> None:
    at = desk(
        config={"autonomy": 'dunning = "approve"'}, ledger=["LC-1001,K1,2026-08-01,2026-09-01,USD,1000.00"]
    )
    at.home.round()
    at.feed("invoices", COLUMNS, "LC-1001,K1,2026-08-01,2026-12-31,USD,1000.00,,,")
    (letter,) = at.home.lines()["letters"]
    at.run("letters", "approve", letter["letter_id"])
    at.home.round()

    assert ["cancelled"] == [line["status"] for line in at.home.lines()["letters"]]
    assert 0 == at.books.items["LC-1001"].dunning_level


def test_a_payer_taken_back_after_a_merge_is_the_survivor(desk: Callable[..., Desk]) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1009,K9,2026-10-01,2027-03-31,USD,700.00",
        ],
        customers=[KAELTE],
    )
    at.bank("C 55.00 B1: HELLO: AURELIO KAELTE", currency="USD")
    at.run("apply", at.payment(), "LC-1009=55.00")
    at.run("merge", "K9", "K1", "--why", "one firm")
    at.run("undo", at.seq("CashApplied"), "--why", "x")
    at.run("undo", at.seq("PayerDecided"), "--why", "x")
    at.run("apply", at.payment(), "LC-1001=55.00")

    assert "945.00 USD" == str(at.books.items["LC-1001"].open)
    assert [at.payment()] == at.books.payments_by_customer["K1"]
    assert_conserved(at.home, at.home.lines())


def test_a_customer_s_record_taken_back_keeps_what_a_merge_brought(desk: Callable[..., Desk]) -> None:
    at = desk(ledger=[], customers=[KAELTE, "K11,Elf Ltd,,elf@elf.example,,en,USD,n/30,K9"])
    columns = "customer_id,name,emails,currency,parent_id"
    at.feed("customers", columns, "K1,Aurelio Refrigeration Ltd,neu@aurelio.example,USD,")
    of_k1 = at.seq("CustomerChanged")
    at.feed("customers", columns, "K11,Elf Ltd,zwoelf@elf.example,USD,K9")
    of_k11 = at.seq("CustomerChanged")
    at.run("merge", "K9", "K1", "--why", "one firm")
    at.run("undo", of_k1, "--why", "x")
    at.run("undo", of_k11, "--why", "x")

    k1, k11 = at.books.customers["K1"], at.books.customers["K11"]
    assert {"pagos@aurelio.example", "kaelte@aurelio9.example"} <= set(k1.emails)
    assert "neu@aurelio.example" not in k1.emails
    assert ("K1", ("elf@elf.example",)) == (k11.parent_id, k11.emails)


def test_a_return_taken_back_says_what_is_open_by_now_and_keeps_how_far_the_bank_reached(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["R2026/0730,K2,2026-10-01,2027-03-31,EUR,5200.00"])
    at.bank("C 5200.00 B1: R2026/0730: BROMBEER UND SOEHNE", day="261106")
    at.run("undo", at.seq("CashApplied"), "--why", "in two parts")
    at.run("apply", at.payment(), "R2026/0730=4800.00")
    at.run("apply", at.payment(), "R2026/0730=400.00")
    at.bank("RC 5200.00 B2: B1 RUECKGABE: BROMBEER UND SOEHNE", day="261108")
    returned = at.seq("CashReversed")
    at.bank("C 100.00 B3: R2026/0730: BROMBEER UND SOEHNE", day="261107")
    assert "has 5100.00 EUR open by now, and 5200.00 EUR can't be taken off" in at.run(
        "undo", returned, "--why", "x"
    )
    at.run("undo", at.seq("CashApplied"), "--why", "x")
    assert "stands again: applied" in at.run("undo", returned, "--why", "x")
    assert "2026-11-08" == str(at.books.bank_seen_on)
    assert_conserved(at.home, at.home.lines())


def test_a_dispute_that_a_payment_ended_counts_again_though_the_amount_was_corrected(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("dispute", "LC-1001", "--why", "damaged")
    at.bank("C 1000.00 B1: LC-1001: AURELIO REFRIGERATION", currency="USD")
    at.feed("invoices", COLUMNS, "LC-1001,K1,2026-10-01,2027-03-31,USD,1100.00,,,")
    at.run("undo", at.seq("CashApplied"), "--why", "x")

    item = at.books.items["LC-1001"]
    assert ("1100.00 USD", "1100.00 USD") == (str(item.open), str(item.disputed)), "all of it was disputed"


def test_a_mark_that_comes_back_is_no_more_than_is_open(desk: Callable[..., Desk]) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("dispute", "LC-1001", "900.00", "--why", "damaged")
    at.run("dispute", "LC-1001", "100.00", "--why", "less of it")
    at.bank("C 800.00 B1: LC-1001: AURELIO REFRIGERATION", currency="USD")
    at.run("undo", at.seq("DisputeRecorded"), "--why", "x")

    item = at.books.items["LC-1001"]
    assert ("200.00 USD", "200.00 USD") == (str(item.open), str(item.disputed))


def test_a_dispute_taken_back_leaves_what_was_written_off_at_the_same_instant(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1002,K1,2026-10-01,2027-03-31,USD,700.00",
        ]
    )
    at.run("dispute", "LC-1001", "--why", "torn")
    at.run("write-off", "LC-1002", "5.00", "--why", "not worth a letter")
    at.run("resolve", "LC-1001", "--as", "rejected", "--why", "we looked")
    at.run("undo", at.seq("DisputeResolved"), "--why", "too early")

    assert "695.00 USD" == str(at.books.items["LC-1002"].open)
    assert at.books.items["LC-1001"].disputed


def test_a_promise_for_an_instalment_s_own_day_is_taken_back_and_the_instalment_stands(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("instalments", "K1", "LC-1001", "--pay", "1000.00@2026-12-01", "--why", "they asked")
    instalment = at.seq("PromiseRecorded")
    at.run("promise", "LC-1001", "2026-12-01", "1000.00")
    assert "is taken back" in at.run("undo", at.seq("PromiseRecorded"), "--why", "x")
    assert "is part of PLAN-0001" in at.run("undo", instalment, "--why", "x")

    (standing,) = at.books.items["LC-1001"].promises
    assert ("PLAN-0001", "1000.00 USD") == (standing.plan_id, str(standing.amount))


def test_a_promise_moved_and_moved_back_leaves_no_count_of_it(desk: Callable[..., Desk]) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("promise", "LC-1001", "2026-12-01")
    at.run("promise", "LC-1001", "2026-12-09")
    assert 1 == at.books.promises["K1"].moved
    at.run("undo", at.seq("PromiseRecorded"), "--why", "x")

    assert {} == at.books.promises


def test_a_promise_made_after_a_payment_went_back_is_its_own_and_is_taken_back(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("instalments", "K1", "LC-1001", "--pay", "1000.00@2026-12-01", "--why", "they asked")
    body = "Remittance advice\n\nPayment reference: FT-1\nPayment date: 2026-11-10\n\nLC-1001    1,000.00\nTotal USD    1,000.00\n"
    at.home.deliver({"from": "pagos@aurelio.example", "subject": "Remittance advice", "body": body})
    at.home.round()
    at.run("undo", at.seq("CashApplied"), "--why", "x")
    at.run("promise", "LC-1001", "2026-12-01", "1000.00")
    before = at.books.items["LC-1001"].holds

    assert [("kept", "PLAN-0001"), (None, None)] == [(one.end, one.plan_id) for one in before]
    assert "is taken back" in at.run("undo", at.seq("PromiseRecorded"), "--why", "x")
    assert before[:1] == at.books.items["LC-1001"].holds


def test_a_merge_taken_back_leaves_each_its_own_and_the_files_say_nothing_new(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1009,K9,2026-10-01,2027-03-31,USD,700.00",
            "LC-1010,K9,2026-10-01,2027-03-31,USD,300.00",
        ],
        customers=[KAELTE, "K11,Elf Ltd,,elf@elf.example,,en,USD,n/30,K9"],
    )
    at.run("promise", "LC-1009", "2026-12-01", "100.00")
    at.run("promise", "LC-1009", "2026-12-05", "100.00")
    before = at.books
    at.run("merge", "K9", "K1", "--why", "one firm")
    at.bank("C 300.00 B1: LC-1010: AURELIO KAELTE", currency="USD")
    at.bank("C 20.00 B2: NOBODY: UNHEARD OF", currency="USD")
    at.run("apply", at.home.lines()["payments"][-1]["payment_id"], "LC-1001=20.00")
    said = at.run("undo", at.seq("CustomerMerged"), "--why", "two firms after all")

    assert "K9 and K1 are two again: K9 has 2 invoices and 1 payments" in said
    books = at.books
    assert before.customers == books.customers
    assert (before.promises, before.children_by_parent["K9"]) == (books.promises, ["K11"])
    assert ["300.00 USD"] == [str(books.payments[one].amount) for one in books.payments_by_customer["K9"]]
    assert {"LC-1001": "980.00", "LC-1009": "700.00", "LC-1010": "0.00"} == {
        number: one.open.amount for number, one in books.items.items()
    }
    assert "K9" == books.messages[books.payments[books.payments_by_customer["K9"][0]].mail_id].customer_id
    assert_conserved(at.home, at.home.lines())
    assert "1 new" in at.feed("invoices", COLUMNS, "LC-1012,K9,2026-10-01,2027-03-31,USD,5.00,,,")
    assert "K9" == at.books.items["LC-1012"].customer_id


def test_a_merge_is_not_taken_back_while_money_or_a_plan_is_of_both(desk: Callable[..., Desk]) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1009,K9,2026-10-01,2027-03-31,USD,700.00",
            "LC-1010,K9,2026-10-01,2027-03-31,USD,-50.00",
        ],
        customers=[KAELTE, "K12,Zwoelf Ltd,,zwoelf@zwoelf.example,,en,USD,n/30,"],
    )
    at.run("merge", "K9", "K1", "--why", "one firm")
    merged = at.seq("CustomerMerged")
    at.bank("C 1700.00 B1: LC-1001 LC-1009: AURELIO KAELTE", currency="USD")
    assert f"{at.payment()} of K1 settles LC-1009 of K9 since then" in at.run("undo", merged, "--why", "x")
    at.run("undo", at.seq("CashApplied"), "--why", "x")
    at.run("instalments", "K1", "LC-1001", "LC-1009", "--pay", "1700.00@2026-12-01", "--why", "they asked")
    assert "PLAN-0001 has items of both; give it up first" in at.run("undo", merged, "--why", "x")
    at.run("instalments", "--cancel", "PLAN-0001", "--why", "x")
    at.run("dispute", "LC-1001", "50.00", "--why", "torn")
    at.run("resolve", "LC-1001", "--as", "justified", "--credit", "LC-1010", "--why", "seen")
    assert "a credit note of one of K9 and K1" in at.run("undo", merged, "--why", "x")
    at.run("undo", at.seq("DisputeResolved"), "--why", "x")
    at.run("merge", "K1", "K12", "--why", "one firm")
    assert "K1 was merged into K12 since; take that back first" in at.run("undo", merged, "--why", "x")
    at.run("undo", at.seq("CustomerMerged"), "--why", "x")
    assert "are two again" in at.run("undo", merged, "--why", "x")
    assert "was taken back before" in at.run("undo", merged, "--why", "x")
    assert_conserved(at.home, at.home.lines())


def test_a_letter_that_tells_one_of_the_other_s_items_does_not_go_out_once_they_are_two(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        config={"autonomy": 'dunning = "approve"'},
        ledger=["LC-1009,K9,2026-08-01,2026-09-01,USD,700.00"],
        customers=[KAELTE],
    )
    at.run("merge", "K9", "K1", "--why", "one firm")
    at.home.round()
    (letter,) = at.home.lines()["letters"]
    said = at.run("undo", at.seq("CustomerMerged"), "--why", "x")

    assert (["pagos@aurelio.example"], "held") == (letter["to"], letter["status"])
    assert f"{letter['letter_id']} (dunning) will not go out" in said
    at.home.round()
    assert [("cancelled", "pagos@aurelio.example"), ("held", "kaelte@aurelio9.example")] == [
        (line["status"], line["to"][0]) for line in at.home.lines()["letters"]
    ]


def test_a_limit_that_came_with_a_merge_goes_with_it(desk: Callable[..., Desk]) -> None:
    at = desk(ledger=[], customers=[KAELTE])
    at.run("limit", "K9", "500.00", "--why", "in writing")
    before = at.books.credit
    at.run("merge", "K9", "K1", "--why", "one firm")
    assert ["K1"] == list(at.books.credit)
    at.run("undo", at.seq("CustomerMerged"), "--why", "x")

    assert before == at.books.credit


def test_a_correction_taken_back_moves_what_is_open_and_is_refused_below_what_came_off(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.feed("invoices", COLUMNS, "LC-1001,K1,2026-10-01,2027-04-30,USD,1100.00,,,")
    first = at.seq("InvoiceCorrected")
    at.feed("invoices", COLUMNS, "LC-1001,K1,2026-10-01,2027-04-30,USD,1200.00,,,")
    assert "LC-1001 was corrected again since" in at.run("undo", first, "--why", "x")
    at.run("undo", at.seq("InvoiceCorrected"), "--why", "x")
    at.bank("C 1050.00 B1: LC-1001: AURELIO REFRIGERATION", currency="USD")
    assert "1050.00 USD has come off it, more than the 1000.00 USD" in at.run("undo", first, "--why", "x")
    at.run("undo", at.seq("CashApplied"), "--why", "x")
    at.run("apply", at.payment(), "LC-1001=1000.00")

    assert "0.00 USD of 1000.00 USD open" in at.run("undo", first, "--why", "x")
    item = at.books.items["LC-1001"]
    assert ("1000.00 USD", "2027-03-31") == (str(item.billed), str(item.due_on))
    assert_conserved(at.home, at.home.lines())


def test_what_was_forgotten_is_learnt_again_unless_it_means_something_else_by_now(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1009,K9,2026-10-01,2027-03-31,USD,700.00",
        ],
        customers=[KAELTE],
    )
    at.bank("C 55.00 B1: HELLO: QUORRIN BRIDGEWATER", currency="USD")
    at.run("apply", at.payment(), "LC-1009=55.00")
    at.run("learn", at.payment(), "--name", "--why", "on the phone")
    at.run("learn", "LC-1009", "--number", "ALT-77123", "--why", "old system")
    for learnt_id in list(at.books.learnt):
        at.run("forget", learnt_id, "--why", "not sure")
    name, number = [
        str(one.seq)
        for one in app.whole_journal(at.home.path)
        if type(one.event).__name__ == "AliasForgotten"
    ]
    assert "from now on payments of 'QUORRIN BRIDGEWATER' are K9's" in at.run("undo", name, "--why", "sure")
    at.run("learn", "LC-1001", "--number", "ALT-77123", "--why", "that one")
    assert "is the number of LC-1001 already" in at.run("undo", number, "--why", "sure")

    live = {one.value: (one.customer_id, one.why) for one in at.books.learnt.values() if one.is_live}
    assert ("K9", "on the phone; again: sure") == live["QUORRIN BRIDGEWATER"]
    assert "K1" == live["ALT-77123"][0]


def test_what_a_payment_had_ended_holds_again_once_the_bank_takes_the_money_back(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        ledger=[
            "LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00",
            "LC-1002,K1,2026-10-01,2027-03-31,USD,500.00",
        ]
    )
    at.run("dispute", "LC-1001", "--why", "damaged")
    at.run("promise", "LC-1002", "2026-12-01")
    at.bank("C 1500.00 B1: LC-1001 LC-1002: AURELIO REFRIGERATION", currency="USD")
    assert "" == at.run("holds", "--json")
    at.bank("RC 1500.00 B2: B1 RETURNED: AURELIO REFRIGERATION", currency="USD", day="261110")

    held = [json.loads(line) for line in at.run("holds", "--json").splitlines()]
    assert [("dispute", "1000.00", "holds"), ("promise", "500.00", "holds")] == [
        (line["kind"], line["amount"], line["status"]) for line in held
    ]
