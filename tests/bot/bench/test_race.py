"""Contenders run in processes of their own and answer turn by turn."""

import numpy as np
import pytest

from bot.bench.contender import Order, Way
from bot.bench.errors import ContenderEnded
from bot.bench.memory import memory
from bot.bench.race import Process, Race, run
from bot.bench.stage import PreparedVectors
from index.document import Document
from index.lexical import LexicalIndex
from index.release import IDS_FILE, LEXICAL_FOLDER
from index.tokens import Tokens

DOCUMENTS = (Document(document_id="a", title="簿記入門"), Document(document_id="b", title="溶接"))


@pytest.fixture
def order(tmp_path):
    (tmp_path / IDS_FILE).write_text("a\nb\n", encoding="utf-8")
    LexicalIndex.build(DOCUMENTS, Tokens()).save(tmp_path / LEXICAL_FOLDER)
    return Order(
        way=Way.LEXICAL,
        folder=str(tmp_path),
        model="",
        day="2026-11-23",
        started=0.0,
        first="簿記",
    )


def test_every_start_request_and_document_is_timed(order):
    race = Race(orders=[order], requests=["簿記", "溶接を学ぶ", "宇宙"], passages=["帳簿をつける"])
    figures = run(race)[Way.LEXICAL]
    assert len(figures.totals) == 3
    assert 0 < figures.parts["total"].p50 <= figures.parts["total"].p99
    assert 0 < figures.first_answer_s < 600
    assert min(figures.answers_per_s, figures.documents_per_s) > 0
    assert figures.over_encode is None


def test_a_process_that_cannot_start_is_an_error_and_not_a_wait(order, tmp_path):
    (tmp_path / IDS_FILE).unlink()
    with pytest.raises(ContenderEnded, match="lexical"):
        Process(order)


def test_memory_has_a_part_of_its_own():
    held = memory()
    assert held is None or 1 < held.own_mb <= held.resident_mb


def test_made_vectors_stand_for_their_texts():
    rows = np.eye(2, dtype=np.float32)
    made = PreparedVectors(card=None, vectors=dict(zip(["簿記", "溶接"], rows, strict=True)))
    assert made.encode_passages(["溶接"]).rows.tolist() == [[0, 1]]
    assert made.encode_queries(["簿記", "溶接"]).rows.tolist() == [[1, 0], [0, 1]]
