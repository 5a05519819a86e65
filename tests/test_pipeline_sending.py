"""Letters that wait while the world changes: nobody is asked for what is not owed, at a wrong address, or after a stop."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from agent.facts.sending import SendOutcome, SendResult
from agent.pipeline.schedule import write_due
from agent.pipeline.sending import send_queued
from tests.test_undo_after import Desk, desk

__all__ = ["desk"]

TWO = ["LC-1001,K1,2026-08-01,2026-09-01,USD,1000.00", "LC-2001,K4,2026-08-01,2026-09-01,USD,700.00"]


class Server:
    """Takes every letter, one after the other; while the first is on its way, somebody does something."""

    is_idempotent = False

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self.sent: list[str] = []
        self._meanwhile = meanwhile

    def send(
        self,
        content: bytes,
        *,
        sender: str,
        recipients: tuple[str, ...],
        message_id: str,
        before_data: Callable[[], None],
    ) -> SendOutcome:
        """Accepted, always."""
        if self.sent:
            self._meanwhile()
        before_data()
        self.sent += recipients
        return SendOutcome(result=SendResult.ACCEPTED, detail="250 OK")

    def check(self) -> None:
        """It answers."""

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("words", "becomes"),
    [
        ([], "sent"),
        (["stop", "--why", "the price list was wrong"], "queued"),
        (["dispute", "LC-2001", "--why", "torn"], "cancelled"),
        (["write-off", "LC-2001", "700.00", "--why", "insolvent"], "cancelled"),
    ],
)
def test_what_another_process_does_while_letters_go_out_counts_for_the_next_one(
    desk: Callable[..., Desk], words: list[str], becomes: str
) -> None:
    at = desk(
        config={"autonomy": 'dunning = "auto"'},
        ledger=TWO,
    )
    server = Server(lambda: words and at.run(*words))
    with at.home.desk() as one:
        write_due(one)
        send_queued(one, server)

    assert ["sent", becomes] == [line["status"] for line in at.home.lines()["letters"]]
    assert (2 if becomes == "sent" else 1) == len(server.sent)


def test_a_held_letter_never_goes_to_an_address_that_is_not_on_file_any_more(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        config={"autonomy": 'dunning = "approve"'}, ledger=["LC-1001,K1,2026-08-01,2026-09-01,USD,1000.00"]
    )
    at.home.round()
    (letter,) = at.home.lines()["letters"]
    columns = "customer_id,name,emails,currency"
    at.feed("customers", columns, "K1,Aurelio Refrigeration Ltd,neu@aurelio.example,USD")
    at.run("letters", "approve", letter["letter_id"])
    at.home.round()
    at.home.now += timedelta(days=1)
    at.home.round()

    assert [("cancelled", ["pagos@aurelio.example"]), ("held", ["neu@aurelio.example"])] == [
        (line["status"], line["to"]) for line in at.home.lines()["letters"]
    ]


NEW_ADDRESS = (
    "customers",
    "customer_id,name,emails,currency",
    "K1,Aurelio Refrigeration Ltd,neu@elsewhere.example,USD",
)


def test_a_held_statement_never_goes_to_an_address_that_is_not_on_file_any_more(
    desk: Callable[..., Desk],
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-08-01,2027-03-31,USD,1000.00"])
    at.run("statement", "K1", "--send")
    (letter,) = at.home.lines()["letters"]
    at.feed(*NEW_ADDRESS)
    at.run("letters", "approve", letter["letter_id"])
    at.home.round()

    (letter,) = at.home.lines()["letters"]
    assert ("statement", "failed", ["pagos@aurelio.example"]) == (
        letter["kind"],
        letter["status"],
        letter["to"],
    )
    assert "pagos@aurelio.example is not on file any more" in str(
        at.books.letters[letter["letter_id"]].detail
    )
    assert [] == list((at.home.path / "mail" / "out").glob("*/*"))


@pytest.mark.parametrize(
    ("emails", "becomes"),
    [
        ("neu@elsewhere.example", "discrepancy_query to neu@elsewhere.example"),
        ("", "review_request to ines.roth@larkspur.example"),
    ],
)
def test_a_question_is_asked_again_of_who_is_on_file_by_then(
    desk: Callable[..., Desk], emails: str, becomes: str
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-08-01,2027-03-31,USD,1000.00"])
    at.bank("C 900.00 B1: LC-1001: AURELIO REFRIGERATION", currency="USD")
    at.feed(*NEW_ADDRESS[:2], NEW_ADDRESS[2].replace("neu@elsewhere.example", emails))
    at.home.now += timedelta(days=8)
    at.home.round()

    letters = [f"{line['kind']} to {', '.join(line['to'])}" for line in at.home.lines()["letters"]]
    assert ["discrepancy_query to pagos@aurelio.example", becomes] == letters


def test_a_reminder_that_was_released_and_did_not_go_gives_way_to_dunning(desk: Callable[..., Desk]) -> None:
    at = desk(
        config={"autonomy": 'reminder = "approve"\ndunning = "auto"'},
        ledger=["LC-1001,K1,2026-08-01,2026-11-12,USD,1000.00"],
    )
    at.home.round()
    (letter,) = at.home.lines()["letters"]
    at.run("letters", "approve", letter["letter_id"])
    at.home.now += timedelta(days=6)
    at.home.round()

    assert [("reminder", "cancelled"), ("dunning", "sent")] == [
        (line["kind"], line["status"]) for line in at.home.lines()["letters"]
    ]


def test_a_mail_that_waits_holds_letters_back_whatever_older_mail_is_read_after_it(
    desk: Callable[..., Desk],
) -> None:
    at = desk(
        config={"autonomy": 'dunning = "auto"'}, ledger=["LC-1001,K1,2026-08-01,2026-11-05,USD,1000.00"]
    )
    now = at.home.now
    for sender, days_ago in (("pagos@aurelio.example", 0), ("ottoline.bakes@gmx.net", 30)):
        at.home.now = now - timedelta(days=days_ago)
        at.home.deliver({"from": sender, "subject": "Hello", "body": "Please call me back."})
    at.home.now = now
    at.home.round()

    assert "dunning" not in [line["kind"] for line in at.home.lines()["letters"]]


@pytest.mark.parametrize("is_written", [False, True])
def test_an_offer_of_instalments_never_goes_out_for_what_is_not_owed_any_more(
    desk: Callable[..., Desk], *, is_written: bool
) -> None:
    at = desk(
        config={"autonomy": 'plan_offer = "approve"'},
        ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"],
    )
    pay = ["--pay", "500.00@2026-12-01", "--pay", "500.00@2026-12-15"]
    at.run("instalments", "K1", "LC-1001", *pay, "--offer", "--why", "x")
    if is_written:
        at.home.round()
        (offer,) = at.home.lines()["letters"]
        at.run("letters", "approve", offer["letter_id"])
    at.run("write-off", "LC-1001", "1000.00", "--why", "x")
    at.home.round()

    assert [*(["plan_offer cancelled"] if is_written else []), "review_request sent"] == [
        f"{line['kind']} {line['status']}" for line in at.home.lines()["letters"]
    ]
    assert "cancelled" == at.books.plans["PLAN-0001"].status.value


@pytest.mark.parametrize(
    ("amount", "becomes"), [((), "1000.00 USD"), (("600.00",), "600.00 USD"), (("100.00",), "100.00 USD")]
)
def test_who_disputes_all_of_an_invoice_disputes_what_opens_again(
    desk: Callable[..., Desk], amount: tuple[str, ...], becomes: str
) -> None:
    at = desk(ledger=["LC-1001,K1,2026-10-01,2027-03-31,USD,1000.00"])
    at.run("write-off", "LC-1001", "400.00", "--why", "x")
    at.run("dispute", "LC-1001", *amount, "--why", "torn")
    at.run("undo", at.seq("SettledWithoutCash"), "--why", "x")

    assert becomes == str(at.books.items["LC-1001"].disputed)
