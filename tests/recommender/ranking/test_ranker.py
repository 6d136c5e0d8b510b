"""What a need is offered, and in which order, where every cosine is known."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.vocabulary import Status
from recommender.constraints import Constraints
from recommender.eligibility.table import OfferingTable
from recommender.ranking.ranker import COMPARED, CONVENIENCE, FAR_BEHIND, Ranker
from tests.recommender.ranking.small_catalog import (
    CALIBRATION,
    TODAY,
    course,
    release_of,
    topic,
)

LATE = {"start_date": date(2027, 10, 1), "fee_yen": 200_000}
SOON = {"start_date": TODAY + timedelta(days=14), "fee_yen": 0}


def ranked(*courses, asked=None, refused=(), weight=0.0, constraints=None, curve=CALIBRATION):
    release = release_of(*courses)
    ranker = Ranker(release.corpus, release.programs, calibration=curve, lexical_weight=weight)
    eligible = OfferingTable.of(release.programs).meeting(constraints or Constraints(), TODAY)
    return ranker.suitable(asked or topic(), eligible, refused)


def order(*courses, **asked):
    return [courses[one.position].program.title for one in ranked(*courses, **asked)]


def test_what_is_nearer_to_the_topic_stands_first():
    assert order(course("溶接", 0.5), course("簿記", 0.8), course("剪定", 0.6)) == [
        "簿記",
        "剪定",
        "溶接",
    ]


def test_each_has_the_probability_of_its_score():
    near, far = ranked(course("簿記", 0.8), course("溶接", 0.5))
    expected = CALIBRATION.probabilities(np.array([0.8, 0.5], np.float32))
    assert (near.probability, far.probability) == pytest.approx(tuple(expected))


def test_nothing_is_offered_when_even_the_best_is_unlikely():
    unlikely = replace(CALIBRATION, offer_from=0.5)
    assert order(course("簿記", 0.49), course("溶接", 0.4), curve=unlikely) == []
    assert order(course("簿記", 0.51), curve=unlikely) == ["簿記"]


def test_what_nobody_teaches_is_less_likely_found_in_what_lies_near():
    curve = replace(CALIBRATION, untaught_shift=0.2)
    asked = topic(text="スワヒリ語")
    (near,) = ranked(course("スペイン語", 0.5), asked=asked, curve=CALIBRATION)
    (less,) = ranked(course("スペイン語", 0.5), asked=asked, curve=replace(curve, offer_from=0.001))
    assert less.probability < near.probability / 10
    assert order(course("スペイン語", 0.5), asked=asked, curve=curve) == []
    assert order(
        course("スペイン語", 0.5), course("スワヒリ語", 0.4), asked=asked, curve=curve
    ) == ["スペイン語", "スワヒリ語"]


def test_behind_a_likely_program_the_list_ends_where_they_become_unlikely():
    courses = course("簿記", 0.5), course("溶接", 0.3), course("剪定", 0.2)
    assert order(*courses) == ["簿記", "溶接"]


def test_what_is_far_behind_a_likely_program_does_not_fill_the_page():
    likely, unlikely = CALIBRATION.probabilities(np.array([0.8, 0.3], np.float32))
    assert CALIBRATION.list_from < unlikely < FAR_BEHIND * likely
    assert order(course("簿記", 0.8), course("溶接", 0.3)) == ["簿記"]


def test_the_score_of_a_foreign_message_gets_back_what_it_lacks():
    shifted = replace(CALIBRATION, foreign_shift=0.1)
    lacking = course("簿記", 0.35)
    assert order(lacking, curve=shifted) == []
    assert order(lacking, curve=shifted, asked=topic(is_foreign=True)) == ["簿記"]


def test_a_shared_word_lifts_a_program_by_what_words_weigh():
    others = [course(title, 0.0) for title in ("剪定", "英会話", "編み物", "測量")]
    courses = course("溶接", 0.62), course("簿記", 0.6), *others
    asked = topic(text="簿記")
    assert order(*courses, asked=asked, weight=0.0)[0] == "溶接"
    assert order(*courses, asked=asked, weight=0.2)[0] == "簿記"


@pytest.mark.parametrize(
    "refused_one",
    [
        course("介護の基礎", 0.9),
        course("はじめての福祉", 0.9, skills=("接遇", "介護技術")),
        course("ｶｲｺﾞと暮らし", 0.9),
    ],
)
def test_a_program_that_carries_a_refused_word_is_not_offered(refused_one):
    found = order(refused_one, course("簿記", 0.6), refused=("介護", "カイゴ"))
    assert found == ["簿記"]


def test_when_the_best_is_refused_the_rest_must_be_likely_for_itself():
    assert order(course("介護", 0.9), course("簿記", 0.3), refused=("介護",)) == []


def test_where_everything_is_refused_nothing_is_offered():
    assert order(course("介護", 0.9), refused=("介護",)) == []


def test_what_may_not_be_offered_is_not_ranked():
    courses = course("締め切った簿記", 0.9, status=Status.CLOSED), course("簿記", 0.6)
    assert order(*courses) == ["簿記"]
    assert order(courses[0]) == []


def test_among_equals_the_more_convenient_stands_first():
    assert order(course("簿記A", 0.7, **LATE), course("簿記B", 0.7, **SOON)) == ["簿記B", "簿記A"]


def test_a_town_that_was_named_is_a_convenience_too():
    towns = course("簿記A", 0.7, municipality="天童市"), course("簿記B", 0.7, municipality="山形市")
    near = Constraints(municipality="山形市")
    assert order(*towns, constraints=near)[0] == "簿記B"


def test_convenience_never_outweighs_relevance():
    assert order(course("簿記A", 0.71, **LATE), course("簿記B", 0.7, **SOON)) == ["簿記A", "簿記B"]


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(0.35, 0.9), st.sampled_from([LATE, SOON, {}])), min_size=1, max_size=8
    )
)
def test_a_program_stands_behind_one_of_lower_score_only_when_they_are_as_good_as_equal(drawn):
    courses = [course(f"講座{n}", cosine, **facts) for n, (cosine, facts) in enumerate(drawn)]
    scores = [drawn[one.position][0] for one in ranked(*courses)]
    best_later = np.maximum.accumulate(scores[::-1])[::-1]
    assert all(
        later - score <= CONVENIENCE + 1e-5 for score, later in zip(scores, best_later, strict=True)
    )


def test_a_courses_variants_stand_behind_every_other_course():
    first, again, other = (
        course("簿記 春", 0.8, 0.6),
        course("簿記 秋", 0.8, 0.6),
        course("溶接", 0.5),
    )
    assert order(first, again, other) == ["簿記 春", "溶接", "簿記 秋"]


def test_a_variant_that_nobody_would_page_to_stays_where_it_is():
    first, again = course("簿記 春", 0.8, 0.6), course("簿記 秋", 0.7, 0.71)
    others = [course(f"講座{n}", 0.79 - n / 400) for n in range(COMPARED - 1)]
    last = course("溶接", 0.6)
    assert order(first, *others, again, last)[-2:] == ["簿記 秋", "溶接"]


def test_courses_that_are_merely_close_are_no_variants():
    close = course("簿記 3級", 0.8, 0.53), course("簿記 2級", 0.79, 0.53), course("溶接", 0.5)
    assert order(*close) == ["簿記 3級", "簿記 2級", "溶接"]
