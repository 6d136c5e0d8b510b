"""Facts asked of a program that was shown: what the catalog says, or that the provider knows."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue import saved_wording
from bot.dialogue.answers import together
from bot.dialogue.reference_words import Asked
from bot.dialogue.wording import SAMPLE
from bot.line import wording
from bot.line.words import Words
from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Status
from recommender.eligibility.offerings import is_open

Told = Callable[[Offering, date], str]


def _fee(offering: Offering, _today: date) -> str:
    fee = "" if offering.fee_yen is None else wording.yen(offering.fee_yen)
    return "／".join(part for part in (fee, offering.fee_note) if part)


def _times(offering: Offering, _today: date) -> str:
    start = f"{wording.day(offering.start_date)}から" if offering.start_date else ""
    bands = "・".join(offering.time_bands)
    return " ".join(part for part in (start, offering.sessions or bands) if part)


def _place(offering: Offering, _today: date) -> str:
    where = " ".join(part for part in (offering.municipality, offering.venue) if part)
    if offering.mode in {Mode.ONSITE, Mode.UNKNOWN}:
        return where
    return f"{offering.mode}（{where}）" if where else str(offering.mode)


def _deadline(offering: Offering, today: date) -> str:
    if offering.deadline:
        return wording.deadline(offering.deadline, today)
    return str(Status.ANY_TIME) if offering.status is Status.ANY_TIME else ""


def _capacity(offering: Offering, _today: date) -> str:
    return saved_wording.people(offering.capacity) if offering.capacity else ""


def _length(offering: Offering, _today: date) -> str:
    total = wording.hours(offering.total_hours) if offering.total_hours else ""
    return "／".join(part for part in (total, offering.sessions) if part)


_OF_AN_OFFERING: Mapping[Asked, tuple[Words, Told]] = {
    Asked.FEE: (wording.FEE, _fee),
    Asked.TIMES: (wording.TIMES, _times),
    Asked.PLACE: (wording.PLACE, _place),
    Asked.DEADLINE: (wording.DEADLINE, _deadline),
    Asked.LENGTH: (wording.LENGTH, _length),
    Asked.CAPACITY: (saved_wording.CAPACITY, _capacity),
}
_OF_A_PROGRAM: Mapping[Asked, tuple[tuple[Words, Callable[[Program], str]], ...]] = {
    Asked.CONTACT: ((wording.CONTACT, lambda program: program.contact),),
    Asked.PAPER: (
        (
            wording.CERTIFICATE,
            lambda program: (
                "" if program.certificate is Certificate.UNKNOWN else str(program.certificate)
            ),
        ),
    ),
    Asked.ELIGIBILITY: (
        (wording.AUDIENCE, lambda program: "、".join(program.audience)),
        (wording.ELIGIBILITY, lambda program: program.eligibility),
    ),
    Asked.OTHER: (
        (saved_wording.OTHER, lambda _program: wording.UNKNOWN),
        (wording.CONTACT, lambda program: program.contact),
    ),
    Asked.APPLYING: (
        (wording.PAGE, lambda program: program.url),
        (wording.CONTACT, lambda program: program.contact),
    ),
}
ALSO = {Asked.APPLYING: Asked.DEADLINE}  # told along with it


def fact_lines(program: Program, asked: Asked, today: date) -> tuple[Words, ...]:
    """Return the lines that answer, at least one; what is unknown is to be asked."""
    lines = [
        saved_wording.fact(label, (told(program),))
        for label, told in _OF_A_PROGRAM.get(asked, ())
        if told(program)
    ]
    dated = ALSO.get(asked, asked)
    if dated in _OF_AN_OFFERING:
        label, of_offering = _OF_AN_OFFERING[dated]
        lines.append(saved_wording.fact(label, _values(program, of_offering, today)))
    unknown = [label for label, _ in _OF_A_PROGRAM.get(asked, ())][-1:]
    return tuple(lines) or tuple(saved_wording.fact(one, (wording.UNKNOWN,)) for one in unknown)


def fact_answer(program: Program, asked: Asked, today: date) -> Words:
    """Return what is asked of one program, its title first."""
    lines = fact_lines(program, asked, today)
    note = SAMPLE if program.is_sample else None
    return together((saved_wording.titled(program.title), *lines, note))


def _values(program: Program, told: Told, today: date) -> tuple[str, ...]:
    """Return what the open offerings say, each once; the provider where none says anything."""
    offerings = [one for one in program.offerings if is_open(one, today)] or program.offerings[:1]
    values = dict.fromkeys(told(offering, today) for offering in offerings)
    return tuple(value for value in values if value) or (wording.UNKNOWN,)
