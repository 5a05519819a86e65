"""A customer or an invoice to a ZIP of everything that was written, sent, received, paid and agreed, with its proof."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from importlib.resources import files
from typing import IO, Any, Final

from agent.facts import events as e
from agent.ids import instant
from agent.ledger.csv_file import csv_bytes
from agent.ledger.theirs import Theirs, theirs
from agent.pipeline.evidence import tables
from agent.pipeline.evidence.asked import Asked
from agent.pipeline.evidence.contacts import Archive, Contact, Report, contacts, with_reports
from agent.pipeline.evidence.gather import Gathered, gather
from agent.pipeline.evidence.packing import Packing
from agent.pipeline.evidence.summary import Summary, as_html
from agent.store.codec import Line

_UNSAFE: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was packed."""

    folder: str  # that it unpacks to
    contacts: int
    mails: int
    lines: int  # of the journal, shown
    withheld: int  # of the journal, by hash alone
    head: str
    manifest: str  # SHA-256 of the manifest


def folder_of(what: str, as_of: date) -> str:
    """The folder's name, of letters that every system has in file names."""
    return f"evidence-{_UNSAFE.sub('_', what).strip('_.') or 'customer'}-{as_of}"


def pack(asked: Asked, journal: Iterable[Line], archive: Archive, file: IO[bytes]) -> Packed:
    """Write the pack; the journal is read once. AgentError where nobody has this id."""
    their, reports = with_reports(theirs(asked.books, asked.what), archive)
    packing = Packing(file, folder=folder_of(asked.what, asked.as_of), at=asked.made_at.astimezone(UTC))
    with packing.adding("journal/chain.txt") as chain:
        gathered = gather(
            journal, their, last_seq=asked.books.seq, keep_hash=lambda one: chain.write(f"{one}\n".encode())
        )
    their, gathered = _tied(their, gathered)
    found = contacts(their, archive, gathered.all(), reports)
    bank = list(tables.bank_lines(their, gathered.lines))
    names = {
        one.contact_id: name
        for one, name in _names(found)
        if one.is_shared or archive.blobs.holds(one.sha256)
    }
    for one in found:
        if name := names.get(one.contact_id):
            packing.add(name, _extract(their, bank, one) if one.is_shared else archive.blobs.get(one.sha256))
    packing.add("journal/lines.jsonl", b"".join(line + b"\n" for line in gathered.raw))
    for name, content in _papers(asked, their, gathered, found, names, bank, reports):
        packing.add(name, content)
    return Packed(
        folder=folder_of(asked.what, asked.as_of), contacts=len(found), mails=sum(not one.is_shared for one in found),
        lines=len(gathered.lines), withheld=len(gathered.withheld), head=gathered.head, manifest=packing.close(),
    )  # fmt: skip


def _tied(their: Theirs, gathered: Gathered) -> tuple[Theirs, Gathered]:
    """Of an invoice's customer, only the messages that speak of the invoice."""
    if not their.loose:
        return their, gathered
    claims = (line.event for line in gathered.lines if line.subject not in their.loose)
    tied = their.tied(str(getattr(event, "mail_id", None)) for event in claims)
    return tied, gathered.without(frozenset(their.messages).difference(tied.messages))


def _names(found: Iterable[Contact]) -> Iterator[tuple[Contact, str]]:
    """Each contact's file, numbered in the order of time."""
    counts = {"in": 0, "out": 0}
    for one in found:
        way = "out" if one.is_out else "in"
        counts[way] += 1
        ending = "_extract.json" if one.is_shared else ".eml"
        stem = f"{counts[way]:04}_{one.at.astimezone(UTC):%Y-%m-%d}_{_UNSAFE.sub('_', one.contact_id)}"
        yield one, f"{way}/{stem}{ending}"


def _extract(their: Theirs, bank: list[dict[str, Any]], one: Contact) -> bytes:
    """What a message that also tells of others says of them."""
    message = their.books.messages[one.contact_id]
    own = set(their.payments) & set(message.payment_ids)
    payments = [their.books.payments[payment_id] for payment_id in message.payment_ids if payment_id in own]
    return _json(
        {
            "why": "The message also tells of other customers; this is what it says of this one. Its bytes are in the "
            "sender's archive under the SHA-256 below, which the journal recorded when it came.",
            "message": one.contact_id,
            "message_id": message.message_id,
            "from": message.sender,
            "received_at": tables.at_text(one.at),
            "size": message.size,
            "sha256": message.sha256,
            "entries": [line for line in bank if line["statement"] == one.contact_id],
            "payments": [tables.told_line(their, payment) for payment in payments],
        }
    )


def _papers(
    asked: Asked, their: Theirs, gathered: Gathered, found: list[Contact], names: dict[str, str],
    bank: list[dict[str, Any]], reports: Iterable[Report],
) -> Iterator[tuple[str, bytes]]:  # fmt: skip
    """Everything but the mails and the journal."""
    seqs = {
        line.subject: line.seq
        for line in gathered.lines
        if isinstance(line.event, e.MessageReceived | e.LetterQueued)
    }
    everything = gathered.all()
    summary = Summary(
        asked=asked, their=their, head=gathered.head, count=gathered.count,
        contacts=list(tables.contact_lines(found, names, seqs)),
        account=list(tables.account_lines(their, asked.as_of)),
        agreements=list(tables.agreement_lines(gathered.lines)),
        bank=bank, limitation=_limitation(asked, their, everything),
    )  # fmt: skip
    traces = {
        one.contact_id: {"authenticated": one.authenticated, "why": one.told, "headers": one.trace}
        for one in found
        if one.authenticated is not None
    }
    yield "index.csv", _table(summary.contacts)
    yield "index.json", _json(summary.contacts)
    yield "account.csv", _table(summary.account)
    yield "agreements.csv", _table(summary.agreements)
    yield "bank.csv", _table(summary.bank)
    yield "limitation.csv", _table(summary.limitation)
    yield "delivery.json", _json(list(tables.delivery_lines(everything, tuple(reports))))
    yield "authentication.json", _json(traces)
    yield "pack.json", _json(_about(asked, their, gathered))
    yield "summary.html", as_html(summary).encode()
    yield "README.txt", _readme(asked, gathered)
    yield "verify.py", files("agent.pipeline.evidence").joinpath("verify.py").read_bytes()


def _limitation(asked: Asked, their: Theirs, lines: list[e.Recorded]) -> list[dict[str, Any]]:
    items = [their.books.items[number] for number in their.items]
    found = (asked.limitation_of(item) for item in items if item.open and not item.is_credit)
    return list(tables.limitation_lines(their, found, lines))


def _about(asked: Asked, their: Theirs, gathered: Gathered) -> dict[str, Any]:
    return {
        "company": asked.company.name,
        "customer": their.customer.customer_id,
        "merged_customers": list(their.ids[1:]),
        "invoice": their.invoice,
        "as_of": asked.as_of.isoformat(),
        "made_at": tables.at_text(asked.made_at),
        "remitd": asked.version,
        "journal": {"lines": gathered.count, "head": gathered.head},
        "withheld": [
            {"line": line.seq, "kind": type(line.event).__name__, "hash": line.hash}
            for line in gathered.withheld
        ],
    }


def _readme(asked: Asked, gathered: Gathered) -> bytes:
    several = [asked.words, asked.english] if asked.words.code != "en" else [asked.english]
    texts = [
        words.word(
            "evidence", "readme",
            company=asked.company.name, what=asked.what, as_of=asked.as_of.isoformat(),
            made_at=instant(asked.made_at), lines=gathered.count, head=gathered.head,
        )
        for words in several
    ]  # fmt: skip
    return ("\n\n" + "-" * 72 + "\n\n").join(texts).encode()


def _table(lines: list[dict[str, Any]]) -> bytes:
    return csv_bytes(list(lines[0]) if lines else ["date"], lines, amounts=tables.AMOUNTS)


def _json(value: list[Any] | Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
