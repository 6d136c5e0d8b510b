"""Time bands: when in the week a person can come, or cannot.

Many times in a message are told, not asked for (「昨日の夜」, 「花見の週末は空っぽ」). A time is a
condition only where the words behind it say so: a refusal, 「しか」, 「だけ」, a course, or
something that one does with a course.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time

from data.vocabulary import TimeBand
from recommender.understanding.conditions.foreign_week_words import foreign_time_bands
from recommender.understanding.conditions.week_words import (
    DAY,
    EVENING,
    WEEK_WORD,
    bands_of,
    is_morning,
    is_part_of_day,
    is_weekday,
    names_one_day,
)
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import insistence_end, refusal_end

NOON = time(12)
Bands = tuple[TimeBand, ...]
Phrase = list[re.Match[str]]  # a day, a part of the day, or both

_SAME_PHRASE = re.compile(r"(?:の|は|に|、)? ?")
_SAME_LIST = re.compile(
    r"(?:の?(?:どちら|時間帯?))?"
    r"(?: ?(?:か|や|と|・|、|/|も|とか|または|もしくは|あるいは"
    r"|なら|に|の|で|は)){0,2} ?(?:できれば)?"
)
# What one does with a course, as far as a person asks for it.
_ATTEND = (
    r"(?:通え|通いた|通って(?:学|習|一から|受|勉)|受けられ|受けれ|受けた|受講|学べ|学びた|習え|習いた"
    r"|習わせ|参加|出られ|出れる|行け(?!な|ま)|いける|来られ|聞け|聴け|集まれ|組め|組んで"
    r"|(?:(?<=[にで])|練習|実習|体験|相談|質問|利用|勉強)でき|(?:勉強|学習|受講)(?:が|も)でき|やって(?:いる|る|も|く|ほし|ます)|やりた"
    r"|勉強した|べんきょう|ならい|いきたい|いけます|開(?:催|講|い)|間に合|(?:取り|とり|覚え)たい|教え(?:て|る)|教わ|見られ|追え"
    r"|探し|さがし|お願い|あり(?:ませんか|ますか)|ない(?:ですか|でしょうか)|オンライン|ネットで|動画で|対面で"
    r"|講座|教室|コース|研修|講習|セミナー|勉強会|習得|短時間|都合がつ|空い|休め|取れ|いらっし"
    r"|行がれ|行げる|通わ(?:れ|い)る|いがれ)"
)
_CHOICE = r"(?:の?(?:時間帯?|部|どちらか|どっちか|いずれか))?"
# The words behind a time that ask for it, whatever the sentence tells.
_ASKED = re.compile(
    rf"{_CHOICE}、?(?:(?<=どちらか)|(?<=っちか)|(?<=いずれか)|(?<=ちらか、)|(?<=ちか、)|(?<=ずれか、)"
    r"|なら|だ(?:ば|ど|ら)|だけ(?!ど)|のみ|限定|希望|きぼう|開催|開講|可|OK|集中|中心|コース|クラス|とか"
    r"|か(?!ら|も)|または|・|/|など(?=で|に|なら|、|。|$)|が?定休|が休み(?=です|なの?で|だ|で、)|休みなの?で"
    r"|[がに] ?(?:いい|よい|良い|うれし|嬉し|助か|あり|都合|空|望)|しか"
    r"|だと(?:助|嬉|うれ|あり|通|いい|行)"
    r"|だったら|でお願い|に(?:し(?:て(?:ほし|もら|くだ)|たい)|お願い)|で(?!は|も|す|し|き|あ)|でも(?:可|いい|良|OK|大丈夫|受け|通|参加)"
    r"|[はも] ?(?:大丈夫|だいじょうぶ|行け(?!な|ま)|行けます"
    r"|いけ(?!な|ま)|空い|空け(?:られ|れ)|あい|通え|出られ|OK|可|いい|(?:いえ|家"
    r"|うち)に ?い(?:ます|る))"
    rf"|(?:の(?:間|うち|一日|半日|1日))?(?!は|が|を|も|の|だ|から|まで|より)[^。!?]{{0,30}}?{_ATTEND})"
)
# What asks for it unless the sentence tells a story.
_COURSE = re.compile(
    r"の(?!夜|昼|朝)[^、。はがを]{0,14}?(?:講座|教室|コース|授業|クラス|研修|勉強会|セミナー|講習|稽古|集まり"
    r"|(?<!役員)(?<!総)(?<!委員)会(?![社議話場計])|訓練|枠|オンライン|公民館|会場|駅|[回部日])"
    r"|(?:に|の|から)? ?(?:[、。!?…♪(]|$)|からの"
)
# A clause without a verb, as in notes and short messages: 「日曜に英会話」, 「土曜の介護」.
# It ends with the sentence, or before a further condition: 「土日に簿記、天童あたり」,
# 「土曜に簿記を3000円まで」.
_WORDS_ONLY = (
    r"(?:[^ぁ-ん。!?…(]+(?:(?:の|と|や|とか|・)[^ぁ-ん。!?…(]+)*(?:を|が|希望|など)?(?=[。!?…(]|$)"
    r"|(?!仕事|出勤|勤務|当番|客|集客|来客|シフト|部活|試合|子守|家族|用事|予定|法事|農作業)"
    r"[^ぁ-ん。!?…(、]{1,12}(?:の[^ぁ-ん。!?…(、]{1,8})?(?=、[^。!?]{0,16}(?:[。!?]|$)|を(?:\d|無料)))"
)
_NOUNS = re.compile(
    rf"(?:の時間帯?)?(?:に|で|、| |・|/)+(?:の間で?、?)?{_WORDS_ONLY}"
    rf"|(?<=から)の{_WORDS_ONLY}|(?:から|に)?の?(?:[\d一二三四五六七八九十]+) ?時間"
)
# A day of the week may also describe what is to be learnt; a part of the day belongs to too much.
_NOUNS_OF_DAY = re.compile(
    r"の ?(?!売|客|集客|人手|シフト|営業|混雑|イベント|朝市|市|出勤|仕事|勤務|当番|部活|試合|行楽"
    r"|過ごし)"
    rf"(?:[^。!?はがを]{{0,14}}?勉強|{_WORDS_ONLY})"
    r"|の (?:[^。!?はがを]{1,14})(?<![うくすつぬむるたいんだ])(?=[。!?]|$)"
)
# A field of a note: 「夜間 無料 新庄 溶接」, 「曜日:土」.
_FIELD_BEGINS = re.compile(r"(?:^|[ /:・、【】|+])$")
_FIELD_ENDS = re.compile(r" (?![はがもを])|[/【】|・+]|$")
_KANJI = re.compile(r"[一-鿿ァ-ヶ]")
_TOLD = re.compile(
    r"[^。!?]*(?:(?:た|です|ます|ません|[いうくぐすつぬぶむる])(?:[。!?]|$)|(?:が|けど)、)"
)
_STILL_A_WISH = re.compile(rf"[^。!?]*(?:{_ATTEND}|たい|ほしい|希望|助か|嬉し|うれし)")
_BEFORE_TOLD = re.compile(
    r"(?:昨日|きのう|おととい|先週|先日|先月|この前|今朝|今日|毎日?|この|その|あの|ある|前|去年|花見|真冬"
    r"|晴れた|長い)の?$"
)
_BEFORE_SOME = re.compile(r"(?:雪道|雪|冬|吹雪|遅い|暗い|深い|真っ暗な)の?$")  # not every night
_BEFORE_REACH = 6  # characters
_PHONE = re.compile(r"[^。!?]{0,30}電話(?:くださ|を?ください|をくれ|して|お願い)")
_BUSY = re.compile(
    r"[はが] ?(?:だいたい|ほとんど|いつも|毎週|基本)? ?(?:お?仕事|しごと|勤務|出勤|会社|工場|パート"
    r"|バイト|部活|農作業|働い)"
)
_REST = re.compile(
    rf"(?:{_CHOICE}だけ|{_CHOICE}|、)?"
    r"(?:のみ|限定|希望|きぼう|開催|開講|集中|中心|くらい|とか|など)?"
    r"(?:が ?(?:いい|良い|助かる)(?:です)?|でお願いします|で(?!き)|に|なら|の)?"
)
_ALL_WEEK = (DAY, EVENING)


def time_bands(message: Message) -> Iterator[Mention]:
    """Yield `time_bands`, `not_time_bands`, and `weekday_end_by` noon for a morning."""
    lists = list(_lists(_phrases(message.text), message.text))
    found = [mention for phrases in lists for mention in _mentions(message.text, phrases)]
    found += foreign_time_bands(message)
    if not any(mention.name == "time_bands" for mention in found):
        found += [busy for phrases in lists for busy in _busy(message.text, phrases)]
    yield from _narrowed(found)


def _phrases(text: str) -> Iterator[Phrase]:
    """Yield days with their parts: 「土曜」, 「平日の夜」, 「18時以降」."""
    phrase: Phrase = []
    for word in WEEK_WORD.finditer(text):
        if phrase and _continues(text, phrase, word):
            phrase.append(word)
            continue
        if phrase:
            yield phrase
        phrase = [word]
    if phrase:
        yield phrase


def _continues(text: str, phrase: Phrase, word: re.Match[str]) -> bool:
    """Tell a part that belongs to the day before it, or narrows the part before it."""
    gap = _SAME_PHRASE.fullmatch(text, phrase[-1].end(), word.start())
    return bool(gap) and is_part_of_day(word)


def _lists(phrases: Iterator[Phrase], text: str) -> Iterator[list[Phrase]]:
    """Yield phrases that stand together: 「夜か土日」."""
    listed: list[Phrase] = []
    for phrase in phrases:
        if listed and not _SAME_LIST.fullmatch(text, listed[-1][-1].end(), phrase[0].start()):
            yield listed
            listed = []
        listed.append(phrase)
    if listed:
        yield listed


def _mentions(text: str, phrases: Sequence[Phrase]) -> Iterator[Mention]:
    start, end, bands = _read(phrases)
    refused = refusal_end(text, end)
    if refused is not None:
        value = bands if any(not names_one_day(phrase[0]) for phrase in phrases) else ()
        if not _BEFORE_SOME.search(text[max(0, start - _BEFORE_REACH) : start]):
            yield Mention(start=start, end=refused, name="not_time_bands", value=value)
    elif _is_condition(text, phrases) or _is_field(text, start, end):
        rest = _REST.match(text, end)
        stop = insistence_end(text, end) or (rest.end() if rest else end)
        yield Mention(start=start, end=stop, name="time_bands", value=bands)
        if bands == (DAY,) and all(is_morning(phrase[-1]) for phrase in phrases):
            yield Mention(start=start, end=stop, name="weekday_end_by", value=NOON)


def _busy(text: str, phrases: Sequence[Phrase]) -> Iterator[Mention]:
    """Yield when one works: 「平日は仕事です」 leaves the evenings."""
    start, end, bands = _read(phrases)
    match = _BUSY.match(text, end)
    if match:
        busy = (DAY,) if bands == _ALL_WEEK else bands
        yield Mention(start=start, end=end, name="not_time_bands", value=busy)


def _read(phrases: Sequence[Phrase]) -> tuple[int, int, Bands]:
    """Return where a list stands and its bands; 「月曜と木曜の夜」 shares its part of the day."""
    whole: list[TimeBand] = []
    part: Phrase = []
    for phrase in reversed(phrases):
        shares = part and is_weekday(phrase[0]) and not is_part_of_day(phrase[-1])
        whole[:0] = bands_of([*phrase, *part[-1:]] if shares else phrase)
        part = phrase if is_weekday(phrase[0]) and is_part_of_day(phrase[-1]) else part
    bands = dict.fromkeys(whole)
    return phrases[0][0].start(), phrases[-1][-1].end(), tuple(bands)


def _narrowed(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, a mere 「平日」 narrowed to what the others say of weekdays."""
    said: dict[str, set[object]] = {"time_bands": set(), "not_time_bands": set()}
    for mention in mentions:
        if mention.name in said and isinstance(mention.value, tuple) and mention.value != _ALL_WEEK:
            said[mention.name].update(mention.value)
    for mention in mentions:
        if mention.name != "time_bands" or mention.value != _ALL_WEEK:
            yield mention
            continue
        left = [band for band in _ALL_WEEK if band not in said["not_time_bands"]]
        narrow = tuple(band for band in left if band in said["time_bands"]) or tuple(left)
        yield replace(mention, value=narrow)


def _is_condition(text: str, phrases: Sequence[Phrase]) -> bool:
    """Tell a time that is asked for from one that is told."""
    start, end = phrases[0][0].start(), phrases[-1][-1].end()
    if insistence_end(text, end):
        return True
    before = text[max(0, start - _BEFORE_REACH) : start]
    if _BEFORE_TOLD.search(before) or _PHONE.match(text, end):
        return False
    if _ASKED.match(text, end):
        return True
    if _NOUNS.match(text, end):
        return True
    if not is_part_of_day(phrases[-1][0]) and _NOUNS_OF_DAY.match(text, end):
        return True
    is_told = _TOLD.match(text, end) and not _STILL_A_WISH.match(text, end)
    return bool(_COURSE.match(text, end)) and not is_told


def _is_field(text: str, start: int, end: int) -> bool:
    """Tell a time that stands for itself, as in a note or a form."""
    return bool(
        _KANJI.search(text, start, end)
        and _FIELD_BEGINS.search(text[max(0, start - 1) : start])
        and _FIELD_ENDS.match(text, end)
        and not _BUSY.match(text, end)
    )
