"""Mail out: from a decision to a letter, and from a letter to its delivery."""
