"""How many findings of our rules for PO files are real: the counts, and a sample to be read by eye.

``python tests/benchmarks/sample_findings.py FOLDER… [--size N] [--seed N]`` checks PO files of any project, prints how
often each rule finds something, and draws findings at random, each with the two texts that it concerns. What a rule
says of the state of a file (TRL001 to TRL003) is counted and not drawn: it is true by definition.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.checks.po_files import check_po_files

if TYPE_CHECKING:
    from crossborder.catalog.message import Message
    from crossborder.checks.finding import Finding

STATE = {"TRL001", "TRL002", "TRL003"}


def message_at(finding: Finding) -> Message | None:
    """Return the message that a finding concerns, if it concerns one."""
    messages = po.read(Path(finding.path)).messages if finding.line and finding.code != "TRL000" else ()
    place = bisect_right([message.line for message in messages], finding.line) - 1
    return messages[place] if place >= 0 else None


def show(number: int, finding: Finding) -> None:
    """Print a finding with the texts that it concerns."""
    print(f"\n{number}. {finding.code} {finding.path}:{finding.line}\n   {finding.message} → {finding.hint}")
    message = message_at(finding)
    if message is not None:
        print(f"   < {message.msgid}\n   > {message.msgstr}")


def main() -> None:
    """Count and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--size", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    findings = sorted(check_po_files(options.folders))
    for code, count in sorted(Counter(finding.code for finding in findings).items()):
        print(f"{code} {count}")
    drawable = [finding for finding in findings if finding.code not in STATE]
    choose = random.Random(options.seed)  # noqa: S311 - a sample, no secret
    for number, finding in enumerate(choose.sample(drawable, min(options.size, len(drawable))), 1):
        show(number, finding)


if __name__ == "__main__":
    main()
