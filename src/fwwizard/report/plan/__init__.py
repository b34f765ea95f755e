"""The proof-of-concept plan: the catalog's days, the team's flows and numbers, the finalists' facts."""
