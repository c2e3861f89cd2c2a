"""Rules over the manual's documents, catalogs and data; nothing in here imports Sphinx."""
