"""The ledger of the seller that these files are sent to, and the mails that bring them, in few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from tests.corpus.mail.truth import ANY, Case, Facts, line
from tests.corpus.mail.truth import pay as _pay
from tests.corpus.mail.wire import Mail, attached, mixed, text

TO = "Wexcombe Filtration <cash@wexcombe.example>"
GERMAN_BANK = ("Nordlicht Bank", "statements@nordlichtbank.example")
US_BANK = ("Lake State Bank", "reports@lakestatebank.example")
CHINESE_BANK = ("太湖银行", "ebank@taihubank.example")
STAFF = ("Jo Hale", "jo.hale@wexcombe.example")
__all__ = ["ANY", "CHINESE_BANK", "GERMAN_BANK", "STAFF", "US_BANK", "Facts"]

CUSTOMERS: dict[str, list[str]] = {}  # id -> name, aliases, address, language, currency, terms
ITEMS: list[list[str]] = []  # as the rows of invoices.csv
CASES: dict[str, Callable[[], Case]] = {}


def firm(id: str, name: str, address: str, currency: str, items: str, *, aliases: str = "", language: str = "en",
         terms: str = "n/30") -> None:  # fmt: skip
    """A customer and its items: `NO DATE AMOUNT [PO]`, one a line."""
    CUSTOMERS[id] = [name, aliases, address, language, currency, terms]
    days = int(terms.rpartition("/")[2])
    for row in items.strip().splitlines():
        no, issued, amount, *po = row.split()
        due = str(date.fromisoformat(issued) + timedelta(days=days))
        ITEMS.append([no, id, issued, due, currency, amount, po[0] if po else "", terms])


def lines(said: str) -> list[Facts]:
    """`NO AMOUNT [d=DISCOUNT] [x=DEDUCTION]`, with `;` between; an amount of `-` is not said."""
    made = []
    for row in said.split(";"):
        no, amount, *more = row.split()
        taken = dict(part.split("=") for part in more)
        made.append(
            line(no, None if amount == "-" else amount, taken.get("d", "0.00"), taken.get("x", "0.00"), ANY)
        )
    return made


def pay(amount: str, currency: str | None, said: str = "") -> Facts:
    """A payment of which the amount, the currency and the lines are scored; `*` leaves the lines open."""
    more = dict.fromkeys(("date", "due_date", "method", "reference"), ANY)
    made = _pay(amount, currency, *(lines(said) if said not in ("", ANY) else ()), **more)
    return made | {"lines": ANY} if said == ANY else made


def mail(name: str, layout: str, producer: str, who: str, file: str, data: bytes, *payments: Facts, books: str | None = "",
         kind: str = "", sender: tuple[str, str] | None = None, subject: str = "", body: str = "", when: str = "2026-11-10T09:12:00+00:00",
         more: Sequence[tuple[str, bytes]] = (), customer: str | None = "") -> None:  # fmt: skip
    """A mail with one file (or more); `books`: `NO CASH;…` that run must apply, None where that is left open."""

    def make() -> Case:
        files = [
            attached(each, "application/octet-stream", content) for each, content in [(file, data), *more]
        ]
        found = CUSTOMERS.get(who)
        is_bank = sender is not None and who == ""
        return Case(
            name=name, layout=layout, producer=producer,
            language="zh" if name.startswith("cn") else "en",
            mail=Mail(
                sender=sender or (("", found[2].split(";")[0]) if found else ("", "x@x.example")),
                subject=subject or ("Account report" if is_bank else "Payment file"), date=when,
                part=mixed(text(body or "See attached.\n"), *files), to=TO,
            ),
            kind=kind or ("bank_statement" if is_bank else "remittance" if payments else "other"),
            customer=(ANY if is_bank else who or None) if customer == "" else customer,
            payments=payments,
        )  # fmt: skip

    assert name not in CASES, name
    CASES[name] = make
    BOOKS[name] = None if books is None else dict(row.split() for row in books.split(";") if row)


BOOKS: dict[str, dict[str, str] | None] = {}  # what cash each item gets by this mail
