"""Foreign refusals: topics set aside in other languages (`anything but nursing`, 「除了介护」).

A topic that is a known trade is refused by its Japanese name, as programs are in Japanese. A mere
`not` refuses only at the beginning of a clause: it says too many other things.
"""

import re
from collections.abc import Iterator
from typing import Final

from recommender.understanding.foreign_trades import named_trades

_NO_TOPIC: Final = (
    r"(?!(?:in|on|at|i|that|evenings?|weekends?|weekdays?|mornings?|nights?|online|zoom)\b)"
)
_ENGLISH_ENDS: Final = (
    r"(?!(?:in|on|at|for|and|or|but|to|is|are|that|i|we|please|because|since|with)\b)"
)
_WORDS: Final = rf"(?P<topic>{_NO_TOPIC}[a-z]+(?: {_ENGLISH_ENDS}[a-z]+){{0,2}})"
_ENGLISH: Final = (
    r"(?:(?:^|(?<=[.,;] ))(?:no|not)(?= \w+(?: \w+){0,2}(?: please)?[,.;])"
    r"|\b(?:any(?:thing|where)? (?:but|except)|(?:anything |something )?other than"
    r"|except(?: for)?|instead of|rather than"
    r"|(?:don't|do not) want(?: to (?:do|study|learn|work in))?))"
    rf" (?:the |an? )?{_WORDS}"
)
# Vietnamese, Portuguese, Tagalog: up to three words, ended by what closes the phrase.
_VIETNAMESE: Final = (
    r"(?:\bngoài (?P<vi>\w+(?: \w+){0,2}?) ra\b|\b(?:không phải|trừ|không muốn học)"
    r" (?P<vi_2>\w+(?: \w+){0,3}?)(?= (?:đâu|mà|nữa)|[,.]|$))"
)
_PORTUGUESE: Final = (
    r"\b(?:exceto|menos|tirando|que não seja|sem ser|não quero(?: aprender| estudar)?)"
    r" (?P<pt>\w+(?: (?:de |da |do )?\w+)?)(?=[,.;]|$| (?:porque|e|mas)\b)"
)
_TAGALOG: Final = r"\b(?:bukod sa|maliban sa|ayaw ko(?: na)? (?:ng|sa)) (?P<tl>\w+(?: at \w+)?)"
_CHINESE: Final = (
    r"(?:除了(?P<zh>[^,。、之以]{1,8}?)(?:以外|之外|,|都)|(?:不想学|不要学|不学)(?P<zh_2>[^,。、了]{1,8})"
    r"|不是(?P<zh_3>[^,。、]{1,8}?),?(?:而是|,(?:我)?想))"
)
_ANY: Final = re.compile(
    f"{_ENGLISH}|{_VIETNAMESE}|{_PORTUGUESE}|{_TAGALOG}|{_CHINESE}", re.IGNORECASE
)
_TOPICS: Final = ("topic", "vi", "vi_2", "pt", "tl", "zh", "zh_2", "zh_3")
_AND: Final = re.compile(r" at |和|、")


def foreign_refusals(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a topic is set aside in another language, and its names."""
    for found in _ANY.finditer(text):
        written = next(found[group] for group in _TOPICS if found[group])
        parts = [part.strip() for part in _AND.split(written)]
        names = (name for part in parts for name in named_trades(part) or (part,))
        topics = (topic for name in names for topic in name.split("・"))
        yield found.start(), found.end(), tuple(dict.fromkeys(topics))
