"""What a pack is asked for: whose it is, as of which day, on which books, in which words."""

from dataclasses import dataclass
from datetime import date, datetime

from agent.facts.books import Books
from agent.facts.company import Company
from agent.outbox.wording import Wording
from agent.rules.explain import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a pack is made of: whose it is, as of which day, in which words."""

    what: str  # a customer's id or an invoice's number
    books: Books
    as_of: date
    made_at: datetime
    version: str
    company: Company
    words: Words  # of the company's language
    english: Words
    wording: Wording
