"""A number of customers to a whole ledger, the same at each run: customers, ten items each, payments of long ago, new advices."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from email.message import EmailMessage
from typing import Final

from agent.facts import events as e
from agent.facts.events import Event, MessageStatus
from agent.facts.ledger import Customer, Item
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import Kind, PaidLine, PaymentRead
from agent.money import Money

TODAY: Final = date(2026, 11, 20)
NOW: Final = datetime.fromisoformat("2026-11-20T09:00:00+08:00")
ITEMS: Final = 10  # of each customer
PAYMENTS: Final = 4_000
OVERDUE: Final = 50  # customers with an overdue item, in a ledger of any size
DOMAIN: Final = "example"

_SYLLABLES: Final = (
    "ar", "bel", "cor", "dan", "el", "fen", "gar", "hol", "is", "jor", "kel", "lan", "mar", "nor", "os",
    "pel", "quin", "ros", "san", "tor", "ul", "ver", "wes", "yar", "zen", "bra", "cla", "dre", "fri",
    "gla", "kri", "plo", "ste", "tri", "vla", "ber", "den", "ger", "ken", "ler", "men", "ner", "per",
    "ser", "ter", "wick", "ston", "ford", "ham", "dale",
)  # fmt: skip
_SURNAMES: Final = (
    "Smith", "Jones", "Taylor", "Brown", "Meyer", "Schulz", "Huber", "Bauer", "Rossi", "Moreau", "Dubois",
    "Jansen", "Nilsson", "Larsen", "Novak", "Kowalski", "Silva", "Santos", "Garcia", "Lopez", "Chen",
    "Wong", "Tan", "Kim", "Park", "Sato", "Müller", "Schröder", "Krüger", "Jäger", "Öztürk", "Lindström",
)  # fmt: skip
_TRADES: Final = (
    "Trading", "Steel", "Foods", "Logistics", "Pumps", "Textiles", "Electronics", "Marine", "Paper",
    "Chemicals", "Tools", "Glass", "Plastics", "Motors", "Optics", "Timber", "Castings", "Fasteners",
    "Packaging", "Coatings", "Bearings", "Cables", "Instruments", "Ceramics", "Furniture", "Machinery",
)  # fmt: skip
_FORMS: Final = ("Ltd", "Limited", "Inc.", "GmbH", "AG", "Co., Ltd.", "LLC", "B.V.", "S.A.", "Pte Ltd")
_CITIES: Final = (
    "上海", "深圳", "广州", "杭州", "宁波", "苏州", "青岛", "大连", "厦门", "天津", "武汉", "成都", "南京", "无锡", "佛山", "东莞",
)  # fmt: skip
_HAN: Final = "华远恒泰鑫盛宏达永兴瑞丰海天金龙东方新安康德润泽嘉和信诚通汇联创富民昌隆利源顺发正大中科凯旋"
_HAN_TRADES: Final = (
    "贸易", "电子", "机械", "纺织", "食品", "物流", "化工", "五金", "塑料", "仪器", "包装", "建材",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trade:
    """A ledger of so many customers; whatever it gives is made anew from numbers, so that nothing is held."""

    customers: int

    def customer(self, number: int) -> Customer:
        """The customer of this number, from 0."""
        dice = random.Random(f"customer {number}")
        name, aliases = _name(dice)
        stem = f"c{number:06}"
        return Customer(
            customer_id=f"C{number:06}",
            name=name,
            aliases=aliases,
            emails=(f"ap@{stem}.{DOMAIN}", f"treasury@{stem}.{DOMAIN}"),
            bank_accounts=(f"DE{dice.randrange(10**19, 10**20)}",),
            language=None,
            currency=("USD", "EUR", "CNY")[number % 3],
            terms="n/30",
            credit_limit=None,
            parent_id=f"C{number - 1:06}" if number % 50 == 1 else None,
            time_zone=None,
        )

    def items(self, number: int) -> list[Item]:
        """Ten open items of a customer, due in the weeks to come; the first of a few customers is overdue."""
        dice = random.Random(f"items {number}")
        currency = ("USD", "EUR", "CNY")[number % 3]
        found = []
        for place in range(ITEMS):
            is_overdue = place == 0 and number < OVERDUE
            due_on = TODAY + timedelta(days=-5 if is_overdue else dice.randrange(12, 90))
            billed = Money(dice.randrange(10_000, 5_000_000), currency)
            found.append(
                Item(
                    invoice_no=f"INV-{26_0000000 + number * ITEMS + place:09}",
                    customer_id=f"C{number:06}",
                    issued_on=due_on - timedelta(days=30),
                    due_on=due_on,
                    billed=billed,
                    open=billed,
                    po_no=f"PO{4_000_000 + number * ITEMS + place}" if place % 2 else None,
                    terms=None,
                )
            )
        return found

    def opening(self) -> Iterator[Event]:
        """What an import of it writes."""
        for number in range(self.customers):
            yield e.CustomerAdded(customer=self.customer(number))
        for number in range(self.customers):
            for item in self.items(number):
                yield e.InvoiceAdded(item=item)

    def history(self) -> Iterator[Event]:
        """Payments of long ago, each with its message, of customers all over the ledger: a part of their last item."""
        for number in range(PAYMENTS):
            owner = number * self.customers // PAYMENTS
            item = self.items(owner)[-1]
            mail_id, payment_id = f"M-{number:012x}", f"P-{number:012x}"
            amount = Money(item.billed.minor // 100, item.billed.currency)
            yield e.MessageReceived(
                mail_id=mail_id, mailbox="maildir:mail/in", key=f"old-{number}", sha256=f"{number:064x}", size=4000
            )  # fmt: skip
            read = PaymentRead(
                amount=amount.decimal,
                currency=amount.currency,
                paid_on=TODAY - timedelta(days=40 + number % 300),
                reference=f"TRN {9_000_000 + number}",
                lines=(PaidLine(invoice=item.invoice_no, amount=amount.decimal),),
            )
            payment = Payment(
                payment_id=payment_id, mail_id=mail_id, message_id=f"<old-{number}@x.{DOMAIN}>", origin=Origin.ADVICE,
                customer_id=item.customer_id, amount=amount, claim=read,
            )  # fmt: skip
            zero = Money(0, amount.currency)
            applied = Application(
                invoice=item.invoice_no, amount=amount, discount=zero, write_off=zero, reason=None
            )
            yield e.PaymentRecorded(payment=payment)
            yield e.CashApplied(payment_id=payment_id, applications=(applied,))
            yield e.PaymentDecided(
                payment_id=payment_id, status=Status.APPLIED, because=("as the advice says",)
            )
            yield e.MessageSorted(
                mail_id=mail_id, message_id=f"<old-{number}@x.{DOMAIN}>", sender=f"ap@c{owner:06}.{DOMAIN}",
                author=f"ap@c{owner:06}.{DOMAIN}", subject="Payment advice", received_at=NOW, kind=Kind.REMITTANCE,
                status=MessageStatus.HANDLED, language="en", customer_id=item.customer_id, content_id=f"c{number:063x}",
                why=(),
            )  # fmt: skip

    def some(self, count: int, salt: str) -> list[int]:
        """Numbers of so many customers all over the ledger, of all where they are fewer."""
        return random.Random(salt).sample(range(self.customers), min(count, self.customers))

    def advice(self, kind: str, number: int) -> tuple[PaymentRead, tuple[str, ...], str]:
        """A payment as it is read, the names in its document, and its sender ("" where the bank tells of it)."""
        customer, items = self.customer(number), self.items(number)[:-1]
        sender = f"ap@c{number:06}.{DOMAIN}"
        one, three = items[4], items[2:5]
        base = PaymentRead(
            amount=one.open.decimal, currency=one.open.currency, paid_on=TODAY - timedelta(days=1),
            reference=f"TRN {number + 70_000_000}",
        )  # fmt: skip
        lines = tuple(PaidLine(invoice=item.invoice_no, amount=item.open.decimal) for item in three)
        in_all = sum((item.open.decimal for item in three), Decimal(0))
        match kind:
            case "names items":
                return (
                    replace(base, amount=in_all, lines=lines, payer=customer.name),
                    (customer.name,),
                    sender,
                )
            case "a sum of three":
                return replace(base, amount=in_all), (customer.name,), sender
            case "account":
                account = customer.bank_accounts[0]
                return replace(base, payer=customer.name, payer_account=account), (customer.name,), ""
            case "exact name":
                return replace(base, payer=customer.name), (), ""
            case "name in text":
                return replace(base, text=f"incoming wire {customer.name} thank you"), (), ""
            case "items and name misspelt":  # as a bank's entry has them
                payer = _misspelt(customer.name)
                return replace(base, amount=in_all, lines=lines, payer=payer), (), ""
            case "name misspelt":
                return replace(base, payer=_misspelt(customer.name)), (), ""
            case _:
                unknown = replace(
                    base,
                    payer="Unheard Of Quarries and Gravel Pits",
                    text="incoming wire, unheard of quarries",
                )
                return unknown, (), ""

    def mail(self, number: int, salt: str) -> bytes:
        """An advice by mail: three items in its text."""
        three = self.items(number)[5:8]
        in_all = sum((item.open.decimal for item in three), Decimal(0))
        currency = three[0].open.currency
        mail = EmailMessage()
        mail["From"] = f"ap@c{number:06}.{DOMAIN}"
        mail["To"] = "ar@harbour.example"
        mail["Date"] = "Fri, 20 Nov 2026 08:00:00 +0800"
        mail["Message-ID"] = f"<{salt}-{number}@c{number:06}.{DOMAIN}>"
        mail["Subject"] = f"Payment advice {salt}"
        rows = "\n".join(f"{item.invoice_no}   {item.open.amount}" for item in three)
        mail.set_content(
            f"Dear all,\n\nwe have paid today by wire, reference TRN {salt} {number}:\n\n"
            f"Invoice   Amount\n{rows}\nTotal   {in_all} {currency}\n\nKind regards\n{self.customer(number).name}\n"
        )
        return mail.as_bytes()


def _name(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    kind, form, trade = dice.random(), dice.choice(_FORMS), dice.choice(_TRADES)
    if kind < 0.15:
        short = dice.choice(_CITIES) + "".join(dice.choices(_HAN, k=3))
        return short + dice.choice(_HAN_TRADES) + "有限公司", (f"{_coined(dice)} {trade} {form}",)
    if kind < 0.3:
        return f"{dice.choice(_SURNAMES)} & {dice.choice(_SURNAMES)} {_coined(dice)} {trade} {form}", ()
    coined = _coined(dice)
    name = f"{coined} {_coined(dice)} {trade}" if kind < 0.6 else f"{coined} {trade}"
    return f"{name} {form}", ((coined,) if dice.random() < 0.2 else ())


def _coined(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.choice((2, 3, 3)))).capitalize()


def _misspelt(name: str) -> str:
    """A letter left out of its longest word."""
    word = max(name.split(), key=len)
    place = len(word) // 2
    return name.replace(word, word[:place] + word[place + 1 :])
