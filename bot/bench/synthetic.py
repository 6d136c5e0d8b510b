"""Synthetic programs: the sample, grown to any size by changing words. The same ones every time.

A copy keeps its sentences and takes some nouns from another program, so that words are as frequent,
and vectors as near to each other, as in a catalog that grew. Not for measuring quality.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from data.program import Program, program_id
from data.text import match_form
from index.bm25 import Fields
from index.document import program_document
from index.encoder.vectors import UnitVectors
from index.lexical import WEIGHTS
from index.tokens import Tokens

SWAPPED: Final = 0.3  # the share of its nouns that a copy takes from elsewhere
BLOCK: Final = 20_000  # vectors made at once
NOISE: Final = 0.012  # a number's deviation, 0.24 in all for 384 numbers: two copies differ


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as written, and the content words that an index finds in it."""

    surface: str
    words: tuple[str, ...]
    is_noun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One program in pieces: title, skills and summary can change, the other words stay."""

    program: Program
    title: tuple[Piece, ...]
    skills: tuple[tuple[Piece, ...], ...]
    summary: tuple[Piece, ...]
    nouns: tuple[Piece, ...]
    others: dict[str, list[str]]


class SyntheticPrograms:
    """Any number of programs around a sample: program i is the sample's own as far as it goes."""

    def __init__(self, sample: Sequence[Program], tokens: Tokens) -> None:
        self._taken = [_taken(program, tokens) for program in sample]

    def programs(self, count: int) -> Iterator[Program]:
        """Yield `count` programs."""
        for number in range(count):
            one = self._copy(number)
            program = one.program
            if number >= len(self._taken):
                key = f"synthetic-{number}"
                title = _text(one.title)
                program = replace(
                    program,
                    program_id=program_id(source_key=key, institution="", title=title),
                    source_key=key,
                    title=title,
                    skills=tuple(_text(skill) for skill in one.skills),
                    summary=_text(one.summary),
                )
            yield program

    def words(self, count: int) -> Iterator[Fields]:
        """Yield the words of the same programs by field, without reading their texts again."""
        for number in range(count):
            one = self._copy(number)
            yield one.others | {
                "title": _words(one.title),
                "keywords": [word for skill in one.skills for word in _words(skill)],
                "body": _words(one.summary),
            }

    def vectors(self, count: int, sample: UnitVectors) -> UnitVectors:
        """Return a vector a program, (count, d): between those of the two it was made from."""
        rows = np.empty((count, sample.dimension), np.float32)
        rows[: len(sample)] = sample.rows[:count]
        for start in range(len(sample), count, BLOCK):
            numbers = range(start, min(start + BLOCK, count))
            chance = np.random.default_rng(start)
            pairs = np.array([self._parents(number) for number in numbers])
            block = (1 - SWAPPED) * sample.rows[pairs[:, 0]] + SWAPPED * sample.rows[pairs[:, 1]]
            block += chance.normal(scale=NOISE, size=block.shape).astype(np.float32)
            rows[start : start + len(block)] = UnitVectors.normalised(block).rows
        return UnitVectors(rows)

    def _parents(self, number: int) -> tuple[int, int]:
        """Return whose copy program `number` is, and whose words it takes."""
        size = len(self._taken)
        return number % size, random.Random(number).randrange(size)  # noqa: S311 - no secret

    def _copy(self, number: int) -> Taken:
        own, other = self._parents(number)
        one = self._taken[own]
        if number < len(self._taken):
            return one
        chance = random.Random(number + 1)  # noqa: S311 - no secret
        nouns = self._taken[other].nouns

        def changed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
            return tuple(
                chance.choice(nouns) if piece.is_noun and chance.random() < SWAPPED else piece
                for piece in pieces
            )

        return replace(
            one,
            title=changed(one.title),
            skills=tuple(changed(skill) for skill in one.skills),
            summary=changed(one.summary),
        )


def _taken(program: Program, tokens: Tokens) -> Taken:
    title, summary = _pieces(program.title, tokens), _pieces(program.summary, tokens)
    skills = tuple(_pieces(skill, tokens) for skill in program.skills)
    parts = (*title, *summary, *(piece for skill in skills for piece in skill))
    document = program_document(program)
    return Taken(
        program=program,
        title=title,
        skills=skills,
        summary=summary,
        nouns=tuple(piece for piece in parts if piece.is_noun),
        others={name: tokens.of(getattr(document, name)) for name in WEIGHTS},
    )


def _pieces(text: str, tokens: Tokens) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            surface=morpheme.surface,
            words=tuple(tokens.of(morpheme.surface)),
            is_noun=morpheme.pos == "名詞",
        )
        for morpheme in tokens.morphemes(match_form(text))
    )


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.surface for piece in pieces)


def _words(pieces: Sequence[Piece]) -> list[str]:
    return [word for piece in pieces for word in piece.words]
