"""Searches: how one begins, and what becomes of it; values only."""

import re
from dataclasses import replace
from typing import Any

from bot.dialogue.conversation import MOST_AMENDMENTS, MOST_HIDDEN, Search
from bot.dialogue.employers import speaks_for_employer
from bot.dialogue.moment import Moment
from recommender.answer import Answer, Outcome
from recommender.privacy import redacted
from recommender.request import Role
from recommender.understanding.understood import Understood
from recommender.understanding.wording import other_than

# English words that name no topic beside a condition.
NAMING_NOTHING = frozenset(
    {
        "a", "about", "also", "am", "an", "and", "any", "are", "around", "at", "available",
        "be", "better", "but", "by", "can", "class", "classes", "course", "courses", "do",
        "for", "good", "have", "how", "i", "if", "in", "instead", "is", "it", "like", "maybe",
        "me", "my", "near", "nearby", "need", "ok", "on", "one", "ones", "only", "or", "other",
        "please", "possible", "prefer", "some", "something", "that", "the", "them", "there",
        "they", "to", "too", "want", "what", "when", "where", "which", "with", "would", "yes",
        "you",
    }
)  # fmt: skip
# Japanese words that do not, in any number: 「だけで終わるもの」, 「人数は」. What has matched is
# not given back, so that no text can take long.
LEFT_OVER = re.compile(
    r"(?>だけ|だと|なら|でも|から|まで|くらい|ぐらい|には|では|とか"
    r"|終わ(?:る|り|れる)|済む|始ま(?:る|り)|始め(?:たい|られる)|開始|開講|スタート|でき(?:る|れば)"
    r"|(?:受け|通|行|出)(?:られる|える|ける|たい)|間に合う|もの|やつ|ところ|とこ|こと|講座|コース|教室"
    r"|研修|受講|参加|ほう|方|いい|良い|よい|ある|あり|ない|ます|です|ません|(?:探|さが)して|見せて"
    r"|教えて|お願い|おねがい|します|したい|ください|ほしい|欲しい|希望|人数|時間帯?|曜日|場所|日程"
    r"|時期|予算|費用|受講料|料金|助かる|うれしい|嬉しい|ありがたい|大丈夫|やっぱり|やはり|できたら"
    r"|なるべく|もう少し|もっと|じゃあ|あと|ほかに|[でにはがをのもとへか、。!?~ ])++"
)
LONGEST_TEXT = 2_000  # characters that are kept; as many are read


def begun(moment: Moment, text: str) -> Search:
    """Return the search for words; its text is masked, as it is kept."""
    return Search(
        text=kept(text),
        role=_role(moment, text),
        message_ids=_message_ids(moment),
        at=moment.at,
    )


def conditions_alone(search: Search, understood: Understood) -> Search:
    """Return a search that waits for its topic, with what was stated instead of a text."""
    refused = (other_than(understood.exclude),) if understood.exclude else ()
    stated = (*map(kept, understood.conditions), *refused)
    return replace(search, text="", amendments=(" ".join(stated),) if stated else ())


def with_topic(waiting: Search, search: Search, understood: Understood) -> Search:
    """Return the search with the conditions that were said before it; its own count as later."""
    own = conditions_alone(search, understood).amendments
    return replace(
        search,
        amendments=tuple(dict.fromkeys((*waiting.amendments, *own))),
        message_ids=(*waiting.message_ids, *search.message_ids),
    )


def amended(moment: Moment, search: Search, text: str) -> Search:
    """Return the search with later words; the same words said again count as said last.

    What is asked for anew is judged anew: no longer is the nearest shown for want of better.
    """
    role = Role.EMPLOYER if speaks_for_employer(text) else search.role
    before = tuple(one for one in search.amendments if one != kept(text))
    return replace(
        search,
        role=role,
        is_nearest=False,
        amendments=(*before, kept(text))[-MOST_AMENDMENTS:],
        message_ids=tuple(dict.fromkeys((*search.message_ids, *_message_ids(moment)))),
    )


def afresh(search: Search, **changes: Any) -> Search:  # noqa: ANN401 - fields of Search
    """Return the search changed by field, from its first page."""
    return replace(search, offset=0, shown=(), focus=None, **changes)


def hiding(search: Search) -> Search:
    """Return the search without the programs shown last."""
    hidden = tuple(dict.fromkeys((*search.hidden, *search.shown)))
    return afresh(search, hidden=hidden[-MOST_HIDDEN:])


def words_of(search: Search) -> tuple[str, ...]:
    """Return the words of a search in the order in which they were said."""
    return tuple(one for one in (search.text, *search.amendments) if one)


def binding_words(search: Search) -> tuple[str, ...]:
    """Return the words whose conditions hold: all, or the later ones once the first were freed."""
    return words_of(search) if search.is_limited else search.amendments


def states_alone(answer: Answer) -> bool:
    """Tell whether what was answered states conditions and names no topic.

    Words like 「終わるもの」 or "near … please" may be left of it, which name nothing either.
    """
    understood = answer.understood
    if not states(understood):
        return False
    left = re.findall(r"[^\W\d_]+", understood.topic.casefold())
    is_left_over = LEFT_OVER.fullmatch(understood.topic) is not None
    return answer.outcome is Outcome.CLARIFY or NAMING_NOTHING.issuperset(left) or is_left_over


def states(understood: Understood) -> bool:
    """Tell whether a message states a condition or refuses something."""
    return bool(understood.conditions or understood.exclude)


def kept(text: str) -> str:
    """Return words as they may be kept: masked, and not longer than is read."""
    return redacted(text)[:LONGEST_TEXT]


def _role(moment: Moment, text: str) -> Role:
    """Return as whom a person asks: by these words, by choice, as before, or as a learner."""
    if speaks_for_employer(text):
        return Role.EMPLOYER
    before = moment.running.role if moment.running else Role.LEARNER
    return moment.conversation.role or before


def _message_ids(moment: Moment) -> tuple[str, ...]:
    return (moment.event.message_id,) if moment.event.message_id else ()
