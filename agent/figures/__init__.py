"""The books, and how they came to be, to figures: tables of measures, and their pictures; nothing is decided here."""
