"""Learning: the words by which a message says that it wants to learn, whatever its subject.

「確定申告の提出先」 is for the tax office, 「確定申告のやり方を学びたい」 is for us.
"""

import re
from typing import Final

from recommender.outcomes.vague import NO_SUBJECT

# Over folded texts. 「教えて」 and 「講座」 alone are not here: both also stand in questions.
_LEARNS: Final = re.compile(
    r"学(び|ぶ|べ|ん|習|ぼ)|まな(び|ぶ|ん|べ)|習(い|う|わ|え|っ|得)|なら(い(たい|で|だい)|う|"
    r"え|って)|"
    r"勉強|べんきょう|研修|けんしゅう|講習|せみなー|訓練|養成|入門|初級|中級|検定|試験|合格|"
    r"覚え|身に(つ|着|付)|できるように|育て|教え(方|かた|られ|たい|て(ほしい|くれる|もらえる|"
    r"もらいたい))|(やり|作り|書き|つけ|使い)(方|かた)を|"
    r"のこつ|を?基礎|(免許|めんきょ)[をが]?(と|取|ほし|欲し)|資格|\bn[1-5]\b|\d級|"
    r"learn|study|course|class\b|training|lesson|seminar|workshop|qualification|"
    r"\bhọc|khóa|đào tạo|学习|想学|可以学|课|培训|aprender|curso|estudar|aulas?\b|treinamento|"
    r"matuto|mag-?aral|pag-aral|배우|공부|강좌|강의|belajar|kursus|pelatihan|सिक्न"
)


def wants_to_learn(folded_text: str) -> bool:
    """Tell whether a folded text names learning, teaching or an examination."""
    return bool(_LEARNS.search(folded_text))


# A term by itself, as one types it into a search box: no hiragana, so no verb and no particle.
_TERM: Final = re.compile(r"[一-龠々ァ-ヶーA-Za-z0-9]{2,12}")


def is_bare_term(text: str) -> bool:
    """Tell whether a text in match form is one term, such as 「ハンダ」 or 「訪リハ」."""
    return bool(_TERM.fullmatch(text))


# 「宇宙飛行士の訓練」: whatever a catalog holds, that is a subject; 「社員の研修」 names none.
_SUBJECT_OF: Final = re.compile(
    r"(?P<subject>[一-龠々ァ-ヶーA-Za-z0-9]{3,12})の"
    r"(?:訓練|講座|教室|研修|講習|養成|勉強|資格|免許|試験|授業|技術|作り方|使い方|やり方)"
)
_NAMES_NOTHING: Final = tuple(word for word in NO_SUBJECT if len(word) > 1)


def names_a_subject(text: str) -> bool:
    """Tell whether a text in match form says of what the training is to be."""
    return any(
        not any(word in found["subject"] for word in _NAMES_NOTHING)
        for found in _SUBJECT_OF.finditer(text)
    )
