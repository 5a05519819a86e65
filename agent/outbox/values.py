"""A draft to the values that a letter template may say: clean text, and marks for the tables."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from agent.dates import Workday, add_workdays
from agent.facts.company import Company
from agent.facts.digest import Digest, SalesDigest
from agent.facts.letterhead import Contact, PaymentGuide, Signatory
from agent.facts.letters import ClaimRow, Draft, EarlierLetter, LetterKind, PaymentRow
from agent.facts.payments import Code, Difference
from agent.money import Money
from agent.outbox.blocks import mark
from agent.outbox.clean import clean, quotable
from agent.outbox.digest import answer_value, digest_value, sales_value
from agent.outbox.tables import (
    MOST_ROWS,
    Table,
    aging_table,
    applied_table,
    balance_table,
    claims_table,
    fees_table,
    history_table,
    interest_tables,
    items_table,
    payment_guide,
    plan_table,
    question_table,
)
from agent.outbox.wording import TIED, Wording, sums

_MOST_CHOICES: Final = 5  # A to E; F is "another"
_MOST_NAMED: Final = 5  # invoices in running text
_DAYS_NEW: Final = 365  # an account is called new
_REASONS_ASKED_APART: Final = frozenset({"late_discount", "unearned_discount", "bank_charges"})


Place = Callable[[Table | None], str]


_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Differences of one code and reason, as a template asks about them; figures are sums, "" where none."""

    code: str
    reason: str  # "late_discount", "unearned_discount", "bank_charges", else ""
    number: str  # "1", "2" ... before the letters of the answers; "" where the letter asks one thing alone
    count: int
    invoices: str
    expected: str
    stated: str
    difference: str
    choices: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentValue:
    """A payment; texts are "" where the draft has None."""

    amount: str
    in_words: str
    date: str
    reference: str
    method: str
    cleared: bool
    applied: int  # how many items
    unapplied: str  # "" where nothing is left
    table: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A dispute or a promise; `amount` "" means all of it."""

    invoice: str
    amount: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A letter that went out before; "" for none."""

    name: str = ""
    date: str = ""


def template_values(
    draft: Draft, company: Company, wording: Wording, is_workday: Workday
) -> tuple[dict[str, object], list[Table]]:
    """The names in agent.rules.letters.VALUES, and the tables that their marks stand for."""
    tables: list[Table] = []

    def place(table: Table | None) -> str:
        return mark(table, tables)

    claims = [_claim(claim, wording) for claim in draft.claims[:MOST_ROWS]]
    values: dict[str, object] = {
        "kind": draft.kind.value,
        "level": draft.level,
        "company": clean(_own_name(company, draft.customer_name or "")),
        "address": company.address,
        "customer": clean(draft.customer_name or ""),
        "customer_no": wording.reference(draft.customer_id),
        "reference": wording.reference(draft.letter_id),
        "date": wording.day(draft.written_on),
        "as_of": wording.day(draft.as_of or draft.written_on),
        "in_days": lambda days: wording.day(
            _workday(draft.written_on + timedelta(days=min(int(days), 366)), is_workday)
        ),
        "asked_on": wording.day(draft.asked_on),
        "claims": claims,
        "claim": claims[0] if claims else None,
        "kept": [_claim(claim, wording) for claim in draft.kept[:MOST_ROWS]],
        "agreed_on": wording.day(draft.agreed_on),
        "clause": quotable(draft.clause, 480),
        "unseen": [_payment(payment, (), wording, place) for payment in draft.unseen[:MOST_ROWS]],
        "broken": [_claim(claim, wording) for claim in draft.broken[:MOST_ROWS]],
        "outcome": draft.outcome,
        "attached": bool(draft.attachments),
        "lines": len(draft.balance_lines),
        "balance_table": place(balance_table(wording, draft.balance_lines)),
        "claims_table": place(claims_table(wording, draft.claims)),
        "plan_table": place(
            plan_table(wording, draft.claims) if draft.kind is LetterKind.PLAN_OFFER else None
        ),
        "codes": [wording.word("codes", code.value) for code in draft.codes],
        "reasons": [clean(reason, 240) for reason in draft.review_reasons[:MOST_ROWS]],
        "review_of": clean(draft.review_of or "", 240),
        "mail_id": wording.reference(draft.mail_id),
        "answers": [answer_value(one) for one in draft.answers],
        "sales": sales_value(draft.sales or SalesDigest(), draft.written_on, wording),
        "digest": digest_value(
            draft.digest or Digest(today=draft.written_on, since=draft.written_on), wording
        ),
        "contact": Contact(
            name=clean(company.letterhead.contact.name),
            phone=clean(company.letterhead.contact.phone).replace(" ", TIED),
        ),
        "signatory": _signatory(draft, company),
        "payment_guide": "".join(map(place, _guides(draft, company, wording))),
        "account_since": _account_since(draft, company, wording),
    }
    return values | _of_payments(draft, wording, place) | _of_items(draft, wording, place), tables


def _signatory(draft: Draft, company: Company) -> Signatory:
    """Who signs a letter of this level; without a name where nobody is named for it."""
    signs = company.letterhead.signatory(draft.signed_by)
    return Signatory(name=clean(signs.name), title=clean(signs.title))


def _guides(draft: Draft, company: Company, wording: Wording) -> Iterator[Table]:
    """How to pay what the letter asks for, once for each account."""
    customer_no = wording.reference(draft.customer_id)
    asked = [(row.open, row.invoice) for row in draft.open_items if row.open.minor > 0]
    asked = asked or [(claim.amount, claim.invoice) for claim in draft.claims if claim.amount]
    by_guide: dict[PaymentGuide, list[str]] = {}
    for amount in draft.totals:
        guide = company.letterhead.guide(amount.currency, wording.language.code)
        if guide and amount.minor > 0:
            by_guide.setdefault(guide, []).append(amount.currency)
    for guide, currencies in by_guide.items():
        invoices = dict.fromkeys(invoice for amount, invoice in asked if amount.currency in currencies)
        yield payment_guide(wording, guide, currencies, tuple(invoices), customer_no=customer_no)


def _account_since(draft: Draft, company: Company, wording: Wording) -> str:
    """The day of the newest account that the letter names, while customers may still know another; "" after a year."""
    named = (company.letterhead.guide(amount.currency, wording.language.code) for amount in draft.totals)
    days = [guide.since for guide in named if guide and guide.since]
    return wording.day(max(days)) if days and (draft.written_on - max(days)).days <= _DAYS_NEW else ""


def _own_name(company: Company, customer: str) -> str:
    """Our name in the customer's script: an alias in Han characters for a customer whose name has them."""
    if _HAN.search(customer) and not _HAN.search(company.name):
        return next((alias for alias in company.aliases if _HAN.search(alias)), company.name)
    return company.name


def _workday(day: date, is_workday: Workday) -> date:
    """The day, or the first workday after it: an answer is not asked for on a day off."""
    return day if is_workday(day) else add_workdays(day, 1, is_workday)


def _of_items(draft: Draft, wording: Wording, place: Place) -> dict[str, object]:
    return {
        "items_table": place(items_table(wording, draft.open_items, draft.kind)),
        "aging_table": place(aging_table(wording, draft.open_items, draft.as_of or draft.written_on)),
        "total": _joined(wording, draft.totals),
        "total_in_words": wording.in_words(draft.totals),
        "items": len(draft.open_items),
        "days": max((row.days_overdue for row in draft.open_items if row.open.minor > 0), default=0),
        "unapplied": _joined(wording, draft.unapplied),
        "tone": str(draft.tone),
        "earlier": [_earlier(letter, wording) for letter in draft.earlier],
        "last_letter": _last_letter(draft, wording),
        **_charges(draft, wording, place),
        "history_table": place(history_table(wording, draft.earlier)),
    }


def _charges(draft: Draft, wording: Wording, place: Place) -> dict[str, object]:
    """Interest and fees: tables, a sum of each currency, and the totals with them; "" where there are none."""
    amounts = draft.charges.amounts
    return {
        "interest_tables": "".join(map(place, interest_tables(wording, draft.charges.interest))),
        "fees_table": place(fees_table(wording, draft.charges.fees)),
        "charges": _joined(wording, sums(amounts)),
        "total_with_charges": _joined(wording, sums([*draft.totals, *amounts])) if amounts else "",
        "total_quoted": "; ".join(wording.quoted(one) for one in draft.quoted),
    }


def _last_letter(draft: Draft, wording: Wording) -> Earlier:
    """The last one that asked for money overdue."""
    asked = [letter for letter in draft.earlier if letter.level > 0]
    return _earlier(asked[-1], wording) if asked else Earlier()


def _earlier(letter: EarlierLetter, wording: Wording) -> Earlier:
    return Earlier(name=wording.letter(letter.kind, letter.level), date=wording.day(letter.sent_on))


def _of_payments(draft: Draft, wording: Wording, place: Place) -> dict[str, object]:
    groups = [list(_groups(payment.differences)) for payment in draft.payments]
    is_numbered = sum(map(len, groups)) > 1
    payments, asked = [], 0
    for payment, its_groups in zip(draft.payments, groups, strict=True):
        questions = []
        for group in its_groups:
            asked += 1
            questions.append(_question(group, str(asked) if is_numbered else "", wording, place))
        payments.append(_payment(payment, tuple(questions), wording, place))
    paid = [payment.amount for payment in draft.payments if payment.amount is not None]
    applied = sum(payment.applied for payment in payments)
    return {
        "payments": payments,
        "payment": payments[0] if payments else None,
        "questions": [question for payment in payments for question in payment.questions],
        "amount": _joined(wording, sums(paid)),
        "cleared": bool(payments) and all(payment.cleared for payment in payments),
        "count": applied if payments else sum(row.open.minor > 0 for row in draft.open_items),
    }


def _payment(
    payment: PaymentRow, questions: tuple[Question, ...], wording: Wording, place: Place
) -> PaymentValue:
    return PaymentValue(
        amount=wording.money(payment.amount),
        in_words=wording.in_words((payment.amount,)) if payment.amount else "",
        date=wording.day(payment.paid_on),
        reference=wording.reference(payment.reference),
        method=wording.method(payment.method),
        cleared=payment.cleared,
        applied=len(payment.applied),
        unapplied=wording.money(payment.unapplied) if payment.unapplied else "",
        table=place(applied_table(wording, payment.applied)),
        questions=questions,
    )


def _groups(differences: Sequence[Difference]) -> Iterator[list[Difference]]:
    """Differences that are asked about together, in the order in which they first come."""
    groups: dict[tuple[Code, str], list[Difference]] = {}
    for difference in differences:
        groups.setdefault((difference.code, _reason_asked(difference)), []).append(difference)
    yield from groups.values()


def _reason_asked(difference: Difference) -> str:
    return difference.reason if difference.reason in _REASONS_ASKED_APART else ""


def _question(group: list[Difference], number: str, wording: Wording, place: Place) -> Question:
    first = group[0]
    choices = [choice for difference in group for choice in difference.choices]
    return Question(
        code=first.code.value,
        reason=_reason_asked(first),
        number=number,
        count=len(group),
        invoices=_named([d.invoice for d in group if d.invoice], wording),
        expected=_joined(wording, _sums(d.expected for d in group)),
        stated=_joined(wording, _sums(d.stated for d in group)),
        difference=_joined(wording, _sums(d.difference for d in group)),
        choices=tuple(_named(choice, wording) for choice in choices[:_MOST_CHOICES]),
        table=place(question_table(wording, group)),
    )


def _sums(amounts: Iterator[Money | None]) -> tuple[Money, ...]:
    return sums([amount for amount in amounts if amount is not None])


def _named(invoices: Sequence[str], wording: Wording) -> str:
    """Numbers for running text, the first few of many."""
    names = ", ".join(wording.reference(invoice) for invoice in invoices[:_MOST_NAMED])
    return f"{names} … (+{len(invoices) - _MOST_NAMED})" if len(invoices) > _MOST_NAMED else names


def _claim(claim: ClaimRow, wording: Wording) -> Claim:
    return Claim(
        invoice=wording.reference(claim.invoice),
        amount=wording.money(claim.amount),
        reason=wording.reason(claim.reason),
        date=wording.day(claim.promised_on),
    )


def _joined(wording: Wording, amounts: Sequence[Money]) -> str:
    return " + ".join(wording.money(amount) for amount in amounts if amount)
