import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.understanding.topic import residual


def left(marked):
    """Return the residual of a text whose spans stand in angle brackets."""
    text, spans, start = "", [], 0
    for char in marked:
        if char == "<":
            start = len(text)
        elif char == ">":
            spans.append((start, len(text)))
        else:
            text += char
    return residual(text, spans)


@pytest.mark.parametrize(
    ("marked", "topic"),
    [
        ("簿記を習いたい", "簿記を習いたい"),
        ("<土曜に>簿記を習いたい", "簿記を習いたい"),
        ("簿記を<3万円以内で>習いたい", "簿記を 習いたい"),
        ("<オンラインで>", ""),
        ("<夜は無理>なので、簿記", "簿記"),
        ("<夜は無理だ>と思います。簿記を", "簿記を"),
        ("<米沢>だけんども、織物の図案", "織物の図案"),
        ("溶接(<2日間>)の講座", "溶接の講座"),
        ("溶接、<2日間>、<無料>", "溶接"),
        ("簿記<>の基本", "簿記の基本"),
    ],
)
def test_what_is_left_is_tidy(marked, topic):
    assert topic == left(marked)


def test_spans_may_overlap_and_stand_in_any_order():
    assert residual("土曜の午前に簿記", [(3, 6), (0, 4)]) == "簿記"


def test_an_empty_span_parts_nothing():
    assert residual("農業簿記", [(2, 2)]) == "農業簿記"


def test_brackets_within_brackets_end():
    assert residual("(" * 1_000 + ")" * 1_000, []) == ""


TEXTS = st.text(alphabet="簿記をにで、。 ()AB", max_size=30)


@st.composite
def spans(draw):
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    pairs = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
    return text, draw(st.lists(pairs, max_size=5))


@given(spans())
def test_nothing_is_left_that_was_not_written_outside_the_spans(case):
    text, taken = case
    covered = {place for start, end in taken for place in range(start, end)}
    remaining = iter(char for place, char in enumerate(text) if place not in covered)
    assert all(char in remaining for char in residual(text, taken) if char != " ")


@given(TEXTS)
def test_tidying_twice_is_tidying_once(text):
    once = residual(text, [])
    assert once == residual(once, [])


@given(st.text(max_size=200))
def test_any_text_can_be_tidied(text):
    assert len(residual(text, [])) <= len(text)
