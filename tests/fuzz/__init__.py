"""Throws spoiled mails at the whole way of a message: `make fuzz`."""
