"""What must survive a restart: journal, blobs, read models."""
