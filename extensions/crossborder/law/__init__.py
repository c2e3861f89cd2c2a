"""Citations, statutes and provisions as data; nothing in here imports Sphinx."""
