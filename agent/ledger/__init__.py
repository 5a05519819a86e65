"""What is owed and paid: the books as a fold over events."""
