"""rules/dunning.toml to ladders: who is reminded and dunned when, by which letter, and what keeps a letter back."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from agent.facts.credit import NEW
from agent.facts.ledger import Customer
from agent.facts.letters import Autonomy
from agent.rules.files import Rule
from agent.rules.quiet import Quiet, read_quiet
from agent.rules.steps import NO_REMINDER, Step, read_levels, read_reminder, texts
from agent.rules.thresholds import ANY_AMOUNT, Minimum, read_minimum

DEFAULT: Final = "default"
_LADDER_KEYS: Final = ("reminder", "level", "contact", "minimum", "grace_days", "no_dunning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """When the items of a customer in a currency are reminded and dunned."""

    name: str
    reminder: Step
    reminder_days_before: tuple[int, ...]  # the farthest first; none: no reminders
    levels: tuple[Step, ...]  # level 1 first
    minimum: Minimum = ANY_AMOUNT  # of the steps that have none of their own
    grace_days: int = 0  # the due date counts as so many days later
    days_between: int = 5  # between two scheduled letters to a customer
    most_letters: int = 0  # to a customer within `cap_days`; 0: no cap
    cap_days: int = 30
    no_dunning: bool = False
    customers: tuple[str, ...] = ()  # for whom, where no other ladder is chosen: all that are named must fit
    grades: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()

    def minimum_of(self, step: Step) -> Minimum:
        """The step's own, else the ladder's; of a reminder only the absolute one, for what is not due yet is no arrears."""
        if step.minimum != ANY_AMOUNT or step.level:
            return step.minimum if step.minimum != ANY_AMOUNT else self.minimum
        return replace(self.minimum, share=None)

    def fits(self, customer_id: str, currency: str, grade: str | None) -> bool:
        """True where the ladder says for whom it is, and it is for these."""
        asked = ((self.customers, customer_id), (self.currencies, currency), (self.grades, grade or NEW))
        named = [(values, value) for values, value in asked if values]
        return bool(named) and all(value in values for values, value in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningRules:
    """All of rules/dunning.toml."""

    default: Ladder
    ladders: tuple[Ladder, ...]
    query_workdays: int
    quiet: Quiet
    unanswered_mail_days: (
        int  # a customer's mail that waits for a person keeps letters back so long; 0: never
    )
    bank_data_days: int  # with older bank statements nobody is asked for money; 0: no matter how old

    def ladder_for(self, customer: Customer, currency: str, grade: str | None) -> Ladder:
        """The one a person chose for the customer, else the first that fits, else the default."""
        if not self.ladders:
            return self.default
        chosen = (one for one in self.ladders if customer.ladder and one.name == customer.ladder)
        fitting = (one for one in self.ladders if one.fits(customer.customer_id, currency, grade))
        return next(chosen, None) or next(fitting, self.default)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of every ladder."""
        return tuple(step for one in (self.default, *self.ladders) for step in (one.reminder, *one.levels))

    @property
    def horizon_days(self) -> int:
        """So many days before its due date an item may be reminded of at the earliest."""
        return max(
            (days for one in (self.default, *self.ladders) for days in one.reminder_days_before), default=0
        )

    def released(self) -> "DunningRules":
        """The same where nobody has to approve."""

        def free(ladder: Ladder) -> Ladder:
            steps = tuple(_released(step) for step in ladder.levels)
            return replace(ladder, reminder=_released(ladder.reminder), levels=steps)

        return replace(self, default=free(self.default), ladders=tuple(map(free, self.ladders)))

    def with_news_from_the_bank(self) -> "DunningRules":
        """The same as if the bank's statements went on to come and showed nothing: for days that are not here yet."""
        return replace(self, bank_data_days=0)


def _released(step: Step) -> Step:
    return replace(step, approval=None) if step.approval is Autonomy.APPROVE else step


def load_dunning(rules_dir: Path) -> DunningRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "dunning.toml")
    rule.only(*_LADDER_KEYS, "query", "quiet", "gate", "ladder")
    for key in ("reminder", "contact"):
        rule.section(key)
    default = _ladder(rule, DEFAULT, None)
    gate = rule.section("gate") if "gate" in rule.values else Rule(rule.path, "gate.", {})
    gate.only("unanswered_mail_days", "bank_data_days")
    query = rule.section("query")
    query.only("workdays_to_answer")
    return DunningRules(
        default=default,
        ladders=_named(rule, default),
        query_workdays=query.number("workdays_to_answer", least=1),
        quiet=read_quiet(rule),
        unanswered_mail_days=_number(gate, "unanswered_mail_days", 3),
        bank_data_days=_number(gate, "bank_data_days", 0),
    )


def _named(rule: Rule, default: Ladder) -> tuple[Ladder, ...]:
    found: dict[str, Ladder] = {}
    for section in rule.sections("ladder") if "ladder" in rule.values else ():
        section.only("name", "for", *_LADDER_KEYS)
        name = section.values.get("name")
        if not isinstance(name, str) or not name.strip() or name == DEFAULT or name in found:
            raise section.fault("name", f'expected a name of its own, not "{DEFAULT}", got {name!r}')
        found[name] = _ladder(section, name, default)
    return tuple(found.values())


def _ladder(rule: Rule, name: str, default: Ladder | None) -> Ladder:
    """A ladder; what a named one does not say is as in the default one."""
    numbers = default or Ladder(name=name, reminder=NO_REMINDER, reminder_days_before=(), levels=())
    reminder, days_before = numbers.reminder, numbers.reminder_days_before
    if "reminder" in rule.values:
        reminder, days_before = read_reminder(rule.section("reminder"))
    levels = read_levels(rule) if default is None or "level" in rule.values else default.levels
    contact = rule.section("contact") if "contact" in rule.values else Rule(rule.path, "contact.", {})
    contact.only("days_between", "most_letters", "cap_days")
    minimum = read_minimum(rule) if "minimum" in rule.values else numbers.minimum
    no_dunning = rule.values.get("no_dunning", False)
    if not isinstance(no_dunning, bool):
        raise rule.fault("no_dunning", f"expected true or false, got {no_dunning!r}")
    days_between = contact.number("days_between", least=1) if default is None else None
    return Ladder(
        name=name,
        reminder=reminder,
        reminder_days_before=days_before,
        levels=levels,
        minimum=minimum,
        grace_days=_number(rule, "grace_days", numbers.grace_days),
        days_between=days_between or _number(contact, "days_between", numbers.days_between, least=1),
        most_letters=_number(contact, "most_letters", numbers.most_letters),
        cap_days=_number(contact, "cap_days", numbers.cap_days, least=1),
        no_dunning=no_dunning,
        **_for_whom(rule),
    )


def _for_whom(rule: Rule) -> dict[str, tuple[str, ...]]:
    if "for" not in rule.values:
        return {}
    section = rule.section("for")
    section.only("customer", "grade", "currency")
    return {
        field: texts(section, key)
        for key, field in (("customer", "customers"), ("grade", "grades"), ("currency", "currencies"))
        if key in section.values
    }


def _number(section: Rule, key: str, otherwise: int, *, least: int = 0) -> int:
    return section.number(key, least=least) if key in section.values else otherwise
