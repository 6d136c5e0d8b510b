"""Fees: what a person is ready to pay → max_fee_yen, in yen for one person; free is 0.

Money of the story (turnover, wages, what something once cost, a subsidy) is no budget, and
software that is free is no course that is free. Knows nothing of what programs cost.
"""

import re
from collections.abc import Iterator

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import NUMBER, UP_TO, value_of
from recommender.understanding.polarity import refusal_end

HIGHEST_BUDGET = 2_000_000  # yen a person; what is more is no fee for a course

_FEE = (
    r"(?:受講料金?|参加費|参加料|会費|授業料|費用|料金|お金|おかね|お代|レッスン代|自己負担"
    r"|銭こ?|ぜんこ?)"
)
_BUDGET = (
    rf"(?:(?:ご?予算|上限|限度|出せ(?:るの(?:は|が)|て(?:も)?)|材料費|教材費|{_FEE})(?:額|的に)?(?:は|が|も|:"
    r"|として)? ?)"
)
_EACH = (
    r"(?:一个人|(?:お?(?:一人|1人|ひとり|一名|1名)|個人)(?:につき|あたり|当たり)?(?:は|が|で)? ?)"
)
_TOGETHER = rf"(?:(?P<people>{NUMBER})(?:人|名)(?:全員|合わせて|分)?で ?)"
_AMOUNT = rf"(?P<sign>¥ ?)?{UP_TO} ?(?P<yen>円|えん|エン|yen)?"
_ABOUT = r"(?:くらい|ぐらい|位|程度|ほど|前後|ちょっと|ぽっきり|左右)"
_UPPER = (
    r"(?:まで|迄|以内|以下|未満|より安|内で|台|を(?:超え|こえ|切る|上限|限度)"
    r"|[がに](?:上限|限度|限界"
    r"|精一杯|ぎりぎり|ギリギリ|いいところ|収ま|おさま|抑え|おさえ)|で(?:収ま|おさま|収め|抑え)"
    r"|(?:は|まで)出せ(?:る|ます)|も(?:出せ|払え|かけられ)(?=な|ま)|の(?:枠|予算)|しか(?:出せ|払え|ない|使え|かけられ)|以上(?:は|だと|する|の)?(?:の)?(?:もの)?(?:は|だと)?"
    r"(?:出せ|払え|無理|厳し|きつ|高))"
)
_UPPER_TAIL = r"(?:ない|ません|です|だと助かります)?(?:ので|から)?(?:でも|なら|で|の|に)?"
# What may follow a sum that is a budget even without 「まで」.
_ENOUGH = (
    r"(?:なら|だったら|の(?=講座|コース|もの|やつ|教室|研修|講習)"
    r"|で(?=でき|受け|学|習|通|取れ|参加|済|すむ|なんとか|何とか|お願い|教|ある|[、。 ]|$))"
)
_SUM = re.compile(
    rf"(?P<budget>{_BUDGET})?(?P<each>{_EACH})?{_TOGETHER}?{_AMOUNT}(?P<about>{_ABOUT})?"
    rf"(?:(?P<upper>{_UPPER}){_UPPER_TAIL}|(?P<enough>{_ENOUGH}))?"
)
# Money that is earned, owed, granted or paid for something else.
_STORY_BEFORE = re.compile(
    r"(?:売り?上げ?高?|年商|月商|年収|月収|収入|所得|時給|日給|月給|給料|賃金|手取り"
    r"|手当|給付金?|借金"
    r"|ローン|補助金?|助成金?|奨励金|もうけ|儲け|利益|見積り?|見積もり|価格|値段|単価"
    r"|家賃|[油気材品]代"
    r"|代金|退職金|貯金|資本金|寄付|月謝|毎?月々?|毎年|年間?|[一1]?(?:枚|個|件|本|台|玉"
    r"|匹|足|杯|回|時間))"
    r"[はがをでもにの約、 ]{0,3}$"
)
_EACH_TIME = re.compile(
    r"(?:^|[、。 ])(?:毎?月々?|月額|月謝(?:は)?|[一1]回)(?:につき"
    r"|あたり)?、? ?$"
)
_STORY_AFTER = re.compile(
    r"(?:も|は|を|が|の|で)?(?:する(?!の)|した(?!い)|しま|かか|稼|かせ|もら|貰|いただ"
    r"|払(?:っ|わ|い[、ま])|売"
    r"|値札|借金|補助|助成|支給|給付|割引|増|上げ|損|赤字|飛|消え|取られ|請求|違|浮|も?いい?から暮)"
)
_LOOK_BACK = 12  # characters

_FREE = (
    r"(?:(?<![ァ-ヶ])(?:無料|むりょう|無償)(?!体験|アプリ|ソフト|版|配布|素材|送迎|駐車"
    r"|Wi|で配|会員|券|求人|掲載|広告|相談|通話|ブログ|公開)"
    r"|(?<![ァ-ヶー])タダ(?![ァ-ヶー働飯])|(?<![ぁ-んァ-ヶ一-鿿])ただ(?=で(?!す|も|さえ|は))"
    r"|(?<![ァ-ヶー])ムリョウ|(?<![ぁ-んァ-ヶ一-鿿])ただの(?= ?(?:講|教室|クラス|コース|にほんご"
    r"|日本語|やつ|もの|とこ))"
    r"|(?<![ぁ-ん])ロハ(?=で)|予算(?:は|が)?(?:ゼロ|0(?![\d,.])|なし|ありません|な(?:いです|くて"
    r"|いので))|(?<![\d,.万千])(?:0|ゼロ) ?円"
    rf"|{_FEE}(?:が|の|は|も|を)?(?:一切|全く|まったく|なるべく|できるだけ)?"
    r"(?:か[かが][らん](?:ない|ず|ねぇ?|ん)|かけ(?:ない(?:で)?|ず|たくない|られない|られません)"
    r"|いら(?:ない|ん|ねぇ?)"
    r"|要らない|取られない|不要|なし|無し|ゼロ|払え(?:ない|ません)|出せ(?:ない|ません)))"
)
_FREE_OTHER = (
    r"(?:\bfree (?:of charge|(?:online |evening |weekend |beginner |japanese )?(?:course"
    r"|class|lesson"
    r"|training|seminar|workshop|program|lecture)\w*)|\bfor free\b|\bpreferably free\b"
    r"|\bfree if possible\b|\bno (?:cost|fee|charge)s?\b"
    r"|(?<=[,;] )free(?= ?(?:[.,;!?]|$))|(?:must|should|has to|need to) be free\b"
    r"|(?:khóa học|khoá học|lớp(?: học)?|đào tạo)[^.,]{0,12}miễn phí"
    r"|(?<!\w)học(?: [^.,]{0,24})? miễn phí"
    r"|^miễn phí|(?<=[,;] )miễn phí"
    r"|免费的?(?=课|培训|讲座|班|学习|[,。,]|$)|不要钱"
    r"|(?:curso|aula|treinamento|formação)s?[^.,]{0,20}(?:grátis|gratuit[oa]s?|de graça)"
    r"|(?<=[,;] )(?:grátis|de graça)|sem custo"
    r"|libreng (?:kurso|klase|training|pagsasanay|seminar|workshop|aral)|walang bayad"
    r"|(?<=[,;] )libre\b)"
)
_WITHOUT_FEE = re.compile(
    rf"(?:(?:できれば|なるべく|できたら) ?)?(?:{_FREE}|{_FREE_OTHER})", re.IGNORECASE
)
# 「無料のソフト」, 「無料でなくても」, 「無料か千円くらい」: no course that must be free.
_NOT_OF_COURSE = re.compile(
    r"(?:の|で|で使える|で使う|に使える)?(?:ソフト|アプリ|アブリ|ツール|AI|素材|体験"
    r"|サイト|サービス|プラン|塾"
    r"|食堂|使え|使う|使って|配[るっり]|貸|開放|お試し|トライアル|動画サイト|教えて(?:い"
    r"|あげ)|や(?:って|り))"
    r"|か(?!ら|$|[、。?])|(?:じゃ|では?)なくて?も|に(?:限ら|こだわ)|(?:もしくは|または|あるいは"
    r"|or )|(?:とか)?でも有料|より(?:も)?"
)
_FREE_TAIL = re.compile(
    r"(?:(?:だと|なら|であれば)(?:なお|尚)?(?:さら)?(?:助か(?:る|ります)|嬉しい|うれしい"
    r"|ありがたい|よし|いい|良い"
    r"|よい)(?:です)?|希望(?:です)?|がいい(?:です)?|の(?:もの|やつ|ところ|所)?(?:で"
    r"|が(?:いい|希望))?|で|に)?"
)


# At the end of what _FREE_OTHER finds.
_FREE_OF_TOPIC = re.compile(
    r"(?:khóa học|khoá học|đào tạo|\w+) .+ (?P<word>miễn phí|grátis|gratuit[oa]s?|de graça)",
    re.IGNORECASE,
)
# Other languages put the limit before the sum: `under 10,000 yen`, `até 10.000 ienes`.
_FOREIGN_SUM = re.compile(
    r"(?:\b(?:under|below|less than|up to|within|at most|no more than|max(?:imum)?|budget(?: is"
    r"| of|:)?|dưới|không quá|tối đa"
    r"|até|menos de|hanggang)|不超过|低于) ?(?:¥|jpy )?(?P<sum>\d{1,3}(?:[,.]\d{3})+|\d{3,7})"
    r" ?(?:yen|jpy|yên|ienes?|円|日元|日圆|¥)?",
    re.IGNORECASE,
)
# Sums named by their coins and notes.
_COINS = re.compile(
    r"ワンコイン(?=で|の|以内|くらい|なら|まで|、|。|$)|(?P<note>千円|五千円"
    r"|一万円|5千円|1万円|5000円|1000円)札(?:一|1)枚(?=で|以内|くらい|まで|なら)"
)
_ONE_COIN = 500
# 「有料は無理」 asks for what is free.
_PAID = re.compile(r"有料(?:の(?:もの|やつ|講座))?")


def fees(message: Message) -> Iterator[Mention]:
    """Yield what the fee may be at most, yen for one person."""
    yield from _free(message.text)
    yield from _sums(message.text)
    yield from _foreign_sums(message.text)
    yield from _coins(message.text)


def _free(text: str) -> Iterator[Mention]:
    for found in _WITHOUT_FEE.finditer(text):
        if _NOT_OF_COURSE.match(text, found.end()) or refusal_end(text, found.end()):
            continue
        tail = _FREE_TAIL.match(text, found.end())
        end = tail.end() if tail else found.end()
        yield Mention(start=_free_start(found), end=end, name="max_fee_yen", value=0)
    for found in _PAID.finditer(text):
        refused = refusal_end(text, found.end())
        if refused is not None:
            yield Mention(start=found.start(), end=refused, name="max_fee_yen", value=0)


def _free_start(found: re.Match[str]) -> int:
    """Return where the words begin that say 「free」; what is free is a topic."""
    word = _FREE_OF_TOPIC.fullmatch(found[0])
    return found.start() + word.start("word") if word else found.start()


def _coins(text: str) -> Iterator[Mention]:
    for found in _COINS.finditer(text):
        yen = int(value_of(found["note"].removesuffix("円"))) if found["note"] else _ONE_COIN
        yield Mention(start=found.start(), end=found.end(), name="max_fee_yen", value=yen)


def _foreign_sums(text: str) -> Iterator[Mention]:
    for found in _FOREIGN_SUM.finditer(text):
        yen = int(re.sub(r"\D", "", found["sum"]))
        if 0 < yen <= HIGHEST_BUDGET:
            yield Mention(start=found.start(), end=found.end(), name="max_fee_yen", value=yen)


def _sums(text: str) -> Iterator[Mention]:
    for found in _SUM.finditer(text):
        if not _is_money(found) or not _is_limit(found, text) or _is_story(found, text):
            continue
        people = value_of(found["people"]) if found["people"] else 1
        yen = int(value_of(found["number"]) / max(people, 1))
        if "台" in (found["upper"] or ""):
            yen += _top_of_bracket(yen)
        if 0 < yen <= HIGHEST_BUDGET:
            yield Mention(start=found.start(), end=found.end(), name="max_fee_yen", value=yen)


def _is_money(found: re.Match[str]) -> bool:
    """Tell yen from other counts: a sign, a unit, or a round 万 or 千 with a limit."""
    return bool(found["yen"] or found["sign"]) or found["number"].endswith(("万", "千"))


def _is_limit(found: re.Match[str], text: str) -> bool:
    if found["upper"] or found["enough"] or found["budget"] or found["each"]:
        return True
    alone = found.end() == len(text) or text[found.end()] in "、。 "
    starts = found.start() == 0 or text[found.start() - 1] in "、。 か"
    return bool(found["about"]) and alone and starts


def _is_story(found: re.Match[str], text: str) -> bool:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if found["upper"] and _EACH_TIME.search(before):  # 「月3000円まで」, 「1回1000円以内」
        return False
    return bool(_STORY_BEFORE.search(before) or _STORY_AFTER.match(text, found.end()))


def _top_of_bracket(yen: int) -> int:
    """Return what makes 1万円台 19,999 yen."""
    return int(10 ** (len(str(yen)) - 1)) - 1
