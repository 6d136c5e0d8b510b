"""Clarify: one question with a few answers to tap, where a message names nothing to learn.

The answers fit what was said: an employer is offered what companies lack, someone who wants a
qualification is offered qualifications. A tapped answer carries the conditions along.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recommender.choice import Choice
from recommender.outcomes import wording
from recommender.request import Role

LONGEST_LABEL: Final = 20  # characters that LINE shows of a quick reply


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarifyQuestion:
    """A question and three or four answers to it."""

    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    text: str
    labels: tuple[str, ...]


_EMPLOYER: Final = _Question(
    text=wording.ASK_EMPLOYER,
    labels=("新入社員の研修", "現場の改善・品質", "パソコン・DX", "管理職の育成"),
)
_CERTIFICATE: Final = _Question(
    text=wording.ASK_CERTIFICATE,
    labels=("介護・福祉の資格", "事務・簿記の資格", "ITの資格", "建設・製造の資格"),
)
_WORK: Final = _Question(
    text=wording.ASK_WORK,
    labels=("事務・パソコン", "介護・福祉", "ものづくり", "起業・副業"),
)
_LEISURE: Final = _Question(
    text=wording.ASK_LEISURE,
    labels=("健康・運動", "歴史・文学", "手仕事・工芸", "地域の活動"),
)
_LEARNER: Final = _Question(
    text=wording.ASK_LEARNER,
    labels=("パソコン・IT", "介護・福祉", "事務・簿記", "趣味・教養"),
)
# What a message without a subject still tells of its purpose; the first that fits.
_PURPOSES: Final = (
    (
        re.compile(r"資格|免許|検定|しかく|certificat|qualificat|chứng chỉ|证|자격|sertifi"),
        _CERTIFICATE,
    ),
    (re.compile(r"趣味|定年|仲間|友|人生|楽し|面白|おもしろ|暇|hobb|fun\b"), _LEISURE),
    (re.compile(r"仕事|職|収入|給料|副業|稼|キャリア|スキル|しごと|job|work|skill|career"), _WORK),
)


def clarify_question(
    text: str, *, role: Role = Role.LEARNER, conditions: Sequence[str] = ()
) -> ClarifyQuestion:
    """Return the question to a message without a subject.

    `conditions` are the words that stated conditions (「土日しか無理」), in the person's own
    spelling; they are repeated in the question and sent along with a tapped answer.
    """
    asked = _asked(text, role)
    return ClarifyQuestion(
        text=wording.heard(conditions) + asked.text,
        choices=tuple(
            Choice(label=label, text=" ".join((label, *conditions))) for label in asked.labels
        ),
    )


def _asked(text: str, role: Role) -> _Question:
    if role is Role.EMPLOYER:
        return _EMPLOYER
    fitting = (asked for purpose, asked in _PURPOSES if purpose.search(text.casefold()))
    return next(fitting, _LEARNER)
