from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.text import match_form
from data.vocabulary import Status
from recommender import wording
from recommender.answer import Outcome
from recommender.eligibility.offerings import is_open
from recommender.eligibility.relaxation import STEPS
from recommender.outcomes import wording as outcome_wording
from recommender.outcomes.offices import office_for
from recommender.recommender import Recommender
from recommender.request import DEFAULT_LIMIT, Request, Role
from recommender.tuning import STANDARD, tuning_for

SAMPLE_DAY = date(2026, 11, 23)
LONGEST_LABEL = 20  # characters of a quick reply in LINE
AS_CONVENIENT = 0.05  # by so much convenience may swap probabilities of programs as good as equal

# What people write, in pieces: any of it may stand beside any other.
PIECES = (
    *("簿記", "介護", "溶接と図面", "パソコン", "Excel", "何か", "資格", "社員", "ﾌｫｰｸﾘﾌﾄ"),
    *("を学びたい", "以外で", "は苦手", "が読めて", "も教えられる", "、", "。", "と", "あと"),
    *("土日", "夜は無理", "無料で", "5000円まで", "酒田市", "村山", "オンライン", "来月", "3日で"),
    *(
        "12月25日から",
        "0円",
        "9999999999999円以下",
        "令和99年",
        "13月40日",
        "25時まで",
        "𠮷",
        "👩‍🏫",
    ),
    *("I want to learn", "học tiếng Nhật", "想学", "死にたい", "ありがとう", "住民票", "\n", "\t"),
)


def keys(answer):
    return [item.program.source_key for item in answer.items]


def strict(release, offer_from=0.3):
    """The recommender when it is told to offer only what very likely suits."""
    tuning = tuning_for(release.corpus.encoder.card.source)
    calibration = replace(tuning.calibration, offer_from=offer_from)
    return Recommender(release, replace(tuning, calibration=calibration), lambda: SAMPLE_DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("さくらんぼ農家ですが、加工品を作って売りたい", "p0063"),
        ("新人が図面を読めなくて困っています", "p0041"),
    ],
)
def test_a_fitting_program_is_among_the_first_cards(recommender, text, expected):
    assert expected in keys(recommender.recommend(Request(text=text)))


def test_half_width_and_full_width_ask_the_same(recommender):
    narrow, wide = (recommender.recommend(Request(text=text)) for text in ("ﾊﾟｿｺﾝ", "パソコン"))
    assert narrow == wide


def test_only_open_offerings_are_offered(recommender, sample_release):
    shown = set()
    for program in sample_release.programs[::10]:
        answer = recommender.recommend(Request(text=program.title, limit=50))
        shown |= {item.offering for item in answer.items}
    assert shown
    assert all(is_open(offering, SAMPLE_DAY) for offering in shown)
    assert {offering.status for offering in shown}.isdisjoint(
        {Status.CLOSED, Status.FULL, Status.CANCELLED}
    )


def test_what_is_open_follows_the_clock(sample_release):
    later = Recommender(sample_release, STANDARD, lambda: date(2030, 1, 1))
    answer = later.recommend(Request(text="簿記", limit=50))
    assert all(item.offering.deadline is None for item in answer.items)


def test_scores_are_probabilities_and_increase_for_no_more_than_convenience(recommender):
    scores = [item.score for item in recommender.recommend(Request(text="簿記", limit=50)).items]
    assert len(scores) > DEFAULT_LIMIT
    assert all(0 <= score <= 1 for score in scores)
    assert all(later <= score + AS_CONVENIENT for score, later in pairwise(scores))


def test_the_next_page_continues_where_the_first_ended(recommender):
    both = keys(recommender.recommend(Request(text="介護の資格", limit=6)))
    first = recommender.recommend(Request(text="介護の資格", limit=3))
    second = recommender.recommend(Request(text="介護の資格", limit=3, offset=3))
    assert first.more
    assert keys(first) + keys(second) == both


def test_beyond_the_last_page_nothing_is_invented(recommender):
    answer = recommender.recommend(Request(text="介護の資格", offset=1_000))
    assert (answer.items, answer.message) == ((), wording.NO_MORE)


@pytest.mark.parametrize("text", ["", "  ", "。。。", "!?", "😊", "を"])
def test_a_message_without_a_word_gets_one_question(recommender, text):
    assert recommender.recommend(Request(text=text)).outcome is Outcome.CLARIFY


@pytest.mark.parametrize("text", ["もう死にたい", "介護に疲れて消えてしまいたいです", "自殺したい"])
def test_a_person_in_crisis_gets_the_fixed_text_and_nothing_else(recommender, text):
    answer = recommender.recommend(Request(text=text))
    assert (answer.outcome, answer.message) == (Outcome.CRISIS, outcome_wording.CRISIS)
    assert answer.items == ()


@pytest.mark.parametrize("text", ["こんにちは", "ありがとうございました！", "Hello!"])
def test_a_greeting_gets_a_greeting(recommender, text):
    assert recommender.recommend(Request(text=text)).outcome is Outcome.SMALLTALK


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ここに書いたことは上司に知られますか", Outcome.PRIVACY),
        ("印鑑証明はどこで取れますか", Outcome.OUT_OF_SCOPE),
        ("何か勉強したい", Outcome.CLARIFY),
        ("ハープを弾けるようになりたい", Outcome.NO_MATCH),
        ("溶接の技能講習を受けたい", Outcome.RECOMMEND),
    ],
)
def test_a_message_gets_the_kind_of_answer_that_it_calls_for(recommender, text, outcome):
    answer = recommender.recommend(Request(text=text))
    assert answer.outcome is outcome
    assert answer.message
    assert bool(answer.items) == (outcome is Outcome.RECOMMEND)


def test_who_asks_an_office_is_told_which_one(recommender):
    answer = recommender.recommend(Request(text="印鑑証明はどこで取れますか"))
    assert answer.message == outcome_wording.out_of_scope(office_for("印鑑証明はどこで取れますか"))
    assert "役場" in answer.message


@pytest.mark.parametrize("role", list(Role))
def test_who_names_no_subject_gets_one_question_with_answers_to_tap(recommender, role):
    answer = recommender.recommend(Request(text="何か学びたい", role=role))
    assert answer.outcome is Outcome.CLARIFY
    assert answer.message.count("？") == 1
    assert 3 <= len(answer.choices) <= 4
    assert all(0 < len(choice.label) <= LONGEST_LABEL for choice in answer.choices)
    assert answer.to_json()["choices"] == [choice.label for choice in answer.choices]


def test_a_company_is_asked_for_what_it_lacks(recommender):
    learner, employer = (
        recommender.recommend(Request(text="何か学びたい", role=role)).choices for role in Role
    )
    assert set(learner).isdisjoint(employer)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("何か学びたい", Role.LEARNER),
        ("何か資格がほしい", Role.LEARNER),
        ("仕事に役立つことを学びたい", Role.LEARNER),
        ("趣味をはじめたい", Role.LEARNER),
        ("何か学びたい", Role.EMPLOYER),
    ],
)
def test_a_tapped_answer_is_not_asked_again(recommender, text, role):
    asked = recommender.recommend(Request(text=text, role=role))
    assert asked.outcome is Outcome.CLARIFY
    tapped = {
        choice.label: recommender.recommend(Request(text=choice.text, role=role)).outcome
        for choice in asked.choices
    }
    assert tapped == dict.fromkeys(tapped, Outcome.RECOMMEND)


def test_conditions_without_a_subject_are_heard_and_sent_along_with_a_tapped_answer(recommender):
    asked = recommender.recommend(Request(text="土日しか空いていません"))
    assert asked.outcome is Outcome.CLARIFY
    assert "土日" in asked.message
    tapped = recommender.recommend(Request(text=asked.choices[0].text))
    assert tapped.understood.constraints == asked.understood.constraints
    assert tapped.outcome is Outcome.RECOMMEND


def test_an_encoder_that_nobody_tuned_leaves_the_outcome_to_the_rules(sample_release):
    plain = Recommender(sample_release, STANDARD, lambda: SAMPLE_DAY)
    assert plain.recommend(Request(text="簿記")).outcome is Outcome.RECOMMEND
    assert plain.recommend(Request(text="何か勉強したい")).outcome is Outcome.CLARIFY


def test_loosened_conditions_are_told_in_the_message(sample_release):
    asked = Request(text="簿記を学びたい。酒田市で、無料で")
    answer = strict(sample_release).recommend(asked)
    assert answer.outcome is Outcome.RECOMMEND
    assert answer.relaxed
    assert answer.to_json()["relaxed"] == list(answer.relaxed)
    for name in answer.relaxed:
        assert wording.CONDITION_NAMES[name] in answer.message
    assert all("簿記" in item.program.title + item.program.summary for item in answer.items[:1])


def test_every_condition_that_can_be_loosened_has_a_name_for_people():
    assert {step.name for step in STEPS} <= wording.CONDITION_NAMES.keys()


def test_met_conditions_are_not_told_as_loosened(recommender):
    answer = recommender.recommend(Request(text="介護の資格を山形市で"))
    assert (answer.outcome, answer.relaxed) == (Outcome.RECOMMEND, ())


@pytest.mark.parametrize("offer_from", [0.01, 0.3])
@pytest.mark.parametrize("text", ["簿記、オンライン以外で", "介護、対面は無理で、無料で、明日から"])
def test_a_refused_way_of_learning_is_never_offered(sample_release, text, offer_from):
    answer = strict(sample_release, offer_from).recommend(Request(text=text, limit=50))
    refused = set(answer.understood.constraints.not_mode)
    assert refused
    assert refused.isdisjoint(item.offering.mode for item in answer.items)


def test_a_refused_subject_is_never_offered(recommender):
    answer = recommender.recommend(Request(text="福祉の仕事がしたい。介護以外で", limit=50))
    assert answer.understood.exclude == ("介護",)
    assert answer.outcome is Outcome.RECOMMEND
    for item in answer.items:
        assert "介護" not in match_form("".join((item.program.title, *item.program.skills)))


def test_every_one_of_several_needs_is_answered_and_seen_on_the_first_cards(recommender):
    text = "社員に図面の読み方、フォークリフト、クレーム対応を学ばせたい"
    answer = recommender.recommend(Request(text=text, role=Role.EMPLOYER))
    assert len(answer.needs) == 3
    shown = keys(answer)
    assert len(set(shown)) == len(shown) == DEFAULT_LIMIT
    for need in answer.needs:
        assert need.items, need.topic
        assert need.items[0].program.source_key in shown
    (forklift,) = [need for need in answer.needs if "フォークリフト" in need.topic]
    assert "フォークリフト" in forklift.items[0].program.title


def test_pages_of_several_needs_repeat_nothing(recommender):
    text = "社員に図面の読み方、フォークリフト、クレーム対応を学ばせたい"
    pages = [
        recommender.recommend(Request(text=text, role=Role.EMPLOYER, offset=offset))
        for offset in (0, 5, 10)
    ]
    shown = [key for page in pages for key in keys(page)]
    assert len(set(shown)) == len(shown) > DEFAULT_LIMIT


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("I would like to study bookkeeping and accounting", "簿記"),
        ("Tôi muốn học tiếng Nhật để đi làm", "日本語"),
        ("我想学日语", "日本語"),
        ("I want to get a forklift license", "フォークリフト"),
    ],
)
def test_a_request_in_another_language_finds_a_japanese_program(recommender, text, subject):
    answer = recommender.recommend(Request(text=text))
    assert answer.understood.is_foreign
    assert answer.outcome is Outcome.RECOMMEND
    programs = [item.program for item in answer.items[:3]]
    assert any(subject in "".join((one.title, one.summary, *one.skills)) for one in programs)


def test_a_reason_names_what_stands_in_the_program_and_the_request(recommender):
    answer = recommender.recommend(Request(text="新人が図面を読めなくて困っています"))
    quoted = {
        word
        for item in answer.items[:3]
        for word in ("新人", "図面")
        if any(word in reason for reason in item.reasons)
        and word in "".join((item.program.title, item.program.summary, *item.program.skills))
    }
    assert quoted == {"新人", "図面"}


def test_every_item_has_a_reason(recommender):
    answer = recommender.recommend(Request(text="Tôi muốn học tiếng Nhật", limit=20))
    assert all(item.reasons for item in answer.items)


def test_the_answer_names_the_release_it_came_from(recommender, sample_release):
    answer = recommender.recommend(Request(text="簿記"))
    assert answer.release_id == sample_release.release_id


def test_the_json_has_the_shape_of_the_contract(recommender):
    answer = recommender.recommend(Request(text="簿記", role=Role.EMPLOYER, limit=2)).to_json()
    assert answer["outcome"] == "recommend"
    assert answer["understood"] == {
        "role": "employer",
        "topic": "簿記",
        "exclude": [],
        "constraints": {},
    }
    assert answer["needs"] == [{"topic": "簿記", "items": answer["items"]}]
    assert answer["relaxed"] == []
    item = answer["items"][0]
    assert {"program_id", "source_key", "title", "institution", "score", "reasons"} <= item.keys()
    assert {"mode", "municipality", "fee_yen", "deadline", "status"} <= item["offering"].keys()


def test_a_program_is_found_by_its_identity(recommender, sample_release):
    program = sample_release.programs[0]
    assert recommender.program(program.program_id) is program
    assert recommender.program("no-such") is None


def answers(recommender, text):
    answer = recommender.recommend(Request(text=text))
    assert answer.message
    assert (answer.outcome is Outcome.RECOMMEND) == bool(answer.items)
    assert (answer.outcome is Outcome.CLARIFY) == bool(answer.choices)
    assert answer.to_json()["outcome"] == answer.outcome


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_every_text_gets_an_answer(recommender, text):
    answers(recommender, text)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_everything_that_people_might_say_together_gets_an_answer(recommender, text):
    answers(recommender, text)


@pytest.mark.parametrize(
    ("piece", "times"), [("簿記を学びたい。", 2_000), ("あ", 20_000), ("12", 9_999), ("\0", 99)]
)
def test_a_message_of_any_length_gets_an_answer(recommender, piece, times):
    answers(recommender, piece * times)
