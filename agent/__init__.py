"""remitd: an email-driven reconciliation agent for accounts receivable."""

__version__ = "0.1.0"
