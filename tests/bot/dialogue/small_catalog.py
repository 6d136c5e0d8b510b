"""A recommender over a handful of programs: understands as the real one does, and finds simply."""

from dataclasses import replace
from datetime import date

from data.program import Offering, Program
from data.vocabulary import Field, Mode, TimeBand
from index.tokens import Tokens
from recommender.answer import Answer, Need, Outcome, Recommendation
from recommender.choice import Choice
from recommender.understanding.amending import amended, without_conditions
from recommender.understanding.understanding import understand

TODAY = date(2026, 11, 23)


def program(number, **offering):
    """Return an open program with one offering."""
    known = {"mode": Mode.ONSITE, "municipality": "山形市", "time_bands": (TimeBand.SATURDAY,)}
    return Program(
        program_id=f"{number:012}",
        title=f"講座{number}",
        institution="見本学院",
        fields=(Field.DIGITAL,),
        offerings=(Offering(**(known | offering)),),
    )


PROGRAMS = tuple(program(number, fee_yen=1_000 * number) for number in range(1, 9))


class SmallRecommender:
    """Finds every program for every topic; `outcomes` says of which texts it thinks otherwise."""

    tokens = Tokens()

    def __init__(self, programs=PROGRAMS, outcomes=None):
        self.requests = []
        self._programs = {one.program_id: one for one in programs}
        self._outcomes = outcomes or {}

    def program(self, program_id):
        return self._programs.get(program_id)

    def understood(self, request):
        first, *later = (
            understand(replace(request, text=text), self.tokens, TODAY)
            for text in (request.text, *request.amendments)
        )
        return amended(first if request.is_limited else without_conditions(first), later)

    def recommend(self, request):
        self.requests.append(request)
        understood = self.understood(request)
        outcome = self._outcomes.get(request.text) or self._outcome(understood)
        if outcome is not Outcome.RECOMMEND:
            return self._answer(outcome, understood)
        hidden = {*request.hidden, request.like}
        found = [one for name, one in self._programs.items() if name not in hidden]
        page = found[request.offset : request.offset + request.limit]
        if not page:
            return self._answer(Outcome.NO_MATCH, understood)
        items = tuple(map(_recommended, page))
        more = len(found) > request.offset + request.limit
        needs = tuple(Need(topic=one, items=items) for one in understood.needs)
        return self._answer(outcome, understood, items=items, more=more, needs=needs)

    def _outcome(self, understood):
        words = self.tokens.words(understood.topic)
        return Outcome.RECOMMEND if any(one.is_noun for one in words) else Outcome.CLARIFY

    def _answer(self, outcome, understood, **more):
        choices = (Choice(label="介護・福祉", text="介護・福祉"),)
        return Answer(
            outcome=outcome,
            understood=understood,
            message="お返事です。",
            release_id="r",
            choices=choices if outcome is Outcome.CLARIFY else (),
            **more,
        )


def _recommended(one):
    return Recommendation(
        program=one, score=0.5, reasons=("合っています",), offering=one.offerings[0]
    )
