"""A remittance says the same in every form; a digit that is altered where an amount is stated twice is noticed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.facts.books import Books
from agent.facts.readings import PaymentRead, Reading
from agent.ids import folded
from agent.pipeline.reading import understand
from tests.memory_desk import desk_with, opened, work
from tests.remittance_pages import Page, Says, pages
from tests.remittance_papers import FORMS, Look, looks, mail
from tests.remittances import CURRENCIES, ZERO, Owed, Remittance, remittances

HANZI: Final = "壹贰叁肆伍陆柒捌玖"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A remittance, what is owed, and the page that tells it."""

    remittance: Remittance
    owed: Owed
    page: Page
    language: str


@st.composite
def told_remittances(draw: st.DrawFn, most_lines: int = 40) -> Told:
    """Any remittance in any language."""
    language = draw(st.sampled_from(["en", "de", "zh"]))
    remittance, owed = draw(remittances(CURRENCIES[language], most_lines))
    page = draw(pages(remittance, language))
    return Told(remittance=remittance, owed=owed, page=page, language=language)


def read(told: Told, form: str, look: Look) -> Reading:
    """What the mail says, read with the ledger."""
    desk = desk_with(told.owed.customers, told.owed.items)
    return understand(desk, opened(desk, mail(told.page, told.language, form, look))).reading


def facts(payment: PaymentRead) -> dict[str, Any]:
    """A payment as it was read."""
    return {
        "amount": payment.amount,
        "currency": payment.currency,
        "date": payment.paid_on,
        "reference": payment.reference,
        "lines": [(line.invoice, line.amount, line.discount, line.deduction) for line in payment.lines],
    }


def truth(remittance: Remittance) -> dict[str, Any]:
    """A payment as it was made."""
    return {
        "amount": remittance.total,
        "currency": remittance.currency,
        "date": remittance.paid_on,
        "reference": remittance.reference,
        "lines": [(item.number, item.paid, item.discount, item.deduction) for item in remittance.items],
    }


@pytest.mark.parametrize("form", FORMS)
@given(told_remittances(), looks)
@settings(max_examples=30, deadline=None)
def test_a_remittance_reads_back_as_it_was_written(form: str, told: Told, look: Look) -> None:
    reading = read(told, form, look)
    assert [facts(payment) for payment in reading.payments] == [truth(told.remittance)]


def altered(draw: st.DrawFn, text: str, digits: str) -> str:
    """The text with one of its digits changed into another one."""
    places = [place for place, character in enumerate(text) if character in digits]
    place = draw(st.sampled_from(places))
    digit = draw(st.sampled_from([digit for digit in digits if digit != text[place]]))
    return text[:place] + digit + text[place + 1 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A remittance with one digit of one thing that its page states altered."""

    told: Told
    page: Page
    says: Says
    before: str
    after: str


@st.composite
def slips(draw: st.DrawFn, said: tuple[Says, ...]) -> Slip:
    """A slip in something that the page states."""
    told = draw(told_remittances(8).filter(lambda one: _places(one, said)))
    nth = draw(st.sampled_from(_places(told, said)))
    piece = told.page.pieces()[nth]
    digits = HANZI if piece.says is Says.WORDS else "0123456789"
    text = altered(draw, piece.text, digits)
    return Slip(
        told=told, page=told.page.with_text(nth, text), says=piece.says, before=piece.text, after=text
    )


def _places(told: Told, said: tuple[Says, ...]) -> list[int]:
    return [nth for nth, piece in enumerate(told.page.pieces()) if piece.says in said]


def worked(slip: Slip, form: str, look: Look) -> Books:
    """The books after the mail was handled."""
    desk = desk_with(slip.told.owed.customers, slip.told.owed.items)
    work(desk, mail(slip.page, slip.told.language, form, look))
    return desk.books


def applied(books: Books) -> dict[str, Decimal]:
    """What was applied to each invoice."""
    found: dict[str, Decimal] = {}
    for payment in books.payments.values():
        for one in payment.applications:
            found[one.invoice] = found.get(one.invoice, ZERO) + one.amount.decimal
    return found


# Stated twice: a line and the total, the total and its 大写, what is withheld and gross less net.
STATED_TWICE: Final = (Says.PAID, Says.TOTAL, Says.WORDS, Says.DISCOUNT, Says.DEDUCTION)
STATED_ONCE: Final = (Says.GROSS, Says.OTHER_TOTAL)  # what was billed is ours to know, not theirs to say


@pytest.mark.parametrize("form", FORMS)
@given(slips(STATED_TWICE), looks)
@settings(max_examples=30, deadline=None)
def test_one_altered_digit_of_what_is_stated_twice_is_noticed_and_nothing_applied(
    form: str, slip: Slip, look: Look
) -> None:
    assert applied(worked(slip, form, look)) == {}


@pytest.mark.parametrize("form", FORMS)
@given(slips(STATED_ONCE), looks)
@settings(max_examples=15, deadline=None)
def test_one_altered_digit_of_what_was_billed_brings_no_more_than_what_was_paid(
    form: str, slip: Slip, look: Look
) -> None:
    paid = {item.number: item.paid for item in slip.told.remittance.items}
    assert all(amount <= paid[invoice] for invoice, amount in applied(worked(slip, form, look)).items())


@pytest.mark.parametrize("form", FORMS)
@given(slips((Says.NUMBER,)), looks)
@settings(max_examples=20, deadline=None)
def test_an_altered_number_brings_no_money_to_an_invoice_that_is_not_named(
    form: str, slip: Slip, look: Look
) -> None:
    books = worked(slip, form, look)
    named = {folded(piece.text) for piece in slip.page.pieces() if piece.says is Says.NUMBER}
    for invoice in applied(books):
        assert folded(invoice) in named
        assert books.items[invoice].customer_id == "C0"
