"""Short mails as customers write them, and the truth by which the reader is judged."""
