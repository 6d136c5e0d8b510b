"""Employers: the words by which somebody asks for the people of a company.

Precise before complete: a learner taken for an employer would be asked how many people will come.
"""

import re
from typing import Final

from recommender.outcomes.folding import folded

_STAFF: Final = (
    r"(?:社員|従業員|スタッフ|職員|新人|新入社員|若手|部下|後輩|職人|店長|班長|主任|リーダー|管理職"
    r"|オペレーター|作業員|乗務員|ドライバー|営業|総務|現場|若い(?:子|衆|者|の)|パートさん|見習い)"
).translate({code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)})
_COMPANY: Final = (
    r"(?:会社|工場|店|旅館|民宿|農園|農業法人|法人|施設|病院|園|工務店|鉄工所?|製作所|商店|酒蔵"
    r"|味噌屋|葬儀社|(?<![ぁ-ん])[一-龠]{1,6}屋|[一-龠]{0,4}業者?|役場|組合)"
)
# Over folded texts: kana are hiragana.
_SAYS: Final = re.compile(
    "|".join(
        (
            # whose people they are
            rf"(?:うち|当社|弊社|わが社|我が社|当院|当園|当施設|当店|御社)の?[^。、]{{0,6}}{_STAFF}",
            r"(?:当社|弊社|わが社|我が社|当院|当園|当施設)(?:は|が|で|の|に|では)",
            r"社員(?:研修|教育)を|(?:従業員|社員|すたっふ|職員|部下|新人)(?:さん)?(?:向け|対象)の(?:研修|講座|講習)",
            # who is to be taught
            (
                rf"{_STAFF}(?:さん|たち|の子|級|\d+[人名]|[一二三四五六七八九十]+[人名])*"
                r"[、にをへもが]{1,2}[^。!?]{0,24}?(?:させ(?:たい|て|る|られ)|学ばせ|習わせ|覚えさせ|受けさせ|取らせ"
                r"|とらせ|行かせ|通わせ|出したい|育て(?:たい|て|られ)|鍛え|教え(?:たい|て(?:ほしい|もらえ))|任せ"
                r"|できるように(?:した|なってほし)|身につけさせ|残したい|やらせたい|叩き込|仕込み?たい)"
            ),
            (
                rf"{_STAFF}(?:さん|たち|の子)?[がは][^。!?]{{0,20}}(?:できな|書けな|読めな|使えな|育たな|定着しな|辞め"
                r"|足りな|いなく|上がらな|続かな|身構え)"
            ),
            r"(?:社員|従業員|職員|すたっふ)(?:さん)?が[^。]{0,12}(?:いない|一人もいな|定着|辞め)",
            # who writes
            (
                rf"(?:^|[。、\s])[^。、\sはがを]{{0,8}}{_COMPANY}"
                r"(?:です|をやって|を(?:経営|営)|の(?:人事|総務|社長|経営者|代表)(?:です|をして))"
            ),
            r"社長の私|入社の新人|未受講者?が\d",
            rf"{_COMPANY}(?:の)?(?:社長|経営者|代表|人事担当者?|人事部?|工場長|総務)(?:です|をして)",
            r"(?:人を|人材を|新卒を|外国人を)?(?:採用|雇用|雇い)(?:する予定|しました|したい|ます)",
            r"(?:人事|採用|研修|教育)担当(?:者)?(?:です|として)",
            # what is wanted for a company
            r"(?:会社|職場|庁舎|工場|社|店)(?:に|まで)[^。]{0,6}来て(?:ほしい|もらえ|やって|くれ|いただ)",
            r"(?:社内|集合|階層別|新入社員)研修|社員研修|人材(?:育成|開発支援)|助成金を使(?:って|い)",
        )
    )
)
# Who sends somebody to learn; of one's own family, parents do.
_SENDS: Final = re.compile(
    r"(?:やらせ|受けさせ|学ばせ|習わせ|取らせ|とらせ|覚えさせ)(?:たい|て(?:やり)?たい)|に任せられる"
)
_FAMILY: Final = re.compile(
    r"子ども|こども|子供|息子|娘|孫|母|父|親|妻|夫|弟|妹|兄|姉|生徒|園児|児童"
)


def speaks_for_employer(text: str) -> bool:
    """Tell whether a message plainly asks for the people of a company."""
    read = folded(text)
    if _SAYS.search(read):
        return True
    return _SENDS.search(read) is not None and _FAMILY.search(read) is None
