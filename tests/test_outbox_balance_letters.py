"""The letters about an answer to a statement, in each language, byte for byte."""

from dataclasses import replace
from datetime import date

import pytest

from agent.facts.letters import LetterKind
from agent.facts.statements import BalanceLine
from agent.money import Money
from agent.outbox.compose import compose
from agent.outbox.render import render
from tests.conftest import Golden
from tests.drafts import COMPANY, CURRENCY, LANGUAGES, NUMBERS, TEMPLATES, answer, draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("again", [False, True])
def test_a_query_lists_the_lines_that_differ(golden: Golden, language: str, again: bool) -> None:
    currency = CURRENCY[language]
    lines = (
        BalanceLine(
            invoice=NUMBERS[language][0],
            ours=Money.of("1200.00", currency),
            theirs=Money.of("1000.00", currency),
        ),
        BalanceLine(invoice=NUMBERS[language][1], ours=Money.of("310.50", currency), theirs=None),
        BalanceLine(invoice="X-77", ours=None, theirs=Money.of("40.00", currency)),
    )
    of = replace(
        answer(LetterKind.DISCREPANCY_QUERY, language),
        template="balance_query",
        balance_lines=lines,
        as_of=date(2026, 10, 31),
        asked_on=date(2026, 11, 5) if again else None,
    )
    name = f"letters/{language}/balance_query{'_again' if again else ''}.eml"
    golden(name, render(compose(of, company=COMPANY, templates=TEMPLATES), of, COMPANY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unanswered_statement_is_asked_about_once_more(golden: Golden, language: str) -> None:
    of = replace(
        draft(LetterKind.STATEMENT, language),
        template="statement_again",
        open_items=(),
        totals=(Money.of("7890.00", CURRENCY[language]),),
        as_of=date(2026, 10, 31),
        asked_on=date(2026, 11, 4),
    )
    golden(
        f"letters/{language}/statement_again.eml",
        render(compose(of, company=COMPANY, templates=TEMPLATES), of, COMPANY),
    )
