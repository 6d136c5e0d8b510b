"""Learning on a dozen judged requests over a catalog of eight, with an encoder that is instant."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from data.program import Offering, Program
from data.vocabulary import Mode, Status
from index.corpus import built_in_memory
from index.document import program_document
from index.release import Release
from recommender.answer import Outcome
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.judged_requests import judged_requests
from recommender.evaluation.tuner import WEIGHTS, learned_tuning
from recommender.outcomes.scope import Scope
from recommender.recommender import Recommender
from recommender.request import Request
from recommender.tuning import Tuning
from tests.index.encoder.fake_encoder import FakeEncoder

TODAY = date(2026, 11, 23)
TAUGHT = {
    "p1": "簿記3級の基礎",
    "p2": "溶接の実技講習",
    "p3": "果樹の剪定入門",
    "p4": "介護職員初任者研修",
    "p5": "English conversation for beginners",
    "p6": "表計算ソフトの使い方",
    "p7": "図面の読み方",
    "p8": "接客とクレーム対応",
}
ASKED = {
    "簿記を基礎から学びたい": "p1",
    "簿記3級を取りたい": "p1",
    "溶接の実技を習いたい": "p2",
    "溶接の講習を受けたい": "p2",
    "果樹の剪定のやり方": "p3",
    "介護の初任者研修を受けたい": "p4",
    "表計算ソフトを使えるようになりたい": "p6",
    "図面を読めるようになりたい": "p7",
    "接客でクレームに困っている": "p8",
}
FOREIGN = {"용접을 배우고 싶어요": "p2", "我想学焊接技术": "p2"}  # far from every title
WITHOUT_ANSWER = ("宇宙飛行士になりたい", "ハープの弾き方を習いたい")


def row(name, text, intent="recommend", **labels):
    return {"id": name, "role": "learner", "text": text, "intent": intent} | labels


def judged(asked, unanswered=()):
    rows = [row(f"q{n}", text) for n, text in enumerate(asked)]
    rows += [row(f"n{n}", text, "no_supply") for n, text in enumerate(unanswered)]
    grades = [{"qid": f"q{n}", "gains": {key: 3}} for n, key in enumerate(asked.values())]
    return judged_requests(rows, grades)


@pytest.fixture(scope="module")
def release():
    programs = tuple(
        Program(
            program_id=key,
            source_key=key,
            title=title,
            offerings=(Offering(mode=Mode.ONSITE, municipality="山形市", status=Status.OPEN),),
        )
        for key, title in TAUGHT.items()
    )
    documents = [program_document(program) for program in programs]
    encoder = FakeEncoder()
    vectors = encoder.encode_passages([document.passage for document in documents])
    corpus = built_in_memory(documents, vectors, encoder)
    manifest = SimpleNamespace(release_id="r1")
    return Release(manifest=manifest, programs=programs, corpus=corpus, database=None, hold=None)


@pytest.fixture(scope="module")
def learned(release):
    return learned_tuning(judged(ASKED | FOREIGN, WITHOUT_ANSWER), release, TODAY)


def test_it_belongs_to_the_encoder_that_it_was_learned_with(learned, release):
    assert learned.source == release.corpus.encoder.card.source


def test_the_weight_is_one_of_those_that_were_tried(learned):
    assert learned.lexical_weight in WEIGHTS


def test_what_scores_higher_is_likelier_suitable(learned):
    assert learned.calibration.slope > 0


def test_the_list_goes_on_below_where_an_offer_begins(learned):
    assert 0 < learned.calibration.list_from <= learned.calibration.offer_from < 1


def test_nearly_every_request_with_an_answer_gets_one(learned, release):
    recommender = Recommender(release, replace(learned, scope=None), lambda: TODAY)
    answers = [recommender.recommend(Request(text=text)) for text in ASKED]
    offered = [one for one in answers if one.outcome is Outcome.RECOMMEND]
    assert len(offered) >= len(ASKED) - 1  # the quantile lies between the two worst


def test_scores_of_foreign_messages_get_what_they_lack_and_only_where_there_are_any(
    learned, release
):
    assert learned.calibration.foreign_shift > 0
    japanese = learned_tuning(judged(ASKED, WITHOUT_ANSWER), release, TODAY)
    assert japanese.calibration.foreign_shift == 0


def test_other_messages_are_told_from_requests(learned):
    vectors = FakeEncoder().encode_queries(["溶接を習いたい", "住民票の写しがほしいです"])
    request, errand = (learned.scope.probabilities(row) for row in vectors.rows)
    assert request[Scope.REQUEST] > errand[Scope.REQUEST]


def test_the_same_requests_teach_the_same_numbers_that_survive_a_file(learned, release):
    again = learned_tuning(judged(ASKED | FOREIGN, WITHOUT_ANSWER), release, TODAY).to_json()
    assert again == learned.to_json()
    assert Tuning.from_json(json.loads(json.dumps(again))).to_json() == again


def test_a_request_whose_conditions_exclude_everything_does_no_harm(release):
    impossible = {"簿記を無料で学びたい、オンラインで、酒田市で": "p1"}
    greeting = judged_requests([row("g", "こんにちは", "smalltalk")], [])
    tuning = learned_tuning([*judged(ASKED | impossible), *greeting], release, TODAY)
    assert tuning.calibration.slope > 0


@pytest.mark.parametrize("requests", [[], judged(FOREIGN), judged({}, WITHOUT_ANSWER)])
def test_without_a_japanese_request_that_has_an_answer_nothing_can_be_learned(release, requests):
    with pytest.raises(JudgmentsUnreadable, match="1件もない"):
        learned_tuning(requests, release, TODAY)
