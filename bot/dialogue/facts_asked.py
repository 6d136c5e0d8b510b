"""Facts asked of a program that was shown: what the catalog says, or that the provider knows."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue import saved_wording
from bot.dialogue.reference_words import Asked
from bot.line import facts, wording
from bot.line.words import Words, joined, unchanged
from data.program import Offering, Program
from recommender.eligibility.offerings import is_open

Told = Callable[[Offering, date], Words]


def _fee(offering: Offering, _today: date) -> Words:
    fee = "" if offering.fee_yen is None else wording.yen(offering.fee_yen)
    return joined((unchanged(fee), unchanged(offering.fee_note)), "／")


def _times(offering: Offering, _today: date) -> Words:
    start = f"{wording.day(offering.start_date)}から" if offering.start_date else ""
    bands = "・".join(offering.time_bands)
    return unchanged(" ".join(part for part in (start, offering.sessions or bands) if part))


def _capacity(offering: Offering, _today: date) -> Words:
    return unchanged(saved_wording.people(offering.capacity) if offering.capacity else "")


def _length(offering: Offering, _today: date) -> Words:
    total = wording.hours(offering.total_hours) if offering.total_hours else ""
    return joined((unchanged(total), unchanged(offering.sessions)), "／")


_OF_AN_OFFERING: Mapping[Asked, tuple[Words, Told]] = {
    Asked.FEE: (wording.FEE, _fee),
    Asked.TIMES: (wording.TIMES, _times),
    Asked.PLACE: (wording.PLACE, lambda offering, _today: facts.place(offering)),
    Asked.DEADLINE: (wording.DEADLINE, facts.deadline),
    Asked.LENGTH: (wording.LENGTH, _length),
    Asked.CAPACITY: (saved_wording.CAPACITY, _capacity),
}
_CONTACT = (wording.CONTACT, lambda program: unchanged(program.contact))
_OF_A_PROGRAM: Mapping[Asked, tuple[tuple[Words, Callable[[Program], Words]], ...]] = {
    Asked.CONTACT: (_CONTACT,),
    Asked.PAPER: ((wording.CERTIFICATE, facts.certificate),),
    Asked.ELIGIBILITY: (
        (wording.AUDIENCE, lambda program: unchanged("、".join(program.audience))),
        (wording.ELIGIBILITY, lambda program: unchanged(program.eligibility)),
    ),
    Asked.BENEFIT: (
        (
            saved_wording.BENEFIT,
            lambda program: (
                wording.benefit(list(program.subsidies)) if program.subsidies else unchanged("")
            ),
        ),
    ),
    Asked.OTHER: ((saved_wording.OTHER, lambda _program: wording.UNKNOWN), _CONTACT),
    Asked.APPLYING: ((wording.PAGE, lambda program: unchanged(program.url)), _CONTACT),
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
    note = wording.SAMPLE_NOTE if program.is_sample else None
    return joined((saved_wording.titled(program.title), *lines, note), "\n")


def _values(program: Program, told: Told, today: date) -> tuple[Words, ...]:
    """Return what the open offerings say, each once; the provider where none says anything."""
    offerings = [one for one in program.offerings if is_open(one, today)] or program.offerings[:1]
    values = dict.fromkeys(told(offering, today) for offering in offerings)
    return tuple(value for value in values if value) or (wording.UNKNOWN,)
