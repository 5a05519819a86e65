"""Turns one row into the headings that its words name."""

import re
from collections.abc import Sequence
from typing import Final

from agent.extract.tabular.columns import Heading
from agent.extract.text.currencies import CURRENCIES, SIGNS
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Column, Hit

_DECIDING: Final = (  # whatever else a heading says
    Column.PAYMENT_DATE, Column.CURRENCY, Column.QUANTITY, Column.BALANCE, Column.DISCOUNT, Column.DEDUCTION, Column.TAX,
)  # fmt: skip
_CODE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_BARE_SIGN: Final = re.compile(r"\s*[(\[](?P<sign>[^\s()\[\]\d]{1,3})[)\]]")
_ROWS_BELOW: Final = 4  # of a heading that show how its columns lie
_LONGEST_CODE: Final = 8  # characters of a cell that is a currency's code or sign
_RANK: Final[dict[str, int]] = {column: rank for rank, column in enumerate(Column)}


def headings_of_row(script: Script, row: int) -> list[Heading]:
    """The headings of one row: the widest known phrase of each cell, and cells that are a currency's code."""
    start, end = script.row_span(row)
    found: list[Heading] = []
    hits = within(script.hits.section("columns"), start, end)
    places = [place for place in script.places_of_row(row) if place.end > place.start]
    if not hits and all(place.end - place.start >= _LONGEST_CODE for place in places):
        return []
    for hit in _whole(script, row, places, apart(hits)):
        place = script.place_of(hit.start)
        if place is None:
            continue
        left, right = script.extent(hit.start, hit.end)
        around = [other for other in places if other.start < hit.end + 12 and other.end > hit.start]
        tail = script.text[hit.end : min(hit.end + 12, max((other.end for other in around), default=hit.end))]
        column = place.column if script.rows[row].table is not None else len(found)
        found.append(
            Heading(
                role=Column(hit.key), column=column, left=left, right=right, text=script.text[hit.start : hit.end],
                currency=_currency(script, hit.start - 5, hit.start) or currency_in(tail), start=hit.start, sign=sign_in(tail),
            )
        )  # fmt: skip
    for place in places:
        code = (
            script.text[place.start : place.end].strip("()[] ")
            if place.end - place.start < _LONGEST_CODE
            else ""
        )
        if code in CURRENCIES or (code in SIGNS and not code[0].isalpha()):
            found.append(
                Heading(
                    role=Column.AMOUNT, column=place.column, left=place.box[0], right=place.box[2], text=code,
                    currency=SIGNS.get(code, code), start=place.start,
                )
            )  # fmt: skip
    return sorted(found, key=lambda heading: heading.start)


def apart(hits: Sequence[Hit]) -> list[Hit]:
    """Hits that do not overlap: of those at one place the longest, then the vocabulary's first."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, _RANK[hit.key])):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _whole(script: Script, row: int, places: Sequence[Place], hits: list[Hit]) -> list[Hit]:
    """One hit for each cell that stands over one column: its words together say what it is."""
    kept: list[Hit] = []
    for place in places:
        inside = [hit for hit in hits if place.start <= hit.start < place.end]
        if not inside or not _is_over_one(script, row, place):
            kept += inside
            continue
        role = _together([Column(hit.key) for hit in inside])
        said = sum(letters_in(script, hit.start, hit.end) for hit in inside)
        codes = sum(
            len(code) for code in _CODE.findall(script.text, place.start, place.end) if code in CURRENCIES
        )
        if role is Column.PAID and 2 * said < letters_in(script, place.start, place.end) - codes:
            role = Column.AMOUNT  # "open after payment"
        widest = max(inside, key=lambda hit: hit.end - hit.start)
        kept.append(widest._replace(start=inside[0].start, end=inside[-1].end, key=role))
    return kept


def letters_in(script: Script, start: int, end: int) -> int:
    """How many letters stand in a stretch."""
    return sum(character.isalpha() for character in script.text[start:end])


def _is_over_one(script: Script, row: int, place: Place) -> bool:
    """True where few rows below have two cells under a heading's cell."""
    if script.rows[row].table is not None:
        return True
    below = range(row + 1, min(row + 1 + _ROWS_BELOW, len(script.row_starts)))
    counts = [
        sum(
            one.end > one.start and one.box[0] < place.box[2] and place.box[0] < one.box[2]
            for one in script.places_of_row(other)
        )
        for other in below
        if script.rows[other].table is None and len(script.places_of_row(other)) > 1
    ]
    return 2 * sum(count > 1 for count in counts) <= len(counts) > 0


def _together(roles: Sequence[Column]) -> Column:
    """What the words of one heading say together: "Remit amt" is paid, "Inv total" gross, "Payment currency" a currency."""
    said = set(roles)
    if len(said) == 1:
        return roles[0]
    if Column.DATE in said and Column.AMOUNT in said:
        return Column.GROSS  # "Amt. due"
    if Column.DATE in said:
        return Column.PAYMENT_DATE if Column.PAID in said else Column.DATE
    for role in _DECIDING:
        if role in said:
            return role
    if Column.PAID in said and Column.GROSS not in said:
        return Column.PAID
    if Column.INVOICE in said and said & {Column.AMOUNT, Column.GROSS}:
        return Column.GROSS
    if said == {Column.REFERENCE, Column.AMOUNT}:
        return Column.AMOUNT  # "Warrant amount"
    return next((role for role in roles if role is not Column.DESCRIPTION), roles[0])


def _currency(script: Script, start: int, end: int) -> str | None:
    return currency_in(script.text[max(0, start) : end])


def currency_in(text: str) -> str | None:
    """The currency (ISO 4217) that the first word of a text is a code or a sign of."""
    word = text.strip(" ()[]:/,-\n").split(" ")[0].strip("()[]")
    if word in SIGNS:
        return SIGNS[word]
    return ("CNY" if word == "RMB" else word) if word in CURRENCIES else None


def sign_in(text: str) -> str | None:
    """The bare sign in brackets that a text begins with, which several currencies share: Amount ($), Net (Rs.)."""
    found = _BARE_SIGN.match(text)
    return found["sign"].rstrip(".") if found and SIGNS.get(found["sign"], "") is None else None
