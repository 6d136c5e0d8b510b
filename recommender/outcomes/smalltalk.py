"""Small talk: greetings, thanks, reactions, farewells, and questions about who is speaking.

Certain only where the whole message is small talk; a topic beside it makes it a request.
"""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from recommender.outcomes.folding import folded, letters

LONGEST: Final = 40  # letters; what is longer says something


class SmallTalk(Enum):
    """What kind of small talk a message is, in the order in which the kinds matter."""

    WHO_ARE_YOU = "who are you"
    HOW_TO = "how to"
    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"
    REACTION = "reaction"


_BEINGS: Final = r"(ai|えーあい|人工知能|ろぼっと|ぼっと|bot|機械|人間|人|ひと|中の人)[がは]*"
_ASKED: Final = (
    r"((答え|返事し|書い|話し|返し)て)?(い?(る|ます)の?か?|なのか?|なんだ?|です(か|よね)?|だよ?ね?|"
    r"かな?|の)"
)
# Over folded texts, letters only; several may follow one another. Longer phrases come first: what
# has matched is not given back, so that no text can take long.
_PHRASES: Final[Mapping[SmallTalk, str]] = {
    SmallTalk.GREETING: (
        r"こんに?ち[はわ]+|こんばん[はわ]+|お[はば]よ[うー]*(ございます|ござんす)?|おばんです|"
        r"おばんかだ|はじめまして|初めまして|"
        r"や(あ|っほー?)|もしもし|よろしく(お願い(いた|し)?ます|おねがいします|ね|です)?|"
        r"(いつも)?お世話になって(おり|い)?ます|"
        r"お世話様です|お?久しぶり(です)?|失礼(いた)?します|どうも|"
        r"(あけまして)?おめでとう(ございます)?|ただいま|"
        r"hello+|hi(there)?|hey|goodmorning|goodevening|goodafternoon|nicetomeetyou|xinchào|"
        r"chàobạn|你好|您好|早上好|"
        r"ol[áa](tudobem)?|oi|bomdia|boatarde|boanoite|kumusta(po)?|magandangumaga(po)?|"
        r"halo(apakabar)?|selamatpagi|안녕(하세요)?|hola|नमसत"
    ),
    SmallTalk.THANKS: (
        r"(どうも|本当に|ほんとに)*(ありがと(さん|さま|ね|う)?|有難う|有り難う)(ございま(す|"
        r"した))?|"
        r"助かりました|助かった(よ|わ|です)?|たすかった(よ|です)?|感謝(です|します|"
        r"しています)?|さんきゅー?|おしょうしな|もっけだの?|"
        r"ありがどさま?|お疲れ(様|さま)?(です|でした)?|おつかれ(さま)?(です|でした)?|"
        r"ご苦労(様|さま)(です|でした)?|"
        r"thankyou(somuch|verymuch)?|thanks(alot)?|thx|cảmơn(bạn)?|谢谢(你)?|多谢|謝謝|obrigad[oa]|"
        r"salamat(po)?|감사합니다|고마워요?|terimakasih|gracias|धनयवाद"
    ),
    SmallTalk.REACTION: (
        r"てすと|test(ing)?|あいうえお|はい|いいえ|うん|ううん|ええ|そう(です(か|ね)?|か|"
        r"なん(だ|ですか|ですね)|だね|だな)?|ok(です|ay)?|おっけー|"
        r"了解(です|しました|いたしました)?|りょ(うかい)?|承知(しました|です)|(わ|"
        r"分)かりました|(わ|分)かった(よ)?|なるほど(ね|です)?|"
        r"へ[えー]+|ふ[うー]*ん|すごい(です)?(ね|な)?|すげ[えー]|いいね|いいですね|"
        r"おもしろい(ね|です)?|面白い(ね|です)?|うける|"
        r"笑+|w+|草+|lol|えっと|え[えー]+と?|う[うー]*ん|あ[あー]*|お[おー]+|"
        r"んだ(んだ)*(のー?|ず|っす|な)?|ん[んー]*|ほんだ(ず|の)?|"
        r"まじ(で|か)?|ほんと(に|う)?|まあ(いいや)?|残念(です)?|やった[ー]?|うれしい(です)?|"
        r"嬉しい(です)?|最高(です)?|"
        r"考えておきます|検討します|大丈夫です|もう?(いい|けっこう|結構)です|"
        r"ちょっと待って(ください|ね)?|yes|no"
    ),
    SmallTalk.FAREWELL: (
        r"さよ[うー]?なら|ばいばい|おやすみ(なさい)?|また(ね|来ます|きます|今度(にします)?|"
        r"あとで)|では(また)?|じゃ[あー]*(ね|また)?|"
        r"bye+|goodbye|goodnight|seeyou|さいなら|へばな?"
    ),
    SmallTalk.WHO_ARE_YOU: (
        rf"(あなた|あんた|君|きみ|おまえ|これ|そちら|ここ|それとも)[はって]*(本物の)?{_BEINGS}{_ASKED}*|"
        rf"{_BEINGS}{_ASKED}+|chatgpt(なの|ですか)|"
        r"(あなた|あんた|君|きみ|おまえ)?は?(誰|だれ)(ですか|なの|だ|よ)?|(あなたの|君の|"
        r"お)?名前は(何|なん|なに)(ですか|て?いうの|と言います?か)?|"
        r"名前(なんて|何て)?(いう|言う)?の|何歳(ですか|なの)?|areyoua?n?(ai|bot|robot|human|"
        r"realperson)|whoareyou|"
        r"你是(机器人|人工智能|谁)吗?|bạnlà(ai|robot)(àk?hông)?"
    ),
    SmallTalk.HOW_TO: (
        r"(これ|ここ)?は?(何|なに)が?(できる|でぎる|できます)の?か?|(これ|ここ)は?(何|"
        r"なん)の(あかうんと|line|ところ)(ですか|なの)?|"
        r"使い(方|かた)[はがを]?(わからない|分からない|教えて|おしえて|何|"
        r"どう)?(です)?(ください|か|けろ)?|どうやって使う(の|んですか)?|"
        r"へるぷ|help|whatcanyoudo|howdoesthiswork"
    ),
}
_COMPILED: Final = {
    kind: re.compile(rf"(?:{phrases})(?:です|ね|よ(?!ろ)|な(?![るん])|っす|ー|笑|w)*")
    for kind, phrases in _PHRASES.items()
}
# LINE describes a sticker or an emoji of its own in brackets: 「(thumbs up)」.
_STICKER: Final = re.compile(r"\s*(\((?=[^()]*[a-zぁ-ん一-龠])[^()]{1,30}\)\s*)+")


def small_talk(text: str) -> SmallTalk | None:
    """Return what kind of small talk the whole message is, or None."""
    read = folded(text)
    if len(read) <= 2 * LONGEST and _STICKER.fullmatch(read):
        return SmallTalk.REACTION
    bare = letters(read)
    kinds = _kinds(bare) if len(bare) <= LONGEST else set()
    return next((kind for kind in SmallTalk if kind in kinds), None)


def _kinds(bare: str) -> set[SmallTalk]:
    """Return the kinds of the phrases that make up the whole text; none when they do not."""
    kinds = set()
    position = 0
    while position < len(bare):
        matches = {kind: phrase.match(bare, position) for kind, phrase in _COMPILED.items()}
        ends = {kind: found.end() for kind, found in matches.items() if found}
        if not ends:
            return set()
        longest = max(ends, key=ends.__getitem__)
        kinds.add(longest)
        position = ends[longest]
    return kinds
