"""Find where the manual cites provisions, in each of its languages.

One process has one language, so each language is read by a process of its own, which hands over plain JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

from crossborder.catalog.memory import SOURCE
from crossborder.domain import IDENTIFIED, RECORD
from crossborder.environment import read_environment
from crossborder.errors import ManualError
from crossborder.law import parse_citations
from crossborder.law.places import CitedPlace
from crossborder.problems import place_of
from crossborder.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from crossborder.law import Register

#: the exit code that says: Sphinx stopped, and standard output says why
_STOPPED = 3


def cited_places(project: Project, register: Register) -> list[CitedPlace]:
    """Return each passage that cites a provision, in the order of the pages, language by language.

    :raises ManualError: if Sphinx cannot read the manual.
    """
    others = sorted(folder.parent.name for folder in project.locales.glob("*/LC_MESSAGES"))
    return [place for language in (SOURCE, *others) for place in _read(project, language, register)]


def _read(project: Project, language: str, register: Register) -> Iterator[CitedPlace]:
    command = [sys.executable, "-m", __name__, str(project.root), language]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode == _STOPPED:
        message, path, line, fields = json.loads(done.stdout)
        raise ManualError(message, path=Path(path) if path else None, line=line, **fields)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise ManualError("Sphinx can't read the manual: {reason}", reason=reason)
    for record in json.loads(done.stdout):
        (citation,) = parse_citations(record.pop("citation"), register)
        elements = tuple(record.pop("elements"))
        yield CitedPlace(**record, language=language, citation=citation, element_ids=elements)


def records(environment: BuildEnvironment, root: Path) -> Iterator[dict[str, Any]]:
    """Yield a plain record for each citation of the manual."""
    for docname in sorted(environment.found_docs):
        for node in environment.get_doctree(docname).findall(_is_citation):
            element = cast("nodes.Element", node)
            source, line = place_of(element)
            path = Path(source)
            yield {
                "path": path.relative_to(root).as_posix() if path.is_relative_to(root) else source,
                "line": line,
                "docname": docname,
                "heading": _heading(node),
                "citation": element[RECORD]["key"],
                "elements": list(_elements(node)),
            }


def _is_citation(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and node.attributes.get(RECORD, {}).get("kind") == "citation"


def _around(node: nodes.Node) -> Iterator[nodes.Element]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _heading(node: nodes.Node) -> str:
    section = next((one for one in _around(node) if isinstance(one, nodes.section)), None)
    return cast("nodes.Element", section[0]).astext() if section else ""


def _elements(node: nodes.Node) -> Iterator[str]:
    for one in _around(node):
        record = one.attributes.get(RECORD, {})
        if record.get("kind") in IDENTIFIED:
            yield record["key"]


def main(arguments: list[str]) -> int:
    """Print the records of the manual at the first argument in the language of the second, as JSON."""
    project, language = Project(Path(arguments[0])), arguments[1]
    try:
        environment = read_environment(project, f"places-{language}", language=language)
    except ManualError as error:
        fields = {name: str(value) for name, value in error.fields.items()}
        print(json.dumps([error.message, str(error.path or ""), error.line, fields]))
        return _STOPPED
    print(json.dumps(list(records(environment, project.root)), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
