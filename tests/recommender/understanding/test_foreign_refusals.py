import pytest

from recommender.understanding.foreign_refusals import foreign_refusals


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Not nursing, something like social work", ("看護",)),
        ("I don't want to do sales", ("sales",)),
        ("Ngoài kaigo ra thì có gì", ("介護",)),
        ("Curso técnico, menos solda, por favor", ("溶接",)),
        ("bukod sa tamakake at forklift", ("玉掛け", "クレーン", "フォークリフト")),
        ("除了介护以外的工作", ("介護",)),
    ],
)
def test_a_topic_is_set_aside_by_its_japanese_name(text, topics):
    assert [found[2] for found in foreign_refusals(text)] == [topics]


@pytest.mark.parametrize("text", ["I am not good at computers", "no, thank you for asking me"])
def test_a_mere_not_refuses_nothing(text):
    assert list(foreign_refusals(text)) == []
