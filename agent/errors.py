"""Errors that an operator can act on: where it is, what is wrong, what to do."""


class AgentError(Exception):
    """The world's or the operator's fault; its text is one line that says where, what and what to do."""

    exit_code = 2


class ServerUnavailable(AgentError):
    """A mail server or the store can't be reached now; trying again later may help (exit 75)."""

    exit_code = 75


class HomeBusy(AgentError):
    """Another process holds this home's lock (exit 75)."""

    exit_code = 75


class JournalBroken(AgentError):
    """The journal or a blob does not verify; nothing may be written until a person has looked."""


class ChainBroken(AgentError):
    """`audit verify` found the first entry that does not hold (exit 1)."""

    exit_code = 1
