"""The company whose desk this is."""

from dataclasses import dataclass

from agent.facts.letterhead import NO_LETTERHEAD, Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """`[company]` of remitd.toml (contract section 1)."""

    name: str
    aliases: tuple[str, ...]
    address: str  # the agent's mailbox, lower case: the From of every letter
    staff: tuple[str, ...]  # lower case
    language: str
    currency: str  # ISO 4217
    country: str  # ISO 3166-1 alpha-2
    time_zone: str  # IANA name
    letterhead: Letterhead = NO_LETTERHEAD

    @property
    def domain(self) -> str:
        """What stands after the @ of the agent's mailbox."""
        return self.address.rpartition("@")[2]
