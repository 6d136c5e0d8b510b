"""Details: everything the catalog says about one program, as one text message."""

from datetime import date

from bot.line import wording
from bot.line.facts import certificate, facts
from bot.line.plain_text import labelled
from bot.line.voice import Voice
from bot.line.words import joined, unchanged
from data.program import Program
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings


def detail_text(program: Program, today: date, voice: Voice) -> str:
    """Return title, summary, every open offering from the best on, and whom to ask."""
    offerings = tuple(dict.fromkeys(eligible_offerings(program, Constraints(), today)))
    hours = offerings[0].total_hours if offerings else None
    length = wording.hours(hours) if hours else ""
    about = [
        (wording.LENGTH, unchanged(length)),
        (wording.SKILLS, unchanged("、".join(program.skills))),
        (wording.AUDIENCE, unchanged("、".join(program.audience))),
        (wording.ELIGIBILITY, unchanged(program.eligibility)),
        (wording.CERTIFICATE, certificate(program)),
        (wording.CONTACT, unchanged(program.contact) or wording.UNKNOWN),
        (wording.PAGE, unchanged(program.url)),
    ]
    parts = [
        unchanged(f"{program.title}\n{program.institution}".strip()),
        unchanged(program.summary),
        *([] if offerings else [wording.NOT_OPEN]),
        *(labelled(facts(program, offering, today)) for offering in offerings),
        labelled(about),
        wording.SAMPLE_NOTE if program.is_sample else None,
    ]
    return voice.once().says(joined(parts, "\n\n"))
