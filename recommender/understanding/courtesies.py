"""Courtesies: greetings, apologies and thanks around a request, which say nothing of its topic.

Only whole phrases at the beginning or the end of a sentence count. A message that is nothing else
is small talk, which is told from the whole message.
"""

import re
from collections.abc import Iterator
from typing import Final

_OPENING: Final = (
    r"(?:こんにち[はわ]|こんばん[はわ]|今晩は|おはよう(?:ございます)?|はじめまして|初めまして|どうも|もしもし"
    r"|お?(?:世話|せわ)に(?:なって(?:い|お)?(?:ます|ります)|なります)|お疲れ(?:様|さま)(?:です)?|ご苦労様です"
    r"|(?:突然|夜分|夜おそくに|夜遅くに|朝早くに|お忙しい(?:中|ところ)|いきなり|急に)(?:に)?(?:すみません|失礼(?:いた)?します|恐れ入ります|ごめんなさい)"
    r"|(?:大変)?(?:すみません|すいません|失礼(?:いた)?します|恐れ入ります(?:が)?|ごめんください)"
    r"|(?:ちょっと)?(?:お聞き|お尋ね|おたずね|質問|相談|お伺い)(?:が)?(?:あります|あるんですが|です|(?:した|させて(?:いただき|もらい)た)い(?:の|ん)ですが?|します)"
    r"|hello(?: there)?|hi(?: there)?|good (?:morning|afternoon|evening)|dear (?:sir|madam)"
    r"|xin chào|chào (?:bạn|anh|chị)|你好|您好|olá|oi|bom dia|boa (?:tarde|noite)|kumusta)"
)
_CLOSING: Final = (
    r"(?:(?:どうか|どうぞ|何卒|なにとぞ|以上、?|ご(?:回答|返信|連絡|検討|教示)(?:の(?:ほど|程))?、?)*"
    r"(?:よろしく|宜しく)(?:お願い|おねがい|お願)?(?:(?:いた|致)し(?:ます|たいです)|し(?:ます|たいです)|(?:申|もう)し上げます|ね)?"
    r"|ありがとうございます|thank you(?: (?:very much|in advance))?|thanks|cảm ơn|谢谢|obrigad[oa])"
)
_MARKS: Final = r"[、。!?.,~ ♪☆…\U0001F300-\U0001FAFF]"
_COURTESY: Final = re.compile(
    rf"(?:(?<=[。!?.\n])|^) ?(?:{_OPENING}(?:{_MARKS}+|$))+"
    rf"|(?:(?<=[。、!?.,])|^) ?{_CLOSING}(?=[。!?.~ ♪☆]*$|[。!?])[。!?.~♪☆]*",
    re.IGNORECASE,
)


def courtesies(text: str) -> Iterator[tuple[int, int]]:
    """Yield where courtesies stand in a text in match form."""
    yield from (found.span() for found in _COURTESY.finditer(text))
