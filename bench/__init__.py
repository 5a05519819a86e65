"""Figures against a named baseline, in one run: `make bench`."""
