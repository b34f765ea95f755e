"""The decision record: what was decided, why, and what it rests on."""
