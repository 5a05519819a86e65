"""Turns answers between the lines of a quoted letter into words that name what they answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.text.references import Finder
from agent.facts.mail import Block, Body, Line

_FIGURES: Final = re.compile(r"\d[\d.,'’]*")
_CENTS: Final = re.compile(r"[.,]\d\d\Z")
_DAY: Final = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d{2})?(?!\d)")
_LEAST_NUMBER: Final = 5  # digits of a number of something: shorter ones are days and counts


def with_what_is_asked(body: Body, finder: Finder) -> tuple[Block, ...]:
    """The sender's own words; before an answer that names no document of theirs the only one of the lines that it stands under.

    "> 1. INV-1 over 500.00 / Paid on Monday / > 2. INV-2 over 80.00 / Will be paid by Friday". Nothing else of the
    quoted lines is taken over: their amounts and days are ours.
    """
    if not body.asked:
        return body.own
    kept: list[Block] = list(body.own[: body.asked[0][0]])
    for (start, above), (stop, _) in pairwise([*body.asked, (len(body.own), "")]):
        answer = body.own[start:stop]
        named = _theirs(above, finder)
        first = answer[0]
        is_answer = len(named) == 1 and isinstance(first, Line) and not _theirs(_text(answer), finder)
        if is_answer and isinstance(first, Line) and _is_about(named[0], _text(answer), finder):
            answer = (replace(first, text=f"{named[0]}: {first.text.strip()}"), *answer[1:])
        kept += answer
    return tuple(kept)


def _is_about(number: str, answer: str, finder: Finder) -> bool:
    """False for an answer with another sum than the document's, or a number of something else: it may be about that."""
    item = finder.ledger.number(number)
    theirs = {money.decimal for money in (item.open, item.billed)} if item else set()
    said = [one[0].strip(".,") for one in _FIGURES.finditer(_DAY.sub("", answer))]
    sums = [one for one in said if _CENTS.search(one)]
    numbers = [one for one in said if one not in sums and len(one) >= _LEAST_NUMBER]
    values = {Decimal(re.sub(r"\D", "", one)) / 100 for one in sums} | {
        Decimal(re.sub(r"\D", "", one)) for one in numbers
    }
    return values <= theirs


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Line))


def _theirs(text: str, finder: Finder) -> list[str]:
    """The numbers of the sender's documents in a text, spelled in full, each once."""
    items = (one.item for one in finder.exact(text))
    return list(dict.fromkeys(one.invoice_no for one in items if one and one.customer_id in finder.senders))
