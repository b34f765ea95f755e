"""Every command of the table, pressed where it works."""
