"""Judged collections as they lie in files: documents, queries and what readers said of them.

Two layouts: a folder in the manner of public retrieval sets (`corpus.jsonl`, `queries.jsonl`,
`qrels.tsv`), and judged requests (`requests.jsonl`, `judgments.jsonl`). Whoever opens the files
hands their text in.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from data.text import match_form
from index.document import Document
from recommender.errors import JudgmentsUnreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Documents, queries by id, and for each query the gain of each relevant document."""

    documents: tuple[Document, ...]
    queries: Mapping[str, str]
    gains: Mapping[str, Mapping[str, int]]

    def first_queries(self, count: int | None) -> "Collection":
        """Return the same collection with its first `count` queries only; all if None."""
        return replace(self, queries=dict(islice(self.queries.items(), count)))


def read_collection(corpus: str, queries: str, qrels: str) -> Collection:
    """Read the three files of a retrieval set; only judged queries are kept."""
    gains: dict[str, dict[str, int]] = {}
    for line, query, document, gain in _qrels(qrels):
        try:
            gains.setdefault(query, {})[document] = int(gain)
        except ValueError:
            raise _malformed("qrels.tsv", line) from None
    documents = tuple(
        Document(
            document_id=row["id"],
            title=match_form(row.get("title") or ""),
            body=match_form(row["text"]),
        )
        for row in json_lines(corpus, "corpus.jsonl", ("id", "text"))
    )
    texts = {row["id"]: row["text"] for row in json_lines(queries, "queries.jsonl", ("id", "text"))}
    judged = {query: text for query, text in texts.items() if query in gains}
    if not judged or not documents:
        raise JudgmentsUnreadable(
            "判定のある問い合わせか文書が1件もありません。",
            hint="queries.jsonl の id と qrels.tsv の1列目が合っているか確かめてください。",
        )
    return Collection(documents=documents, queries=judged, gains=gains)


def json_lines(
    text: str,
    name: str,
    keys: tuple[str, ...],
    known: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines text, each with all of `keys`.

    `known` are the values that some keys may have.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            raise _malformed(name, number) from None
        if not isinstance(row, dict) or any(key not in row for key in keys):
            raise _malformed(name, number, f"(必要な項目: {'、'.join(keys)})")
        for key, values in (known or {}).items():
            if row[key] not in values:
                wanted = "、".join(values)
                raise _malformed(name, number, f"({key} は {wanted} のどれか)")
        yield row


def _qrels(text: str) -> Iterator[tuple[int, str, str, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            parts = line.split("\t")
            if len(parts) != 3:  # noqa: PLR2004 - query, document, gain
                raise _malformed("qrels.tsv", number, "(問い合わせ・文書・点の3列)")
            yield number, parts[0], parts[1], parts[2]


def _malformed(name: str, line: int, wanted: str = "") -> JudgmentsUnreadable:
    return JudgmentsUnreadable(
        f"{name} の{line}行目を読めません{wanted}。", hint="その行を直してから、もう一度どうぞ。"
    )
