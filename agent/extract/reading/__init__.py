"""What documents say, weighed against each other: payments, disputes, promises, answers to statements."""
