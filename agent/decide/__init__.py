"""What is to be done and why: pure functions of books, rules and today."""
