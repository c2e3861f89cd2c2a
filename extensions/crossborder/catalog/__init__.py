"""PO files as data; nothing in here imports Sphinx."""
