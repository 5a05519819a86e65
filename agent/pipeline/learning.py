"""What a person confirmed of a payment to what stands for a customer or an invoice from now on; and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.learnt import Learnt, LearntKind
from agent.facts.payments import Payment
from agent.ids import account_keys, folded, mint
from agent.match import names as firm
from agent.match.family import related
from agent.pipeline.bookkeeping import Commit
from agent.rules.matching import MatchingRules

_SHORTEST_NUMBER = 4  # letters and digits of an older number


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """What lessons are judged by."""

    rules: MatchingRules
    own_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What can be learnt, or why it can't: `refusal` says so, and is empty where it can."""

    kind: LearntKind
    value: str
    customer_id: str
    payment_id: str | None = None
    invoice: str | None = None
    refusal: str = field(default="", compare=False)

    def __str__(self) -> str:
        """The rule as a person reads it before it counts."""
        match self.kind:
            case LearntKind.ACCOUNT:
                return f"from now on payments from account {_masked(self.value)} are {self.customer_id}'s"
            case LearntKind.NAME:
                return f"from now on payments of {self.value!r} are {self.customer_id}'s"
            case LearntKind.NUMBER:
                return f"from now on {self.value} means {self.invoice} of {self.customer_id}"


def lessons(books: Books, payment_id: str, teaching: Teaching) -> list[Lesson]:
    """The account and the name of a payment whose payer a person decided. AgentError where nobody did."""
    payment = books.payments.get(payment_id)
    if payment is None:
        raise AgentError(f"{payment_id} is no payment of this home; see: remitd payments")
    if not (payment.is_payer_decided and payment.applications) or payment.customer_id is None:
        raise AgentError(
            f"{payment_id}: no person has said whose payment it is, and nothing is learnt from what the agent "
            f"finds; decide it first: remitd apply {payment_id} INVOICE=AMOUNT"
        )
    return list(_lessons(books, payment, payment.customer_id, teaching))


def _lessons(books: Books, payment: Payment, customer_id: str, teaching: Teaching) -> Iterator[Lesson]:
    account, name = payment.claim.payer_account, (payment.claim.payer or "").strip()
    for kind, value, refusal in (
        (LearntKind.ACCOUNT, account, _account_refused(books, account or "", customer_id)),
        (LearntKind.NAME, name, _name_refused(books, name, customer_id, teaching)),
    ):
        if value:
            yield Lesson(
                kind=kind,
                value=value,
                customer_id=customer_id,
                payment_id=payment.payment_id,
                refusal=refusal,
            )


def _account_refused(books: Books, account: str, customer_id: str) -> str:
    keys = account_keys(account)
    if not keys:
        return "it is too short for an account, or its digits are hidden"
    on_file = {one for key in keys for one in books.customers_by_account.get(key, ())}
    learnt = {books.learnt[one].customer_id for key in keys for one in books.learnt_accounts.get(key, ())}
    return _taken(on_file, learnt, customer_id, books)


def _name_refused(books: Books, name: str, customer_id: str, teaching: Teaching) -> str:
    rules = teaching.rules
    spellings = firm.spellings(name, rules.ignored_words)
    words = {word for one in spellings for word in one.split()} - set(rules.ignored_words)
    if not any(_is_telling(word) for word in words):
        return "it is too short for a name, too long, or no name at all"
    if firm.called(teaching.own_names, name, rules):
        return "it is our own name"
    on_file, learnt = set(), set()
    for one, customer in books.customers.items():
        if firm.called((customer.name, *customer.aliases), name, rules):
            on_file.add(one)
        elif firm.called(books.names_of(one), name, rules):
            learnt.add(one)
    return _taken(on_file, learnt, customer_id, books)


def _is_telling(word: str) -> bool:
    """True for a word that is more than initials or a number; two Han characters are a name."""
    letters = sum(map(str.isalpha, word))
    return letters >= (3 if word.isascii() else 2)


def _taken(on_file: set[str], learnt: set[str], customer_id: str, books: Books) -> str:
    for owners, how in ((on_file, "on file"), (learnt, "learnt")):
        strangers = owners - related(customer_id, books)
        if strangers:
            return f"it is {how} for {', '.join(sorted(strangers))}, who is no relative of {customer_id}"
        if customer_id in owners:
            return f"it is {how} for {customer_id} already"
    return ""


def offers(books: Books, payment_id: str, teaching: Teaching) -> Iterator[str]:
    """What a person who decided a payment may want to keep, each with the command that keeps it."""
    for lesson in lessons(books, payment_id, teaching):
        if not lesson.refusal:
            yield f"{lesson}; keep with: remitd learn {payment_id} --{lesson.kind} --why TEXT"


def chosen(
    books: Books, payment_id: str, kinds: frozenset[LearntKind], teaching: Teaching
) -> tuple[Lesson, ...]:
    """The lessons asked for; all that are new where none is. AgentError where one can't be learnt."""
    found = lessons(books, payment_id, teaching)
    for kind in sorted(kinds - {lesson.kind for lesson in found}):
        raise AgentError(f"{payment_id} tells of no payer's {kind}; see: remitd explain {payment_id}")
    wanted = [lesson for lesson in found if lesson.kind in kinds or not (kinds or lesson.refusal)]
    for lesson in wanted:
        if lesson.refusal:
            raise AgentError(_cannot(lesson))
    if not wanted:
        why = "; ".join(f"{lesson.kind}: {lesson.refusal}" for lesson in found) or "it names no payer"
        raise AgentError(f"{payment_id} has nothing new to learn ({why})")
    return tuple(wanted)


def older_number(books: Books, older: str, invoice: str) -> Lesson:
    """An invoice's number in another system. AgentError where it means something else already."""
    item = books.items.get(invoice)
    if item is None:
        raise AgentError(f"{invoice} is no invoice of this home; see: remitd invoices")
    number = folded(older)
    if len(number) < _SHORTEST_NUMBER or not any(map(str.isdigit, number)):
        raise AgentError(f"{older} is too short for a number; give at least 4 characters, with a digit")
    taken = books.anchors.number(older)
    orders = [
        order.invoice_no for order in books.anchors.purchase_order(older) if order.invoice_no != invoice
    ]
    if taken or orders:
        of = (
            f"a purchase order of {orders[0]}"
            if orders
            else f"the number of {taken.invoice_no if taken else ''}"
        )
        raise AgentError(f"{older} is {of} already; a number stands for one invoice")
    for learnt in books.learnt.values():
        if learnt.is_live and learnt.invoice == invoice:
            raise AgentError(
                f"{invoice} has the older number {learnt.value} already; take it back first: "
                f"remitd forget {learnt.learnt_id} --why TEXT"
            )
    return Lesson(kind=LearntKind.NUMBER, value=older.strip(), customer_id=item.customer_id, invoice=invoice)


def _cannot(lesson: Lesson) -> str:
    return f"{lesson.payment_id}: {lesson.kind} {lesson.value!r} can't be learnt for {lesson.customer_id}: {lesson.refusal}"


def learn(commit: Commit, lesson: Lesson, why: str) -> str:
    """Let it count from now on; its id, to take it back by."""
    of = lesson.payment_id or lesson.invoice or ""
    learnt_id = mint("R", lesson.kind, lesson.value, lesson.customer_id, of, str(commit.books.seq))
    event = e.AliasLearnt(
        learnt_id=learnt_id,
        customer_id=lesson.customer_id,
        kind=lesson.kind,
        value=lesson.value,
        payment_id=lesson.payment_id,
        invoice=lesson.invoice,
        why=why,
    )
    commit.add(learnt_id, event)
    return learnt_id


def forget(commit: Commit, learnt_id: str, why: str) -> str:
    """Let it count no more; payments that were recognised by it stay as they are."""
    learnt = commit.books.learnt.get(learnt_id)
    if learnt is None:
        raise AgentError(f"{learnt_id} is nothing that was learnt; see: remitd learnt")
    if not learnt.is_live:
        raise AgentError(f"{learnt_id} is forgotten already; see: remitd learnt")
    commit.add(learnt_id, e.AliasForgotten(learnt_id=learnt_id, why=why))
    return f"{learnt_id}: {learnt.kind} {_shown(learnt)} counts no more for {learnt.invoice or learnt.customer_id}"


def learn_again(commit: Commit, learnt_id: str, why: str, teaching: Teaching) -> str:
    """Let what was forgotten count once more, under an id of its own. AgentError where it means something else by now."""
    books = commit.books
    was = books.learnt[learnt_id]
    if was.kind is LearntKind.NUMBER:
        lesson = older_number(books, was.value, was.invoice or "")
    else:
        refusal = (
            _account_refused(books, was.value, was.customer_id)
            if was.kind is LearntKind.ACCOUNT
            else _name_refused(books, was.value, was.customer_id, teaching)
        )
        lesson = Lesson(
            kind=was.kind,
            value=was.value,
            customer_id=was.customer_id,
            payment_id=was.payment_id,
            refusal=refusal,
        )
    if lesson.refusal:
        raise AgentError(_cannot(lesson))
    return f"{learn(commit, lesson, f'{was.why}; again: {why}')}: {lesson}"


def _shown(learnt: Learnt) -> str:
    return _masked(learnt.value) if learnt.kind is LearntKind.ACCOUNT else repr(learnt.value)


def _masked(account: str) -> str:
    """As a person knows it by its end."""
    return f"…{folded(account)[-4:]}"
