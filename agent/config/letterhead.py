"""[contact], [[payment]] and [signatories] of remitd.toml to the letterhead: accounts are checked as far as they can be."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from agent.config.table import Table
from agent.errors import AgentError
from agent.facts.letterhead import Contact, Letterhead, PaymentGuide, Role, Signatory

SECTIONS: Final = ("contact", "payment", "signatories")
_GUIDE: Final = {field.name: str for field in fields(PaymentGuide)}
_SIGNATORY: Final = {field.name: str for field in fields(Signatory)}
_SHAPES: Final = {
    "currency": (re.compile(r"[A-Z]{3}"), "no ISO 4217 code such as USD"),
    "language": (re.compile(r"[a-z]{2,3}"), "no language such as en"),
    "bic": (re.compile(r"[A-Z0-9]{8}(?:[A-Z0-9]{3})?"), "no BIC: 8 or 11 letters and digits (ISO 9362)"),
    "cnaps": (re.compile(r"\d{12}"), "no CNAPS code of 12 digits"),
}
_PLACES: Final = {"invoices": "", "customer_no": ""}


def letterhead(path: Path, content: dict[str, Any]) -> Letterhead:
    """AgentError names section, key and mend."""
    contact = Table(path, "[contact]", _section(path, content, "contact"))
    contact.only({"name": str, "phone": str})
    return Letterhead(
        contact=Contact(name=contact.optional("name") or "", phone=contact.optional("phone") or ""),
        guides=tuple(_guides(path, content.get("payment", []))),
        signatories=tuple(_signatories(path, _section(path, content, "signatories"))),
    )


def _section(path: Path, content: dict[str, Any], name: str) -> dict[str, Any]:
    values = content.get(name, {})
    if not isinstance(values, dict):
        raise AgentError(f"{path}: {name} must be a section: [{name}]")
    return values


def _signatories(path: Path, values: dict[str, Any]) -> Iterator[tuple[Role, Signatory]]:
    roles = Table(path, "[signatories]", values)
    roles.only({role.value: dict for role in Role})
    for role in Role:
        if role.value in values:
            table = Table(path, f"[signatories.{role.value}]", values[role.value])
            table.only(_SIGNATORY)
            yield (
                role,
                Signatory(
                    name=table.text("name"),
                    title=table.optional("title") or "",
                    address=table.address("address") if table.optional("address") else "",
                ),
            )


def _guides(path: Path, sections: Any) -> Iterator[PaymentGuide]:
    if not isinstance(sections, list) or not all(isinstance(one, dict) for one in sections):
        raise AgentError(f"{path}: payment must be sections: write [[payment]] above each account")
    seen: dict[tuple[str, str], int] = {}
    for number, values in enumerate(sections, 1):
        table = Table(path, f"[[payment]] {number}:", values)
        table.only(_GUIDE)
        guide = _guide(table)
        other = seen.setdefault((guide.currency, guide.language), number)
        if other != number:
            raise table.fault(
                "currency", f"and language are those of [[payment]] {other}; one account for each pair"
            )
        yield guide


def _guide(table: Table) -> PaymentGuide:
    table.text("beneficiary")
    given = {key: " ".join(str(value).split()) for key, value in table.values.items()}
    for key in ("iban", "bic", "cnaps"):
        if key in given:
            given[key] = given[key].replace(" ", "").upper()
    for key, (shape, problem) in _SHAPES.items():
        if given.get(key) and not shape.fullmatch(given[key]):
            raise table.fault(key, f'"{given[key]}" is {problem}')
    if given.get("iban"):
        given["iban"] = _printed(table, given["iban"])
    if not (given.get("iban") or given.get("account")):
        raise table.fault("account", "is missing; give account or iban")
    try:
        given.get("reference", "").format(**_PLACES)
    except (LookupError, ValueError, AttributeError) as error:
        raise table.fault("reference", f"in braces may stand only {', '.join(_PLACES)}") from error
    return PaymentGuide(**given)


def _printed(table: Table, iban: str) -> str:
    """In groups of four, when its check digits hold (ISO 13616, ISO 7064 MOD 97-10)."""
    rest = iban[4:] + iban[:4]
    is_shaped = re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", iban)
    if not is_shaped or int("".join(str(int(character, 36)) for character in rest)) % 97 != 1:
        raise table.fault("iban", f'"{iban}" is no IBAN: its check digits do not hold')
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))
