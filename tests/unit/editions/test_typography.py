"""Where a line of a printed page must not end."""

from __future__ import annotations

import pytest

from crossborder.editions.typography import bound


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "nach § 44 Abs. 2 Nr. 1 SGB VIII", "nach §_44 Abs._2 Nr._1 SGB VIII"),
        ("de", "§§ 42, 42a und z. B. i. V. m. § 8", "§§_42, 42a und z._B. i._V._m. §_8"),
        ("de", "Art. 12 und Buchst. b, Anzahl. 3", "Art._12 und Buchst. b, Anzahl. 3"),
        ("pl", "w art. 5 ust. 2 pkt 3", "w_art._5 ust._2 pkt_3"),
        ("pl", "dziecko i rodzina, a w domu z mamą", "dziecko i_rodzina, a_w_domu z_mamą"),
        ("pl", "Z dzieckiem", "Z_dzieckiem"),
        ("pl", "rodzina zastępcza", "rodzina zastępcza"),
        ("de", "Plan A und Plan B gelten", "Plan A und Plan B gelten"),
    ],
)
def test_what_belongs_together_stays_together(language: str, text: str, expected: str) -> None:
    assert bound(text, language).replace("\N{NO-BREAK SPACE}", "_") == expected
