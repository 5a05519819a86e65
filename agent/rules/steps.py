"""[reminder] and [[level]] of a ladder to steps: which letter, when, to whom, who signs it, and who lets it go."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from agent.facts.letterhead import Role
from agent.facts.letters import Autonomy, LetterKind, Tone
from agent.rules.files import Rule
from agent.rules.thresholds import ANY_AMOUNT, Minimum, read_minimum

RECIPIENTS: Final = ("dunning", "main")
COPIES: Final = ("sales",)
_STEP_KEYS: Final = ("letter", "tone", "sign", "to", "cc", "approval", "minimum")
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One kind of letter of a ladder; the days are calendar days, of a level exactly one of them is set."""

    kind: LetterKind
    level: int  # 0: a reminder before the due date
    days_after_due: int | None = None
    days_after_previous: int | None = None  # from the day the letter of the level before was sent
    letter: str | None = None  # the template's name; None: by the kind
    tone: Tone | None = None  # None: by what the customer's payments show
    sign: Role | None = None  # None: by the level
    to: tuple[str, ...] = ("dunning",)  # the first role that has an address
    cc: tuple[str, ...] = ()
    approval: Autonomy | None = None  # counts where it is more careful than [autonomy] of remitd.toml
    minimum: Minimum = ANY_AMOUNT


NO_REMINDER: Final = Step(kind=LetterKind.REMINDER, level=0)


def read_reminder(section: Rule) -> tuple[Step, tuple[int, ...]]:
    """The reminder, and on how many days before the due date it goes, the farthest first."""
    section.only("days_before_due", *_STEP_KEYS)
    said = section.values.get("days_before_due")
    days = said if isinstance(said, list) else [section.number("days_before_due", least=0)]
    if days == [0]:
        days = []
    if any(type(day) is not int or day < 1 for day in days) or len(set(days)) < len(days):
        raise section.fault("days_before_due", f"expected whole days such as 7 or [14, 7], got {said!r}")
    step = Step(kind=LetterKind.REMINDER, level=0, **_how(section, LetterKind.REMINDER))
    return step, tuple(sorted(days, reverse=True))


def read_levels(rule: Rule) -> tuple[Step, ...]:
    """Level 1 first. AgentError names file, key and mend."""
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
    """What else a step says, by the field; what it does not say is left out."""
    found: dict[str, Any] = {}
    if "letter" in section.values:
        said = found["letter"] = section.values["letter"]
        if not isinstance(said, str) or not _WORD.match(said):
            raise section.fault("letter", f"expected a word such as dunning_firm, got {said!r}")
    if "tone" in section.values:
        found["tone"] = Tone(_one_of(section, "tone", Tone))
    if "sign" in section.values:
        found["sign"] = Role(_one_of(section, "sign", Role))
    for key, known in (("to", RECIPIENTS), ("cc", COPIES)):
        if key in section.values:
            found[key] = texts(section, key, known)
    if "approval" in section.values:
        found["approval"] = Autonomy(_one_of(section, "approval", Autonomy))
        if found["approval"] is Autonomy.AUTO and kind is LetterKind.FINAL_NOTICE:
            raise section.fault(
                "approval", "can't be auto: a final notice is a person's; use approve or observe"
            )
    if "minimum" in section.values:
        found["minimum"] = read_minimum(section)
    return found


def _one_of(section: Rule, key: str, known: Iterable[str]) -> str:
    said = section.values[key]
    if said not in (words := [str(word) for word in known]):
        raise section.fault(key, f"expected one of {', '.join(words)}, got {said!r}")
    return str(said)


def texts(section: Rule, key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A list of texts, or one alone; of these, where some are given."""
    said = section.values[key]
    found = tuple([said] if isinstance(said, str) else said if isinstance(said, list) else ())
    if not found or not all(isinstance(word, str) for word in found):
        raise section.fault(key, f"expected a list of texts, got {said!r}")
    for word in found if known else ():
        if word not in known:
            raise section.fault(key, f'"{word}" is none of {", ".join(known)}')
    return found
