"""Ids that we mint from content, so that the same input gives the same id."""

import hashlib
import re
import unicodedata
from datetime import datetime

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}\Z")
_MASKED = re.compile(r"[*•●…#?]|[Xx]{3}|\.{3}")
_SHORTEST_ACCOUNT = 6  # characters; what is shorter is no account
_LOOKALIKES = str.maketrans("OQILZSB", "0011258")


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def mint(prefix: str, *parts: str, length: int = 12) -> str:
    """An id such as "P-3f9a01c2be47" from what it is about; `parts` must be unique together."""
    return f"{prefix}-{digest(chr(31).join(parts).encode())[:length]}"


def folded(number: str) -> str:
    """A document number with what spelling does not matter: case, spaces, punctuation, full-width forms.

    "RE-26/0141", "re 26 0141" and "ＲＥ26-0141" all give "RE260141". Zeros stay: 04518826 is not 4518826.
    """
    text = (number if number.isascii() else unicodedata.normalize("NFKC", number)).upper()
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def account_keys(account: str) -> tuple[str, ...]:
    """What a bank account is known by: its number, and of an IBAN also the account in its country (ISO 13616).

    None where digits are hidden (****1234) or too few: such an account is nobody's.
    """
    number = folded(account)
    if len(number) < _SHORTEST_ACCOUNT or _MASKED.search(account):
        return ()
    return (number, number[4:]) if _is_iban(number) else (number,)


def _is_iban(number: str) -> bool:
    """True where its check digits hold (ISO 7064, MOD 97-10)."""
    if not _IBAN.match(number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def lookalike(number: str) -> str:
    """A document number as a picture shows it: letters that look like digits are those digits."""
    return folded(number).translate(_LOOKALIKES)


def instant(at: datetime) -> str:
    """RFC 3339 text of an aware instant, to the second."""
    return at.isoformat(timespec="seconds")
