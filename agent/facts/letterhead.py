"""What our letters say of us: who signs, whom to call, where to pay; a person wrote it into remitd.toml, never a mail."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """Who signs a letter; each level of dunning is signed one desk higher."""

    CLERK = "clerk"
    CONTROLLER = "controller"
    MANAGER = "manager"

    @classmethod
    def of_level(cls, level: int) -> "Role":
        """A clerk signs everyday letters and the first dunning letter, a controller the second, a manager the last."""
        return (cls.CLERK, cls.CLERK, cls.CONTROLLER, cls.MANAGER)[min(max(level, 0), 3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person who signs; `address` gets the answers beside the agent's mailbox. Texts are "" where not given."""

    name: str = ""
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom customers may call. Texts are "" where not given."""

    name: str = ""
    phone: str = ""


NOBODY: Final = Contact()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentGuide:
    """An account of ours that customers pay to, as letters print it. Texts are "" where not given."""

    currency: str = ""  # ISO 4217; "": any
    language: str = ""  # of the letters that it is for; "": any
    beneficiary: str
    bank: str = ""
    account: str = ""
    iban: str = ""  # ISO 13616, printed in groups of four
    bic: str = ""  # ISO 9362
    cnaps: str = ""  # 联行号, 12 digits
    routing: str = ""  # a national code of the bank: ABA, sort code, BLZ
    reference: str = ""  # what to quote; {invoices} and {customer_no} are filled in. "": the invoices
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """`[contact]`, `[[payment]]` and `[signatories]` of remitd.toml; all of it may be left out."""

    contact: Contact = NOBODY
    guides: tuple[PaymentGuide, ...] = ()
    signatories: tuple[tuple[Role, Signatory], ...] = ()

    def signatory(self, role: Role) -> Signatory:
        """Who signs in this role; without a name where the company signs as such."""
        return dict(self.signatories).get(role, Signatory())

    def guide(self, currency: str, language: str) -> PaymentGuide | None:
        """Where money of this currency is paid to, best told in this language; None where nothing is configured."""
        able = [guide for guide in self.guides if guide.currency in (currency, "")]
        return max(able, key=lambda guide: _fit(guide, language), default=None)


NO_LETTERHEAD: Final = Letterhead()


def _fit(guide: PaymentGuide, language: str) -> tuple[bool, int]:
    """The currency's own account first, then the letter's language, then an account for any language."""
    return bool(guide.currency), 2 if guide.language == language else 0 if guide.language else 1
