"""Triage: the messages that must not be searched at all.

A person in crisis gets a fixed text written by people and nothing else; a greeting gets a
greeting; a message without a word to search by gets one question.
"""

import re

from recommender.answer import Outcome

# Words of someone who may be in danger. Deliberately wide: a wrong contact text costs a smile,
# a list of courses may cost more.
CRISIS = re.compile(
    r"死にたい|しにたい|死のうと|死んでしまいたい|消えてしまいたい|消えたい|自殺|自死|"
    r"生きていたくない|生きるのがつらい|生きるのが辛い|もう生きて|リストカット|命を絶"
)
GREETING = re.compile(
    r"(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|やあ|"
    r"(どうも)?ありがとう(ございます|ございました)?|助かりました|了解(です|しました)?|"
    r"hello|hi|thank you|thanks)[\s!。、~ー\W]*",
    re.IGNORECASE,
)


def triage(topic: str, words: list[str]) -> Outcome | None:
    """Return the outcome that a message in match form calls for without a search, or None."""
    if CRISIS.search(topic):
        return Outcome.CRISIS
    if GREETING.fullmatch(topic):
        return Outcome.SMALLTALK
    return None if words else Outcome.CLARIFY
