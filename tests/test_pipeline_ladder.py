"""A ladder of rules/dunning.toml from the file to the letters that go out: who gets them, when, signed by whom, and what stops them."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from agent.facts import events as e
from agent.facts.letterhead import Letterhead, Role, Signatory
from agent.facts.letters import Autonomy, Letter, LetterKind, LetterStatus
from agent.money import Money
from agent.outbox.nowhere import NowhereTransport
from agent.pipeline.desk import Desk
from agent.pipeline.round import day_work
from agent.rules.dunning import load_dunning
from tests.ledger_builders import customer, item
from tests.memory_desk import CONFIG, desk_with

DUE = "2026-11-10"  # a Tuesday
EURO = """
[[ladder]]
name = "euro"
for = { currency = "EUR" }
[ladder.reminder]
days_before_due = 0
[[ladder.level]]
days_after_due = 2
cc = ["sales"]
sign = "manager"
tone = "good"
[[ladder.level]]
days_after_previous = 7
approval = "approve"
kind = "dunning"
"""
SHIPPED = Path(__file__).parents[1] / "rules"


def desk_of(folder: Path, more: str, *, dollars: bool = False, **changes: object) -> Desk:
    """A desk with one customer who owes 100 euro, or also 70 dollars; everything on auto but the final notice."""
    rules = (SHIPPED / "dunning.toml").read_text(encoding="utf-8")
    (folder / "dunning.toml").write_text(rules + more, encoding="utf-8")
    known = customer("C1", **({"emails": ("ap@c1.example", "boss@c1.example")} | changes))
    due = datetime.fromisoformat(DUE).date()
    items = [item("I1", "100.00 EUR", due_on=due), item("I2", "70.00 USD", due_on=due)]
    desk = desk_with([known], items if dollars else items[:1])
    signs = Letterhead(signatories=((Role.MANAGER, Signatory(name="Ada Roth", title="Finance manager")),))
    autonomy = tuple(
        (kind, Autonomy.APPROVE if kind is LetterKind.FINAL_NOTICE else Autonomy.AUTO) for kind in LetterKind
    )
    config = replace(CONFIG, autonomy=autonomy, company=replace(CONFIG.company, letterhead=signs))
    return replace(desk, config=config, policy=replace(desk.policy, dunning=load_dunning(folder)))


def on(desk: Desk, at: str) -> list[Letter]:
    """One round at an instant; the letters that it wrote."""
    before = set(desk.books.letters)
    later = replace(desk, clock=lambda: datetime.fromisoformat(at))
    day_work(later, NowhereTransport())
    return [letter for letter_id, letter in desk.books.letters.items() if letter_id not in before]


def told(letters: list[Letter]) -> list[str]:
    return [f"{one.kind} {one.level} {' '.join(one.invoices)} {one.status}" for one in letters]


def test_each_currency_goes_up_its_own_ladder(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, EURO, dollars=True)
    assert [] == on(desk, "2026-11-11T09:00:00+01:00")
    assert ["dunning 1 I1 sent"] == told(on(desk, "2026-11-12T09:00:00+01:00"))
    assert [] == on(desk, "2026-11-13T09:00:00+01:00"), "dollars are due, and the customer was written to"
    assert ["dunning 1 I2 sent"] == told(on(desk, "2026-11-17T09:00:00+01:00"))
    assert [] == on(desk, "2026-11-19T09:00:00+01:00")
    assert ["dunning 2 I1 held"] == told(on(desk, "2026-11-23T09:00:00+01:00")), (
        "more careful than [autonomy]"
    )


def test_a_level_says_who_gets_a_copy_who_signs_and_how_it_sounds(tmp_path: Path) -> None:
    desk = desk_of(
        tmp_path,
        EURO,
        dunning_emails=("mahnung@c1.example", "gone@c1.example"),
        sales_emails=("vera@larkspur.example",),
    )
    desk.books.suspect_addresses.add("gone@c1.example")
    (letter,) = on(desk, "2026-11-12T09:00:00+01:00")
    assert (("mahnung@c1.example",), ("vera@larkspur.example",)) == (letter.to, letter.cc)
    message = message_from_bytes(desk.blobs.get(letter.sha256), policy=policy.default)
    text = message.get_body(("plain",))
    assert text
    said = " ".join(text.get_content().split())
    assert "Ada Roth" in said
    assert "You have paid us reliably for a long time" in said


def test_without_a_dunning_contact_the_main_address_gets_it(tmp_path: Path) -> None:
    (letter,) = on(desk_of(tmp_path, EURO), "2026-11-12T09:00:00+01:00")
    assert (("ap@c1.example",), ()) == (letter.to, letter.cc)


def test_a_letter_waits_in_the_queue_while_the_customer_sleeps(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, EURO + '[quiet]\nfrom = "18:00"\nto = "08:00"\n', time_zone="Asia/Shanghai")
    assert [] == on(desk, "2026-11-12T00:30:00+01:00"), "half past seven in Shanghai"
    assert ["dunning 1 I1 sent"] == told(on(desk, "2026-11-12T01:00:00+01:00")), "and eight"
    (held,) = on(desk, "2026-11-20T01:00:00+01:00")
    assert LetterStatus.HELD is held.status
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        commit.add(held.letter_id, e.LetterApproved(letter_id=held.letter_id))
    on(desk, "2026-11-20T12:00:00+01:00")
    assert LetterStatus.QUEUED is desk.books.letters[held.letter_id].status
    on(desk, "2026-11-21T01:00:00+01:00")
    assert LetterStatus.QUEUED is desk.books.letters[held.letter_id].status, "nor on a Saturday"
    on(desk, "2026-11-23T01:00:00+01:00")
    assert LetterStatus.SENT is desk.books.letters[held.letter_id].status


def test_letters_keep_the_holidays_of_the_customers_country(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, EURO.replace("days_after_due = 2", "days_after_due = 1"), country="US")
    assert [] == on(desk, "2026-11-11T09:00:00+01:00"), "Veterans Day"
    assert ["dunning 1 I1 sent"] == told(on(desk, "2026-11-12T09:00:00+01:00"))


def test_a_letter_that_is_not_true_any_more_is_dropped_by_name_and_written_anew(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, EURO + "[gate]\nunanswered_mail_days = 1\n")
    on(desk, "2026-11-12T09:00:00+01:00")
    (held,) = on(desk, "2026-11-19T09:00:00+01:00")
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        commit.add(held.letter_id, e.LetterApproved(letter_id=held.letter_id))
        disputed = e.DisputeRecorded(invoice="I1", amount=Money(40_00, "EUR"), reason="damaged", mail_id=None)
        commit.add("I1", disputed)
    anew = on(desk, "2026-11-20T09:00:00+01:00")
    dropped = desk.books.letters[held.letter_id]
    assert (LetterStatus.CANCELLED, "no longer true when it was to go: I1 is disputed") == (
        dropped.status,
        dropped.detail,
    )
    assert ["dunning 2 I1 held"] == told(anew)
    assert "60.00 EUR" == str(anew[0].asked[0][1])


def test_books_that_had_nothing_due_are_planned_again_the_next_day(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, EURO)
    assert [] == on(desk, "2026-11-10T09:00:00+01:00")
    assert [] == on(desk, "2026-11-10T10:00:00+01:00")
    assert desk.books.nothing_due
    assert ["dunning 1 I1 sent"] == told(on(desk, "2026-11-12T09:00:00+01:00"))
