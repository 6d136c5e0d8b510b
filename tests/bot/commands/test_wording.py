from bot.commands.wording import answer_text
from data.program import Offering, Program
from data.vocabulary import Mode, TimeBand
from recommender.answer import Answer, Outcome, Recommendation
from recommender.choice import Choice
from recommender.constraints import Constraints
from recommender.request import Role
from recommender.understanding.understood import Understood

ON_SATURDAY = Understood(
    role=Role.LEARNER,
    topic="木工",
    needs=("木工",),
    constraints=Constraints(time_bands=(TimeBand.SATURDAY,)),
)


def answer(outcome, **more):
    return Answer(outcome=outcome, understood=ON_SATURDAY, message="お返事", release_id="r", **more)


def test_an_answer_says_what_was_understood_then_what_was_found_and_why():
    item = Recommendation(
        program=Program(program_id="x", title="木工入門", institution="公民館"),
        score=0.5,
        reasons=("「木工」を学べます", "土曜"),
        offering=Offering(mode=Mode.ONSITE, municipality="天童市", fee_yen=500),
    )
    assert answer_text(answer(Outcome.RECOMMEND, items=(item,))).splitlines() == [
        "「土曜」でさがしました。",
        "お返事",
        "1. 木工入門（公民館）",
        "   ◎ 「木工」を学べます",
        "   ・土曜",
        "   天童市／500円",
    ]


def test_a_question_lists_its_answers():
    choices = (
        Choice(label="ものづくり", text="ものづくり 土曜"),
        Choice(label="事務", text="事務"),
    )
    text = answer_text(answer(Outcome.CLARIFY, choices=choices))
    assert text.splitlines() == ["お返事", "・ものづくり", "・事務"]
