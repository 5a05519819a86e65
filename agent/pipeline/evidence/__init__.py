"""The books, the journal and the blobs to a pack that proves to others what passed between us and a customer."""
