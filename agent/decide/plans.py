"""(items, sums and days) to the instalments of a plan, and (a customer's answer to an offer) to whether they agree."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from unicodedata import normalize

from agent.facts.ledger import Item
from agent.facts.plans import Instalment
from agent.money import Money, total
from agent.rules.holds import PlanRules

_MARKER: Final = re.compile(r"a\s*[.):、]\s*")
_END: Final = re.compile(r"[.,;!。，；！]")


def covered(item: Item) -> Money:
    """What a plan covers of an item: all that is open and not disputed."""
    return item.open - (item.disputed or Money(0, item.open.currency))


def instalments(items: Sequence[Item], pay: Iterable[tuple[Money, date]]) -> tuple[Instalment, ...]:
    """Each payment on the oldest items first. ValueError where the sums are not what the plan covers."""
    oldest = sorted(items, key=lambda item: (item.due_on, item.issued_on, item.invoice_no))
    owed = {item.invoice_no: covered(item) for item in oldest}
    payments = sorted(pay, key=lambda one: one[1])
    currency = items[0].open.currency
    paid, wanted = total((amount for amount, _ in payments), currency), total(map(covered, items), currency)
    if paid != wanted:
        raise ValueError(f"the payments sum to {paid}, and {wanted} is to be paid")
    parts: list[Instalment] = []
    for amount, due_on in payments:
        left = amount
        for invoice, still in owed.items():
            if taken := min(left, still):
                owed[invoice], left = still - taken, left - taken
                parts.append(Instalment(invoice=invoice, amount=taken, due_on=due_on))
    return tuple(parts)


def agrees(lines: Iterable[str], rules: PlanRules) -> bool:
    """True where one line says so and nothing that is said up to the line after it makes it doubtful."""
    said = [normalize("NFKC", line).casefold().strip() for line in lines if line.strip()]
    for place, line in enumerate(said):
        first = _END.split(_MARKER.sub("", line, count=1), maxsplit=1)[0].strip()
        if _is_choice(line) or first in rules.agree_words:
            is_asked = any("?" in one for one in said)
            return not is_asked and not any(_is_doubtful(one, rules) for one in said[: place + 2])
    return False


def _is_choice(line: str) -> bool:
    return re.fullmatch(r"a\s*[.):]?", line) is not None


def _is_doubtful(line: str, rules: PlanRules) -> bool:
    has_figure = any(char.isdigit() for char in line)
    words = set(re.findall(r"\w+", line))
    return has_figure or any(word in words if word.isascii() else word in line for word in rules.doubt_words)
