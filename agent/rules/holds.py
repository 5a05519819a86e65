"""rules/holds.toml to what promises and disputes may do, and who looks after which dispute."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize

from agent.rules.files import Rule

ROLES: Final = ("sales", "customer_service", "ar")


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRules:
    """How long a customer's word is waited for."""

    moves_most: int  # after so many a person decides
    grace_workdays: int  # after the day, before the promise is broken


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeKind:
    """What an objection is about."""

    name: str
    owner: str  # one of ROLES
    words: tuple[str, ...]  # case-folded


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRules:
    """Who looks after a dispute, and how often they are reminded."""

    revisit_workdays: int
    remind_workdays: int
    kinds: tuple[DisputeKind, ...]  # the last one takes what no word tells

    def kind_of(self, reason: str | None) -> DisputeKind:
        """By the words of the reason."""
        said = _folded(reason or "")
        return next((kind for kind in self.kinds if any(word in said for word in kind.words)), self.kinds[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRules:
    """All of the file."""

    promise: PromiseRules
    dispute: DisputeRules


def load_holds(rules_dir: Path) -> HoldRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "holds.toml")
    rule.only("promise", "dispute")
    promise, dispute = rule.section("promise"), rule.section("dispute")
    promise.only("moves_most", "grace_workdays")
    dispute.only("revisit_workdays", "remind_workdays", "kind")
    kinds = tuple(_kind(section) for section in dispute.sections("kind"))
    if not kinds or kinds[-1].words:
        raise dispute.fault("kind", "the last kind takes the rest of the disputes: it has words = []")
    return HoldRules(
        promise=PromiseRules(
            moves_most=promise.number("moves_most", least=0),
            grace_workdays=promise.number("grace_workdays", least=0),
        ),
        dispute=DisputeRules(
            revisit_workdays=dispute.number("revisit_workdays", least=1),
            remind_workdays=dispute.number("remind_workdays", least=1),
            kinds=kinds,
        ),
    )


def _kind(section: Rule) -> DisputeKind:
    section.only("name", "owner", "words")
    name, owner = section.values.get("name"), section.values.get("owner")
    if not isinstance(name, str) or not name:
        raise section.fault("name", f"expected a name, got {name!r}")
    if owner not in ROLES:
        raise section.fault("owner", f"{owner!r} is none of {', '.join(ROLES)}")
    return DisputeKind(name=name, owner=str(owner), words=tuple(map(_folded, section.texts("words"))))


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
