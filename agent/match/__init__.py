"""Which open items a payment settles: (what was read, books, rules) → a Match. Pure: no clock, no disk."""
