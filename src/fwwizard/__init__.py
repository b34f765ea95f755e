"""fwwizard: choose a backend framework, and be able to defend the choice."""

__version__ = "0.1.0"
