"""Statements on paper in each language, for the tests of their PDF and workbook."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from agent import app
from agent.facts.statements import Statement
from agent.ledger.statement import statements
from agent.outbox.paper import Paper
from agent.outbox.wording import Wording
from agent.rules.statements import load_statement_words
from tests.drafts import COMPANY, CURRENCY, CUSTOMER, TEMPLATES
from tests.ledger_builders import customer, folded_books, item

WRITTEN_AT = datetime(2026, 11, 3, 1, tzinfo=UTC)


def statement(language: str, count: int) -> Statement:
    """October of a customer with so many invoices, one of them disputed, and a credit note."""
    name, currency, first = CUSTOMER[language][0], CURRENCY[language], date(2026, 9, 20)
    numbers = {"en": "INV-{}", "zh": "2631200000045187{}", "de": "RE-26-{}"}[language]
    items = [
        item(
            numbers.format(2031 + n), f"{1200 + 37 * n}.50 {currency}", name,
            issued_on=first + timedelta(days=n % 40), due_on=first + timedelta(days=n % 40 + 30),
            po_no=f"PO-{n}" if n % 3 else None,
        )
        for n in range(count)
    ]  # fmt: skip
    credit = item("CN-7", f"-85.20 {currency}", name, issued_on=date(2026, 10, 9), due_on=date(2026, 10, 9))
    books = folded_books(customer(name, currency=currency), *items, credit)
    (one,) = statements(
        books, name, first_on=date(2026, 10, 1), last_on=date(2026, 10, 31), known_at=WRITTEN_AT, zone=ZoneInfo("UTC")
    )  # fmt: skip
    return one


@cache
def paper(language: str, count: int = 6) -> Paper:
    """The same, on paper."""
    name, called, address = CUSTOMER[language]
    words = load_statement_words(app.default_rules(), app.default_rules())
    return Paper(
        statement=statement(language, count),
        company=COMPANY,
        customer=replace(customer(name), name=called, emails=(address,), language=language),
        token="L-3f9a01c2be47",
        written_at=WRITTEN_AT.astimezone(ZoneInfo("Asia/Shanghai")),
        answer_on=date(2026, 11, 17),
        wording=Wording(language=TEMPLATES.language(language, "en")),
        words=words[language],
        guide=(("Account", "4500 6688 0042 7719"), ("Bank", "Bank of Eastport")),
        guide_caption="How to pay",
    )
