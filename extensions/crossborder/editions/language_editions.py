"""Where a page stands in each language: the editions lie in folders side by side."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: how each language calls itself
LANGUAGE_NAMES = {"de": "Deutsch", "pl": "Polski"}


@dataclass(frozen=True, slots=True)
class Edition:
    """A page in one language."""

    language: str
    name: str  #: what the language calls itself
    url: str  #: address of the page, relative to the page that links
    current: bool  #: whether this is the page that links


def editions_of(
    uri: str, language: str, languages: Iterable[str], addresses: Mapping[str, str] | None = None
) -> list[Edition]:
    """Return the page at ``uri`` in each of ``languages``, as seen from its edition in ``language``.

    :param addresses: where an edition is that does not lie beside the others, by language, with a slash at the end.
    """
    found = []
    for other in languages:
        if addresses and other in addresses:
            found.append(Edition(other, LANGUAGE_NAMES.get(other, other), addresses[other] + uri, other == language))
            continue
        target = uri if other == language else f"../{other}/{uri}"
        url = posixpath.relpath(target or ".", posixpath.dirname(uri) or ".")
        slash = "/" if uri.endswith("/") or not uri else ""
        found.append(Edition(other, LANGUAGE_NAMES.get(other, other), url + slash, other == language))
    return found
