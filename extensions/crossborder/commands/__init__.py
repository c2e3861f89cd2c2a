"""The subcommands of ``manual``: a module each, with ``add_parser(subparsers, _)``."""

from crossborder.commands import build, doctor, law, preview, translate

ALL = (build, preview, translate, law, doctor)
