"""The ledger of a new seller and the mails written to it, in few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from tests.corpus.mail.truth import ANY, Case, Facts, line
from tests.corpus.mail.truth import pay as _pay
from tests.corpus.mail.wire import Mail, Part, attached, html, mixed, text
from tests.corpus.pdf import press
from tests.corpus.pdf.sheets import page, table

TO = "Brevanne Coatings <receivables@brevanne.example>"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
__all__ = ["ANY", "Facts", "attached", "html", "page", "press", "table", "text"]

DE: dict[str, Any] = {"language": "de", "zone": "Europe/Berlin"}
FR: dict[str, Any] = {"language": "fr", "zone": "Europe/Paris"}
ES: dict[str, Any] = {"language": "es", "zone": "Europe/Madrid"}
JA: dict[str, Any] = {"language": "ja", "zone": "Asia/Tokyo"}
ZH: dict[str, Any] = {"language": "zh", "zone": "Asia/Shanghai"}
UNSCORED: Facts = {"invoice": ANY}  # a promise that the document leaves open

CUSTOMERS: dict[str, list[str]] = {}  # id -> name, aliases, address, language, currency, terms, zone
ITEMS: list[list[str]] = []  # as the rows of invoices.csv
CASES: dict[str, Callable[[], Case]] = {}


def firm(
    id: str,
    name: str,
    address: str,
    currency: str,
    items: str,
    *,
    aliases: str = "",
    language: str = "en",
    days: int = 30,
    zone: str = "Europe/London",
) -> None:
    """A customer and its items: `NO DATE AMOUNT [PO]`, one a line."""
    CUSTOMERS[id] = [name, aliases, address, language, currency, f"n/{days}", zone]
    for row in items.strip().splitlines():
        no, issued, amount, *po = row.split()
        due = str(date.fromisoformat(issued) + timedelta(days=days))
        ITEMS.append([no, id, issued, due, currency, amount, po[0] if po else "", f"n/{days}"])


def lines(said: str) -> list[Facts]:
    """`NO AMOUNT [d=DISCOUNT] [x=DEDUCTION]`, with `;` between; an amount of `-` is not said."""
    made = []
    for row in said.split(";"):
        no, amount, *more = row.split()
        taken = dict(part.split("=") for part in more)
        made.append(
            line(
                None if no == "-" else no,
                None if amount == "-" else amount,
                taken.get("d", "0.00"),
                taken.get("x", "0.00"),
                ANY,
            )
        )
    return made


def pay(amount: str | None, currency: str | None, said: str = "") -> Facts:
    """A payment of which the amount, the currency and the lines are scored; of lines `*` none is."""
    more = dict.fromkeys(("date", "due_date", "method", "reference"), ANY)
    if said == ANY:
        return {**_pay(amount, currency, **more), "lines": ANY}
    return _pay(amount, currency, *(lines(said) if said else ()), **more)


def mail(
    name: str,
    layout: str,
    producer: str,
    who: str,
    subject: str,
    when: str,
    body: str | Part,
    *payments: Facts,
    files: Sequence[tuple[str, str, Callable[[], bytes]]] = (),
    kind: str = "",
    customer: str | None = "",
    sender: tuple[str, str] | None = None,
    disputes: Sequence[Facts] = (),
    promises: Sequence[Facts] = (),
    mailer: str = "",
) -> None:
    """A mail of a customer with its documents; a body that is a text is a plain one."""

    def make() -> Case:
        first = text(body, encoding="quoted-printable") if isinstance(body, str) else body
        with_files = [attached(file, type_, data()) for file, type_, data in files]
        found = CUSTOMERS.get(who)
        return Case(
            name=name,
            layout=layout,
            producer=producer,
            language=name[:2],
            mail=Mail(
                sender=sender
                or (("Accounts Payable", found[2].split(";")[0]) if found else ("", "x@x.example")),
                subject=subject,
                date=when,
                part=mixed(first, *with_files) if with_files else first,
                to=TO,
                mailer=mailer,
            ),
            kind=kind or ("remittance" if payments else "other"),
            customer=who if customer == "" else customer,
            payments=payments,
            disputes=tuple(disputes),
            promises=tuple(promises),
        )

    assert name not in CASES, name
    CASES[name] = make


def pdf(name: str, data: Callable[[], bytes]) -> tuple[str, str, Callable[[], bytes]]:
    return name, "application/pdf", data


def printed(
    body: str, css: str = "", size: str = "A4", font: str = "Liberation Sans", language: str = "en"
) -> bytes:
    """Through Chromium, as a web program prints."""
    base = f'@page{{size:{size};margin:14mm}}body{{font:9.5pt "{font}"}}table{{border-collapse:collapse;width:100%}}'
    base += "td,th{padding:3px 6px;text-align:left;vertical-align:top}.r{text-align:right}"
    return press.chromium(page(base + css, body, language))


def markup(body: str) -> Part:
    return html(
        f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", encoding="quoted-printable"
    )


def cells(said: str) -> list[list[str]]:
    """Rows of a text, `|` between cells."""
    return [[cell.strip() for cell in row.split("|")] for row in said.strip().splitlines()]


def rights(rows: list[list[str]], first: int) -> list[list[str]]:
    """HTML cells, those from `first` set to the right."""
    return [[*row[:first], *(f"<div class=r>{cell}</div>" for cell in row[first:])] for row in rows]


_TD = "style='padding:4px 8px;font-family:Arial'"


def nested(inner: str) -> str:
    """Inside three layout tables, as newsletters and programs' mails are made."""
    for width in (560, 600, 640):
        inner = f"<table width='{width}' cellpadding=0 cellspacing=0 border=0 align=center><tr><td width=12>&nbsp;</td><td>{inner}</td><td width=12>&nbsp;</td></tr></table>"
    return inner


def grid(said: str, head: str = "") -> str:
    rows = [[f"<b>{cell}</b>" for cell in head.split("|")]] if head else []
    return (
        "<table border=0 width='100%'>"
        + "".join(
            "<tr>" + "".join(f"<td {_TD}>{cell}</td>" for cell in row) + "</tr>"
            for row in [*rows, *cells(said)]
        )
        + "</table>"
    )
