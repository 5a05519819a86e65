"""The command line: words to pipeline calls, and books to JSON lines and tables."""
