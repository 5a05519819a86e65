"""Drafts of every kind in every language, as a desk would write them, for the tests of letters."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

from agent.facts.company import Company
from agent.facts.interest import Charges, FeeLine, InterestLine, Quoted
from agent.facts.letterhead import Contact, Letterhead, PaymentGuide, Role, Signatory
from agent.facts.letters import (
    AppliedRow,
    ClaimRow,
    Draft,
    EarlierLetter,
    LetterKind,
    OpenRow,
    PaymentRow,
    Tone,
)
from agent.facts.payments import Application, Code, Difference
from agent.money import Money, total
from agent.rules.letters import load_templates
from tests.digests import busy

RULES = Path(__file__).parent.parent / "rules"
TEMPLATES = load_templates(RULES)
LANGUAGES = ("en", "zh", "de")
CURRENCY = {"en": "USD", "zh": "CNY", "de": "EUR"}

LETTERHEAD = Letterhead(
    contact=Contact(name="Li Na", phone="+86 21 5555 0142"),
    guides=(
        PaymentGuide(
            currency="USD",
            beneficiary="Harbour Supply Co., Ltd.",
            bank="Bank of Eastport, Shanghai Branch, 120 Dongdaming Road",
            account="4500 6688 0042 7719",
            bic="EPRTCNSHXXX",
            note="All charges outside China to be borne by the payer (OUR).",
        ),
        PaymentGuide(
            currency="CNY",
            beneficiary="海港供应有限公司",
            bank="东港银行上海虹口支行",
            account="3100 2288 6600 1459",
            cnaps="102290000017",
            reference="{customer_no} {invoices}",
        ),
        PaymentGuide(
            currency="EUR",
            beneficiary="Harbour Supply Co., Ltd.",
            bank="Elbhafen Bank AG, Hamburg",
            iban="DE89 3704 0044 0532 0130 00",
            bic="ELBHDEHH",
            reference="{customer_no}, {invoices}",
        ),
    ),
    signatories=(
        (Role.CLERK, Signatory(name="Li Na", title="Accounts Receivable", address="li.na@harbour.example")),
        (Role.CONTROLLER, Signatory(name="Chen Wei", title="Credit Controller")),
        (
            Role.MANAGER,
            Signatory(name="Zhao Min", title="Finance Manager", address="zhao.min@harbour.example"),
        ),
    ),
)
CHINESE_LETTERHEAD = replace(
    LETTERHEAD,
    contact=Contact(name="李娜", phone="021-5555 0142"),
    signatories=(
        (Role.CLERK, Signatory(name="李娜", title="应收会计", address="li.na@harbour.example")),
        (Role.CONTROLLER, Signatory(name="陈伟", title="信用主管")),
        (Role.MANAGER, Signatory(name="赵敏", title="财务经理", address="zhao.min@harbour.example")),
    ),
)

COMPANY = Company(
    name="Harbour Supply Co.",
    aliases=("海港供应有限公司",),
    address="ar@harbour.example",
    staff=("li.na@harbour.example",),
    language="en",
    currency="USD",
    country="CN",
    time_zone="Asia/Shanghai",
    letterhead=LETTERHEAD,
)
CHINESE_COMPANY = replace(
    COMPANY, name="海港供应有限公司", language="zh", currency="CNY", letterhead=CHINESE_LETTERHEAD
)

CUSTOMER = {
    "en": ("C001", "Acme Tooling Ltd", "ap@acme-tooling.example"),
    "zh": ("C014", "华东精密机械有限公司", "caiwu@hdjm.example"),
    "de": ("C022", "Müller & Söhne Maschinenbau KG", "buchhaltung@mueller-soehne.example"),
}
NUMBERS = {
    "en": ("INV-10028", "INV-10031", "INV-10040", "CN-215"),
    "zh": ("26312000000451872031", "26312000000451872044", "HSC2609-018", "HSC2609-C02"),
    "de": ("RE-26-0141", "RE-26-0158", "RE-26-0164", "GS-26-0007"),
}
SUBJECT = {"en": "RE: Payment advice 3 Nov", "zh": "回复：付款通知", "de": "AW: Zahlungsavis 4711"}


def applied(
    invoice: str, billed: Money, paid: Money, *, discount: str = "0.00", write_off: str = "0.00"
) -> AppliedRow:
    application = Application(
        invoice=invoice,
        amount=paid,
        discount=Money.of(discount, paid.currency),
        write_off=Money.of(write_off, paid.currency),
        reason="rounding" if write_off != "0.00" else None,
    )
    return AppliedRow(application=application, billed=billed, open_after=billed - application.taken)


def payment(language: str, *, cleared: bool = False) -> PaymentRow:
    """16,830.50 for two invoices, one with a discount, the other in part; 250.00 of it left over."""
    money = amounts(language)
    first, second = NUMBERS[language][:2]
    return PaymentRow(
        amount=money("16830.50"),
        paid_on=date(2026, 11, 18),
        reference="TRN-998-2611",
        method="wire",
        applied=(
            applied(first, money("12020.50"), money("11780.09"), discount="240.41"),
            applied(second, money("6300.00"), money("4800.41")),
        ),
        unapplied=money("250.00"),
        differences=(),
        cleared=cleared,
    )


class amounts:
    """Money of a language's currency from its decimal text."""

    def __init__(self, language: str) -> None:
        self.currency = CURRENCY[language]

    def __call__(self, amount: str) -> Money:
        return Money.of(amount, self.currency)


def draft(kind: LetterKind, language: str) -> Draft:
    """What every letter of a kind has, without rows."""
    customer_id, name, address = CUSTOMER[language]
    return Draft(
        letter_id="L-3f9a01c2be47",
        kind=kind,
        language=language,
        customer_id=customer_id,
        customer_name=name,
        to=(address,),
        written_on=date(2026, 11, 20),
        written_at=datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=8))),
    )


def answer(kind: LetterKind, language: str) -> Draft:
    """A letter that answers a message of the customer's."""
    domain = CUSTOMER[language][2].partition("@")[2]
    return replace(
        draft(kind, language),
        in_reply_to=(f"<20261119.2@{domain}>", "<L-00aa11bb22cc@harbour.example>", f"<20261118.1@{domain}>"),
        reply_subject=SUBJECT[language],
        mail_id="M-0d41aa27c9e0",
    )


def open_rows(language: str) -> tuple[OpenRow, ...]:
    """Overdue, part paid, promised, and a credit note, on 20 November 2026."""
    money = amounts(language)
    first, second, third, credit = NUMBERS[language]
    rows = (
        (first, date(2026, 9, 8), date(2026, 10, 8), "12020.50", "12020.50", 43, None, None),
        (second, date(2026, 10, 13), date(2026, 11, 12), "6300.00", "1499.59", 8, None, None),
        (third, date(2026, 10, 28), date(2026, 11, 27), "980.00", "980.00", 0, "promised", date(2026, 12, 1)),
        (credit, date(2026, 10, 30), date(2026, 10, 30), "-415.10", "-415.10", 21, "credit_note", None),
    )
    return tuple(
        OpenRow(
            invoice=invoice,
            issued_on=issued,
            due_on=due,
            billed=money(billed),
            open=money(still),
            days_overdue=days,
            note=note,
            promised_on=promised,
        )
        for invoice, issued, due, billed, still, days, note, promised in rows
    )


def listing(kind: LetterKind, language: str, rows: tuple[OpenRow, ...], *, level: int = 0) -> Draft:
    """A letter that lists open items."""
    return replace(
        draft(kind, language),
        open_items=rows,
        totals=(total((row.open for row in rows), CURRENCY[language]),),
        level=level,
    )


def asking(language: str, *differences: Difference) -> Draft:
    """A query about these differences."""
    row = replace(payment(language), differences=differences)
    codes = tuple(dict.fromkeys(difference.code for difference in differences))
    return replace(answer(LetterKind.DISCREPANCY_QUERY, language), payments=(row,), codes=codes)


def difference(language: str, code: Code, reason: str | None = None) -> Difference:
    """A difference with the figures that its code comes with."""
    money = amounts(language)
    invoice = NUMBERS[language][1]
    bare = Difference(code=code, invoice=invoice, reason=reason)
    match code:
        case Code.SHORT_PAYMENT | Code.OVER_PAYMENT:
            return replace(
                bare, expected=money("6300.00"), stated=money("4800.41"), difference=money("1499.59")
            )
        case Code.DEDUCTION:
            return replace(bare, difference=money("311.00"), reason=reason or "3 of 20 crates damaged")
        case Code.UNKNOWN_INVOICE:
            return replace(bare, invoice="INV-77001", stated=money("250.00"))
        case Code.TOTAL_MISMATCH:
            return replace(
                bare,
                invoice=None,
                expected=money("16580.50"),
                stated=money("16830.50"),
                difference=money("250.00"),
            )
        case Code.ALREADY_PAID:
            return replace(bare, stated=money("4800.41"))
        case Code.CURRENCY_MISMATCH:
            return replace(bare, expected=Money.of("6300.00", "GBP"), stated=money("4800.41"))
        case Code.NO_REMITTANCE_DETAIL:
            first, second, third, _ = NUMBERS[language]
            return replace(bare, invoice=None, choices=((first,), (second, third)))
        case Code.UNREADABLE_ATTACHMENT:
            return replace(bare, invoice=None)


def realistic(language: str) -> dict[str, Draft]:
    """One draft for each kind of letter and each tone, by the name of its golden file."""
    money = amounts(language)
    first, second, third, _ = NUMBERS[language]
    rows = open_rows(language)
    overdue = tuple(row for row in rows if row.days_overdue > 0)
    due_soon = tuple(replace(row, note=None, promised_on=None) for row in rows[2:3])
    reasons = {
        "en": ("The sender is not on file for this customer", "The amount in words is another: 16,380.50"),
        "zh": ("发件人不在该客户的登记联系人中", "大写金额与小写金额不一致：16,380.50"),
        "de": (
            "Der Absender ist für diesen Kunden nicht hinterlegt",
            "Betrag in Worten weicht ab: 16.380,50",
        ),
    }[language]
    damaged = {"en": "4 of 20 units damaged on delivery", "zh": "货物短少12箱", "de": "4 von 20 Stück defekt"}
    staff = replace(
        draft(LetterKind.REVIEW_REQUEST, language), to=("li.na@harbour.example",), review_reasons=reasons
    )
    no_detail = replace(
        payment(language),
        applied=(),
        unapplied=money("16830.50"),
        differences=(difference(language, Code.NO_REMITTANCE_DETAIL),),
    )
    held = (money("250.00"),)
    earlier = tuple(
        EarlierLetter(kind=kind, level=level, sent_on=sent_on, invoices=invoices)
        for kind, level, sent_on, invoices in (
            (LetterKind.REMINDER, 0, date(2026, 10, 1), (first,)),
            (LetterKind.DUNNING, 1, date(2026, 10, 12), (first,)),
            (LetterKind.DUNNING, 2, date(2026, 11, 3), (first, second)),
        )
    )
    return {
        "confirmation": replace(answer(LetterKind.CONFIRMATION, language), payments=(payment(language),)),
        "confirmation_cleared": replace(
            draft(LetterKind.CONFIRMATION, language), payments=(payment(language, cleared=True),)
        ),
        "query": asking(
            language,
            difference(language, Code.SHORT_PAYMENT),
            difference(language, Code.UNKNOWN_INVOICE),
        ),
        "query_again": replace(
            answer(LetterKind.DISCREPANCY_QUERY, language), payments=(no_detail,), asked_on=date(2026, 11, 13)
        ),
        "reminder": listing(LetterKind.REMINDER, language, due_soon),
        "dunning_1": listing(LetterKind.DUNNING, language, overdue[1:2], level=1),
        **{
            f"dunning_1_{tone.value}": replace(
                listing(LetterKind.DUNNING, language, overdue[:2], level=1), tone=tone
            )
            for tone in Tone
            if tone is not Tone.PLAIN
        },
        "dunning_2": replace(
            listing(LetterKind.DUNNING, language, overdue, level=2), unapplied=held, earlier=earlier[:2]
        ),
        "final_notice": replace(
            listing(LetterKind.FINAL_NOTICE, language, overdue, level=3), is_automatic=False, earlier=earlier
        ),
        "final_notice_charges": replace(
            listing(LetterKind.FINAL_NOTICE, language, overdue, level=3),
            earlier=earlier,
            charges=Charges(
                interest=(
                    InterestLine(
                        invoice=first,
                        basis=money("12020.50"),
                        percent=Fraction("10.27"),
                        per="year",
                        year_days=365,
                        from_on=date(2026, 10, 9),
                        to_on=date(2026, 11, 20),
                        source="§ 288 Abs. 2 BGB; base rate 1.27 %, Deutsche Bundesbank, 1 July 2026",
                    ),
                ),
                fees=(
                    FeeLine(
                        invoice=first,
                        amount=money("40.00"),
                        percent=None,
                        basis=money("12020.50"),
                        source="§ 288 Abs. 5 BGB",
                    ),
                ),
            ),
            quoted=(
                Quoted(
                    amount=Money.of("10614.94", "CHF"),
                    rate=Fraction("0.81"),
                    on=date(2026, 11, 20),
                    source="SNB, 20 November 2026",
                ),
            ),
        ),
        "statement": replace(listing(LetterKind.STATEMENT, language, rows), unapplied=held),
        "statement_reply": replace(
            answer(LetterKind.STATEMENT_REPLY, language), open_items=rows, totals=(money("14084.99"),)
        ),
        "dispute_acknowledgement": replace(
            answer(LetterKind.DISPUTE_ACKNOWLEDGEMENT, language),
            claims=(
                ClaimRow(invoice=first, amount=money("2404.10"), reason=damaged[language]),
                ClaimRow(invoice=second, amount=None),
            ),
        ),
        "promise_acknowledgement": replace(
            answer(LetterKind.PROMISE_ACKNOWLEDGEMENT, language),
            claims=(ClaimRow(invoice=third, amount=None, promised_on=date(2026, 12, 1)),),
        ),
        "dispute_resolved": replace(
            draft(LetterKind.DISPUTE_RESOLVED, language),
            outcome="rejected",
            claims=(ClaimRow(invoice=first, amount=money("2404.10"), reason=damaged[language]),),
        ),
        "dispute_resolved_justified": replace(
            draft(LetterKind.DISPUTE_RESOLVED, language),
            outcome="justified",
            claims=(ClaimRow(invoice=first, amount=money("2404.10"), reason=damaged[language]),),
        ),
        "plan_offer": replace(
            draft(LetterKind.PLAN_OFFER, language),
            totals=(money("9000.00"),),
            claims=(
                ClaimRow(invoice=first, amount=money("3000.00"), promised_on=date(2026, 12, 1)),
                ClaimRow(invoice=first, amount=money("1800.41"), promised_on=date(2027, 1, 4)),
                ClaimRow(invoice=second, amount=money("4199.59"), promised_on=date(2027, 2, 1)),
            ),
        ),
        "dunning_1_promise_named": replace(
            listing(LetterKind.DUNNING, language, overdue[1:2], level=1),
            tone=Tone.BROKEN_PROMISE,
            broken=(ClaimRow(invoice=second, amount=money("300.00"), promised_on=date(2026, 11, 18)),),
        ),
        "dunning_2_promise_named": replace(
            listing(LetterKind.DUNNING, language, overdue, level=2),
            tone=Tone.BROKEN_PROMISE,
            broken=(ClaimRow(invoice=second, amount=money("300.00"), promised_on=date(2026, 11, 18)),),
        ),
        "dunning_1_told_not_seen": replace(
            listing(LetterKind.DUNNING, language, overdue[1:2], level=1),
            unseen=(replace(payment(language, cleared=False), applied=(), unapplied=None),),
        ),
        "confirmation_kept_promise": replace(
            draft(LetterKind.CONFIRMATION, language),
            payments=(payment(language, cleared=True),),
            kept=(ClaimRow(invoice=first, amount=money("4800.41"), promised_on=date(2026, 11, 18)),),
        ),
        "review_request": replace(
            staff,
            payments=(replace(payment(language), applied=(), unapplied=None),),
            review_of="Jo Park <jo@acme-tooling.example>, Payment advice 3 Nov, 19 November 2026",
            mail_id="M-0d41aa27c9e0",
        ),
        "digest": replace(
            listing(LetterKind.DIGEST, language, overdue),
            to=staff.to,
            customer_id=None,
            customer_name=None,
            review_reasons=reasons,
            digest=busy(language, CURRENCY[language]),
        ),
    }
