"""What a pack is asked for: whose it is, as of which day, on which books, in which words."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.decide.limitation import limitation
from agent.facts.books import Books
from agent.facts.company import Company
from agent.facts.ledger import Item
from agent.facts.limitation import Limitation
from agent.outbox.wording import Wording
from agent.rules.explain import Words
from agent.rules.limitation import LimitationRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a pack is made of: whose it is, as of which day, in which words."""

    what: str  # a customer's id or an invoice's number
    books: Books
    as_of: date
    made_at: datetime
    version: str
    company: Company
    limitation: LimitationRules
    words: Words  # of the company's language
    english: Words
    wording: Wording

    def limitation_of(self, item: Item) -> Limitation:
        """How long an item can be enforced."""
        zone = ZoneInfo(self.company.time_zone)
        return limitation(item, self.books, self.limitation, country=self.company.country, zone=zone)
