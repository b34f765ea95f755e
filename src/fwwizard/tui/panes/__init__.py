"""The steps of the wizard, one pane each."""
