"""What the books say of credit to JSON lines: grades, limits, risks, contract terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from agent.dates import Terms
from agent.decide.credit import assess
from agent.decide.exposure import Survey, exposure, imported_limit, limit_of, survey
from agent.decide.risks import limit_differs
from agent.facts.books import Books
from agent.facts.credit import NEW, ContractTerms, CreditFile, Indicator, Risk
from agent.ids import instant
from agent.rules.credit import CreditRules

Line = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What credit is looked at with."""

    books: Books
    rules: CreditRules
    today: date
    home_currency: str

    def lines(self, customers: list[str]) -> Iterator[Line]:
        """One for each customer."""
        found = survey(self.books)
        for customer_id in customers:
            yield self._line(customer_id, found)

    def _line(self, customer_id: str, found: Survey) -> Line:
        """The grade in force, what it would be today, and what it rests on."""
        books = self.books
        file = books.credit.get(customer_id, CreditFile(customer_id=customer_id))
        now = assess(
            books, customer_id, self.rules, found, today=self.today, home_currency=self.home_currency
        )
        limit = limit_of(books, customer_id, self.home_currency)
        contract = books.contract_on(customer_id, self.today)
        return {
            "customer_id": customer_id,
            "name": books.customers[customer_id].name,
            "grade": file.grading.grade if file.grading else NEW,
            "score": file.grading.score if file.grading else None,
            "graded_at": instant(file.grading.graded_at.astimezone(UTC)) if file.grading else None,
            "grade_now": now.grade,
            "score_now": now.score,
            "why": now.why,
            "indicators": [_indicator(one) for one in now.indicators],
            "limit": limit.amount if limit is not None else None,
            "limit_currency": limit.currency if limit is not None else None,
            "limit_source": _source(file, limit is not None),
            "proposed_limit": file.proposed.amount.amount if file.proposed else None,
            "exposure": [
                {"currency": currency, "amount": amount.amount}
                for currency, amount in exposure(books, customer_id, found).items()
            ],
            "terms": (contract and contract.payment_terms) or books.customers[customer_id].terms,
            "terms_version": contract.version if contract else None,
            "proposed_terms": self.rules.grade_named(now.grade).terms,
            "flags": [_risk(one) for one in file.risks],
        }

    def limits(self, customers: list[str]) -> Iterator[Line]:
        """Of each customer who has one, or for whom one is proposed."""
        for customer_id in customers:
            file = self.books.credit.get(customer_id, CreditFile(customer_id=customer_id))
            limit = limit_of(self.books, customer_id, self.home_currency)
            if limit is None and file.proposed is None:
                continue
            imported = imported_limit(self.books, customer_id, self.home_currency)
            agreed = file.limits[-1] if file.limits else None
            shown = limit if limit is not None else file.proposed.amount if file.proposed else None
            yield {
                "customer_id": customer_id,
                "currency": shown.currency if shown is not None else None,
                "limit": limit.amount if limit is not None else None,
                "source": _source(file, limit is not None),
                "imported": imported.amount if imported is not None else None,
                "agreed_by": agreed.by if agreed else None,
                "agreed_at": instant(agreed.at.astimezone(UTC)) if agreed else None,
                "why": agreed.why if agreed else None,
                "proposed": file.proposed.amount.amount if file.proposed else None,
                "proposed_why": file.proposed.why if file.proposed else None,
                "differs": limit_differs(self.books, customer_id, self.home_currency),
            }


def terms_lines(books: Books, customer_id: str, today: date) -> Iterator[Line]:
    """Each version, the one that counts today marked, with the open invoices that are due on another day than it says."""
    current = books.contract_on(customer_id, today)
    for one in books.contracts.get(customer_id, ()):
        yield {
            "customer_id": customer_id,
            "version": one.version,
            "from": one.from_on.isoformat(),
            "counts": one == current,
            "withdrawn": one.is_withdrawn,
            "payment_terms": one.payment_terms,
            "clock": one.clock,
            "interest_percent": one.interest_percent,
            "interest_per": one.interest_per,
            "interest_year_days": one.interest_year_days,
            "fee": str(one.fee) if one.fee else None,
            "dispute_days": one.dispute_days,
            "clause": one.clause,
            "document": one.document,
            "document_sha256": one.document_sha256,
            "why": one.why,
            "by": one.by,
            "at": instant(one.at.astimezone(UTC)) if one.at else None,
            "due_differs": list(_due_differs(books, customer_id, one)),
        }


def _due_differs(books: Books, customer_id: str, version: ContractTerms) -> Iterator[Line]:
    """The import's due date counts; where days count from a receipt that we do not know, nothing can be said."""
    if version.payment_terms is None or version.clock == "receipt" or version.is_withdrawn:
        return
    terms = Terms.parse(version.payment_terms)
    for item in books.open_items(customer_id):
        due_on = terms.due_on(item.issued_on)
        is_of_version = books.contract_on(customer_id, item.issued_on) == version
        if is_of_version and not item.is_credit and due_on != item.due_on:
            yield {
                "invoice_no": item.invoice_no,
                "due_date": item.due_on.isoformat(),
                "by_terms": due_on.isoformat(),
            }


def _source(file: CreditFile, has_limit: bool) -> str | None:
    if not has_limit:
        return None
    return "agreed" if file.limits else "import"


def _indicator(one: Indicator) -> Line:
    return {
        "name": one.name,
        "value": one.value,
        "points": one.points,
        "weight": one.weight,
        "why": one.why,
    }


def _risk(one: Risk) -> Line:
    return {"kind": one.kind, "why": one.why, "since": instant(one.since.astimezone(UTC))}
