"""Week words of other languages that people in Yamagata write in.

English, Vietnamese, Chinese, Portuguese and Tagalog. A time counts only in a sentence that speaks
of learning or of being free; elsewhere it is told (`weekends sell out`).
"""

import re
from collections.abc import Iterator, Mapping

from data.vocabulary import TimeBand
from recommender.understanding.conditions.week_words import DAY, EVENING, WEEKEND
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end, refusal_start

_WEEKEND = r"weekends?|cuối tuần|周末|(?:fi[mn]s?|fina(?:l|is)) de semana|(?:sa|tuwing) weekend"
_SATURDAY = r"saturdays?|thứ (?:bảy|7)|周六|星期六|礼拜六|sábados?|sabado"
_SUNDAY = r"sundays?|chủ nhật|周日|星期天|星期日|礼拜天|domingos?|linggo(?! ng)"
_EVENING = (
    r"[5-9](?::\d\d)? ?p\.?m\.? ?(?:onwards?|or later|pataas|and later)|(?:weekday )?(?:evenings?"
    r"|nights?(?! shift))|after work|after [5-9](?::\d\d)? ?(?:pm|p\.m\.)?"
    r"|(?:buổi |vào )tối|sau giờ làm|晚上|下班(?:后|以后|之后)|à noite|depois do trabalho"
    r"|(?:sa|tuwing) gabi|pagkatapos ng trabaho|malam hari"
)
_DAYTIME = (
    r"(?:weekday )?(?:daytime|mornings?|afternoons?)|during the day"
    r"|while (?:my|the) (?:kids?|child(?:ren)?) (?:is|are) (?:at|in) (?:school|kindergarten)"
    r"|ban ngày|buổi sáng|buổi chiều|(?:白天|上午|下午)(?!要?上班|要?工作)"
    r"|de manhã|à tarde|durante o dia|(?:sa|tuwing) (?:umaga|hapon)"
)
_WORDINGS: Mapping[str, tuple[tuple[TimeBand, ...], str]] = {
    "weekend": (WEEKEND, _WEEKEND),
    "saturday": ((TimeBand.SATURDAY,), _SATURDAY),
    "sunday": ((TimeBand.SUNDAY_HOLIDAY,), _SUNDAY),
    "evening": ((EVENING,), _EVENING),
    "daytime": ((DAY,), _DAYTIME),
}
_LATIN_END = r"(?![A-Za-zÀ-ỹ])"
_ANY = re.compile(
    "|".join(
        rf"(?P<{kind}>(?<![A-Za-zÀ-ỹ])(?:{how}){_LATIN_END})"
        for kind, (_, how) in _WORDINGS.items()
    ),
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:class(?:es)?|courses?|lessons?|lectures?|learn|study|train(?:ing)?|workshop|free|available|only"
    r"|prefer\w*|looking|could (?:attend|come)|can (?:only |make|do|come|attend|join))\b"
    r"|học|lớp|rảnh|khóa|学|课|班|可以|方便|有空|有时间|\b(?:aulas?|cursos?|aprender|estudar|posso|livre)\b"
    r"|\b(?:klase|matuto|mag-?aral|seminar|libre|pwede|puwede)\b",
    re.IGNORECASE,
)
_LITTLE_MORE = 6  # characters: a sentence that is nothing but a time
_SENTENCE = re.compile(r"[^.!?。]+")


# What says that one cannot come then.
_NOT_THEN = re.compile(
    r",? ?(?:(?:is|are|'s|will be) )?(?:no good|not (?:possible|ok(?:ay)?|good|an option)"
    r"|impossible|out of"
    r"|won't work|(?:thì )?không (?:được|đi được)|(?:eu )?não (?:dá|posso|consigo)|(?:hindi"
    r"|di) (?:ako )?p[uw]*ede)\b",
    re.IGNORECASE,
)
# What one does then instead of learning: `cuối tuần tôi bận`, `weekends I work`.
_BUSY = re.compile(
    r",? ?(?:(?:i|we) (?:work|am busy|have work)|i'm (?:busy|working)|(?:tôi|mình|em) (?:bận"
    r"|đi làm|phải đi làm)"
    r"|bận|(?:eu )?(?:trabalho|estou ocupad[oa])|(?:我)?(?:要)?(?:上班|工作|没空|很忙|没时间))\b",
    re.IGNORECASE,
)


def foreign_time_bands(message: Message) -> Iterator[Mention]:
    """Yield what sentences in other languages ask for or refuse."""
    for sentence in _SENTENCE.finditer(message.text):
        found = list(_ANY.finditer(message.text, sentence.start(), sentence.end()))
        said = sum(len(match[0]) for match in found)
        is_wish = bool(found) and (
            _WISH.search(sentence[0]) is not None or len(sentence[0]) - said <= _LITTLE_MORE
        )
        for match in found:
            yield from _mention(message.text, match, is_wish=is_wish)


# Portuguese `no sábado` is on Saturday; English `no` refuses.
_ON_IN_PORTUGUESE = re.compile(r"\bno\s*$", re.IGNORECASE)
_PORTUGUESE = ("fim", "fins", "fina", "sábado", "domingo")


def _refusal_start(text: str, match: re.Match[str]) -> int | None:
    if match[0].casefold().startswith(_PORTUGUESE) and _ON_IN_PORTUGUESE.search(
        text[: match.start()]
    ):
        return None
    return refusal_start(text, match.start())


def _mention(text: str, match: re.Match[str], *, is_wish: bool) -> Iterator[Mention]:
    bands, _ = _WORDINGS[match.lastgroup or "evening"]
    busy = _BUSY.match(text, match.end()) or _NOT_THEN.match(text, match.end())
    if busy:
        yield Mention(start=match.start(), end=busy.end(), name="not_time_bands", value=bands)
        return
    before, after = _refusal_start(text, match), refusal_end(text, match.end())
    start = match.start() if before is None else before
    if before is not None or after is not None:
        yield Mention(start=start, end=after or match.end(), name="not_time_bands", value=bands)
    elif is_wish:
        yield Mention(start=start, end=match.end(), name="time_bands", value=bands)
