"""Files that staff name on the command line, read with errors that say which and where."""

from pathlib import Path
from typing import Any

from recommender.errors import JudgmentsUnreadable
from recommender.judged import Collection, json_lines, read_collection


def json_lines_of(path: Path, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Read a JSON Lines file whose every line has all of `keys`."""
    return list(json_lines(text_of(path), path.name, keys))


def collection_in(folder: Path) -> Collection:
    """Read a retrieval set: corpus.jsonl, queries.jsonl and qrels.tsv."""
    names = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")
    corpus, queries, qrels = (text_of(folder / name) for name in names)
    return read_collection(corpus, queries, qrels)


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
