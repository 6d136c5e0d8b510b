"""Offerings of one program that one can apply for, for whoever holds a program and no table."""

from datetime import date

from data.program import Offering, Program
from recommender.constraints import Constraints
from recommender.eligibility.rules import NO_TRAVEL
from recommender.eligibility.table import OfferingTable

__all__ = ["NO_TRAVEL", "eligible_offerings", "is_open"]


def eligible_offerings(
    program: Program, constraints: Constraints, today: date
) -> tuple[Offering, ...]:
    """Return the program's offerings that are open and meet every constraint, best first."""
    return OfferingTable.of([program]).meeting(constraints, today).offerings(0)


def is_open(offering: Offering, today: date) -> bool:
    """Tell whether one can still apply, or will be able to, on `today`."""
    alone = Program(program_id="", title="", offerings=(offering,))
    return bool(eligible_offerings(alone, Constraints(), today))
