"""Policy and vocabulary from the files of rules/, checked when they are read."""
