"""The currency that stands before or after a number: codes, signs and words."""

import re
from typing import Final

CURRENCIES: Final = frozenset([
    "AED", "ARS", "AUD", "BDT", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNH", "CNY", "COP", "CZK",
    "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JOD", "JPY", "KES", "KRW",
    "KWD", "KZT", "LKR", "MAD", "MOP", "MXN", "MYR", "NGN", "NOK", "NZD", "OMR", "PEN", "PHP", "PKR",
    "PLN", "QAR", "RMB", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "UAH",
    "USD", "VND", "ZAR",
])  # fmt: skip
_ALIASES: Final = {"RMB": "CNY", "CNH": "CNY"}
SIGNS: Final = {
    "US$": "USD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "NZ$": "NZD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW",
    "$": None, "¥": None, "Rs.": None, "Rs": None, "CN¥": "CNY", "JP¥": "JPY", "Fr.": "CHF", "SFr.": "CHF", "R": "ZAR",
    "RM": "MYR", "Rp.": "IDR", "Rp": "IDR", "Dhs.": "AED", "Dhs": "AED", "SR": "SAR", "zł": "PLN", "Kč": "CZK", "S/": "PEN", "S/.": "PEN",
    "₫": "VND", "฿": "THB", "₱": "PHP", "₺": "TRY", "₽": "RUB", "₦": "NGN", "N": "NGN", "₪": "ILS", "KSh": "KES", "kr.": None, "kr": None,
}  # fmt: skip
LETTERS: Final = frozenset(
    sign for sign in SIGNS if sign.rstrip(".").isalpha()
)  # signs that may be glued to a number
_NUMBERING: Final = frozenset(
    {"R", "RM", "SR", "N"}
)  # signs that begin numbers of documents too: only before groups or decimals
_SMALL: Final = (
    "usd|eur|gbp|chf|cny|rmb|hkd|sgd|aud|nzd|zar|aed|nok|sek|dkk|jpy|inr"  # no words of any language
)
_SIGN: Final = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_BEHIND: Final = "|".join(
    re.escape(sign) for sign in sorted(SIGNS.keys() - {"N"}, key=len, reverse=True)
)  # N is a flag
BEFORE: Final = re.compile(
    rf"(?:(?P<code>(?<![A-Za-z])(?:[A-Z]{{3}}|{_SMALL}))|(?P<sign>(?<![A-Za-z])(?:{_SIGN})))?(?P<gap> {{0,3}})\*{{0,8}}\Z"
)
_AFTER: Final = re.compile(
    rf"(?P<gap> {{0,3}})(?:(?P<code>[A-Z]{{3}}|{_SMALL})(?![A-Za-z0-9])|(?P<sign>{_BEHIND})(?!\d))"
)
_OF_ANOTHER: Final = re.compile(r"(?:\d|[.,]-{1,2}) ?\Z")  # a currency after a number is that number's


def is_code(text: str) -> bool:
    """True for letters that are a currency's code as people write it: in capitals, or small where no word is spelled so."""
    return text.isupper() or re.fullmatch(_SMALL, text) is not None


def may_have(sign: str, core: str) -> bool:
    """True where a sign of letters before a number is money's: R20 000.00, and not the number R20000."""
    return sign not in _NUMBERING or any(mark in core for mark in " .,")


def currency_before(
    text: str, start: int, end: int, ending: dict[int, str]
) -> tuple[int, str | None, str | None]:
    """Where the amount begins with what stands before its number, its ISO 4217 code, and the bare sign."""
    found = BEFORE.search(text, max(0, start - 17), start)
    if found and len(found["gap"]) > 1:  # another cell: only where it holds the currency alone
        alone = text[max(0, found.start() - 2) : found.start()]
        ends_cell = found["sign"] and alone.endswith(" ")  # Total NZ$ | 2,530.00
        if alone not in ("", "  ") and not alone.endswith("\n") and not ends_cell:
            found = None
    if (
        found
        and _OF_ANOTHER.search(text, max(0, found.start() - 3), found.start())
        and _AFTER.match(text, end)
    ):
        found = None
    if found and found["sign"] and not may_have(found["sign"], text[start:end]):
        found = None
    code = (found["code"] or "").upper() if found else ""
    if found and (code in CURRENCIES or found["sign"]):
        currency = _ALIASES.get(code, code) if code else SIGNS[found["sign"]]
        place = start if len(found["gap"]) > 1 else found.start()
        return place, currency, None if currency else found["sign"].rstrip(".")
    for at in (start, start - 1, start - 2):
        if at in ending and "\n" not in text[at:start]:
            return (start, *_said(ending[at]))
    return start, None, None


def currency_after(
    text: str, end: int, beginning: dict[int, str], sign: str | None
) -> tuple[int, str | None, str | None]:
    """Where the amount ends with what stands after its number, its ISO 4217 code, and the bare sign."""
    found = _AFTER.match(text, end)
    if found and len(found["gap"]) > 1 and text[found.end() : found.end() + 2].rstrip("\n") not in ("", "  "):
        found = None
    if found and (code := (found["code"] or "").upper()) in CURRENCIES:
        return end if len(found["gap"]) > 1 else found.end(), _ALIASES.get(code, code), None
    if (
        found
        and found["sign"] in LETTERS
        and (found["sign"] in _NUMBERING or text[found.end() : found.end() + 1].isalpha())
    ):
        return end, None, sign
    if found and found["sign"]:
        currency = SIGNS[found["sign"]]
        return found.end(), currency, None if currency else found["sign"].rstrip(".")
    for at in (end, end + 1):
        if at in beginning and "\n" not in text[end:at]:
            return (end, *_said(beginning[at]))
    return end, None, sign


def _said(key: str) -> tuple[str | None, str | None]:
    """Code and sign of a word for money; a unit such as 元 that several currencies have is a sign."""
    return (key, None) if key in CURRENCIES else (None, key)
