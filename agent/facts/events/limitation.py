"""Events of claims that expire."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiryWarned:
    """Staff were told that an invoice can be enforced until this day alone; told again only where the day moves."""

    invoice: str
    expires_on: date


LimitationEvent = ExpiryWarned
