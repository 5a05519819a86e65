"""The nouns, frozen: what the stages hand to each other. Nothing here does anything."""
