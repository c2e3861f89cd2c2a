"""How Sphinx builds the manual. What the manual knows stands in data/, how it is built in extensions/crossborder."""

from __future__ import annotations

project = "Neue Lösung – Nowe rozwiązanie"
author = "Jugendamt des Landkreises Anhalt-Bitterfeld und MOPS Siemianowice Śląskie"
project_copyright = author
version = release = "0.1.0"
language = "de"
extensions = ["crossborder"]
crossborder_data = "../data"

locale_dirs = ["../locales"]
gettext_compact = False
gettext_location = False
gettext_additional_targets = ["index"]

nitpicky = True
numfig = True
smartquotes = True
html_title = project
html_copy_source = False
html_theme = "crossborder"

crossborder_title_page = {
    "de": {
        "title": "Neue Lösung",
        "subtitle": "Arbeitshandbuch zur Pflegekinderhilfe in Deutschland und Polen",
        "offices": (
            "Jugendamt des Landkreises Anhalt-Bitterfeld",
            "Miejski Ośrodek Pomocy Społecznej (MOPS) Siemianowice Śląskie",
        ),
    },
    "pl": {
        "title": "Nowe rozwiązanie",
        "subtitle": "Podręcznik pieczy zastępczej w Niemczech i w Polsce",
        "offices": (
            "Jugendamt powiatu Anhalt-Bitterfeld",
            "Miejski Ośrodek Pomocy Społecznej w Siemianowicach Śląskich",
        ),
    },
}
