"""Every sentence of `manabi bench`."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.bench.contender import Way
from bot.bench.figures import SizeFigures, WayFigures
from bot.bench.rebuilds import RebuildFigures

SIZES_ARE_NUMBERS: Final = "講座の件数は、1以上の数を「,」で区切って書いてください"
NOT_WANTED: Final = "--without-plain を指定したためです。"
UNKNOWN: Final = "—"
WAYS: Final[Mapping[Way, str]] = {
    Way.MANABI: "まなびコンパス",
    Way.SEARCH: "まなびコンパスの検索",
    Way.PLAIN: "sentence-transformers と FAISS",
    Way.LEXICAL: "言葉だけ",
}
INDEXES: Final[Mapping[str, str]] = {
    "exact": "すべてをそのままくらべる索引",
    "int8": "すべてを1バイトにしてくらべ、候補をそのままくらべる索引",
    "cells": "近い区画だけを1バイトにしてくらべ、候補をそのままくらべる索引",
}


def size_heading(figures: SizeFigures) -> str:
    """Name the number of programs, the index, its recall, and the rebuild."""
    ours = figures.ways[figures.ours]
    lines = [f"\n【講座{figures.programs:,}件】{INDEXES.get(ours.index or '', '')}"]
    if ours.recall:
        shares = "、".join(f"上位{depth}件の{share:.1%}" for depth, share in ours.recall.items())
        lines.append(f"総当たりとくらべて、{shares}を見つけました。")
    if figures.rebuild_unchanged_s is not None and figures.rebuild_from_nothing_s is not None:
        lines.append(
            f"版づくりは、変わった講座がなければ{figures.rebuild_unchanged_s:.1f}秒、"
            f"はじめてなら{figures.rebuild_from_nothing_s:.0f}秒(1秒の文章数から計算)。"
        )
    for way, name in ((Way.PLAIN, "ふつうの組み合わせ"), (Way.LEXICAL, "言葉だけ")):
        ratio = figures.times_faster_than(way)
        if ratio is not None:
            lines.append(f"{name}だと、1件の時間は{ratio:.2f}倍です(比の中央値)。")
    return "\n".join(lines)


def rebuilds(figures: RebuildFigures) -> str:
    """Say how long rebuilds take."""
    lines = [
        f"講座{figures.programs:,}件の版づくり",
        f"・はじめから: {figures.from_nothing_s:.1f}秒",
        f"・変わった講座がないとき: {figures.unchanged_s:.2f}秒(5回の中央値)",
        f"・100件に1件が変わったとき: {figures.one_percent_s:.2f}秒(5回の中央値)",
    ]
    plain = figures.plain_from_nothing_s
    if plain is not None:
        lines.append(
            f"・ふつうの組み合わせは、いつもすべてをベクトルにするので{plain:.1f}秒(速さから計算)。"
            f"はじめからの{plain / figures.from_nothing_s:.2f}倍、変わらないときの{plain / figures.unchanged_s:.0f}倍です。"
        )
    return "\n".join(lines)


def headers(figures: SizeFigures) -> tuple[str, ...]:
    """Head the table of one size."""
    return ("", *(WAYS[way] for way in figures.ways))


def rows(figures: SizeFigures) -> list[tuple[str, ...]]:
    """Write the table of one size, a figure a line."""
    return [
        (name, *(written(way) for way in figures.ways.values())) for name, written in _LINES.items()
    ]


def plain_skipped(reason: str) -> str:
    """Say why the plain pipeline is missing from the tables."""
    return f"ふつうの組み合わせとは、くらべていません。{reason}"


def _part(name: str) -> Callable[[WayFigures], str]:
    def written(way: WayFigures) -> str:
        spread = way.parts.get(name)
        return f"{spread.p50:.2f} / {spread.p99:.2f}" if spread else UNKNOWN

    return written


def _over(way: WayFigures) -> str:
    return f"{way.over_encode - 1:+.0%}" if way.over_encode else UNKNOWN


def _megabytes(way: WayFigures) -> str:
    if way.memory is None:
        return UNKNOWN
    return f"{way.memory['resident_mb']:.0f}({way.memory['own_mb']:.0f})"


_LINES: Final[Mapping[str, Callable[[WayFigures], str]]] = {
    "1件の時間 ms(中央値 / 99%)": _part("total"),
    "　エンコーダー ms": _part("encode"),
    "　検索 ms": _part("search"),
    "　検索のうち言葉 ms": _part("lexical"),
    "エンコーダーだけより": _over,
    "同時に4人、1秒の件数": lambda way: f"{way.answers_per_s:.0f}",
    "1秒に読む講座の文章": lambda way: f"{way.documents_per_s:.0f}",
    "起動から最初の答え 秒": lambda way: f"{way.first_answer_s:.2f}",
    "メモリー MB(自分だけの分)": _megabytes,
}
