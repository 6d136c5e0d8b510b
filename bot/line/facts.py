"""The facts of an offering in a person's words: where, when, how much, until when."""

from collections.abc import Callable
from datetime import date

from bot.line import wording
from bot.line.words import Words, joined, unchanged
from data.program import Offering, Program
from data.vocabulary import Mode, Status

Fact = tuple[Words, Words]  # a label, and what is said to it
Dating = Callable[[date], str]


def facts(
    program: Program, offering: Offering, today: date, *, dating: Dating = wording.day
) -> tuple[Fact, ...]:
    """Return label and words for each line of a card; what is unknown is to be asked.

    `dating` writes days, shorter where there is little room.
    """
    return (
        (wording.PLACE, place(offering) or wording.UNKNOWN),
        (wording.TIMES, _times(offering, dating)),
        (wording.FEE, _fee(program, offering)),
        (wording.DEADLINE, deadline(offering, today, dating=dating) or wording.UNKNOWN),
    )


def place(offering: Offering) -> Words:
    """Return where it is taught and how; empty where nothing is known."""
    where = unchanged(" ".join(one for one in (offering.municipality, offering.venue) if one))
    if offering.mode in {Mode.ONSITE, Mode.UNKNOWN}:
        return where
    return wording.taught(offering.mode, where)


def deadline(offering: Offering, today: date, *, dating: Dating = wording.day) -> Words:
    """Return until when one can apply; empty where nothing is known."""
    if offering.deadline:
        return unchanged(wording.deadline(offering.deadline, today, dating))
    return wording.ANY_TIME if offering.status is Status.ANY_TIME else unchanged("")


def certificate(program: Program) -> Words:
    """Return what one holds at the end; empty where nothing is known."""
    return wording.CERTIFICATES.get(program.certificate) or unchanged("")


def _times(offering: Offering, dating: Dating) -> Words:
    start = f"{dating(offering.start_date)}から " if offering.start_date else ""
    return unchanged((start + offering.sessions).strip()) or wording.UNKNOWN


def _fee(program: Program, offering: Offering) -> Words:
    fee = wording.UNKNOWN if offering.fee_yen is None else unchanged(wording.yen(offering.fee_yen))
    benefits = wording.benefit(list(program.subsidies)) if program.subsidies else None
    return joined((fee, unchanged(offering.fee_note), benefits), "／")
