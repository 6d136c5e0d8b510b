"""Labelled lines inside a cell (対象：…。助成：… or 【対象】…) → what each says, and the rest."""

import re
from functools import lru_cache

from data.columns.roles import Role
from data.columns.words import known_role

_MARK = re.compile(r"[:：】]")
_SENTENCES = re.compile(r"(?<=。)")
_LABELLED = re.compile(
    r"[\s・※◆■●]*(?:【([^】]{1,10})】\s*[:：]?|([^【】:：\s]{1,10})\s*[:：])\s*(\S.*?)[。\s]*$"
)


@lru_cache(maxsize=1024)
def labelled_parts(text: str) -> tuple[tuple[tuple[Role, str], ...], str]:
    """Return the roles named at the start of lines or sentences with their text, and the rest.

    Takes display form: line breaks separate pieces, and so does 。
    """
    if not _MARK.search(text):
        return (), text
    parts: list[tuple[Role, str]] = []
    lines = [_without_labelled(line, parts) for line in text.split("\n")]
    return tuple(parts), "\n".join(line for line in lines if line)


def _without_labelled(line: str, parts: list[tuple[Role, str]]) -> str:
    """Move a line's labelled sentences to `parts`; return the others."""
    rest = ""
    for sentence in _SENTENCES.split(line):
        found = _LABELLED.match(sentence)
        role = known_role((found[1] or found[2],)) if found else None
        if found and role and role is not Role.UNUSED:
            parts.append((role, found[3]))
        else:
            rest += sentence
    return rest.strip()


def labelled(text: str, role: Role) -> str:
    """Return what a text says about one role, or ''."""
    if not text:
        return ""
    return next((value for named, value in labelled_parts(text)[0] if named is role), "")
