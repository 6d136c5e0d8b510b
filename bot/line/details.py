"""Details: everything the catalog says about one program, as one text message."""

from datetime import date

from bot.line import wording
from bot.line.facts import facts
from bot.line.plain_text import labelled
from bot.line.voice import Voice
from data.program import Offering, Program
from data.vocabulary import Certificate
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings


def detail_text(
    program: Program, today: date, voice: Voice, *, first: Offering | None = None
) -> str:
    """Return title, summary, every open offering beginning with `first`, and whom to ask."""
    open_ = eligible_offerings(program, Constraints(), today)
    offerings = dict.fromkeys((*([first] if first else []), *open_))
    length = (
        (wording.LENGTH, wording.hours(first.total_hours)) if first and first.total_hours else None
    )
    certificate = "" if program.certificate is Certificate.UNKNOWN else str(program.certificate)
    about = [
        *([length] if length else []),
        (wording.SKILLS, "、".join(program.skills)),
        (wording.AUDIENCE, "、".join(program.audience)),
        (wording.ELIGIBILITY, program.eligibility),
        (wording.CERTIFICATE, certificate),
        (wording.CONTACT, program.contact or wording.UNKNOWN),
        (wording.PAGE, program.url),
    ]
    parts = [
        f"{program.title}\n{program.institution}".strip(),
        program.summary,
        *([] if offerings else [voice.says(wording.NOT_OPEN)]),
        *(labelled(facts(program, offering, today), voice) for offering in offerings),
        labelled(about, voice),
        wording.SAMPLE_NOTE if program.is_sample else "",
    ]
    return voice.reads("\n\n".join(part for part in parts if part))
