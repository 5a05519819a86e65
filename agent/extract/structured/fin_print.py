"""A SWIFT message as banks' terminals print it for people into its tagged fields, line for line."""

import re
from collections.abc import Iterator
from typing import Final

_LABELLED: Final = re.compile(r"\s*:?F?(\d\d[A-Z]?)\s?: ?\s*([A-Za-z][^:#\n]{2,70})\Z")
_MARKS: Final = (
    re.compile(r"(?m)^[ \t]*:?F?20\s?:[ \t]*[A-Za-z][^:\n]{2,70}$"),
    re.compile(r"(?m)^[ \t]*:?F?32A\s?:[ \t]*[A-Za-z][^:\n]{2,70}$"),
)
_MONEY_TAGS: Final = frozenset({"32A", "33B", "71F", "71G"})
_PIECE: Final = re.compile(r"\s*(Date|Currency|Amount)\s*:\s*(.+?)\s*\Z", re.IGNORECASE)
_DAY: Final = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]* (?:20)?(\d\d)\Z")
_ISO_DAY: Final = re.compile(r"20(\d\d)-(\d\d)-(\d\d)\Z")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_END: Final = re.compile(r"\s*(?:-{4,}|={4,}|\{)")


def is_printed(text: str) -> bool:
    """True for text in which a reference and an amount stand under their tags and titles: "32A: Val Dte/Curr/…"."""
    return all(mark.search(text) for mark in _MARKS)


def unprinted(text: str) -> str:
    """The same message as tagged lines, as many as before: what stands under a title is the field's value.

    Date, currency and amount of a field, which terminals print in lines of their own, come where the amount stands.
    """
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    tag, is_first, money = "", False, dict[str, str]()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if labelled := _LABELLED.match(line):
            tag, is_first, money = labelled[1], True, {}
            yield ""
        elif _END.match(line):
            tag = ""
            yield line.strip() if line.lstrip().startswith("{") else "-"
        elif tag in _MONEY_TAGS and (piece := _PIECE.match(line)):
            money[piece[1].casefold()] = piece[2]
            yield f":{tag}:{_joined(money)}" if "amount" in money else ""
        elif tag and line.strip():
            yield f":{tag}:{line.strip()}" if is_first else line.strip()
            is_first = False
        else:
            yield "" if tag else line


def _joined(money: dict[str, str]) -> str:
    """Date, currency and amount as the field has them: 261110USD3300,00."""
    amount = money["amount"].strip("# ")
    if re.search(r"\.\d\d\Z", amount):
        amount = amount.replace(",", "").replace(".", ",")
    return f"{_day(money.get('date', ''))}{money.get('currency', '')[:3]}{amount}"


def _day(said: str) -> str:
    if (found := _DAY.match(said)) and found[2].casefold() in _MONTHS:
        return f"{found[3]}{_MONTHS.index(found[2].casefold()) + 1:02}{int(found[1]):02}"
    if iso := _ISO_DAY.match(said):
        return "".join(iso.groups())
    return said
