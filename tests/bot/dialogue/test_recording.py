"""What is recorded of a talk, what is told of it, and what is neither."""

import pytest

from bot.dialogue import wording
from bot.dialogue.conversation import Consent, Conversation
from bot.dialogue.turn import NeedAsked
from recommender.answer import Outcome
from tests.bot.dialogue.small_catalog import SmallRecommender
from tests.bot.dialogue.talk import Talk


@pytest.fixture
def recommender():
    return SmallRecommender()


@pytest.fixture
def talk(recommender):
    return Talk(recommender)


def needs(talk):
    return [effect.text for effect in talk.effects if isinstance(effect, NeedAsked)]


class TestNoMatch:
    """Nothing fits: say so, record it, and offer what comes nearest only when it is asked for."""

    @pytest.fixture
    def recommender(self):
        return SmallRecommender(programs=())

    def test_it_names_the_office_of_the_town(self, talk):
        talk.say("天童で溶接")
        assert "天童市役所" in talk.text
        assert talk.buttons == [wording.NEAREST, wording.UNLIMITED, wording.HELP]

    def test_the_need_is_recorded(self, talk):
        talk.say("溶接")
        assert needs(talk) == ["溶接"]
        assert talk.effects[0].answer.outcome is Outcome.NO_MATCH

    def test_the_nearest_is_searched_for_when_asked(self, talk, recommender):
        talk.say("溶接")
        talk.tap(wording.NEAREST)
        assert recommender.requests[-1].is_nearest
        assert needs(talk) == []

    def test_what_is_asked_for_after_that_is_judged_anew(self, talk, recommender):
        talk.say("溶接")
        talk.tap(wording.NEAREST)
        talk.say("土日だけ")
        assert not recommender.requests[-1].is_nearest
        assert needs(talk) == ["溶接／土日だけ"]

    def test_who_refused_recording_is_not_told_that_it_counts(self, recommender):
        talk = Talk(recommender, Conversation(consent=Consent.REFUSED))
        talk.say("溶接")
        assert "声として" not in talk.text
        assert talk.effects == ()


class TestNeeds:
    """What is recorded: once a search, masked, and never what was only looked at beside it."""

    def test_a_refined_search_is_the_same_need_in_more_words(self, talk):
        talk.say("簿記")
        talk.say("土日だけ")
        assert needs(talk) == ["簿記／土日だけ"]

    def test_personal_data_is_masked_in_it_and_in_what_is_remembered(self, talk):
        talk.say("山田太郎と申します。簿記を習いたい")
        assert needs(talk) == [talk.search.text]
        assert "山田" not in talk.search.text

    @pytest.mark.parametrize("beside", ["もっと見る", "条件をはずす", "2番目に似た講座"])
    def test_what_is_looked_at_beside_it_is_none(self, talk, beside):
        talk.say("土日に簿記")
        talk.say(beside)
        assert needs(talk) == []

    def test_refused_consent_records_nothing(self, recommender):
        talk = Talk(recommender, Conversation(consent=Consent.REFUSED))
        talk.say("簿記")
        assert talk.effects == ()

    def test_who_was_never_greeted_is_told_under_the_first_answer_and_once(self, recommender):
        talk = Talk(recommender, Conversation())
        talk.say("簿記")
        assert wording.KEPT_IN_SHORT.plain in talk.text
        talk.say("介護")
        assert wording.KEPT_IN_SHORT.plain not in talk.text
        assert talk.conversation.consent is Consent.TOLD


class TestCrisis:
    """The fixed words and nothing else."""

    @pytest.fixture
    def recommender(self):
        return SmallRecommender(outcomes={"つらい": Outcome.CRISIS})

    def test_nothing_is_offered_recorded_or_remembered(self, recommender):
        talk = Talk(recommender, Conversation())
        talk.say("簿記")
        talk.say("つらい")
        assert (talk.text, talk.buttons, talk.effects) == ("お返事です。", [], ())
        assert talk.turn.is_urgent
        assert talk.search is None
