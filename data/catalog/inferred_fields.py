"""Inferred fields: what programs are about whose sources do not say; inferred once, then kept."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from data.catalog.database import Database
from data.program import Program
from data.shape import program_from_text, program_to_text
from data.vocabulary import Field

BATCH = 256  # programs at a time
NO_FIELDS = '"fields":[]'  # as program_to_text writes it

TextOfProgram = tuple[str, str]  # identity and JSON text


class FieldInference(Protocol):
    """Says what a program is about from its words."""

    name: str  # of the method; fields are inferred anew when it changes

    def infer(self, texts: Sequence[str]) -> list[tuple[Field, ...]]:
        """Return the fields of each text, none where the words do not say."""


class InferredFields:
    """Adds fields to the programs that have none; `inference` is only made when one is needed."""

    def __init__(self, database: Database, inference: Callable[[], FieldInference]) -> None:
        self._database = database
        self._make = inference
        self._inference: FieldInference | None = None
        self.count = 0

    def added(self, programs: Iterable[TextOfProgram]) -> Iterator[TextOfProgram]:
        """Yield every program, those without fields with what was inferred."""
        batch: list[TextOfProgram] = []
        for identity, text in programs:
            if NO_FIELDS not in text:
                yield identity, text
                continue
            batch.append((identity, text))
            if len(batch) == BATCH:
                yield from self._batch(batch)
                batch = []
        if batch:
            yield from self._batch(batch)

    def _batch(self, batch: Sequence[TextOfProgram]) -> Iterator[TextOfProgram]:
        programs = [program_from_text(text) for _, text in batch]
        texts = [inference_text(program) for program in programs]
        known = self._fields_of(texts)
        for (identity, _), program, text in zip(batch, programs, texts, strict=True):
            found = known[text]
            self.count += bool(found)
            inferred = replace(program, fields=found, fields_inferred=bool(found))
            yield identity, program_to_text(inferred)

    def _fields_of(self, texts: Sequence[str]) -> dict[str, tuple[Field, ...]]:
        """Return the fields of each text, inferring only those never seen before."""
        self._inference = self._inference or self._make()
        name = self._inference.name
        hashes = {text: hashlib.sha256(f"{name}\x1f{text}".encode()).hexdigest() for text in texts}
        marks = ",".join("?" * len(hashes))
        rows = self._database.execute(
            f"select text_hash, fields from inferred_fields where text_hash in ({marks})",  # noqa: S608 - question marks only
            list(hashes.values()),
        )
        stored = {key: tuple(Field(word) for word in json.loads(words)) for key, words in rows}
        new = [text for text, key in hashes.items() if key not in stored]
        fresh = dict(zip(new, self._inference.infer(new), strict=True)) if new else {}
        self._database.conn.executemany(
            "insert into inferred_fields values (?, ?)",
            [(hashes[text], json.dumps(fields)) for text, fields in fresh.items()],
        )
        return {text: fresh[text] if text in fresh else stored[hashes[text]] for text in texts}


def inference_text(program: Program) -> str:
    """Return the words from which a program's fields are inferred."""
    return "。".join(
        part for part in (program.title, "、".join(program.skills), program.summary) if part
    )
