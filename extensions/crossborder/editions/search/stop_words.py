"""Words that are too common to be looked for."""

from __future__ import annotations

_POLISH = """
a aby ale ani bardzo bez bo bowiem by być była było były był będzie będą bądź cały ci co czy dla dlatego dlaczego
do dość gdy gdyż gdzie go i ich ile im inaczej inna inne innego innej innych inny iż ja jak jaka jakby jaki jakie
jako je jeden jedna jednak jedno jego jej jemu jest jestem jeszcze jeśli jeżeli już ją kiedy kilka kto która które
którego której który których którym którzy lecz lub ma mają mi mimo mną mnie moja moje może można mu my na nad nam
nami nas nasz nasza nasze natomiast nawet nią nic nich nie niego niej nim nimi niż no o obok od ona one oni ono oraz
oto po pod podczas poza ponad ponieważ przed przede przez przy są się skąd sobie sposób swoje swój ta tak taka taki
takich takie także tam te tego tej ten też to tobie tu twoja ty tych tylko tym u w we więc wszystkie wszystko wy z za
zaś ze znowu żaden że żeby
"""
#: how German and Polish statutes name the parts of a provision, without those that are words of their own
_CITATION = "abs abs. ust ust. nr pkt lit hs zd art buchst"

POLISH = frozenset(_POLISH.split())
CITATION_WORDS = frozenset(_CITATION.replace(".", "").split())
