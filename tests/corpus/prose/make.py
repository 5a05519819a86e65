"""Writes the cases as mails with their truth beside them, after checking sums, days and numbers.

Run at the root of the project: python -m tests.corpus.prose.make FOLDER [--half open|holdout] [--set NAME]
"""

import argparse
import csv
import json
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any

from tests.corpus.score import ANY

HERE = Path(__file__).parent
MORE = HERE.parent / "prose_more"  # written later, with a ledger of its own
Facts = dict[str, Any]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
UNSCORED = [{"invoice": ANY}]
ORDER = ("payments", "disputes", "promises")
NAMED_BY_FACTS = {"payments": "remittance", "disputes": "dispute", "promises": "promise"}


def company(corpus: Path) -> Facts:
    told: Facts = tomllib.loads((corpus / "remitd.toml").read_text("utf-8"))["company"]
    return told


def cases(corpus: Path = HERE) -> list[Facts]:
    to = company(corpus)["address"]
    return [{"to": to, **case} for case in tomllib.loads((corpus / "cases.toml").read_text("utf-8"))["case"]]


def rows(corpus: Path, name: str) -> list[dict[str, str]]:
    with (corpus / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mail(case: Facts) -> bytes:
    """The mail as a plain client would send it: UTF-8, one part, text or (`html`) markup, no attachment."""
    message = EmailMessage(policy=SMTP)
    message["From"] = case["from"]
    message["To"] = case["to"]
    message["Subject"] = case["subject"]
    message["Date"] = case["date"]
    message["Message-ID"] = f"<{case['name']}@{parseaddr(case['from'])[1].partition('@')[2]}>"
    message.set_content(case["body"], subtype="html" if case.get("html") else "plain")
    return message.as_bytes()


def truth(case: Facts) -> Facts:
    return {
        "file": f"{case['name']}.eml",
        "family": "prose",
        "layout": "prose",
        "producer": "plain",
        "language": case["language"],
        "holdout": case.get("holdout", False),
        **json.loads(case["truth"]),
    }


def reckon(expression: str, written_on: date) -> date:
    """`D-1` is the day before the mail's, `fri+1` next week's Friday, `eom` the month's last day."""
    word, sign, number = expression.partition("+") if "+" in expression else expression.partition("-")
    count = int(f"{sign}{number}") if number else 0
    if word == "D":
        return written_on + timedelta(days=count)
    if word == "eom":
        years, month = divmod(written_on.month - 1 + count, 12)
        year, month = written_on.year + years, month + 1
        return date(year, month, monthrange(year, month)[1])
    monday = written_on - timedelta(days=written_on.weekday())
    return monday + timedelta(days=WEEKDAYS.index(word), weeks=count)


def wrong_days(case: Facts, read: Facts) -> Iterator[str]:
    written = parsedate_to_datetime(case["date"])
    if written.tzinfo is None or format_datetime(written) != case["date"]:
        yield f"date {case['date']} should be {format_datetime(written)}"
    for rule in case.get("reckoned", "").split():
        place, _, expression = rule.partition("=")
        fact = read["payments" if place.startswith("pay") else "promises"][int(place[-1]) - 1]
        expected = reckon(expression, written.date()).isoformat()
        if fact["date"] != expected:
            yield f"{place} is {fact['date']}, {expression} would be {expected}"
    for fact in read["payments"] + read["promises"]:
        for day in (fact.get("date"), fact.get("due_date")):
            if day not in (None, ANY):
                date.fromisoformat(day)


def wrong_sums(case: Facts, read: Facts, amounts: dict[str, str]) -> Iterator[str]:
    for payment in read["payments"]:
        lines = payment["lines"]
        paid = [line["amount"] for line in lines]
        if lines and payment["amount"] not in (None, ANY) and not {None, ANY} & set(paid):
            total = sum(map(Decimal, paid))
            if total != Decimal(payment["amount"]):
                yield f"lines make {total}, not {payment['amount']}"
        for line in lines:
            if len(lines) == 1 and line["amount"] is None and payment["amount"] not in (None, ANY):
                yield f"{line['invoice']} alone has the total"
        if lines and None in paid and all(line["invoice"] in amounts for line in lines):
            total = sum(Decimal(amounts[line["invoice"]]) for line in lines)
            if payment["amount"] not in (None, ANY) and (total == Decimal(payment["amount"])) != case.get(
                "fits", True
            ):
                yield f"the invoices named make {total}, not {payment['amount']}"


def wrong_numbers(case: Facts, read: Facts, corpus: Path) -> Iterator[str]:
    owners = {row["invoice_no"]: row["customer_id"] for row in rows(corpus, "invoices.csv")}
    named = [line["invoice"] for payment in read["payments"] for line in payment["lines"]]
    named += [fact["invoice"] for fact in read["disputes"] + read["promises"]]
    for number in filter(ANY.__ne__, named):
        if number not in case.get("unknown", []) and owners.get(number) != read["customer_id"]:
            yield f"{number} is not {read['customer_id']}'s"
    senders = {row["customer_id"]: row["emails"].split(";") for row in rows(corpus, "customers.csv")}
    staff = company(corpus)["staff"]  # may forward a customer's mail
    if read["customer_id"] in senders and parseaddr(case["from"])[1] not in [
        *senders[read["customer_id"]],
        *staff,
    ]:
        yield f"{case['from']} is not on file for {read['customer_id']}"


def wrong_kind(read: Facts) -> Iterator[str]:
    first = next((NAMED_BY_FACTS[part] for part in ORDER if read[part] not in ([], UNSCORED)), None)
    if first is not None and read["kind"] != first:
        yield f"{read['kind']} should be {first}"
    if first is None and read["kind"] in NAMED_BY_FACTS.values():
        yield f"{read['kind']} without any"


def faults(corpus: Path) -> list[str]:
    amounts = {row["invoice_no"]: row["amount"] for row in rows(corpus, "invoices.csv")}
    found, seen = [], set()
    for case in cases(corpus):
        read = truth(case)
        if case["name"] in seen:
            found.append(f"{case['name']}: twice")
        seen.add(case["name"])
        for check in (
            wrong_days(case, read),
            wrong_sums(case, read, amounts),
            wrong_numbers(case, read, corpus),
            wrong_kind(read),
        ):
            found += [f"{case['name']}: {fault}" for fault in check]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("open", "holdout"))
    parser.add_argument("--set", help="a set of prose_more, by its name")
    asked = parser.parse_args()
    corpus = MORE if asked.set else HERE
    if found := faults(corpus):
        raise SystemExit("\n".join(found))
    asked.folder.mkdir(parents=True, exist_ok=True)
    chosen = [
        case
        for case in cases(corpus)
        if asked.half is None or case.get("holdout", False) == (asked.half == "holdout")
        if asked.set is None or case["set"] == asked.set
    ]
    for case in chosen:
        (asked.folder / f"{case['name']}.eml").write_bytes(mail(case))
    lines = (json.dumps(truth(case), ensure_ascii=False) for case in chosen)
    (asked.folder / "truth.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
