"""The facts of an offering in a person's words: where, when, how much, until when."""

from datetime import date

from bot.line import wording
from bot.line.words import Words
from data.program import Offering, Program
from data.vocabulary import Mode, Status


def facts(program: Program, offering: Offering, today: date) -> tuple[tuple[Words, str], ...]:
    """Return label and words for each line of a card; what is unknown is to be asked."""
    return (
        (wording.PLACE, _place(offering)),
        (wording.TIMES, _times(offering)),
        (wording.FEE, _fee(program, offering)),
        (wording.DEADLINE, _deadline(offering, today)),
    )


def _place(offering: Offering) -> str:
    where = " ".join(part for part in (offering.municipality, offering.venue) if part)
    if offering.mode in {Mode.ONSITE, Mode.UNKNOWN}:
        return where or wording.UNKNOWN
    return f"{offering.mode}（{where}）" if where else str(offering.mode)


def _times(offering: Offering) -> str:
    start = f"{wording.day(offering.start_date)}から " if offering.start_date else ""
    return (start + offering.sessions).strip() or wording.UNKNOWN


def _fee(program: Program, offering: Offering) -> str:
    fee = wording.UNKNOWN if offering.fee_yen is None else wording.yen(offering.fee_yen)
    benefits = [wording.benefit(list(program.subsidies))] if program.subsidies else []
    return "／".join(part for part in (fee, offering.fee_note, *benefits) if part)


def _deadline(offering: Offering, today: date) -> str:
    if offering.deadline:
        return wording.deadline(offering.deadline, today)
    return wording.ANY_TIME if offering.status is Status.ANY_TIME else wording.UNKNOWN
