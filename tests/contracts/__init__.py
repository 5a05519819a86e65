"""What every implementation of a Protocol keeps: one class of tests for each."""
