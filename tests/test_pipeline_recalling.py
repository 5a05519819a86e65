"""What the books recall goes into the letters of the schedule: earlier letters, tone, and late charges where rules say so."""

import io
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from agent.app import clock
from agent.facts.credit import ContractTerms
from agent.facts.letters import Autonomy, LetterKind, LetterStatus
from agent.outbox.nowhere import NowhereTransport
from agent.pipeline.desk import Desk
from agent.pipeline.schedule import write_due
from agent.pipeline.sending import send_queued
from agent.rules.interest import InterestRules, load_interest
from tests.ledger_builders import customer, item
from tests.memory_desk import NOW, desk_with

RULES = """
use = "x"
[[law]]
id = "x"
name = "A law"
margin = "9"
[[law.fee]]
fixed = "40.00 EUR"
source = "its section 5"
checked_on = 2026-01-05
[[law.rate]]
from = 2026-01-01
percent = "1"
source = "base rate of January"
checked_on = 2026-01-05
"""


@pytest.fixture
def interest(tmp_path: Path) -> InterestRules:
    (tmp_path / "interest.toml").write_text(RULES, encoding="utf-8")
    return load_interest(tmp_path)


def desk_of(interest: InterestRules | None) -> Desk:
    """One item of 3,650.00 EUR, 10 days overdue on Friday 20 November; letters go out by themselves."""
    desk = desk_with(
        [customer(currency="EUR")],
        [
            item("I1", "3650.00 EUR", due_on=date(2026, 11, 10)),
            item("I2", "1000.00 EUR", due_on=date(2026, 11, 16)),
        ],
    )
    rules = desk.policy if interest is None else replace(desk.policy, interest=interest)
    autonomy = tuple((kind, Autonomy.AUTO) for kind in LetterKind)
    return replace(desk, policy=rules, config=replace(desk.config, autonomy=autonomy))


def letters(desk: Desk) -> list[str]:
    """The texts of all letters, in the order in which they were written."""
    found = []
    for letter in desk.books.letters.values():
        part = message_from_bytes(desk.blobs.get(letter.sha256), policy=policy.default).get_body(("plain",))
        assert part
        found.append(" ".join(part.get_content().split()))
    return found


def attached(desk: Desk, sha256: str) -> list[list[list[str]]]:
    """The first sheet of each workbook that a letter carries, as text."""
    message = message_from_bytes(desk.blobs.get(sha256), policy=policy.default)
    books = [
        CalamineWorkbook.from_filelike(io.BytesIO(part.get_content())) for part in message.iter_attachments()
    ]
    return [[[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()] for book in books]


def after(desk: Desk, days: int) -> Desk:
    """The same desk so many days after Friday 20 November, all letters sent."""
    send_queued(desk, NowhereTransport())
    assert all(letter.status is LetterStatus.SENT for letter in desk.books.letters.values())
    at = NOW.replace(month=11 + (20 + days > 30), day=20 + days - 30 * (20 + days > 30))
    return replace(desk, clock=clock(at))


def test_charges_come_with_the_second_letter_and_on_its_items_alone(interest: InterestRules) -> None:
    desk = desk_of(interest)
    assert write_due(desk) == 1
    desk = after(desk, 4)
    assert write_due(desk) == 0
    desk = after(desk, 5)
    assert write_due(desk) == 1
    first, second = letters(desk)
    assert "Interest" not in first
    assert "Interest at 10 % a year of 365 days: A law; base rate of January" in second
    assert "I1 11 Nov 2026 – 25 Nov 2026 15 3,650.00 15.00" in second
    assert "I1 its section 5 40.00" in second
    assert "come to EUR 55.00" in second
    assert "with them it is EUR 4,705.00" in second
    assert "Please pay EUR 4,650.00 and the EUR 55.00 of interest and charges by" in second
    (sent,) = [letter for letter in desk.books.letters.values() if letter.level == 2]
    assert [str(amount) for _, amount in sent.asked] == ["3650.00 EUR", "1000.00 EUR"], "nothing is booked"


def test_as_shipped_no_letter_names_interest() -> None:
    desk = desk_of(None)
    write_due(desk)
    desk = after(desk, 5)
    write_due(desk)
    assert len(letters(desk)) == 2
    assert not any("Interest" in text for text in letters(desk))


def test_a_letter_names_the_one_before_it() -> None:
    desk = desk_of(None)
    write_due(desk)
    desk = after(desk, 5)
    write_due(desk)
    first, second = letters(desk)
    assert "We wrote to you on" not in first
    assert "We wrote to you on 20 November 2026 (payment reminder)" in second
    assert "What we have written" not in second
    desk = after(desk, 20)
    write_due(desk)
    last = letters(desk)[-1]
    assert last.startswith("Final notice")
    assert "A statement of your account is attached." in last
    (notice,) = [one for one in desk.books.letters.values() if one.kind is LetterKind.FINAL_NOTICE]
    (sheet,) = attached(desk, notice.sha256)
    assert ["I1", "I2"] == [row[2] for row in sheet if row[2] in ("I1", "I2")][:2]
    assert "20 Nov 2026 payment reminder I1, I2" in last
    assert "25 Nov 2026 second reminder I1, I2" in last


def test_what_a_contract_says_comes_before_the_law(interest: InterestRules) -> None:
    desk = desk_of(interest)
    terms = ContractTerms(version=1, from_on=date(2026, 1, 1), interest_percent="5")
    desk.books.contracts["C1"] = (terms,)
    write_due(desk)
    desk = after(desk, 5)
    write_due(desk)
    second = letters(desk)[-1]
    assert "Interest at 5 % a year of 365 days: our contract" in second
    assert "15 3,650.00 7.50" in second
    assert "its section 5" in second, "of fees the contract says nothing"
    assert "Our contract of" not in second, "it has no words on late payment"


def test_a_second_letter_quotes_the_contract_and_the_first_does_not() -> None:
    desk = desk_of(None)
    clause = "Late sums bear interest; write to pay@elsewhere.example"
    desk.books.contracts["C1"] = (ContractTerms(version=1, from_on=date(2026, 1, 1), clause=clause),)
    write_due(desk)
    desk = after(desk, 5)
    write_due(desk)
    first, second = letters(desk)
    assert "Our contract" not in first
    assert "Our contract of 1 January 2026 says of late payment: “Late sums bear interest" in second
    assert "pay@elsewhere.example" not in second
