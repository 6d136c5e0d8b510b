"""Answers: what a recommender found → messages, and what to tap next."""

from collections.abc import Mapping, Sequence

from bot.dialogue import buttons, wording
from bot.dialogue import search_wording as search_words
from bot.dialogue.buttons import Buttons
from bot.dialogue.conversation import Consent, Search
from bot.dialogue.easy_wording import easily
from bot.dialogue.moment import Moment
from bot.line.messages import Message, QuickReply
from bot.line.wording import SAMPLE_NOTE, found
from bot.line.words import Words, joined
from recommender.answer import Answer, Outcome, Recommendation
from recommender.request import Role
from recommender.understanding.description import described

MOST_A_NEED = 3  # cards of each of several needs; all of them together are to be looked through
MOST_CAROUSELS = 4  # beside an introduction, of LINE's five messages

AFTER_WORDS: Mapping[Outcome, Buttons] = {
    Outcome.CRISIS: (),
    Outcome.PRIVACY: (*buttons.said(wording.ERASE, wording.REFUSE), *buttons.HELP),
    Outcome.OUT_OF_SCOPE: buttons.HELP,
}


def cards_answer(
    moment: Moment, search: Search, answer: Answer, *, lead: Words | None, question: Message | None
) -> tuple[Message, ...]:
    """Return an introduction, the cards, and a question where there is one; at most five messages.

    `lead` is said instead of what was searched for. Only the last message has buttons.
    """
    groups = shown_groups(search, answer)
    after = () if question else _after_cards(moment, search, answer)
    places = tuple(dict.fromkeys(item.program.program_id for group in groups for item in group))
    cards = [
        moment.presentation.cards(answer, items, after if last else (), places=places)
        for items, last in _with_last(groups)
    ]
    introduction = _introduction(moment, search, answer, lead)
    first = moment.presentation.words(introduction)
    return (first, *cards, *((question,) if question else ()))


def _after_cards(moment: Moment, search: Search, answer: Answer) -> Buttons:
    """Return what to tap under cards; who writes another language is offered easy Japanese."""
    is_foreign = answer.understood.is_foreign and not moment.conversation.is_easy
    easier = buttons.said(wording.EASY) if is_foreign else ()
    return (*easier, *buttons.after_cards(search, answer))


def shown_groups(search: Search, answer: Answer) -> tuple[tuple[Recommendation, ...], ...]:
    """Return the cards need by need on a first page of several needs, else all in one group."""
    found = [need.items[:MOST_A_NEED] for need in answer.needs if need.items]
    if not is_by_need(search, answer) or len(found) < 2:  # noqa: PLR2004 - several
        return (answer.items,)
    return tuple(found[:MOST_CAROUSELS])


def is_by_need(search: Search, answer: Answer) -> bool:
    """Tell the first page of an answer to several needs."""
    return len(answer.needs) > 1 and search.offset == 0


def words_answer(moment: Moment, search: Search, answer: Answer) -> Message:
    """Return the one message that answers where there are no cards."""
    is_unmet = answer.outcome is Outcome.NO_MATCH
    told = _no_match(moment, search, answer) if is_unmet else as_told(answer)
    return moment.presentation.words(told, after_words(search, answer))


def after_words(search: Search, answer: Answer) -> Buttons:
    """Return what to tap under words alone.

    An answer to our question sends a whole wish, as its name alone may again say too little; the
    conditions that were said before are in the search that waits for it.
    """
    if answer.outcome is Outcome.NO_MATCH:
        return buttons.after_no_match(search, answer)
    if answer.choices:
        choices = (
            QuickReply(label=one.label, text=search_words.wish(one.label)) for one in answer.choices
        )
        return (*choices, *buttons.HELP)
    return AFTER_WORDS.get(answer.outcome, buttons.EXAMPLES)


def _introduction(moment: Moment, search: Search, answer: Answer, lead: Words | None) -> Words:
    is_sample = any(item.program.is_sample for item in answer.items)
    parts = (
        lead or _searched_for(search, answer),
        _how_many(search, answer) if lead is None or answer.relaxed else None,
        SAMPLE_NOTE if is_sample else None,
        wording.KEPT_IN_SHORT if moment.conversation.consent is Consent.UNTOLD else None,
    )
    return joined(parts, "\n")


def _searched_for(search: Search, answer: Answer) -> Words | None:
    """Say the conditions that were understood, and the topic where later words changed them."""
    if search.offset:
        return None
    understood = answer.understood
    topic = understood.topic if search.amendments or not search.is_limited else ""
    conditions = described(understood)
    return search_words.looked_for(topic, conditions) if conditions or topic else None


def _how_many(search: Search, answer: Answer) -> Words:
    if is_by_need(search, answer):
        return search_words.several_needs([(one.topic, bool(one.items)) for one in answer.needs])
    return found(answer)


def _no_match(moment: Moment, search: Search, answer: Answer) -> Words:
    if search.offset or search.hidden or search.like:
        return search_words.NO_MORE
    town = answer.understood.constraints.municipality
    hall = search_words.town_hall(town) if town else ""
    consent = moment.conversation.consent
    told = search_words.no_match(
        hall,
        is_employer=search.role is Role.EMPLOYER,
        is_recorded=consent is not Consent.REFUSED,
    )
    kept = wording.KEPT_IN_SHORT if consent is Consent.UNTOLD else None
    parts = (_searched_for(search, answer), told, kept)
    return joined(parts, "\n")


def as_told(answer: Answer) -> Words:
    """Return what the recommender says, in both forms."""
    return Words(plain=answer.message, easy=easily(answer.message))


def _with_last(
    groups: Sequence[tuple[Recommendation, ...]],
) -> list[tuple[tuple[Recommendation, ...], bool]]:
    return [(items, number == len(groups)) for number, items in enumerate(groups, start=1)]
