"""Inferring fields: learned from descriptions, better with programs, silent without evidence."""

import csv
from pathlib import Path

import numpy as np
import pytest

from data.program import Program
from data.vocabulary import Field
from index.encoder.card import EncoderCard
from index.encoder.vectors import UnitVectors
from index.field_examples import (
    DESCRIPTIONS,
    MOST_PROGRAMS,
    FieldExample,
    program_examples,
)
from index.fields import FieldInference
from index.fields_evaluation import cross_validated, field_accuracy
from index.tokens import Tokens

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "programs.csv"
TOPICS = ("簿記", "溶接", "英会話")

ACCOUNTS = FieldExample(text="簿記", fields=(Field.ACCOUNTING_OFFICE,))
WELDING = FieldExample(text="溶接", fields=(Field.MANUFACTURING,))
NEUTRAL = FieldExample(text="講座", fields=())


class TopicEncoder:
    """A direction a topic, and one for all that names none."""

    def __init__(self, revision="1"):
        self.texts = []
        self.card = EncoderCard(
            name="topics",
            revision=revision,
            source="test",
            dimension=len(TOPICS) + 1,
            max_tokens=512,
            query_prefix="",
            passage_prefix="",
            quantization="none",
            checksums={},
        )

    def encode_passages(self, texts, *, progress=None):  # noqa: ARG002 - nobody watches
        self.texts += texts
        rows = np.array([[topic in text for topic in TOPICS] + [False] for text in texts], float)
        rows[:, -1] = rows.sum(axis=1) == 0
        return UnitVectors.normalised(rows)

    encode_queries = encode_passages


class RememberingEncoder:
    """The real one, asked once for each text: cross-validation learns from it ten times."""

    def __init__(self, encoder):
        self.card = encoder.card
        self._encoder = encoder
        self._known = {}

    def encode_passages(self, texts, *, progress=None):  # noqa: ARG002 - nobody watches
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= dict(zip(new, self._encoder.encode_passages(new).rows, strict=True))
        return UnitVectors(np.array([self._known[text] for text in texts]))


class SaysAlways:
    """Infers what it is told to, text by text."""

    def __init__(self, *answers):
        self._answers = list(answers)

    def infer(self, texts):
        return self._answers[: len(texts)]


@pytest.fixture(scope="module")
def tokens():
    return Tokens()


@pytest.fixture
def inference(tokens):
    return FieldInference(TopicEncoder(), tokens, descriptions=[ACCOUNTS, WELDING, NEUTRAL])


def program(title, *fields, **more):
    return Program(program_id=title, title=title, fields=fields, **more)


def test_a_text_gets_the_field_whose_description_it_is_like(inference):
    assert inference.infer(["簿記入門", "溶接実習"]) == [
        (Field.ACCOUNTING_OFFICE,),
        (Field.MANUFACTURING,),
    ]


def test_a_text_of_two_topics_gets_both_fields(inference):
    (fields,) = inference.infer(["簿記と溶接"])
    assert set(fields) == {Field.ACCOUNTING_OFFICE, Field.MANUFACTURING}


def test_unknown_stays_unknown(inference):
    assert inference.infer(["講座のご案内", ""]) == [(), ()]


def test_the_fields_of_a_text_depend_on_no_other_text(inference):
    alone = inference.infer(["簿記入門"])
    assert inference.infer(["溶接", "簿記入門", "未定"] * 100)[1::3] == alone * 100


def test_no_texts_have_no_fields_and_nothing_is_learned_for_them(tokens):
    encoder = TopicEncoder()
    assert FieldInference(encoder, tokens).infer([]) == []
    assert encoder.texts == []


def test_programs_teach_what_no_description_says(tokens):
    taught = program_examples(program(f"英会話{i}", Field.LANGUAGE_INTERNATIONAL) for i in range(9))
    descriptions = [ACCOUNTS, WELDING, NEUTRAL]
    plain = FieldInference(TopicEncoder(), tokens, descriptions=descriptions)
    better = FieldInference(TopicEncoder(), tokens, descriptions=descriptions, programs=taught)
    assert Field.LANGUAGE_INTERNATIONAL not in plain.infer(["英会話の夕べ"])[0]
    assert better.infer(["英会話の夕べ"]) == [(Field.LANGUAGE_INTERNATIONAL,)]


def test_the_name_tells_encoder_and_examples(tokens):
    def name(revision, *programs):
        return FieldInference(TopicEncoder(revision), tokens, programs=programs).name

    names = {name("1"), name("2"), name("1", ACCOUNTS)}
    assert len(names) == 3
    assert name("1") in names


def test_only_stated_fields_teach():
    inferred = program("簿記", Field.ACCOUNTING_OFFICE, fields_inferred=True)
    assert program_examples([inferred, program("溶接")]) == ()


def test_of_many_programs_evenly_spaced_ones_teach():
    many = [program(str(i), Field.DIGITAL) for i in range(MOST_PROGRAMS * 2)]
    assert [example.text for example in program_examples(many)][:3] == ["0", "2", "4"]
    assert len(program_examples(many)) == MOST_PROGRAMS


def test_every_field_is_described_several_times():
    described = [field for example in DESCRIPTIONS for field in example.fields]
    assert min(described.count(field) for field in Field) >= 4


def test_some_sentences_say_nothing():
    assert sum(not example.fields for example in DESCRIPTIONS) >= 10


def test_accuracy_counts_fields_and_leaves_the_unknown_apart():
    programs = [
        program("甲", Field.DIGITAL, Field.DATA_AI),
        program("乙", Field.BUSINESS),
        program("丙"),  # states nothing: nothing to compare with
        program("丁", Field.TOURISM_COMMUNITY),
    ]
    found = SaysAlways((Field.DATA_AI,), (Field.DIGITAL, Field.BUSINESS), ())
    accuracy = field_accuracy(programs, found)
    assert accuracy.programs == 3
    assert accuracy.main_accuracy == 1 / 2
    assert accuracy.precision == 2 / 3
    assert accuracy.recall == 2 / 4
    assert accuracy.f1 == pytest.approx(4 / 7)
    assert accuracy.unknown == 1 / 3


def test_no_programs_have_accuracy_zero():
    assert field_accuracy([], SaysAlways()).f1 == 0


def test_cross_validation_never_teaches_what_it_asks():
    programs = [program(str(i), Field.DIGITAL) for i in range(25)]

    class Pupil:
        def __init__(self, examples):
            self._seen = {example.text for example in examples}

        def infer(self, texts):
            assert not self._seen & set(texts)
            assert len(self._seen) + len(texts) == 25
            return [(Field.DIGITAL,)] * len(texts)

    assert cross_validated(programs, Pupil).f1 == 1


@pytest.fixture(scope="module")
def sample_programs():
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return [
            program(
                row["講座名"],
                *(Field(word) for word in row["分野"].split("、")),
                summary=row["内容"],
                skills=tuple(row["身につく知識・技能"].split("、")),
            )
            for row in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def remembering_encoder(manabi_encoder):
    return RememberingEncoder(manabi_encoder)


@pytest.mark.slow
def test_descriptions_alone_find_the_fields(remembering_encoder, tokens, sample_programs):
    """Measured: main 0.96, precision 0.90, recall 0.64, f1 0.75, unknown 0.05."""
    accuracy = field_accuracy(sample_programs, FieldInference(remembering_encoder, tokens))
    assert accuracy.main_accuracy >= 0.92
    assert accuracy.precision >= 0.84
    assert accuracy.f1 >= 0.70
    assert accuracy.unknown <= 0.10


@pytest.mark.slow
def test_programs_with_stated_fields_help(remembering_encoder, tokens, sample_programs):
    """Measured in ten folds: main 0.97, precision 0.83, recall 0.78, f1 0.80, unknown 0.00."""
    accuracy = cross_validated(
        sample_programs,
        lambda examples: FieldInference(remembering_encoder, tokens, programs=examples),
    )
    assert accuracy.main_accuracy >= 0.93
    assert accuracy.f1 >= 0.75
    assert accuracy.unknown <= 0.05
