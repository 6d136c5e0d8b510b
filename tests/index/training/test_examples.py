"""Examples: one chosen distractor, one mined, and nothing of what is held back."""

from index.training.examples import DISTRACTORS, answer_pairs, taught_requests, written_examples
from index.training.written import Form, WrittenProgram, WrittenRequest, written_programs

HELD = next(name for name, one in written_programs().items() if one.is_held_back)


def program(name):
    return WrittenProgram(
        program_id=name, title=name, fields=(), audience=(), skills=(), summary=f"{name}の内容"
    )


PROGRAMS = {name: program(name) for name in ("a", "b", "c", "d", HELD)}


def text(name):
    return PROGRAMS[name].document.passage


def request(name="a", *, also=(), near=("b",)):
    return WrittenRequest(
        text="ﾎﾞｷを習う",
        role="learner",
        form=Form.SHORT,
        language="ja",
        program=name,
        also=also,
        near=near,
    )


def test_the_texts_of_this_test_are_taught():
    assert [name for name, one in PROGRAMS.items() if one.is_held_back] == [HELD]


def test_a_request_for_a_held_back_program_is_not_taught():
    assert taught_requests([request(), request(HELD)], PROGRAMS) == [request()]


def test_a_held_back_program_is_neither_answer_nor_distractor():
    one = request(also=(HELD, "c"), near=(HELD, "b"))
    assert [pair.answer for pair in answer_pairs([one], PROGRAMS)] == [text("a"), text("c")]
    (example,) = written_examples([one], PROGRAMS, {"ボキを習う": [text("d")]})
    assert example.distractors == (text("b"), text("d"))


def test_texts_are_in_match_form_as_when_served():
    assert answer_pairs([request()], PROGRAMS)[0].question == "ボキを習う"


def test_the_first_distractor_is_the_writers_and_the_second_is_mined():
    mined = {"ボキを習う": [text("b"), text("d")]}
    (example,) = written_examples([request(near=("b", "c"))], PROGRAMS, mined)
    assert example.distractors == (text("b"), text("d"))


def test_without_mined_ones_the_writers_others_take_their_place():
    (example,) = written_examples([request(near=("b", "c"))], PROGRAMS, {})
    assert example.distractors == (text("b"), text("c"))


def test_no_distractor_comes_twice_when_the_writers_are_all_held_back():
    (example,) = written_examples(
        [request(near=(HELD,))], PROGRAMS, {"ボキを習う": (text("d"), text("c"))}
    )
    assert example.distractors == (text("d"), text("c"))


def test_a_request_without_enough_distractors_is_left_out():
    assert DISTRACTORS == 2
    assert written_examples([request(near=("b",))], PROGRAMS, {}) == []
