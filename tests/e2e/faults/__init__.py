"""What goes wrong around a recorder, and what must hold of its files, rows, ledger and words all the same."""
