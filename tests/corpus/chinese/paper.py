"""Turns rows and marked-up pages into the papers that Chinese offices print, and mails into cases with their truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tests.corpus.chinese.ledger import NAMES, SENDERS
from tests.corpus.mail.truth import Case, Facts, line, pay
from tests.corpus.mail.wire import Mail, Part, attached, html, mixed, text
from tests.corpus.pdf import press
from tests.corpus.pdf.figures import capital
from tests.corpus.pdf.sheets import page

TO = "=?UTF-8?B?5r6E5rO95Lyg5Yqo?= <ar@chengze.example>"
__all__ = ["capital", "line", "pay"]


def grid(rows: Iterable[Sequence[object]], kind: str = "") -> str:
    """A ruled table; a cell is a text, or (text, attributes)."""
    made = [f'<table class="{kind}">']
    for cells in rows:
        made.append("<tr>")
        for cell in cells:
            value, more = cell if isinstance(cell, tuple) else (cell, "")
            made.append(f"<td {more}>{value}</td>")
        made.append("</tr>")
    return "".join(made) + "</table>"


RULED = "table{border-collapse:collapse;width:100%}td{border:1px solid #444;padding:4px 6px}"


def print_html(
    body: str, css: str = RULED, font: str = "WenQuanYi Micro Hei", size: str = "A4", pt: float = 9
) -> bytes:
    base = f'@page{{size:{size};margin:12mm}}body{{font:{pt}pt "{font}"}}h1,h2,h3{{text-align:center}}'
    return press.chromium(page(base + css, body, "zh"))


def pdf(name: str, data: bytes) -> Part:
    return attached(name, "application/pdf", data)


def case(
    name: str,
    layout: str,
    producer: str,
    who: str,
    subject: str,
    date: str,
    body: str | Part,
    kind: str,
    *payments: Facts,
    files: Sequence[Part] = (),
    customer: str | None = "",
    sender: tuple[str, str] | None = None,
    disputes: Sequence[Facts] = (),
    promises: Sequence[Facts] = (),
    mailer: str = "",
    charset: str = "utf-8",
    cc: str = "",
    to: str = TO,
) -> Case:
    """A mail from the customer `who`, in plain text unless a part is given; `files` go with it."""
    first = body if isinstance(body, Part) else text(body, charset, encoding="base64")
    return Case(
        name=name,
        layout=layout,
        producer=producer,
        language="zh",
        mail=Mail(
            sender=sender or SENDERS[who],
            subject=subject,
            date=date + ("" if "+" in date else "+08:00"),
            part=mixed(first, *files) if files else first,
            to=to,
            cc=cc,
            mailer=mailer,
            charset=charset,
        ),
        kind=kind,
        customer=who if customer == "" else customer,
        payments=payments,
        disputes=tuple(disputes),
        promises=tuple(promises),
    )


def wire(
    who: str, amount: str, date: str | None, reference: str | None, *lines: Facts, **more: str | None
) -> Facts:
    """A transfer in the customer's own name."""
    said = {"payer": NAMES[who], "method": "wire", **more}
    return pay(amount, said.pop("currency", "CNY"), *lines, date=date, reference=reference, **said)


def whole(*numbers_and_amounts: str) -> list[Facts]:
    """Lines from number, amount, number, amount, ..."""
    pairs = zip(numbers_and_amounts[::2], numbers_and_amounts[1::2], strict=True)
    return [line(number, amount) for number, amount in pairs]


def unpriced(*numbers: str) -> list[Facts]:
    return [line(number, None) for number in numbers]


def html_lines(words: str) -> str:
    return "".join(f"<div>{escape(row) or '<br>'}</div>" for row in words.strip("\n").split("\n"))


def wrapped(words: str, more: str = "") -> Part:
    return html(
        f"<html><head><meta charset='utf-8'></head><body>{html_lines(words)}{more}</body></html>",
        encoding="base64",
    )
