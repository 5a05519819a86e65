"""Ids that we mint from content, so that the same input gives the same id."""

import hashlib
import unicodedata
from datetime import datetime

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


def lookalike(number: str) -> str:
    """A document number as a picture shows it: letters that look like digits are those digits."""
    return folded(number).translate(_LOOKALIKES)


def instant(at: datetime) -> str:
    """RFC 3339 text of an aware instant, to the second."""
    return at.isoformat(timespec="seconds")
