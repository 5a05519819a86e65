"""Chinese documents and mails that no other corpus has: banks' receipts, notices, bills of exchange, wallets, prose."""
