"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One finding of one rule, at the place where a person can mend it."""

    path: str  #: file as seen from the project's root, with forward slashes
    line: int  #: 1-based; 0 where a finding concerns the file as a whole
    column: int  #: 1-based, counted in characters; 0 where a finding concerns the line as a whole
    code: str  #: code of the rule, such as ``LAW001``
    message: str  #: what is wrong, in the reader's language
    hint: str = ""  #: how to mend it; text that can be pasted where there is one
    severity: str = "error"  #: ``error`` or ``warning``
