"""The screens: each owns its layout and what its parts ask for."""
