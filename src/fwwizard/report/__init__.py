"""The core's results as text for people and machines."""
