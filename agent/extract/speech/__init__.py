"""Sentences to what they do (pay, intend, object, refuse), and running text to sums and lines."""
