"""Details: everything the catalog says about one program, as one text message."""

from datetime import date

from bot.line import wording
from bot.line.facts import facts
from data.program import Program
from recommender.eligibility.offerings import is_open


def detail_text(program: Program, today: date) -> str:
    """Return title, summary, every open offering, and whom to ask."""
    about = [
        ("身につくこと", "、".join(program.skills)),
        ("対象", "、".join(program.audience)),
        ("受講の条件", program.eligibility),
        ("修了したら", str(program.certificate)),
        ("問合せ先", program.contact or wording.UNKNOWN),
        ("ページ", program.url),
    ]
    parts = [f"{program.title}\n{program.institution}", program.summary]
    offerings = [one for one in program.offerings if is_open(one, today)]
    parts.extend(_lines(facts(program, offering, today)) for offering in offerings)
    parts.append(_lines(tuple((label, words) for label, words in about if words)))
    note = wording.SAMPLE_NOTE if program.is_sample else ""
    return "\n\n".join(part for part in (*parts, note) if part)


def _lines(facts_: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"【{label}】{words}" for label, words in facts_)
