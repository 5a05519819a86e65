"""May this mail book, claim or ask in a customer's name? The reasons why not, for the person who must look."""

from agent.facts.mail import Mail, Sort
from agent.facts.payments import Payer
from agent.facts.readings import Kind, Reading


def doubts(mail: Mail, reading: Reading, payer: Payer) -> tuple[str, ...]:
    """Why a person must decide; empty where the mail may stand for this customer (contract sections 1 and 4)."""
    found = []
    if not mail.authenticated:
        found.append(
            f"the mail is not authenticated for {mail.sender.domain or 'its sender'}: {mail.trust_reason}"
        )
    is_staff = mail.sort in (Sort.STAFF_DOCUMENT, Sort.STAFF_FORWARD)
    if reading.kind is Kind.BANK_STATEMENT:
        if mail.sort is not Sort.BANK and not is_staff:
            found.append(
                f"a bank statement from {mail.sender.address}, who is no bank sender and no colleague"
            )
        return tuple(found)  # who paid may also be told by the advice that an entry shows: see match.link
    if payer.customer_id is None:
        likely = f" (it may be {' or '.join(payer.proposed)})" if payer.proposed else ""
        found.append("can't tell whose it is: " + "; ".join(payer.reasons) + likely)
    elif mail.sort is not Sort.STAFF_DOCUMENT and not payer.is_sender_on_file:
        found.append(f"{mail.author.address or 'the original sender'} is not on file for {payer.customer_id}")
    return tuple(found)
