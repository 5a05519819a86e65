"""A pack's tables to one dated page that a person reads first."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from agent.ledger.theirs import Theirs
from agent.money import Money, total
from agent.pipeline.evidence.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the page shows."""

    asked: Asked
    their: Theirs
    count: int  # lines of the journal
    head: str
    contacts: list[dict[str, Any]]
    account: list[dict[str, Any]]
    agreements: list[dict[str, Any]]
    bank: list[dict[str, Any]]
    limitation: list[dict[str, Any]]

    def word(self, key: str, **values: object) -> str:
        """A word of the page."""
        return self.asked.words.word("evidence", key, **values)

    def money(self, amount: str | None, currency: str | None) -> str:
        """As the language writes it; "" where there is none."""
        return self.asked.wording.money(Money.of(amount, currency)) if amount and currency else ""

    def what(self, line: dict[str, Any]) -> str:
        """What a contact is."""
        section = "letter_kinds" if line["direction"] == "out" else "message_kinds"
        return self.asked.words.word(section, line["what"])

    def open_totals(self) -> list[str]:
        """What is open, one sum a currency."""
        amounts = [Money.of(line["open_amount"], line["currency"]) for line in self.account]
        codes = sorted({amount.currency for amount in amounts})
        sums = [total((one for one in amounts if one.currency == code), code) for code in codes]
        return [self.asked.wording.money(one) for one in sums]


def as_html(summary: Summary) -> str:
    """The page: it loads nothing from elsewhere and runs nothing."""
    return _template().render(it=summary, word=summary.word, asked=summary.asked, their=summary.their)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return environment.from_string(
        files("agent.pipeline.evidence").joinpath("summary.html").read_text(encoding="utf-8")
    )
