"""The sentences of the dialogue, all of them at once."""

import pytest

from bot.dialogue import intake_wording, saved_wording, search_wording, wording
from bot.line.messages import LONGEST_QUICK_REPLY_LABEL
from bot.line.text_length import utf16_length
from bot.line.words import Words

MODULES = (wording, search_wording, saved_wording, intake_wording)
SENTENCES = {
    f"{module.__name__}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Words)
}
LABELS = [
    label
    for module in MODULES
    for value in vars(module).values()
    for label in (value if isinstance(value, tuple) else ())
    if isinstance(label, str)
]
LONGEST_SENTENCE = 120  # characters between two stops; more is not read on a phone


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_short_in_both_forms_and_leads_with_no_word_that_few_know(sentence):
    for form in (sentence.plain, sentence.easy):
        assert "リカレント" not in form
        pieces = form.replace("\n", "。").replace("？", "。").split("。")
        assert max(map(len, pieces)) <= LONGEST_SENTENCE


@pytest.mark.parametrize("label", LABELS)
def test_a_button_can_be_read_whole(label):
    assert utf16_length(label) <= LONGEST_QUICK_REPLY_LABEL


def test_town_halls_have_their_own_names():
    names = [search_wording.town_hall(town) for town in ("天童市", "河北町", "大蔵村")]
    assert names == ["天童市役所", "河北町役場", "大蔵村役場"]


@pytest.mark.parametrize("is_employer", [False, True])
def test_only_who_is_recorded_hears_so_in_both_forms(is_employer):
    recorded, silent = (
        search_wording.no_match("", is_employer=is_employer, is_recorded=is_recorded)
        for is_recorded in (True, False)
    )
    assert ("記録" in recorded.plain, "記録" in recorded.easy) == (True, True)
    assert ("記録" in silent.plain, "記録" in silent.easy) == (False, False)
