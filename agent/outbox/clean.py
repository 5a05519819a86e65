"""Text from outside to text that may stand in a letter: one line, nothing invisible, not too long."""

import re
import unicodedata
from typing import Final

_LINK: Final = re.compile(
    r"\w{2,12}://\S*|\bwww\.\S*|\S{1,200}@\S*|\b[\w-]{1,60}\.[\w.-]{2,60}/\S*", re.IGNORECASE
)
# An IBAN (ISO 13616), printed in groups of four or not, or a run of digits as long as an account's or card's.
_ACCOUNT: Final = re.compile(
    r"\b[A-Z]{2}\d{2}(?:[0-9A-Z]{11,30}|(?:[ -][0-9A-Z]{4}){2,7}(?:[ -][0-9A-Z]{1,3})?)\b|\b\d(?:[ -]?\d){11,}\b",
    re.IGNORECASE,
)


def clean(text: str, limit: int = 80) -> str:
    """One line without control and format characters: it can't break a header, a layout or a reading order.

    Of the Unicode general categories Cc, Cf, Cs, Zl and Zp go, bidirectional overrides with them; a run of
    spaces becomes one; what is over `limit` characters is cut with "…".
    """
    text = text[: limit * 4]
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_visible, text))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def quotable(text: str, limit: int = 160) -> str:
    """A correspondent's words to repeat under our name: without links, addresses and account numbers."""
    return clean(_ACCOUNT.sub("[…]", _LINK.sub("[…]", clean(text, limit * 2))), limit)


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] == "Z" or character in "\t\n\r\v\f\x85":
        return " "
    return "" if category in ("Cc", "Cf", "Cs") else character
