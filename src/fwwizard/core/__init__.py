"""The decision core: pure, from catalog and session to everything that follows."""
