"""Writes the PDF corpus: documents, ledger and truth.

    apt-get install --no-install-recommends chromium libreoffice-writer libreoffice-calc groff librsvg2-bin \
        fonts-noto-cjk fonts-wqy-microhei fonts-dejavu fonts-liberation libpango-1.0-0 libpangoft2-1.0-0
    pip install reportlab fpdf2 weasyprint
    python -m tests.corpus.pdf.make [NAME...]

With names, only these documents are printed anew; the ledger and the truth are always written whole. The same
releases of these programs give the same text and layout; the bytes may differ where a program numbers its fonts anew.
"""

from __future__ import annotations

import csv
import json
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from tests.corpus.pdf.book import CUSTOMERS, DOCUMENTS, ITEMS, Document, Truth
from tests.corpus.table import write_page

HERE = Path(__file__).parent
MODULES = (
    "english_erp",
    "english_credits",
    "english_bank",
    "english_turned",
    "english_lists",
    "english_slips",
    "english_letters",
    "german",
    "german_slips",
    "french",
    "french_slips",
    "spanish",
    "spanish_slips",
    "japanese",
    "japanese_slips",
    "chinese",
    "chinese_letters",
    "chinese_banks",
    "traps",
    "decoys",
)
TOTALS_DIFFER = {"rimouski-total"}  # documents whose lines are not their total, on purpose


def check(paper: Document, truth: Truth) -> None:
    """That the truth agrees with itself and with the ledger."""
    known = {item.no: item for item in ITEMS if item.known}
    for payment in truth["payments"]:
        lines = payment["lines"]
        if lines == "*":
            continue
        amounts = [line["amount"] for line in lines]
        if None not in amounts and payment["amount"] not in (None, "*") and lines:
            same = sum(map(Decimal, amounts)) == Decimal(payment["amount"])
            assert same != (paper.name in TOTALS_DIFFER), (
                paper.name,
                sum(map(Decimal, amounts)),
                payment["amount"],
            )
        for line in lines:
            item = known.get(line["invoice"])
            missing = {item.said for item in ITEMS if not item.known}
            assert item or line["invoice"] in missing, (paper.name, line["invoice"])
            assert item is None or item.customer.id == truth["customer_id"], (paper.name, line["invoice"])


def write_ledger() -> None:
    with (HERE / "customers.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(
            ["customer_id", "name", "aliases", "emails", "language", "currency", "terms", "time_zone"]
        )
        for c in sorted(CUSTOMERS, key=lambda c: c.id):
            rows.writerow([c.id, c.name, c.aliases, c.email, c.language, c.currency, f"n/{c.days}", c.zone])
    with (HERE / "invoices.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(
            ["invoice_no", "customer_id", "issue_date", "due_date", "currency", "amount", "po_no", "terms"]
        )
        known = [item for item in ITEMS if item.known]
        assert len({item.no for item in known}) == len(known), "an invoice number twice"
        for i in sorted(known, key=lambda i: (i.issued, i.no)):
            currency = i.customer.currency
            amount = f"{i.amount:.0f}" if currency == "JPY" else f"{i.amount:.2f}"
            rows.writerow(
                [i.no, i.customer.id, i.issued, i.due, currency, amount, i.po, f"n/{i.customer.days}"]
            )


def main(names: list[str]) -> None:
    for module in MODULES:
        import_module(f"tests.corpus.pdf.{module}")
    old = HERE / "truth.jsonl"
    kept = {}
    if old.exists():
        kept = {row["file"]: row for row in map(json.loads, old.read_text("utf-8").splitlines())}
    truths = {}
    for paper in DOCUMENTS:
        file = HERE / f"{paper.name}.pdf"
        print(paper.name, flush=True)
        if names and paper.name not in names and file.exists() and file.name in kept:
            continue
        pdf, truth = paper.make()
        assert len(pdf) < 80_000, f"{paper.name}: {len(pdf)} bytes"
        file.write_bytes(pdf)
        truths[paper.name] = truth
    lines = []
    for paper in DOCUMENTS:
        head = {"file": f"{paper.name}.pdf", "family": paper.family, "layout": paper.layout}
        head |= {"producer": paper.producer, "language": paper.language}
        truth = truths.get(paper.name) or {k: v for k, v in kept[head["file"]].items() if k not in head}
        check(paper, truth)
        lines.append(json.dumps(head | truth, ensure_ascii=False) + "\n")
    old.write_text("".join(lines), "utf-8")
    write_ledger()
    write_page()
    size = sum(file.stat().st_size for file in HERE.glob("*.pdf"))
    print(f"{len(lines)} documents, {size:,} bytes, {len(CUSTOMERS)} customers, {len(ITEMS)} items")


if __name__ == "__main__":
    main(sys.argv[1:])
