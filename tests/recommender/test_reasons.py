import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.program import Offering, Program
from data.text import match_form
from data.vocabulary import Field, Mode, TimeBand
from index.tokens import Tokens
from recommender import wording
from recommender.constraints import Constraints
from recommender.reasons import Vocabulary, asked_for, reasons
from recommender.request import Role
from recommender.understanding.understood import Understood

RARE = {"溶接": 5.0, "介護": 1.0, "介護記録": 6.0, "加工": 3.0, "刺し子": 6.0, "木工": 4.0}
USUAL = 2.0  # the rarity of every other word
WELDING = Program(
    program_id="x",
    title="町工場のものづくり塾",
    summary="ステンレスの曲げから研磨まで。",
    skills=("半自動溶接", "ガウジング", "図面の読み方"),
    fields=(Field.MANUFACTURING,),
)


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(tokens=Tokens(), rarity=lambda word: RARE.get(word, USUAL))


def reading(request, vocabulary):
    topic, loosened, is_foreign, constraints = request
    understood = Understood(
        role=Role.LEARNER,
        topic=topic,
        needs=(topic,),
        constraints=Constraints(**constraints),
        is_foreign=is_foreign,
    )
    return asked_for(topic, understood, vocabulary, loosened)


def asked(topic, *, loosened=(), is_foreign=False, **constraints):
    return topic, loosened, is_foreign, constraints


def told(program, offering, request, vocabulary):
    return reasons(program, offering, reading(request, vocabulary), vocabulary)


def first(program, request, vocabulary):
    return told(program, None, request, vocabulary)[0]


def test_the_skill_that_shares_a_word_with_the_request_is_named(vocabulary):
    assert first(WELDING, asked("溶接を覚えたい"), vocabulary) == "「半自動溶接」を学べます"


def test_a_skill_that_shares_a_rare_word_stands_before_and_instead_of_common_ones(vocabulary):
    program = Program(program_id="x", title="y", skills=("介護の制度", "介護記録の書き方"))
    words = first(program, asked("介護記録が苦手で、介護の書類を学びたい"), vocabulary)
    assert words == "「介護記録の書き方」を学べます"


def test_a_title_that_says_it_better_than_the_skills_is_named_with_what_is_taught(vocabulary):
    program = Program(program_id="x", title="刺し子の教室", skills=("手縫い", "模様"))
    words = first(program, asked("刺し子をやってみたい"), vocabulary)
    assert words == "「刺し子」にかかわる講座で、「手縫い」「模様」などを学べます"


def test_a_rare_word_of_the_description_is_named(vocabulary):
    program = Program(program_id="x", title="休日の手仕事", summary="木工と革細工を楽しみます。")
    assert first(program, asked("木工"), vocabulary) == "「木工」にふれる講座です"


def test_a_common_word_of_the_description_is_no_reason(vocabulary):
    program = Program(program_id="x", title="庭の手入れ", summary="電車でお越しください。")
    assert first(program, asked("電車の中で英語"), vocabulary) == wording.CLOSE


@pytest.mark.parametrize(
    "topic", ["講座", "資格を取りたい", "仕事に生かせるもの", "勉強したいこと"]
)
def test_words_that_every_program_could_share_are_no_reason(vocabulary, topic):
    program = Program(
        program_id="x",
        title="資格の講座と勉強",
        skills=("仕事の講座",),
        fields=(Field.DIGITAL,),
    )
    words = first(program, asked(topic), vocabulary)
    assert words == "DX・ITの講座で、「仕事の講座」などを学べます"


def test_without_a_shared_word_the_field_and_the_first_skills_are_named(vocabulary):
    words = first(WELDING, asked("鉄をくっつける仕事"), vocabulary)
    assert words == "製造・生産管理の講座で、「半自動溶接」「ガウジング」などを学べます"


def test_a_field_that_was_only_inferred_is_not_claimed(vocabulary):
    program = Program(
        program_id="x", title="y", skills=("彫刻",), fields=(Field.DIGITAL,), fields_inferred=True
    )
    assert first(program, asked("版画"), vocabulary) == "「彫刻」などを学べます"


def test_a_message_of_another_language_is_answered_by_names_alone(vocabulary):
    program = Program(program_id="x", title="y", skills=("Excel", "it"), fields=(Field.DIGITAL,))
    english = asked("I want to use Excel at it", is_foreign=True)
    assert first(program, english, vocabulary) == "「Excel」を学べます"
    unnamed = asked("can i learn it", is_foreign=True)
    assert first(program, unnamed, vocabulary) == "DX・ITの講座で、「Excel」「it」などを学べます"


def test_the_second_line_tells_what_is_met_what_differs_and_what_to_ask(vocabulary):
    offering = Offering(
        mode=Mode.ONSITE, municipality="天童市", time_bands=(TimeBand.SATURDAY,), fee_yen=None
    )
    request = asked(
        "溶接",
        loosened=("start_until",),
        municipality="天童市",
        time_bands=(TimeBand.SATURDAY,),
        max_fee_yen=5_000,
        start_until=date(2026, 12, 31),
    )
    late = Offering(
        mode=offering.mode,
        municipality=offering.municipality,
        time_bands=offering.time_bands,
        start_date=date(2027, 4, 3),
    )
    assert told(WELDING, late, request, vocabulary)[1] == (
        "土曜、天童市。ただし、始まりは2027年4月3日。受講料は要確認"
    )


def test_at_most_three_conditions_are_told(vocabulary):
    offering = Offering(
        mode=Mode.ONSITE,
        municipality="天童市",
        time_bands=(TimeBand.SATURDAY,),
        fee_yen=0,
        total_hours=3.0,
    )
    request = asked(
        "溶接",
        municipality="天童市",
        time_bands=(TimeBand.SATURDAY,),
        max_fee_yen=5_000,
        max_hours=10,
    )
    assert told(WELDING, offering, request, vocabulary)[1] == "土曜、天童市、受講料は無料"


def test_where_nothing_was_stated_what_makes_it_easy_is_told(vocabulary):
    offering = Offering(mode=Mode.LIVE_ONLINE, time_bands=(TimeBand.SATURDAY,), fee_yen=0)
    second = told(WELDING, offering, asked("溶接"), vocabulary)[1]
    assert second == "受講料は無料、オンラインで受けられる"


def test_an_offering_that_makes_nothing_easy_has_one_line(vocabulary):
    offering = Offering(mode=Mode.ONSITE, time_bands=(TimeBand.WEEKDAY_DAY,), fee_yen=8_000)
    assert len(told(WELDING, offering, asked("溶接"), vocabulary)) == 1


# 「」 around what is quoted must be ours.
WORDS = st.text(st.characters(exclude_characters="「」"), min_size=1)
PROGRAMS = st.builds(
    Program,
    program_id=st.just("x"),
    title=WORDS,
    summary=WORDS | st.just("溶接と介護記録"),
    skills=st.lists(st.sampled_from(["溶接", "介護記録", "Excel", "長" * 90])).map(tuple),
    fields=st.lists(st.sampled_from(Field), max_size=2).map(tuple),
)


@given(program=PROGRAMS, topic=WORDS | st.sampled_from(["溶接", "介護記録とExcel"]))
def test_every_program_has_a_reason_and_what_it_quotes_is_its_own(vocabulary, program, topic):
    line = first(program, asked(topic), vocabulary)
    own = "\n".join((program.title, program.summary, *program.skills))
    assert line
    assert all(words in own + match_form(own) for words in re.findall("「(.+?)」", line, re.DOTALL))
