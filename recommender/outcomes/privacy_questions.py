"""Privacy questions: messages about what happens to one's words.

What is meant is this service itself: 「個人情報保護を学びたい」 is a request like any other.
"""

import re
from typing import Final

from recommender.outcomes.folding import folded
from recommender.outcomes.learning import wants_to_learn

_DATA: Final = (
    r"(でーた|情報|履歴|会話|とーく|記録|内容|めっせーじ|登録|個人情報|書い(た|だ)(こと|ごど|"
    r"の|もの)|あかうんと|送った(の|もの|こと))"
)
_WORK: Final = (
    r"(会社|職場|上司|社長|家族|夫|妻|親|旦那|かいしゃ|学校|ほかの人|他の人|誰か|だれか|周り)"
)
_ASKED: Final = (
    r"(ますか|ませんか|ない\??$|ないか|ないです|ないよね|でしょうか|のか|の\??$|かな|\?|"
    r"大丈夫|心配|不安|べが)"
)
_MINE: Final = (
    r"(私|わたし|俺|おれ|おら|僕|自分|今まで|これまで|さっき|全部|すべて|送った|書い[ただ])"
)
_PLEASE: Final = r"(して)?(ほしい|ください|下さい|けろ)?(し?たい)?(です|希望|お願いします)?"
_ERASE: Final = rf"(削除|消去|消して|けして){_PLEASE}"
_UNTOLD: Final = (
    r"(言わ|書か|かか|出さ|教え|入れ|名乗ら|登録し|しゃべら)"
    r"(ない|なく|なきゃ|ねど|ず|る必要|なければ)"
)
# Over folded texts.
_QUESTION: Final = re.compile(
    "|".join(
        (
            rf"{_WORK}[にさへ]?(連絡|ばれ|知られ|しられ|伝わ|わか[りる]|筒抜け).{{0,10}}{_ASKED}",
            r"(ばれ|ばれる|身ばれし)(ません|ない|ます|ねえ?|る)(よね|です)?(か|の|べ|$|\?)",
            rf"{_MINE}.{{0,6}}{_DATA}?[をはばの]?(全部|すべて)?(消し|けし|削除|消去)",
            rf"^(とーく|会話|登録した|登録の)?{_DATA}?[のをば]?(全部|すべて)?{_ERASE}。?$",
            r"個人情報.{0,12}(大丈夫|だいじょうぶ|守(ら|って)|(もれ|漏れ|流出し)(ない|ま|たり))",
            r"個人情報.{0,12}(心配|不安|どう(なる|なり|扱|使|管理)|保存|取られ|とられ|渡[さし]|売)",
            r"こじんじょうほう.{0,8}だいじょうぶ",
            r"ぷらいばしー.{0,8}(ぽりしーは|大丈夫|守(ら|って)|心配|ありますか)",
            r"(誰|だれ)[がか].{0,4}(見(て|る|ま|ら|ん)|読(む|み|ん)|みる|みます|よみ|よむ)",
            r"見られ(て(い|る|ま)|ない|ません|たり)",
            r"匿名(でも?|のまま)?(いい|使え|大丈夫|相談|できま|可能)",
            rf"(本名|名前|なまえ|住所|電話番号)[をはばも].{{0,8}}{_UNTOLD}",
            rf"{_DATA}[はがをって]{{0,2}}(どこに|どこか)?(保存|記録|保管|悪用|利用)さ?(れ|し)",
            r"(個人|本人|会社|身元)が(特定|ばれ)さ?れ?(る|ます|ません|ない)",
            r"情報[はがを](売|外に出|集め)|ai(の|に)学習(に|さ)",
            r"(書いて|送って|入れて|教えて|言って)も(いい|大丈夫|問題|平気)|あかうんとを(消|削除)",
            r"どこの誰が|誰が運営",
            r"秘密(は|を)?(守|まも)|退会(したい|するには|方法|の手続)",
            r"(この|ここの)(あかうんと|line|さいと).{0,4}(安全|怪し|あやし|詐欺)",
            r"(who|anyone) (can )?(read|see)s? (my|this|these)",
            r"(is|are) my (data|messages?|information) (safe|stored|private)",
            r"delete (all )?(my|this|our) (data|messages?|history|account|info|conversation)",
            r"privacy policy",
            r"(will|can|does) my (employer|boss|company) (find out|know|see)",
            r"(删除|刪除)我?的?(个人|個人|所有)?(信息|数据|资料|聊天)",
            r"公司会(不会)?知道|(xóa|xoá) (dữ liệu|tin nhắn)|apag(ue|ar) (os )?(meus|minhas)",
            r"i-?delete.{0,12}data",
        )
    )
)
LONGEST: Final = 60  # characters; a longer message has a matter of its own


def asks_about_privacy(text: str) -> bool:
    """Tell whether a message plainly asks what happens to it, or to forget it."""
    read = folded(text)
    if len(read) > LONGEST or not _QUESTION.search(read):
        return False
    return not wants_to_learn(read)
