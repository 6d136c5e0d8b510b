"""Remarks: what free sentences say about applications and certificates, beside other things.

A sentence that names a condition (中止の場合は, 雨天中止, 定員になり次第) states nothing yet.
"""

import re
from functools import lru_cache

from data.vocabulary import Certificate, Status

_SENTENCES = re.compile(r"[。\n!?]|※|(?<=】)|(?=【)|;")
_CONDITION = re.compile(
    r"場合|次第|[雨荒]天|悪天候|天候|とき(?:は|に)|時は|際は|ことが|こともあ"
    r"|可能性|おそれ|恐れ|満たな|満たず|達しな|警報|未満|なければ|なりましたら"
    r"|たら"
    r"|基準|条件|ない限り|[かも]しれ"
)
_STATES = (
    (
        re.compile(
            r"中止(?:$|[】\]()、!]|と|に|し|いた|です|の(?:お知らせ|ため)"
            r"|決定|します)|開講せず|不開講|取り?や?めと?"
        ),
        Status.CANCELLED,
    ),
    (re.compile(r"満[席員]|定員に達し(?:た|て|まし)|キャンセル待ち"), Status.FULL),
    (
        re.compile(
            r"(?:受付|受け付け|募集|申し?込み?|応募)(?:期間)?(?:は|を|の)?\s?(?:既に"
            r"|すでに)?(?:終了|終わり|締め?切り?|〆切り?)"
            r"(?:し|いた|と|です|ました|済|$|[】\])])"
        ),
        Status.CLOSED,
    ),
    (re.compile(r"(?:受付|募集|申込)開始前|近日(?:受付|募集|公開|開始)"), Status.NOT_YET_OPEN),
    (re.compile(r"(?:随時|通年|常時)(?:受付|募集|受け付け)"), Status.ANY_TIME),
    (
        re.compile(
            r"(?<!者)(?:追加)?募集中|受付中|受け付けています|受付しています|受付開始しました"
        ),
        Status.OPEN,
    ),
)
_REQUIRED = re.compile(
    r"受[験検]資格(?:が|の)?(?:ある|を(?:有|お?持))|修了証(?:書)?(?:の写し"
    r"|を(?:お?持|提出|添付|提示))"
)
_GIVEN = (
    r"(?:書)?(?:\(.{1,12}\))?(?:が|を|の)?\s?"
    r"(?:あり|有(?!効)|交付|発行|授与|付与|取得|もら|受け取|得られ|進呈|お渡し|認定|$|[、。)】])"
)
_CERTIFICATES = (
    (re.compile(r"(?:国家(?:試験|資格)|試験)の?受[験検]資格"), Certificate.QUALIFYING),
    (
        re.compile(rf"履修証明(?:プログラム)?{_GIVEN}|学校教育法に基づく履修証明"),
        Certificate.RECORD_OF_STUDY,
    ),
    (re.compile(rf"(?:オープン|デジタル)バッジ{_GIVEN}"), Certificate.DIGITAL_BADGE),
    (re.compile(r"単位(?:を|の|が)?(?:認定|付与|修得|取得|授与|あり)"), Certificate.CREDIT),
    (re.compile(rf"(?:修了証|修了証明|受講証明|修了書|認定証){_GIVEN}"), Certificate.COMPLETION),
)


@lru_cache(maxsize=4096)
def find_status(text: str) -> Status | None:
    """Return what free remarks or a title say about applications; None if nothing."""
    sentences = [said for said in _SENTENCES.split(text) if said and not _CONDITION.search(said)]
    for pattern, status in _STATES:
        if any(pattern.search(said) for said in sentences):
            return status
    return None


@lru_cache(maxsize=4096)
def find_certificate(text: str) -> Certificate | None:
    """Return what remarks promise at the end (修了証あり); None if they promise nothing."""
    if _REQUIRED.search(text):
        return None
    return next((kind for pattern, kind in _CERTIFICATES if pattern.search(text)), None)
