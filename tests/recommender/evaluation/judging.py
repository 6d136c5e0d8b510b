"""Programs, judged requests and answers for the tests of measuring, made in a line each."""

from datetime import date

from data.program import Offering, Program
from data.vocabulary import Mode, Status
from recommender.answer import Answer, Outcome, Recommendation
from recommender.constraints import Constraints
from recommender.evaluation.answered import AnsweredRequest
from recommender.evaluation.judged_requests import judged_requests
from recommender.request import Role
from recommender.understanding.understood import Understood

TODAY = date(2026, 11, 23)


def program(key, title="講座", *, skills=(), subsidies=(), **offering):
    facts = {"mode": Mode.ONSITE, "municipality": "山形市", "status": Status.OPEN} | offering
    return Program(
        program_id=f"id-{key}",
        source_key=key,
        title=title,
        skills=skills,
        subsidies=subsidies,
        offerings=(Offering(**facts),),
    )


def request(grades=None, **labels):
    row = {"id": "q1", "role": "learner", "text": "簿記", "intent": "recommend"} | labels
    (one,) = judged_requests([row], [{"qid": row["id"], "gains": grades or {}}])
    return one


def answer(outcome=Outcome.RECOMMEND, *shown, relaxed=(), **understood):
    return Answer(
        outcome=outcome,
        understood=Understood(
            role=Role.LEARNER,
            topic="簿記",
            needs=("簿記",),
            constraints=Constraints(**understood),
        ),
        message="どうぞ",
        release_id="r1",
        relaxed=relaxed,
        items=tuple(
            Recommendation(program=one, score=0.5, reasons=("近い",), offering=one.offerings[0])
            for one in shown
        ),
    )


def answered(asked, given, programs=()):
    return AnsweredRequest(request=asked, gains=asked.gains(programs, TODAY), answer=given)
