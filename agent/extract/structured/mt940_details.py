"""MT940 :86: into payer, account, references and text: German ?xx subfields, SWIFT /CODE/ words, or plain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from agent.extract.structured.swift import joined
from agent.extract.structured.values import is_reference

_WIDTH: Final = 65  # of a line of :86:
_SUBFIELD_WIDTH: Final = 27  # of ?20 to ?33 (DK, DFÜ-Abkommen Anlage 3, 8.2.4)
_SUBFIELDS: Final = re.compile(r"(\d{3})?([?<^~|])\d\d")
_GERMAN_WORDS: Final = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|\bBIC|PURP|COAM|OAMT)\+")
_SWIFT_WORDS: Final = re.compile(
    r"/(ORDP|BENM|NAME|IBAN|BIC|CNTP|ULTD|ULTC|REMI|EREF|KREF|PREF|MARF|CSID|CREF|CDTRREFTP|CDTRREF"
    r"|RTRN|TRTP|TRCD|PURP|ISDT|ADDR|ID|OCMT|CHGS|EXCH|SVCL)/"
)
_SHAPES: Final = re.compile(r"(?:USTD//|STRD/(?:CUR/)?)")  # /REMI/ unstructured, or a reference
_NUMBERED_NAME: Final = re.compile(r"(?:^|\s)1/(.+?)(?=\s*\b[1-8]/|\Z)")
# GVC: returned direct debits, a returned cheque, a SEPA credit transfer that came back.
_RETURNS: Final = frozenset({"108", "109", "111", "159"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What one :86: says."""

    text: str
    payer: str | None = None
    payer_account: str | None = None
    own: str | None = None  # the payer's end-to-end reference
    others: tuple[str, ...] = ()
    is_returned: bool = False


def details_of(lines: Iterable[str]) -> Details:
    """Read the lines of an entry's :86:; where a line or subfield ends short of its width, a space stood."""
    text = joined(lines, _WIDTH)
    if found := _SUBFIELDS.match(text):
        return _german(text, found[1] or "", found[2])
    words = _SWIFT_WORDS.split(text)
    return _swift(words) if len(words) > 1 else Details(text=text)


def _german(text: str, code: str, separator: str) -> Details:
    subfields = [(piece[:2], piece[2:]) for piece in text.split(separator)[1:]]

    def said_in(*numbers: str) -> str:
        return joined((value for number, value in subfields if number in numbers), _SUBFIELD_WIDTH)

    purpose = said_in(*(f"2{digit}" for digit in range(10)), *(f"6{digit}" for digit in range(4)))
    before, *words = _GERMAN_WORDS.split(purpose)
    said = {word: value.strip() for word, value in zip(words[::2], words[1::2], strict=True)}
    return Details(
        text=" ".join(filter(None, (before.strip(), said.get("SVWZ", "")))),
        payer=said_in("32", "33") or said.get("ABWA") or None,
        payer_account=said_in("31") or said.get("IBAN") or None,
        own=_reference(said.get("EREF")),
        others=tuple(filter(None, (_reference(said.get("KREF")), _reference(said.get("MREF"))))),
        is_returned=code in _RETURNS,
    )


def _swift(words: list[str]) -> Details:
    """`words` is free text, then code and value by turns; a party's name follows its code or stands in it."""
    said: dict[str, str] = {}
    party = ""
    for word, value in zip(words[1::2], words[2::2], strict=True):
        party = word if word in ("ORDP", "BENM") else party
        key = f"{party}-{word}" if word in ("NAME", "IBAN") and party else word
        said.setdefault(key, value.strip(" /"))
    counterparty = [piece.strip() for piece in said.get("CNTP", "").split("/")] + [""] * 3
    remittance = _SHAPES.sub("", said.get("REMI", ""), count=1)
    text = (words[0].strip(), remittance, said.get("CDTRREF", ""))
    return Details(
        text=" ".join(filter(None, text)),
        payer=said.get("ORDP-NAME")
        or _name(said.get("ORDP", ""))
        or said.get("NAME")
        or counterparty[2]
        or None,
        payer_account=said.get("ORDP-IBAN") or said.get("IBAN") or counterparty[0] or None,
        own=_reference(said.get("EREF")),
        others=tuple(filter(None, (_reference(said.get(word)) for word in ("KREF", "PREF", "CREF", "MARF")))),
        is_returned="RTRN" in said,
    )


def _name(party: str) -> str:
    """The name of a party, which as in field 50F may be numbered: 1/ is the name, 2/ the address, 3/ the place."""
    names = _NUMBERED_NAME.findall(party)
    return " ".join(names) if names else party


def _reference(text: str | None) -> str | None:
    return text if text and is_reference(text) else None
