"""Words by which something is asked of a program that was shown, and what each asks.

Tables for `references`. Patterns over folded texts, letters only: kana are hiragana.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final


class Asked(Enum):
    """What is asked of a program, or is to be done with it."""

    FEE = auto()
    TIMES = auto()
    PLACE = auto()
    DEADLINE = auto()
    LENGTH = auto()
    APPLYING = auto()
    CONTACT = auto()
    PAPER = auto()
    CAPACITY = auto()
    BENEFIT = auto()
    ELIGIBILITY = auto()
    OTHER = auto()  # what no catalog says: the teacher, parking, what to bring
    CONTENT = auto()
    SAVING = auto()
    REMOVING = auto()
    LIKING = auto()
    COMPARING = auto()


DEEDS = frozenset({Asked.SAVING, Asked.REMOVING, Asked.LIKING, Asked.CONTENT})  # to one program


_AMONG: Final = r"(?:(?:この|その)中で|どれが)?(?:一番|いちばん|もっとも)"
_WHICH: Final = r"(?:の|もの|やつ|講座)?(?:は|が)?(?:どれ|どの講座)?"
BY_THEMSELVES: Final[Mapping[Asked, str]] = {
    Asked.FEE: (
        r"お?いくら(?:くらい)?|なんえん|何円|(?:受講料|料金|費用|値段|ねだん|お金)(?:は|って)?"
        rf"(?:いくら|どのくらい|どれくらい)?|{_AMONG}安い{_WHICH}|howmuch(?:isit)?"
    ),
    Asked.TIMES: (
        r"いつ(?:から)?(?:ある|やる|やって(?:い)?る|(?:始|はじ)ま(?:る|ります)|あります|やります"
        r"|やっています)?|日程|日時|にってい|何曜日|なんようび|何時(?:から)?|何日"
        rf"|{_AMONG}早い{_WHICH}|when(?:isit)?"
    ),
    Asked.PLACE: (
        r"どこ(?:で)?(?:やる|ある|やって(?:い)?る|受けられる|あります|やります)?|場所|会場"
        rf"|ばしょ|かいじょう|{_AMONG}近い{_WHICH}|where(?:isit)?"
    ),
    Asked.DEADLINE: (
        r"締め?切り?|しめきり|いつまで(?:に)?(?:申し?込める|申し?込めば(?:いい|よい)|申し?込み)?"
        r"|いつまで申し?込めます|まだ(?:申し?込める|申し?込めます|間に合う|間に合います|まにあう)|(?:申し?込み?)?期限"
    ),
    Asked.LENGTH: (
        r"何時間|なんじかん|何回|なんかい|何日間|期間|長さ"
        rf"|(?:どの|どれ)くらい(?:の)?(?:時間|期間|長さ)|{_AMONG}短い{_WHICH}"
    ),
    Asked.APPLYING: (
        r"(?:申し?込み?|もうしこみ)(?:の?(?:方法|方|かた|ぺーじ|先)|たい|"
        r"は?どう(?:やって|すれば(?:いい|よい)|したら(?:いい|よい))?(?:する)?)?"
        r"|(?:予約|申し?込み?)(?:を|の)?(?:確認|変更|取り?消し?|きゃんせる)(?:したい|する)?"
        r"|きゃんせる(?:したい|の(?:方法|しかた|仕方))"
        r"|どうやって(?:申し?込む|もうしこむ)|(?:申し?込|もうしこ)めます|(?:受け|参加し)たい|(?:これ|それ)に(?:する|します)"
    ),
    Asked.CONTACT: (
        r"連絡先|問い?合わ?せ(?:先)?|れんらくさき|といあわせ(?:さき)?|電話(?:番号)?|でんわ"
        r"|どこに(?:聞|き)けば(?:いい|よい)"
    ),
    Asked.PAPER: (
        r"修了証(?:は)?(?:出る|出ます|でる|もらえる|もらえます|ある)?"
        r"|資格(?:は|が)(?:取れる|とれる|取れます|もらえる|もらえます)"
    ),
    Asked.BENEFIT: (
        r"(?:補助(?:金)?|助成(?:金)?|給付金?|教育訓練給付)(?:は|が|も|って)?"
        r"(?:ある|あります|出る|出ます|でる|使える|使えます|つかえる|つかえます|もらえる|もらえます)?"
    ),
    Asked.CAPACITY: r"定員|何人(?:まで|くらい)?|(?:まだ)?空き(?:は)?(?:ある|あります)?",
    Asked.ELIGIBILITY: (
        r"(?:だれ|誰)でも(?:受けられる|受けられます|参加できる|参加できます|いい)"
        r"|(?:受講|参加)?(?:資格|条件)は|対象(?:者)?(?:は)?|(?:だれ|誰)が(?:対象|受けられる)"
    ),
    Asked.OTHER: (
        r"(?:講師|先生)(?:は)?(?:だれ|誰|どんな人|どなた)|駐車場(?:は)?(?:ある|あります)?"
        r"|持ち物|もちもの|服装|(?:教科書|てきすと)(?:は)?(?:要る|いる|必要|ある|あります)?"
        r"|(?:支払い|支払)(?:方法|は)?|きゃんせる(?:は)?(?:できる|できます|料)?"
    ),
    Asked.SAVING: r"(?:保存|ほぞん|きーぷ)(?:して|する|したい)(?:おいて|おきたい)?",
    Asked.LIKING: (
        r"(?:ほかに|他に|これに|それに)?似た(?:講座|もの|やつ)(?:は|が|も)?"
        r"(?:ある|あります|見たい|見せて|さがして|探して|ない)?"
    ),
}
# Only of something that is pointed at: by themselves these are topics, or conditions.
OF_WHAT_IS_POINTED_AT: Final[Mapping[Asked, str]] = {
    Asked.FEE: r"無料|ただ|高い",
    Asked.PAPER: r"(?:資格|証明書)(?:は|が)?(?:取れる|とれる|出る|もらえる|取れます)?",
    Asked.APPLYING: r"予約したい|にする|にします|がいい|予約",
    Asked.CONTENT: (
        r"|内容|中身|なかみ|なに|何|何を(?:学べる|学ぶ|やる|する|習う)|なにを(?:まなぶ|やる|する)"
        r"|どんな(?:内容|講座|こと|の|もの|感じ)?|(?:もっと)?(?:くわしく|詳しく|詳細)"
        r"(?:見る|みる|見せて|見たい|みたい)?|見せて|みせて|見たい|みたい|気になる|気になります"
    ),
    Asked.SAVING: r"(?:保存|ほぞん|きーぷ|とっ|取っ)(?:して|する|したい|て)?(?:おいて)?",
    Asked.REMOVING: r"(?:(?:保存|ほぞん)(?:から|を))?(?:はずして|外して|はずす|外す|消して|けして)",
    Asked.LIKING: (
        r"(?:似た|にた|似てる|似ている|みたいな|ような)(?:講座|もの|やつ|の)?"
        r"(?:は|が|を|も)?(?:(?:ほかに|他に)?(?:ある|あります|ない)|見たい|見せて|さがして|探して)?"
    ),
    Asked.COMPARING: r"(?:くらべ|比べ|比較し?|ひかくし?)(?:て|る|たい)?(?:みたい|みて)?",
}
