"""The mails by which the reader is judged, and what makes them."""
