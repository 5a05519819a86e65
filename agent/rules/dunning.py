"""rules/dunning.toml to ladders: who is reminded and dunned when, by which letter, and what keeps a letter back."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from agent.facts.ledger import Customer
from agent.facts.letters import Autonomy, LetterKind
from agent.rules.files import Rule
from agent.rules.quiet import Quiet, read_quiet
from agent.rules.thresholds import ANY_AMOUNT, Minimum, read_minimum

DEFAULT: Final = "default"
RECIPIENTS: Final = ("dunning", "main")
COPIES: Final = ("sales",)
_STEP_KEYS: Final = ("letter", "tone", "sign", "to", "cc", "approval", "minimum")
_LADDER_KEYS: Final = ("reminder", "level", "contact", "minimum", "grace_days", "no_dunning")
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One kind of letter of a ladder; the days are calendar days, of a level exactly one of them is set."""

    kind: LetterKind
    level: int  # 0: a reminder before the due date
    days_after_due: int | None = None
    days_after_previous: int | None = None  # from the day the letter of the level before was sent
    letter: str | None = None  # the template's name; None: by the kind
    tone: str | None = None
    sign: str | None = None  # role of a signatory
    to: tuple[str, ...] = ("dunning",)  # the first role that has an address
    cc: tuple[str, ...] = ()
    approval: Autonomy | None = None  # counts where it is more careful than [autonomy] of remitd.toml
    minimum: Minimum = ANY_AMOUNT


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
        asked = ((self.customers, customer_id), (self.currencies, currency), (self.grades, grade))
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
    numbers = default or Ladder(name=name, reminder=_before(()), reminder_days_before=(), levels=())
    reminder, days_before = numbers.reminder, numbers.reminder_days_before
    if "reminder" in rule.values:
        reminder, days_before = _reminder(rule.section("reminder"))
    levels = _levels(rule) if default is None or "level" in rule.values else default.levels
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
        field: _words(section, key)
        for key, field in (("customer", "customers"), ("grade", "grades"), ("currency", "currencies"))
        if key in section.values
    }


def _reminder(section: Rule) -> tuple[Step, tuple[int, ...]]:
    section.only("days_before_due", *_STEP_KEYS)
    said = section.values.get("days_before_due")
    days = said if isinstance(said, list) else [section.number("days_before_due", least=0)]
    if days == [0]:
        days = []
    if any(type(day) is not int or day < 1 for day in days) or len(set(days)) < len(days):
        raise section.fault("days_before_due", f"expected whole days such as 7 or [14, 7], got {said!r}")
    return _before((section,)), tuple(sorted(days, reverse=True))


def _before(sections: tuple[Rule, ...]) -> Step:
    return Step(
        kind=LetterKind.REMINDER, level=0, **_how(sections[0], LetterKind.REMINDER) if sections else {}
    )


def _levels(rule: Rule) -> tuple[Step, ...]:
    sections = rule.sections("level")
    if not sections:
        raise rule.fault("level", "expected at least one [[level]]; to send no letters say no_dunning = true")
    found: list[Step] = []
    for number, section in enumerate(sections, start=1):
        section.only("days_after_due", "days_after_previous", "kind", *_STEP_KEYS)
        kind = _kind(section, is_last=number == len(sections))
        after_due, after_previous = _delay(section, found)
        found.append(
            Step(
                kind=kind,
                level=number,
                days_after_due=after_due,
                days_after_previous=after_previous,
                **_how(section, kind),
            )
        )
    return tuple(found)


def _kind(section: Rule, *, is_last: bool) -> LetterKind:
    """The last level is the final notice, unless it says that it is not."""
    said = section.values.get("kind", "final_notice" if is_last else "dunning")
    if said not in ("dunning", "final_notice") or (said == "final_notice" and not is_last):
        raise section.fault("kind", f'expected "dunning", or of the last level "final_notice", got {said!r}')
    return LetterKind(said)


def _delay(section: Rule, before: list[Step]) -> tuple[int | None, int | None]:
    keys = [key for key in ("days_after_due", "days_after_previous") if key in section.values]
    if len(keys) != 1:
        raise section.fault("days_after_due", "say it, or days_after_previous instead, and not both")
    days = section.number(keys[0], least=1)
    if keys == ["days_after_previous"]:
        if not before:
            raise section.fault(
                "days_after_previous", "nothing comes before the first level; say days_after_due"
            )
        return None, days
    latest = max((step.days_after_due for step in before if step.days_after_due), default=0)
    if days <= latest:
        raise section.fault(
            "days_after_due", f"is {days}; it must rise from level to level, so at least {latest + 1}"
        )
    return days, None


def _how(section: Rule, kind: LetterKind) -> dict[str, Any]:
    """Whom a step's letter goes to, who signs it, how it sounds, and who lets it go."""
    found: dict[str, Any] = {}
    for key in ("letter", "tone", "sign"):
        if key in section.values:
            found[key] = section.values[key]
            if not isinstance(found[key], str) or not _WORD.match(found[key]):
                raise section.fault(key, f"expected a word such as dunning_firm, got {found[key]!r}")
    for key, known in (("to", RECIPIENTS), ("cc", COPIES)):
        if key in section.values:
            found[key] = _words(section, key, known)
    if "approval" in section.values:
        said = section.values["approval"]
        if said not in tuple(Autonomy):
            raise section.fault("approval", f"expected observe, approve or auto, got {said!r}")
        if said == Autonomy.AUTO and kind is LetterKind.FINAL_NOTICE:
            raise section.fault(
                "approval", "can't be auto: a final notice is a person's; use approve or observe"
            )
        found["approval"] = Autonomy(said)
    if "minimum" in section.values:
        found["minimum"] = read_minimum(section)
    return found


def _words(section: Rule, key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    said = section.values[key]
    found = tuple([said] if isinstance(said, str) else said if isinstance(said, list) else ())
    if not found or not all(isinstance(word, str) for word in found):
        raise section.fault(key, f"expected a list of texts, got {said!r}")
    for word in found if known else ():
        if word not in known:
            raise section.fault(key, f'"{word}" is none of {", ".join(known)}')
    return found


def _number(section: Rule, key: str, otherwise: int, *, least: int = 0) -> int:
    return section.number(key, least=least) if key in section.values else otherwise
