"""A busy morning's digest in each language's company, for the tests of letters."""

from datetime import UTC, date, datetime

from agent.facts.digest import Digest, Figure, Going, Happened, Told, Unanswered, Waiting, Waits
from agent.facts.letters import LetterKind, LetterStatus
from agent.money import Money

TODAY = date(2026, 11, 20)
NAMES = {
    "en": ("Acme Tooling Ltd (C001)", "Brightwater Pumps Inc (C002)"),
    "zh": ("杭州明德机械有限公司 (C001)", "青禾农业机械有限公司 (C002)"),
    "de": ("Brombeer & Söhne GmbH (C001)", "Nordlicht Pumpen AG (C002)"),
}
SAID = {
    "en": ("goods not received", "Our new office", "figures and words differ"),
    "zh": ("货物未收到", "我司新办公地址", "大小写金额不一致"),
    "de": ("Ware nicht erhalten", "Unser neues Büro", "Zahlen und Worte weichen ab"),
}


def busy(language: str, currency: str) -> Digest:
    """Something in every list."""
    first, second = NAMES[language]
    dispute, moved, doubt = SAID[language]

    def money(amount: str, code: str = currency) -> Money:
        return Money.of(amount, code)

    def at(day: int) -> datetime:
        return datetime(2026, 11, day, 3, tzinfo=UTC)

    return Digest(
        today=TODAY,
        since=date(2026, 11, 19),
        stopped="",
        veto_until="10:00",
        going=(
            Going(
                letter_id="L-1a2b3c4d5e6f", kind=LetterKind.DUNNING, level=2, customer_id="C001", customer=first,
                amounts=(money("186400.00"),), items=3, oldest_due_on=date(2026, 11, 3), status=LetterStatus.QUEUED,
            ),
            Going(
                letter_id="L-9f8e7d6c5b4a", kind=LetterKind.REMINDER, level=0, customer_id="C002", customer=second,
                amounts=(money("980.50"),), items=1, oldest_due_on=date(2026, 11, 27), status=LetterStatus.QUEUED,
            ),
        ),
        waiting=(
            Waiting(
                what=Waits.PAYMENT, since=at(12), about="P-77aa12bc90de", who=second, amounts=(money("4200.00"),),
                said=doubt, command="remitd apply P-77aa12bc90de INVOICE=AMOUNT",
            ),
            Waiting(
                what=Waits.LETTER, since=at(18), about="L-00112233aabb", who=first, amounts=(money("52000.00"),), said="",
                command="remitd letters approve L-00112233aabb",
            ),
        ),
        unanswered=(Unanswered(mail_id="M-5566aabb7788", since=at(17), who=first, subject=moved),),
        happened=Happened(
            messages=14,
            sent=((LetterKind.CONFIRMATION, 6), (LetterKind.DUNNING, 1)),
            failed=("L-ffee00112233",),
            payments=7,
            applied=(money("88120.40"), money("1500.00", "GBP")),
            taken_back=(),
            disputes=(Told(invoice="INV-1003", customer=first, amount=money("2404.10"), reason=dispute),),
            promises=(Told(invoice="INV-1004", customer=second, amount=money("500.00"), promised_on=date(2026, 12, 1)),),
            kept=(Told(invoice="INV-0985", customer=first, amount=money("750.00")),),
            broken=(Told(invoice="INV-0990", customer=second, amount=money("300.00"), promised_on=date(2026, 11, 19)),),
            bounced=("old@brightwater.example",),
        ),
        figures=(
            Figure(name="open", now=money("912400.00"), moved=money("-44120.40")),
            Figure(name="overdue", now=money("190000.00"), moved=money("2600.00")),
        ),
        seq=4711,
        head="3f" * 32,
    )  # fmt: skip
