"""Files that staff name on the command line, read with errors that say which and where."""

from pathlib import Path
from typing import Any

from index.errors import TrainingPairsUnusable
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.judged import Collection, json_lines, read_collection
from recommender.evaluation.judged_requests import KNOWN_VALUES, REQUEST_KEYS


def requests_of(path: Path) -> list[dict[str, Any]]:
    """Read a file of judged requests, whose roles and outcomes are known ones."""
    return list(json_lines(text_of(path), path.name, REQUEST_KEYS, KNOWN_VALUES))


def json_lines_of(path: Path, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Read a JSON Lines file whose every line has all of `keys`."""
    return list(json_lines(text_of(path), path.name, keys))


def collection_in(folder: Path) -> Collection:
    """Read a retrieval set: corpus.jsonl, queries.jsonl and qrels.tsv."""
    names = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")
    corpus, queries, qrels = (text_of(folder / name) for name in names)
    return read_collection(corpus, queries, qrels)


def public_pairs_in(folder: Path, name: str) -> list[tuple[str, str]]:
    """Read the training pairs of a public source: `{query, positive}` a line."""
    try:
        rows = json_lines_of(folder / f"{name}.jsonl", ("query", "positive"))
    except JudgmentsUnreadable as error:
        raise TrainingPairsUnusable(error.message, source=name) from error
    for number, row in enumerate(rows, start=1):
        if not all(isinstance(row[key], str) for key in ("query", "positive")):
            raise TrainingPairsUnusable(
                f"{name}.jsonl の{number}件目の query か positive が、文字列ではありません。",
                source=name,
            )
    return [(row["query"], row["positive"]) for row in rows]


def text_of(path: Path) -> str:
    """Read a UTF-8 text file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise JudgmentsUnreadable(
            f"{path} が見つかりません。", hint="ファイルの場所を確かめてください。"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise JudgmentsUnreadable(
            f"{path} を読めません。", hint="UTF-8のテキストか、読み取りの権限を確かめてください。"
        ) from error
