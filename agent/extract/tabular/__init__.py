"""Rows to tables of items: headings, columns that arithmetic names, and the ways in which a table can be read."""
