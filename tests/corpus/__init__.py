"""Corpora: documents of every layout, and what a careful clerk reads in them."""
