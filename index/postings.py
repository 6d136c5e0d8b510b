"""Postings: for each word, the documents that hold it and what it adds to the score of each.

A matrix of words by documents in sparse form, as files that are mapped, not read. Knows nothing of
text, and nothing of how the impacts come about (index.bm25) or are added up (index.lexical).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import ReleaseDamaged

WORDS_FILE: Final = "words.json"  # the words, in the order of their numbers
ARRAYS: Final = ("starts", "documents", "impacts", "idf")

Documents = NDArray[np.int32]
Impacts = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One word: the documents (n,) that hold it, rising, and what it adds to each (n,)."""

    documents: Documents
    impacts: Impacts

    def __len__(self) -> int:
        return len(self.documents)

    def on(self, documents: NDArray[np.integer]) -> Impacts:
        """Return what the word adds to each of `documents` (k,), 0 where it does not occur."""
        wanted = documents.astype(np.int32, copy=False)  # of one kind, else all would be converted
        places = np.searchsorted(self.documents, wanted)
        places[places == len(self)] = 0
        found = self.documents[places] == wanted
        return np.where(found, self.impacts[places], np.float32(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Word w stands at `starts[w]:starts[w + 1]` of `documents` int32 and `impacts` float32.

    `numbers` gives each word its w, `idf` its weight, float32.
    """

    numbers: Mapping[str, int]
    starts: NDArray[np.int64]
    documents: Documents
    impacts: Impacts
    idf: Impacts

    def of(self, word: str) -> Posting | None:
        """Return where a word occurs, or None when it does not."""
        number = self.numbers.get(word)
        if number is None:
            return None
        there = slice(int(self.starts[number]), int(self.starts[number + 1]))
        return Posting(documents=self.documents[there], impacts=self.impacts[there])

    def save(self, folder: Path) -> None:
        """Write the files into a new folder."""
        folder.mkdir(parents=True)
        words = json.dumps(list(self.numbers), ensure_ascii=False)
        (folder / WORDS_FILE).write_text(words, encoding="utf-8")
        for name in ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Map the files in `folder`; raises ReleaseDamaged when they are none."""
        try:
            words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
            arrays = {name: _mapped(folder / f"{name}.npy") for name in ARRAYS}
        except (OSError, ValueError) as error:
            raise ReleaseDamaged(
                f"言葉の索引 {folder} を開けません。",
                hint="「manabi rollback」で前の版に戻せます。",
            ) from error
        return cls(numbers={word: number for number, word in enumerate(words)}, **arrays)


def _mapped(path: Path) -> NDArray[Any]:
    """Map an array, read-only; as a plain array, which NumPy slices faster than its `memmap`."""
    array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    return array.view(np.ndarray)
