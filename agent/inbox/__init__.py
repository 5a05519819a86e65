"""Mail in: from a mailbox to raw messages, and from these to who says what."""
