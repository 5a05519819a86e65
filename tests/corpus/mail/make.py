"""Writes the corpus of mails, its ledger and its truth: the same bytes each time.

Needs: pip install xlsxwriter openpyxl xlwt odfpy python-docx
Run at the root of the project: python -m tests.corpus.mail.make
"""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.corpus.mail import (
    banks,
    chinese_bodies,
    chinese_files,
    english_files,
    english_long,
    english_more,
    english_prose,
    english_tables,
    english_traps,
    french,
    german,
    german_files,
    japanese,
    ledger,
    spanish,
    traditional,
    wallets,
)
from tests.corpus.mail.truth import ANY, Case, Facts
from tests.corpus.mail.wire import message

HERE = Path(__file__).parent
MODULES = (
    english_tables,
    english_prose,
    english_more,
    english_files,
    english_long,
    english_traps,
    chinese_bodies,
    chinese_files,
    traditional,
    wallets,
    banks,
    german,
    german_files,
    french,
    spanish,
    japanese,
)
LARGEST = 60_000


def main() -> None:
    cases = sorted((case for module in MODULES for case in module.CASES), key=lambda case: case.name)
    faults = list(check(cases))
    if faults:
        raise SystemExit("\n".join(faults))
    for old in HERE.glob("*.eml"):
        old.unlink()
    for case in cases:
        data = message(case.name, case.mail)
        assert len(data) < LARGEST, case.name
        (HERE / f"{case.name}.eml").write_bytes(data)
    truth = "".join(json.dumps(case.row(), ensure_ascii=False) + "\n" for case in cases)
    (HERE / "truth.jsonl").write_text(truth, encoding="utf-8")
    write_csv("customers.csv", ledger.customer_rows())
    write_csv("invoices.csv", ledger.invoice_rows())


def write_csv(name: str, rows: list[list[str]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def check(cases: list[Case]) -> Iterator[str]:
    """Names twice, lines that don't sum, numbers that the ledger lacks or has for another customer."""
    names = [case.name for case in cases]
    yield from (f"{name}: twice" for name in sorted({name for name in names if names.count(name) > 1}))
    items = {row[0]: row for row in ledger.invoice_rows()}
    for case in cases:
        for payment in case.payments:
            yield from check_payment(case, payment, items)
        for told in (*case.disputes, *case.promises):
            if told["invoice"] not in items:
                yield f"{case.name}: {told['invoice']} is not in the ledger"


def check_payment(case: Case, payment: Facts, items: dict[str, list[str]]) -> Iterator[str]:
    amounts = [line["amount"] for line in payment["lines"]]
    told = amounts and ANY not in (*amounts, payment["amount"]) and None not in amounts
    if told and sum(map(Decimal, amounts)) != Decimal(payment["amount"]):
        yield f"{case.name}: {amounts} do not sum to {payment['amount']}"
    named = [line["invoice"] for line in payment["lines"] if line["invoice"]]
    under_one_total = named and set(amounts) == {None} and all(item in items for item in named)
    if under_one_total and sum(Decimal(items[item][5]) for item in named) != Decimal(payment["amount"]):
        yield f"{case.name}: the ledger's amounts do not sum to {payment['amount']}"
    for line in payment["lines"]:
        number = line["invoice"]
        if number is None or number in ledger.MISSING:
            continue
        if number not in items:
            yield f"{case.name}: {number} is not in the ledger"
            continue
        _, owner, _, _, currency, amount, *_ = items[number]
        if case.customer not in (owner, ANY) or currency != payment["currency"]:
            yield f"{case.name}: {number} is {owner}'s, in {currency}"
        parts = [line["amount"], line["discount"], line["deduction"]]
        if None not in parts and ANY not in parts and sum(map(Decimal, parts)) != Decimal(amount):
            print(f"note: {case.name} pays {number} of {amount} in part: {parts}")


if __name__ == "__main__":
    main()
