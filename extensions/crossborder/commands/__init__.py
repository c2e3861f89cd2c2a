"""The subcommands of ``manual``: a module each, with ``add_parser(subparsers, _)``."""

from crossborder.commands import build, check, doctor, law, preview, translate

ALL = (build, check, preview, translate, law, doctor)
