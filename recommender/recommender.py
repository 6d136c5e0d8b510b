"""Recommending: a request → an answer, over an opened release."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from data.program import Program
from data.text import match_form
from index.release import Release
from recommender import wording
from recommender.answer import Answer, Need, Outcome, Recommendation
from recommender.outcomes.clarify import clarify_question
from recommender.outcomes.triage import (
    certain_outcome,
    fixed_message,
    likely_outcome,
    topic_outcome,
)
from recommender.ranking.merging import merged
from recommender.ranking.ranker import Suitable
from recommender.ranking.subjects import named_subjects
from recommender.ranking.topic import Topic
from recommender.reasons import Asked, Vocabulary, asked_for, reasons
from recommender.request import Request
from recommender.search import Found, Search
from recommender.tuning import Tuning
from recommender.understanding.amending import about, amended, without_conditions
from recommender.understanding.understanding import understand
from recommender.understanding.understood import Understood


class Recommender:
    """Answers requests from one release; safe to share between threads."""

    def __init__(self, release: Release, tuning: Tuning, today: Callable[[], date]) -> None:
        self._release = release
        self._tuning = tuning
        self._today = today
        self._search = Search(release, tuning, today)
        self._vocabulary = Vocabulary(
            tokens=release.corpus.tokens, rarity=release.corpus.lexical.idf
        )
        self._positions = {name: position for position, name in enumerate(release.corpus.ids)}

    def recommend(self, request: Request) -> Answer:
        """Return the programs that fit, or an honest other outcome; never raises for any text."""
        understood = self.understood(request)
        alike = self.program(request.like)
        if alike:
            return self._found(request, about(alike, understood))
        certain = certain_outcome(match_form("\n".join((request.text, *request.amendments))))
        if certain:
            return self._without_programs(certain, request, understood)
        if self._names_nothing(understood):
            return self._clarifying(request, understood)
        return self._found(request, understood)

    def understood(self, request: Request) -> Understood:
        """Return what a request asks for, put right by its amendments; searches nothing."""
        texts = (request.text, *request.amendments)
        tokens, today = self._release.corpus.tokens, self._today()
        first, *later = (understand(replace(request, text=one), tokens, today) for one in texts)
        return amended(first if request.is_limited else without_conditions(first), later)

    def program(self, program_id: str) -> Program | None:
        """Return the program of that identity, or None when this release does not hold it."""
        position = self._positions.get(program_id)
        return None if position is None else self._release.programs[position]

    def _found(self, request: Request, understood: Understood) -> Answer:
        """Search for the topic unless its vector says that no program is asked for."""
        topics = self._topics(understood)
        likely = None if request.like else self._likely_outcome(understood, topics[0], request.text)
        if likely is Outcome.CLARIFY:
            return self._clarifying(request, understood)
        if likely:
            return self._without_programs(likely, request, understood)
        found = self._search.find(
            topics, understood.constraints, understood.exclude, is_nearest=request.is_nearest
        )
        return self._answering(request, understood, self._unhidden(found, request))

    def _unhidden(self, found: Found, request: Request) -> Found:
        """Leave out what is not to be shown again, and what similar ones are wanted for."""
        names = {*request.hidden, request.like} & self._positions.keys()
        return found.without({self._positions[name] for name in names}) if names else found

    def _topics(self, understood: Understood) -> list[Topic]:
        """Return the whole topic first, then that of every need where there are several."""
        several = understood.needs if len(understood.needs) > 1 else ()
        texts = (understood.topic, *several)
        vectors = self._release.corpus.encoder.encode_queries(texts)
        return [
            Topic(
                text=text,
                vector=vectors.only(n),
                subjects=named_subjects(text),
                is_foreign=understood.is_foreign,
            )
            for n, text in enumerate(texts)
        ]

    def _names_nothing(self, understood: Understood) -> bool:
        """Tell a message without a topic; who says what not (「介護以外」) has said something."""
        words = self._release.corpus.tokens.words(understood.topic)
        if understood.exclude and words:
            return False
        if understood.conditions and not any(word.is_noun for word in words):
            return not understood.is_foreign
        return topic_outcome(understood.topic, [word.normal for word in words]) is not None

    def _likely_outcome(self, understood: Understood, topic: Topic, text: str) -> Outcome | None:
        """Return what its vector says of a message; who states conditions asks for a program."""
        if self._tuning.scope is None or understood.conditions or understood.exclude:
            return None
        return likely_outcome(self._tuning.scope, topic.vector.rows[0], text)

    def _answering(self, request: Request, understood: Understood, found: Found) -> Answer:
        suitable = merged(found.whole, found.needs)
        page = suitable[request.offset : request.offset + request.limit]
        if not page:
            nothing = wording.NO_MORE if request.offset else wording.NO_MATCH
            return self._answer(Outcome.NO_MATCH, understood, nothing)

        def recommended(some: Sequence[Suitable], topic: str) -> tuple[Recommendation, ...]:
            asked = asked_for(topic, understood, self._vocabulary, found.relaxed)
            return tuple(self._recommendation(one, asked, found) for one in some)

        items = recommended(page, understood.topic)
        several = zip(understood.needs, found.needs, strict=False)  # found has none for one need
        needs = [
            Need(topic=one, items=recommended(need[: request.limit], one)) for one, need in several
        ]
        return Answer(
            outcome=Outcome.RECOMMEND,
            understood=understood,
            message=wording.introduced(len(page), found.relaxed, is_further=request.offset > 0),
            release_id=self._release.release_id,
            needs=tuple(needs) or (Need(topic=understood.topic, items=items),),
            items=items,
            relaxed=found.relaxed,
            more=len(suitable) > request.offset + request.limit,
        )

    def _recommendation(self, one: Suitable, asked: Asked, found: Found) -> Recommendation:
        program = self._release.programs[one.position]
        offering = found.eligible.offerings(one.position)[0]
        return Recommendation(
            program=program,
            score=one.probability,
            reasons=reasons(program, offering, asked, self._vocabulary),
            offering=offering,
        )

    def _clarifying(self, request: Request, understood: Understood) -> Answer:
        question = clarify_question(
            request.text, role=request.role, conditions=understood.conditions
        )
        return Answer(
            outcome=Outcome.CLARIFY,
            understood=understood,
            message=question.text,
            release_id=self._release.release_id,
            choices=question.choices,
        )

    def _without_programs(
        self, outcome: Outcome, request: Request, understood: Understood
    ) -> Answer:
        message = fixed_message(outcome, request.text, has_topic=bool(understood.topic))
        return self._answer(outcome, understood, message)

    def _answer(self, outcome: Outcome, understood: Understood, message: str) -> Answer:
        return Answer(
            outcome=outcome,
            understood=understood,
            message=message,
            release_id=self._release.release_id,
        )
