"""Handing PO files out to translators and taking them back, without a word of git."""
