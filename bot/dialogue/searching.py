"""Searching: words, taps and places → a search, new or put right, and its answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import answers, buttons, intake, wording
from bot.dialogue import search_wording as words
from bot.dialogue.conversation import IntakeStep, Search
from bot.dialogue.intake_wording import ALL_RIGHT
from bot.dialogue.moment import Moment
from bot.dialogue.recommending import Recommending, request_of
from bot.dialogue.recording import SEARCHED, consent_after, need_of
from bot.dialogue.searches import (
    afresh,
    amended,
    begun,
    binding_words,
    conditions_alone,
    hiding,
    states,
    states_alone,
    with_topic,
)
from bot.dialogue.turn import Turn
from bot.line.words import Words, joined
from recommender.answer import Answer, Outcome
from recommender.request import DEFAULT_LIMIT, Request, Role
from recommender.understanding.understood import Understood


class Searching:
    """Answers whatever asks for programs."""

    def __init__(self, recommender: Recommending) -> None:
        self._recommender = recommender

    def heard(self, moment: Moment, text: str) -> Turn:
        """Answer words: they amend the running search, or they begin a new one."""
        search, running = begun(moment, text), moment.running
        answer = self._recommender.recommend(replace(request_of(search), text=text))
        if running and states_alone(answer):
            return self.amended(moment, text)
        if answer.outcome is Outcome.CLARIFY and running is None:
            search = conditions_alone(search, answer.understood)
        if answer.outcome in SEARCHED and running and not running.text and running.amendments:
            return self.searched(moment, with_topic(running, search, answer.understood))
        return self._told(moment, search, answer)

    def instead(self, moment: Moment, search: Search, topic: str) -> Turn:
        """Search for another topic on the conditions of the search that is talked about."""
        known = [
            one
            for each in self._each_understood(binding_words(search))
            for one in conditions_alone(search, each).amendments
        ]
        if not known or states(self._recommender.understood(Request(text=topic))):
            return self.heard(moment, topic)
        return self.searched(moment, replace(begun(moment, topic), amendments=tuple(known)))

    def amended(self, moment: Moment, text: str) -> Turn:
        """Search again with one thing more; without a running search, remember it for the next."""
        running = moment.running or replace(begun(moment, ""), message_ids=())
        search = amended(moment, running, text)
        step = moment.conversation.intake
        if step and search.text:
            return self.asked_on(moment, search, step)
        return self.searched(moment, afresh(search))

    def searched(self, moment: Moment, search: Search, lead: Words | None = None) -> Turn:
        """Answer a search that is ready; `lead` is said instead of what was searched for."""
        search = replace(search, at=moment.at)
        answer = self._recommender.recommend(request_of(search))
        return self._told(moment, search, answer, lead)

    def further(self, moment: Moment, search: Search, offset: int | None = None) -> Turn:
        """Show the next page, or the page that begins at `offset`."""
        following = search.offset + DEFAULT_LIMIT if offset is None else offset
        return self.searched(moment, replace(search, offset=following))

    def unlimited(self, moment: Moment, search: Search) -> Turn:
        """Search for the topic alone."""
        text = search.text or self._recommender.understood(request_of(search)).topic
        alone = afresh(search, text=text, amendments=(), is_limited=False)
        return self.searched(moment, alone)

    def freed(self, moment: Moment, search: Search, names: frozenset[str]) -> Turn:
        """Search without the conditions of those names; the others stay as they were said."""
        understood = self._recommender.understood(request_of(search))
        said = [
            condition
            for each in self._each_understood(binding_words(search))
            for condition in each.conditions
        ]
        kept = [
            condition
            for condition, each in zip(said, self._each_understood(said), strict=True)
            if names.isdisjoint(each.constraints.stated())
        ]
        refused = conditions_alone(search, replace(understood, conditions=())).amendments
        text = search.text or understood.topic
        return self.searched(
            moment, afresh(search, text=text, amendments=(*kept, *refused), is_limited=False)
        )

    def nearest(self, moment: Moment, search: Search) -> Turn:
        """Show what comes nearest, however unlikely it suits."""
        return self.searched(moment, afresh(search, is_nearest=True), words.NEAREST_INTRO)

    def others(self, moment: Moment, search: Search) -> Turn:
        """Search again without what was shown."""
        return self.searched(moment, hiding(search), words.OTHER_CONTENT)

    def similar(self, moment: Moment, program_id: str) -> Turn:
        """Show programs like one."""
        program = self._recommender.program(program_id)
        if program is None:
            return moment.says(wording.UNKNOWN_TAP, buttons.EXAMPLES)
        known = moment.running or replace(begun(moment, program.title), message_ids=())
        search = afresh(known, like=program_id, is_nearest=False)
        return self.searched(moment, search, words.similar_to(program.title))

    def with_role(self, moment: Moment, role: Role) -> Turn:
        """Take the person for a learner or an employer, and ask what is to be learned."""
        answer = self._recommender.recommend(Request(text="", role=role))
        sentence = joined((words.ROLES_TAKEN[role], answers.as_told(answer)), "\n")
        after = answers.after_words(begun(moment, ""), answer)
        return moment.says(sentence, after, role=role, intake=None)

    def asked_on(self, moment: Moment, search: Search, step: IntakeStep) -> Turn:
        """Ask an employer what is still unknown, or search with all that was said."""
        asked = self._recommender.understood(request_of(search)).constraints
        following = intake.next_step(asked, step)
        if following is None:
            return self.intake_done(moment, search)
        sentence, choices = intake.QUESTIONS[following]
        return moment.says(sentence, choices, search=search, intake=following)

    def intake_done(self, moment: Moment, search: Search) -> Turn:
        """Search with what an employer answered; where that was nothing, let the cards be."""
        if search.amendments:
            return self.searched(moment, afresh(search))
        answer = self._recommender.recommend(request_of(search))
        return moment.says(ALL_RIGHT, buttons.after_cards(search, answer), intake=None)

    def _each_understood(self, texts: Sequence[str]) -> list[Understood]:
        return [self._recommender.understood(Request(text=text)) for text in texts]

    def _told(
        self, moment: Moment, search: Search, answer: Answer, lead: Words | None = None
    ) -> Turn:
        if answer.items:
            return self._shown(moment, search, answer, lead)
        message = answers.words_answer(moment, search, answer)
        if answer.outcome is Outcome.CRISIS:
            return replace(moment.turn(message, search=None, intake=None), is_urgent=True)
        if answer.outcome is Outcome.CLARIFY and not search.text:
            return moment.turn(message, search=search, intake=None)
        if answer.outcome not in SEARCHED:
            return moment.turn(message, intake=None)
        before = moment.running.shown if search.offset and moment.running else ()
        return moment.turn(
            message,
            search=replace(search, shown=before),
            intake=None,
            consent=consent_after(moment),
            effects=need_of(moment, search, answer),
        )

    def _shown(self, moment: Moment, search: Search, answer: Answer, lead: Words | None) -> Turn:
        groups = answers.shown_groups(search, answer)
        has_room = len(groups) < answers.MOST_CAROUSELS  # who lists so much has told enough
        step = _first_question(moment, search, answer) if has_room else None
        question = moment.presentation.words(*intake.QUESTIONS[step]) if step else None
        shown = dict.fromkeys(item.program.program_id for group in groups for item in group)
        messages = answers.cards_answer(moment, search, answer, lead=lead, question=question)
        return moment.turn(
            *messages,
            search=replace(search, shown=tuple(shown), focus=None),
            intake=step,
            consent=consent_after(moment),
            effects=need_of(moment, search, answer),
        )


def _first_question(moment: Moment, search: Search, answer: Answer) -> IntakeStep | None:
    """Return what to ask an employer under the first cards of a talk, or None."""
    before = moment.running
    is_going_on = before and before.text and before.role is Role.EMPLOYER
    if search.role is not Role.EMPLOYER or search.like or is_going_on:
        return None
    return intake.next_step(answer.understood.constraints)
