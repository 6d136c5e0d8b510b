"""やさしい日本語 for words of the catalog: readings beside the kanji that not everyone reads.

A reading stands in full-width brackets after the kanji it belongs to, so that 申し込む becomes
申（もう）し込（こ）む. Taking the brackets away gives back what was written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.line.easy_kanji import EASIEST
from bot.line.easy_words import READ_OTHERWISE
from bot.line.voice import Known
from index.tokens import ReadWord

_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]*[一-鿿㐀-䶿々]")
_IN_BRACKETS = re.compile(r"\s*[（(][ぁ-ゖー・\s]+[）)]")
_READ_ALREADY = re.compile(rf"(?P<kanji>{_KANJI.pattern})[（(](?P<reading>[ぁ-ゖー]+)[）)]")
_READ_OTHERWISE = re.compile("|".join(sorted(READ_OTHERWISE, key=len, reverse=True)))
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class Reader(Protocol):
    """Something that knows how the words of a text are read."""

    def read(self, text: str) -> Sequence[ReadWord]:
        """Return every word of `text` in order, with its place and its reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Kanji `text[start:end]` and their reading in hiragana."""

    start: int
    end: int
    reading: str


class Readings:
    """Writes readings beside hard kanji, each the first time only."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __call__(self, text: str, known: Known | None = None) -> str:
        """Return `text` with readings beside all but the easiest kanji."""
        known = set() if known is None else known
        text = _each_once(text, known)
        if EASIEST.issuperset(_kanji_of(text)):
            return text
        parts, done = [], 0
        for run in self._runs(text):
            written = text[run.start : run.end]
            if (written, run.reading) in known or _IN_BRACKETS.match(text, run.end):
                continue
            known.add((written, run.reading))
            parts.append(f"{text[done : run.end]}（{run.reading}）")
            done = run.end
        return "".join([*parts, text[done:]])

    def _runs(self, text: str) -> Iterator[_Run]:
        done = 0
        for found in _READ_OTHERWISE.finditer(text):
            yield from self._runs_between(text, done, found.start())
            done = found.end()
            yield _Run(start=found.start(), end=done, reading=READ_OTHERWISE[found.group()])
        yield from self._runs_between(text, done, len(text))

    def _runs_between(self, text: str, start: int, end: int) -> Iterator[_Run]:
        for word in self._reader.read(text[start:end]):
            if not EASIEST.issuperset(_kanji_of(word.surface)):
                yield from _hard_runs(word, start)


def _each_once(text: str, known: Known) -> str:
    """Return `text` without the readings that are known; the others are known from now on."""

    def once(found: re.Match[str]) -> str:
        pair = (found["kanji"], found["reading"])
        is_known = pair in known
        known.add(pair)
        return found["kanji"] if is_known else found.group()

    return _READ_ALREADY.sub(once, text)


def _kanji_of(text: str) -> str:
    return "".join(_KANJI.findall(text))


def _hard_runs(word: ReadWord, offset: int) -> list[_Run]:
    """Return the runs of kanji of a word that is read from `offset` on, with their readings.

    Where the parts cannot be told apart (or the dictionary does not know the word), the whole word
    is read, or nothing is said: a wrong reading is worse than none.
    """
    reading = word.reading.translate(_KATAKANA)
    if not re.fullmatch(r"[ぁ-ゖー]+", reading) or _IN_BRACKETS.search(word.surface):
        return []  # SudachiPy takes 講座（こうざ） for one word
    runs = list(_KANJI.finditer(word.surface))
    begin = offset + word.start
    split = _split(word.surface.translate(_KATAKANA), runs, reading)
    if split is None:
        return [_Run(start=begin, end=offset + word.end, reading=reading)]
    return [
        _Run(start=begin + run.start(), end=begin + run.end(), reading=part)
        for run, part in zip(runs, split, strict=True)
        if not EASIEST.issuperset(run.group())
    ]


def _split(surface: str, runs: Sequence[re.Match[str]], reading: str) -> tuple[str, ...] | None:
    """Return the reading of each run, None unless there is exactly one way to tell."""
    kana, done = [], 0
    for run in runs:
        kana.append(re.escape(surface[done : run.start()]))
        done = run.end()
    kana.append(re.escape(surface[done:]))
    greedy, lazy = (re.fullmatch(how.join(kana), reading) for how in ("(.+)", "(.+?)"))
    if greedy is None or lazy is None or greedy.groups() != lazy.groups():
        return None
    return greedy.groups()
