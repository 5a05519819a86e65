"""The numbers between two that a word such as "to" joins: 1001 to 1004, INV-1001-1004."""

import re
from collections.abc import Sequence
from typing import Final

from agent.extract.text.reference import Reference
from agent.facts.ledger import Anchors
from agent.ids import folded
from agent.rules.vocabulary import Cue, Hits

LONGEST_RANGE: Final = 200  # numbers from first to last
_LISTED: Final = re.compile(r"[^\S\n]*\n")  # the dash that follows begins a line of a list
NUMBERED: Final = re.compile(r"(?P<before>.*?)(?P<digits>\d+)(?P<after>\D*)\Z")  # RE1001, SI001001A


def with_ranges(text: str, found: Sequence[Reference], hits: Hits, ledger: Anchors) -> list[Reference]:
    """The numbers between two that a word such as "to" joins: 1001 to 1004, INV-1001-1004."""
    joins = {hit.start: hit.end for hit in hits.cues(Cue.RANGE)}
    full: list[Reference] = []
    for index, reference in enumerate(found):
        full.append(reference)
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or not (reference.item and following.item):
            continue
        between = text[reference.end : following.start]
        start = reference.end + len(between) - len(between.lstrip())
        is_dash = between.strip() in ("-", "–", "~", "～") and not _LISTED.match(between)
        if is_dash or joins.get(start) == start + len(between.strip()):
            full += _between(reference, following, ledger)
    return full


def _between(first: Reference, last: Reference, ledger: Anchors) -> list[Reference]:
    low, high = NUMBERED.match(folded(first.stem)), NUMBERED.match(folded(last.stem))
    if not (low and high) or (low["before"], low["after"]) != (high["before"], high["after"]):
        return []
    numbers = range(int(low["digits"]) + 1, int(high["digits"]))
    if len(numbers) > LONGEST_RANGE:
        return []
    owner = first.item.customer_id if first.item else ""
    width = len(low["digits"])
    spelled = (f"{low['before']}{number:0{width}d}{low['after']}" for number in numbers)
    items = (ledger.number(number) for number in spelled)
    return [
        Reference(start=last.start, end=last.end, text=item.invoice_no, item=item)
        for item in items
        if item and item.customer_id == owner
    ]
