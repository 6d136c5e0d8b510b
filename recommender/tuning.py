"""Tuning: the numbers that are learned for each encoder, by `manabi encoder tune`.

What words weigh beside meaning, how a score becomes a probability, from which probability on
there is an answer, how a message that asks for no program looks, and vectors of exemplars. Those
of the encoders that come with the project lie in `tuned/`; an encoder that nobody has tuned gets
the standard ones.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Self

from recommender.outcomes.scope import ScopeClassifier
from recommender.ranking.calibration import Calibration
from recommender.ranking.exemplars import Exemplars
from recommender.ranking.fusion import STANDARD_WEIGHT


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tuning:
    """The learned numbers; `source` is the source on the encoder's card that they belong to.

    `lexical_weight` is that of `ranking.fusion`. Without `scope`, rules alone decide whether a
    message asks for a program; without `exemplars`, a question is searched for as it is.
    """

    source: str
    lexical_weight: float
    calibration: Calibration
    scope: ScopeClassifier | None = None
    exemplars: Exemplars | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "source": self.source,
            "lexical_weight": self.lexical_weight,
            "calibration": self.calibration.to_json(),
            "scope": self.scope.to_json() if self.scope else None,
            "exemplars": self.exemplars.to_json() if self.exemplars else None,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Return the tuning that `to_json` described; KeyError or TypeError when it did not."""
        return cls(
            source=raw["source"],
            lexical_weight=raw["lexical_weight"],
            calibration=Calibration(**raw["calibration"]),
            scope=ScopeClassifier.from_json(raw["scope"]) if raw["scope"] else None,
            exemplars=Exemplars.from_json(raw["exemplars"]) if raw["exemplars"] else None,
        )


# For an encoder that nobody has tuned: the curve of `manabi`, whose cosines spread like most.
STANDARD = Tuning(
    source="",
    lexical_weight=STANDARD_WEIGHT,
    calibration=Calibration(
        intercept=-8.0, slope=14.0, offer_from=0.2, list_from=0.08, untaught_shift=0.05
    ),
)


@cache
def tuning_for(source: str) -> Tuning:
    """Return the tuning of an encoder by the source on its card, the standard one if none is."""
    folder = resources.files("recommender").joinpath("tuned")
    files = (one for one in folder.iterdir() if one.name.endswith(".json"))
    described = (json.loads(one.read_text("utf-8")) for one in files)
    found = next((one for one in described if one["source"] == source), None)
    return Tuning.from_json(found) if found else STANDARD
