"""(a merge of two customers, the books before it and now) to two customers again: each has what is its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.credit import CreditFile
from agent.facts.letters import Letter, LetterStatus
from agent.facts.payments import Payment, Status
from agent.facts.plans import Plan, PlanStatus
from agent.ledger.merge import combined, without
from agent.pipeline.bookkeeping import Commit


@dataclass(frozen=True, slots=True)
class _Two:
    """The customer that was merged, the one that stood for it, and the books before and now."""

    old: str
    into: str
    before: Books
    books: Books
    invoices: frozenset[
        str
    ]  # that the customer had then; what came since under the other's name stays the other's
    children: tuple[str, ...]  # that it had then, and the other has now

    def owner(self, invoice: str) -> str:
        """Whose it is once they are two."""
        owner = self.books.items[invoice].customer_id
        return self.old if owner == self.into and invoice in self.invoices else owner

    def payer(self, payment: Payment) -> str | None:
        """Whose payment it is then: one that came since is the old one's where all that it settles, or tells of, is."""
        if payment.customer_id != self.into:
            return payment.customer_id
        known = self.before.payments.get(payment.payment_id)
        if known and known.customer_id in (self.old, self.into):
            return known.customer_id
        return self.old if self._are_all(_settled(payment)) else self.into

    def _are_all(self, invoices: Iterable[str]) -> bool:
        named = set(invoices)
        return bool(named) and named <= self.invoices

    def takes_letter(self, letter: Letter) -> bool:
        """True for what was the old one's, and for what went out since about nothing but its items."""
        known = self.before.letters.get(letter.letter_id)
        return known.customer_id == self.old if known else self._are_all(letter.invoices)

    def takes_plan(self, plan: Plan) -> bool:
        """True for a plan of its items. AgentError where one that stands has items of both."""
        if known := self.before.plans.get(plan.plan_id):
            return known.customer_id == self.old
        is_mixed = {self.owner(invoice) for invoice in plan.invoices} >= {self.old, self.into}
        if is_mixed and plan.status is not PlanStatus.CANCELLED:
            raise AgentError(
                f"{plan.plan_id} has items of both; give it up first: remitd instalments --cancel {plan.plan_id} --why TEXT"
            )
        return self._are_all(plan.invoices)


def part(commit: Commit, event: e.CustomerMerged, before: Books) -> Iterator[str]:
    """Take a merge back. AgentError where money of one has settled items of the other since."""
    two = _two(event.customer_id, event.into, before, commit.books)
    merged = commit.books.merged[two.old]
    if merged.into != two.into:
        raise AgentError(f"{two.into} was merged into {merged.into} since; take that back first")
    _check_cash(two)
    _check_credits(two)
    undone = _undone(two)
    yield from _drop_letters(commit, two, undone)
    commit.add(two.old, undone)
    yield (
        f"{two.old} and {two.into} are two again: {two.old} has {len(undone.invoices)} invoices and "
        f"{len(undone.payment_ids)} payments"
    )
    if since := len(commit.books.invoices_by_customer.get(two.into, ())) - len(
        before.invoices_by_customer.get(two.into, ())
    ):
        yield f"  {since} invoices that came since stay {two.into}'s: look whose they are"


def _two(old: str, into: str, before: Books, books: Books) -> _Two:
    has_now = books.children_by_parent.get(into, ())
    children = tuple(one for one in before.children_by_parent.get(old, ()) if one in has_now)
    return _Two(old, into, before, books, frozenset(before.invoices_by_customer.get(old, ())), children)


def _settled(payment: Payment) -> set[str]:
    """What a payment settles, or holds for the bank's entry."""
    told = payment.claim.lines if payment.status is Status.ADVISED else ()
    return {one.invoice for one in payment.applications} | {one.invoice for one in told}


def _check_cash(two: _Two) -> None:
    books = two.books
    ids = {*books.payments_by_customer.get(two.into, ())}
    for name in (two.into, *two.children):
        for invoice in books.invoices_by_customer.get(name, ()):
            ids.update(books.payments_by_invoice.get(invoice, ()))
    for payment in (books.payments[one] for one in sorted(ids)):
        payer, known = two.payer(payment), two.before.payments.get(payment.payment_id)
        stood = _settled(known) if known else set[str]()
        for invoice in sorted(one for one in _settled(payment) - stood if one in books.items):
            owner = two.owner(invoice)
            if payer not in (owner, _parent(two, owner)):
                raise AgentError(
                    f"{payment.payment_id} of {payer} settles {invoice} of {owner} since then; take that back first, "
                    f"see: remitd explain {payment.payment_id}"
                )


def _parent(two: _Two, customer_id: str) -> str | None:
    """Of a customer, once they are two."""
    if customer_id in two.children:
        return two.old
    if customer_id != two.old:
        return two.books.customers[customer_id].parent_id
    parent = two.books.merged[two.old].customer.parent_id
    return two.books.survivor(parent) if parent else None


def _check_credits(two: _Two) -> None:
    """What comes off without cash makes nothing within one decision; so it must within each one's items."""
    sums: dict[tuple[datetime, bool], int] = {}
    for invoice in two.books.invoices_by_customer.get(two.into, ()):
        known = two.before.items.get(invoice)
        for allowed in two.books.items[invoice].allowed[len(known.allowed) if known else 0 :]:
            key = (allowed.decided_at, invoice in two.invoices)
            sums[key] = sums.get(key, 0) + allowed.application.amount.minor
    if any(sums.values()):
        raise AgentError(
            f"a credit note of one of {two.old} and {two.into} was set against an invoice of the other since; "
            f"take that back first, see: remitd explain {two.into}"
        )


def _undone(two: _Two) -> e.MergeUndone:
    books, before, into = two.books, two.before, two.into
    customer = books.merged[two.old].customer
    survivor = without(books.customers[into], customer, before.customers[into])
    chained = [
        one for one, m in books.merged.items() if one in before.merged and before.merged[one].into == two.old
    ]
    for one, other in books.merged.items():
        if other.into == into and one not in (two.old, *chained):
            survivor = combined(survivor, other.customer)
    payments = [books.payments[one] for one in books.payments_by_customer.get(into, ())]
    paid = {one.payment_id for one in payments if two.payer(one) == two.old}
    letters = [one for one in books.letters.values() if one.customer_id == into and two.takes_letter(one)]
    return e.MergeUndone(
        customer_id=two.old,
        into=into,
        customer=replace(customer, parent_id=_parent(two, two.old)),
        survivor=survivor,
        invoices=tuple(one for one in books.invoices_by_customer.get(into, ()) if one in two.invoices),
        payment_ids=tuple(one.payment_id for one in payments if one.payment_id in paid),
        letter_ids=tuple(one.letter_id for one in letters),
        mail_ids=tuple(_mails(two, paid)),
        plan_ids=tuple(
            one.plan_id for one in books.plans.values() if one.customer_id == into and two.takes_plan(one)
        ),
        learnt_ids=tuple(_learnt(two, paid)),
        children=two.children,
        merged=tuple(chained),
        credit=before.credit.get(two.old),
        survivor_credit=_survivor_credit(two),
    )


def _mails(two: _Two, paid: set[str]) -> Iterator[str]:
    for mail_id, message in two.books.messages.items():
        if message.customer_id != two.into:
            continue
        known = two.before.messages.get(mail_id)
        was_sorted = known is not None and known.customer_id is not None
        if (known and was_sorted and known.customer_id == two.old) or (
            not was_sorted and message.payment_ids and paid.issuperset(message.payment_ids)
        ):
            yield mail_id


def _learnt(two: _Two, paid: set[str]) -> Iterator[str]:
    for learnt_id, learnt in two.books.learnt.items():
        if learnt.customer_id != two.into:
            continue
        known = two.before.learnt.get(learnt_id)
        is_theirs = learnt.payment_id in paid or learnt.invoice in two.invoices
        if known.customer_id == two.old if known else is_theirs:
            yield learnt_id


def _survivor_credit(two: _Two) -> CreditFile | None:
    """The survivor's file without the limits and contracts that it had from the other's, for want of its own."""
    now, came = two.books.credit.get(two.into), two.before.credit.get(two.old)
    if now is None or came is None:
        return now
    own = two.before.credit.get(two.into) or CreditFile(customer_id=two.into)
    left = replace(
        now,
        limits=now.limits if own.limits else now.limits[len(came.limits) :],
        contracts=now.contracts if own.contracts else now.contracts[len(came.contracts) :],
    )
    return left if left != CreditFile(customer_id=two.into) else None


def _drop_letters(commit: Commit, two: _Two, undone: e.MergeUndone) -> Iterator[str]:
    """Letters written since, not gone out yet, that tell one of what is the other's."""
    books, theirs = commit.books, set(undone.payment_ids)
    for letter in list(books.letters.values()):
        is_pending = letter.status in (LetterStatus.HELD, LetterStatus.QUEUED) and not letter.attempts
        if letter.customer_id != two.into or letter.letter_id in two.before.letters or not is_pending:
            continue
        if two.invoices.isdisjoint(letter.invoices) and theirs.isdisjoint(letter.payment_ids):
            continue
        commit.add(
            letter.letter_id,
            e.LetterCancelled(letter_id=letter.letter_id, why=f"{two.old} and {two.into} are two again"),
        )
        if letter.letter_id in books.queries:
            commit.add(
                letter.letter_id,
                e.QueryClosed(letter_id=letter.letter_id, why=f"{two.old} and {two.into} are two again"),
            )
        yield f"  {letter.letter_id} ({letter.kind.value}) will not go out"
