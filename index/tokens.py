"""Japanese text → content words in their normalised form, for lexical search.

The only home of SudachiPy. Normalised forms join spellings (パソコン/ﾊﾟｿｺﾝ, 引越し/引っ越し).
"""

import threading
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import version

import sudachipy
from sudachipy import Dictionary, SplitMode, Tokenizer

from data.text import match_form

# Parts of speech (UniDic, first level) that carry what a person wants; chosen on the tuning half,
# see docs/decisions.md.
CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
RULES = 1  # raise it whenever the words of any text would change by our doing
# What the words of a text depend on besides the text.
VERSION = f"{version('sudachipy')} {version('sudachidict-core')} {RULES}"
SUDACHI_LIMIT_BYTES = 49_149  # SudachiPy refuses longer input
RECENT = 16  # texts; a few requests that are answered at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A content word as written, and the normalised form that it is found by."""

    surface: str
    normal: str
    is_noun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Morpheme:
    """A word of a text in context: `text[start:end]`, its lemma, and its part of speech.

    `pos` is the first level of UniDic's parts of speech in Japanese, `detail` the second.
    """

    start: int
    end: int
    surface: str
    lemma: str
    normal: str
    pos: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWord:
    """A word of a text, `text[start:end]`, and how it is read: katakana, empty if unknown."""

    start: int
    end: int
    surface: str
    reading: str


class Tokens:
    """A tokenizer that threads can share: one dictionary, one analyser a thread."""

    def __init__(self) -> None:
        self._analyser = _Analysers()
        # One request asks for the words of its topic three times: to search, to see whether it
        # names anything, to give reasons. The cache must not know this object, or the two would
        # keep each other, and with them a release that nobody serves any more.
        self.words = lru_cache(RECENT)(partial(_words, self._analyser))

    def of(self, text: str) -> list[str]:
        """Return the normalised forms of the content words of `text`."""
        return [word.normal for word in self.words(text)]

    def morphemes(self, text: str) -> list[Morpheme]:
        """Return every word of `text`, which is in match form, in order, compounds whole."""
        return [
            Morpheme(
                start=morpheme.begin(),
                end=morpheme.end(),
                surface=morpheme.surface(),
                lemma=morpheme.dictionary_form(),
                normal=morpheme.normalized_form().casefold(),
                pos=morpheme.part_of_speech()[0],
                detail=morpheme.part_of_speech()[1],
            )
            for morpheme in self._analyser().tokenize(_clipped(text))
        ]

    def read(self, text: str) -> list[ReadWord]:
        """Return every word of `text`, written as it may be, in order, with its reading.

        A compound comes as its parts where their readings make up its own: 改革 out of 働き方改革.
        """
        return [
            ReadWord(
                start=unit.begin(),
                end=unit.end(),
                surface=text[unit.begin() : unit.end()],
                reading="" if unit.is_oov() else unit.reading_form(),
            )
            for morpheme in self._analyser().tokenize(_clipped(text))
            for unit in _read_parts(morpheme)
        ]


class _Analysers:
    """One dictionary, and an analyser for each thread that asks."""

    def __init__(self) -> None:
        self._dictionary = Dictionary(dict="core")
        self._local = threading.local()

    def __call__(self) -> Tokenizer:
        if not hasattr(self._local, "analyser"):
            self._local.analyser = self._dictionary.tokenizer(mode=SplitMode.C)
        analyser: Tokenizer = self._local.analyser
        return analyser


def _words(analyser: _Analysers, text: str) -> tuple[Word, ...]:
    """Return the content words of `text` in order; a compound is followed by its parts."""
    return tuple(
        Word(
            surface=unit.surface(),
            normal=unit.normalized_form().casefold(),
            is_noun=unit.part_of_speech()[0] == "名詞",
        )
        for morpheme in analyser().tokenize(_clipped(match_form(text)))
        for unit in _with_parts(morpheme)
        if unit.part_of_speech()[0] in CONTENT
    )


def _clipped(text: str) -> str:
    return text.encode()[:SUDACHI_LIMIT_BYTES].decode(errors="ignore")


def _with_parts(morpheme: sudachipy.Morpheme) -> list[sudachipy.Morpheme]:
    """Return a word and, for a compound such as 加工品, its shortest units."""
    parts = list(morpheme.split(SplitMode.A))
    return [morpheme, *parts] if len(parts) > 1 else [morpheme]


def _read_parts(morpheme: sudachipy.Morpheme) -> list[sudachipy.Morpheme]:
    parts = list(morpheme.split(SplitMode.A))
    is_sum = "".join(part.reading_form() for part in parts) == morpheme.reading_form()
    return parts if is_sum else [morpheme]
