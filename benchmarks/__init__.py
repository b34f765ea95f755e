"""Measures our own speed and that of the peers; run from the checkout, see README.md."""
