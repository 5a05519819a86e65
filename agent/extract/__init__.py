"""What a mail and its parts say: documents, and the readings in them."""
