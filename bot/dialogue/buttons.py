"""Buttons over the keyboard: what to tap next, and only what would change something."""

from collections.abc import Callable, Sequence

from bot.dialogue import wording
from bot.dialogue.conversation import Search
from bot.line.messages import AnyQuickReply, DateReply, LocationReply, QuickReply
from bot.line.postback import Postback, Tap
from data.program import Offering
from data.vocabulary import Mode, TimeBand
from recommender.answer import Answer
from recommender.constraints import Constraints
from recommender.understanding.understood import Understood

Buttons = tuple[AnyQuickReply, ...]
ONLINE = frozenset({Mode.LIVE_ONLINE, Mode.ON_DEMAND})
WEEKEND = frozenset({TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY})


def said(*labels: str) -> tuple[QuickReply, ...]:
    """Return buttons that send what stands on them."""
    return tuple(QuickReply(label=label, text=label) for label in labels)


def tapped(label: str, postback: Postback) -> QuickReply:
    """Return a button that brings a postback, and shows what stands on it as said."""
    return QuickReply(label=label, text=label, data=postback.encoded())


HELP = said(wording.HELP)
EXAMPLES: Buttons = (*said(*wording.EXAMPLES), *HELP)
WHERE_I_AM = LocationReply(label=wording.NEARBY)
MY_PLACE = LocationReply(label=wording.MY_PLACE)  # where it is asked for
FROM_WHEN = DateReply(label=wording.FROM_WHEN, data=Postback(tap=Tap.START).encoded())
COMPARE_SHOWN = tapped(wording.COMPARE, Postback(tap=Tap.COMPARE, offset=1))
COMPARE_SAVED = tapped(wording.COMPARE, Postback(tap=Tap.COMPARE))

Changes = Callable[[Constraints, Sequence[Offering]], bool]
# A button, and when it would change what is shown: not what was stated, nor what all shown are.
_NARROWING: tuple[tuple[AnyQuickReply, Changes], ...] = (
    (
        said(wording.ONLINE)[0],
        lambda asked, shown: not asked.mode and not all(one.mode in ONLINE for one in shown),
    ),
    (
        said(wording.WEEKEND)[0],
        lambda asked, shown: (
            not asked.time_bands
            and not all(one.time_bands and WEEKEND.issuperset(one.time_bands) for one in shown)
        ),
    ),
    (
        said(wording.FREE)[0],
        lambda asked, shown: asked.max_fee_yen != 0 and not all(one.fee_yen == 0 for one in shown),
    ),
    (
        WHERE_I_AM,
        lambda asked, shown: (
            asked.municipality is None and not all(one.mode in ONLINE for one in shown)
        ),
    ),
    (FROM_WHEN, lambda asked, _shown: asked.start_from is None),
)


def after_cards(search: Search, answer: Answer) -> Buttons:
    """Return what to tap under cards; at most twelve."""
    asked = answer.understood.constraints
    shown = [item.offering for item in answer.items if item.offering]
    further = Postback(tap=Tap.MORE, offset=search.offset + len(answer.items))
    return (
        *((tapped(wording.MORE, further),) if answer.more else ()),
        *(button for button, changes in _NARROWING if changes(asked, shown)),
        *without_conditions(answer.understood),
        *((COMPARE_SHOWN,) if len(answer.items) > 1 else ()),
        *said(wording.HELPED, wording.DIFFERENT),
        *HELP,
    )


def after_no_match(search: Search, answer: Answer) -> Buttons:
    """Return what to tap where nothing fits."""
    nearest = () if search.is_nearest else said(wording.NEAREST)
    return (*nearest, *without_conditions(answer.understood), *HELP)


def without_conditions(understood: Understood) -> Buttons:
    """Offer to drop the conditions where some were stated and a topic is left."""
    is_limited = understood.constraints != Constraints() and understood.topic
    return said(wording.UNLIMITED) if is_limited else ()
