"""A document as one string, and what stands in it: amounts, days, documents of the ledger."""
