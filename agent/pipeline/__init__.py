"""Where the stages meet: the way of a message, of a letter, and of the schedule. Read message.py first."""
