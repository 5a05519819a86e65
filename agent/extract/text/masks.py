"""Stretches of a text that are never money: addresses, telephones, IBANs, times, shares."""

import re
from collections.abc import Iterable
from typing import Final

_ADDRESSES: Final = r"(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,200} | https?://\S+ | www\.\S+ |"
_ADDRESS: Final = re.compile(r"@|://|www\.")
_NUMBERS: Final = r"""
    (?=[A-Z\d+(*])(?:(?P<iban>\b[A-Z]{2}\d{2}(?:\x20?[A-Z0-9]{4}){3,7}(?:\x20?[A-Z0-9]{1,3})?\b)   # IBAN (ISO 13616)
    | (?=[\d+(*])(?:                                  # asked once for all that follow: letters are most of a text, small ones most of all
        (?<!\d)\+\d[\d\x20()./-]{6,18}\d              # telephones; no list of numbers: 03350091+03350092
      | (?<![\w.,/-])(?<!\d\x20)\(?0\d{1,4}\)?[\x20/-]\d(?:[\x20/-]?\d){4,13}(?![\d.,])
      | (?<![\w.,])\d{3}[-.]\d{3}[-.]\d{4}(?!\d)
      | (?<![\w.,])\d{3}[-]\d{4}(?!\d)
      | (?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\x20?[AaPp]\.?[Mm]\b)?   # times
      | (?<![\d.,])\d{1,3}(?:[.,]\d{1,4})?\x20?[%％‰]   # shares
      | (?<![\w-])\d{1,3}\s?/\s?\d{1,3}(?![\d.,])        # page 1 / 2, terms 2/10
      | \*{2,}[\x20-]?\d+(?![\d,]*\.\d\d)             # masked accounts; **1,791.65 fills a check's box
    ))
    """
_NEVER: Final = re.compile(_NUMBERS, re.VERBOSE)
_NEVER_WITH_ADDRESSES: Final = re.compile(_ADDRESSES + _NUMBERS, re.VERBOSE)
_LABEL: Final = 16  # characters before an account's number that may call it an IBAN
_CALLED_IBAN: Final = re.compile(r"IBAN\W*\Z", re.IGNORECASE)
Spans = Iterable[tuple[int, int]]


def never_amounts(text: str) -> list[tuple[int, int]]:
    """Addresses, telephones, IBANs, times, shares: digits that are never money."""
    never = _NEVER_WITH_ADDRESSES if _ADDRESS.search(text) else _NEVER  # each word may begin an address
    return [match.span() for match in never.finditer(text) if not match["iban"] or _is_iban(match)]


def ibans(text: str, start: int, end: int) -> list[str]:
    """The numbers of accounts in a stretch, without spaces."""
    found = (match for match in _NEVER.finditer(text, start, end) if match["iban"])
    return [match["iban"].replace(" ", "") for match in found if _is_iban(match)]


def _is_iban(match: re.Match[str]) -> bool:
    """True where it is called so, or its check digits hold (ISO 13616, ISO 7064): FP2635… may be a word and an invoice."""
    if _CALLED_IBAN.search(match.string, max(0, match.start() - _LABEL), match.start()):
        return True
    plain = match["iban"].replace(" ", "")
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1


class Masks:
    """Stretches of a text in which nothing else is looked for."""

    def __init__(self, length: int, spans: Spans = ()) -> None:
        self._covered = bytearray(length + 1)
        self.add(spans)

    def add(self, spans: Spans) -> None:
        """Cover more of the text."""
        for start, end in spans:
            self._covered[start:end] = b"\x01" * (end - start)

    def covers(self, start: int, end: int) -> bool:
        """True where any of it is covered."""
        return self._covered.find(1, start, end) >= 0
