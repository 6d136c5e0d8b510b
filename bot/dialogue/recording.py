"""Recording: which answers are a need to keep, and what a person was told of it."""

from bot.dialogue.conversation import Consent, Search
from bot.dialogue.moment import Moment
from bot.dialogue.searches import words_of
from bot.dialogue.turn import Effect, NeedAsked
from recommender.answer import Answer, Outcome

SEARCHED = frozenset({Outcome.RECOMMEND, Outcome.NO_MATCH})  # others ask for no program


def consent_after(moment: Moment) -> Consent:
    """Return the consent after an answer under which it was told what is kept."""
    is_refused = moment.conversation.consent is Consent.REFUSED
    return Consent.REFUSED if is_refused else Consent.TOLD


def need_of(moment: Moment, search: Search, answer: Answer) -> tuple[Effect, ...]:
    """Return the need to record, none where that was refused.

    A further page is no new need. What is similar, nearest, or free of the conditions is looked at
    for want of what was asked for, and must not make it look met; nor does it look unmet when all
    that there is was seen.
    """
    is_seen = bool(search.hidden) and answer.outcome is Outcome.NO_MATCH
    is_beside = search.offset or search.like or search.is_nearest or not search.is_limited
    if is_beside or is_seen or moment.conversation.consent is Consent.REFUSED:
        return ()
    return (NeedAsked(text="／".join(words_of(search)), answer=answer),)
