"""PDF remittance documents with their ledger and truth; make.py writes them."""
