"""Remittance documents of firms that the reader has never seen, each as a mail."""
