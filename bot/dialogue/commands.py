"""Commands: fixed words that ask for something other than a search.

Only a whole message is a command, so that 「簿記の使い方」 stays a search. Read without blanks,
signs and the differences of kana and width.
"""

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from recommender.outcomes.folding import letters

LONGEST: Final = 40  # letters; what is longer says something of its own
_READING: Final = re.compile(r"[（(][ぁ-ゖー]+[）)]")  # copied with it: 記録（きろく）しない


class Command(Enum):
    """What a fixed word asks for."""

    HELP = auto()
    TALK_TO_SOMEBODY = auto()
    BEGIN = auto()
    ERASE = auto()
    REFUSE_RECORDING = auto()
    ALLOW_RECORDING = auto()
    AGREE = auto()
    SPEAK_EASILY = auto()
    SPEAK_PLAINLY = auto()
    SHOW_WORDS = auto()
    SHOW_CARDS = auto()
    SAVED = auto()
    REMOVE_ALL = auto()
    COMPARE = auto()
    MORE = auto()
    UNLIMITED = auto()
    ANYWHERE = auto()
    ANY_TIME = auto()
    ANY_FEE = auto()
    NEAREST = auto()
    HELPED = auto()
    DIFFERENT = auto()
    DIFFERENT_CONTENT = auto()
    DIFFERENT_PLACE = auto()
    DIFFERENT_TIME = auto()
    DIFFERENT_FEE = auto()
    LEARNER = auto()
    EMPLOYER = auto()
    SKIP = auto()
    SKIP_ALL = auto()


_ASKING: Final = (
    r"(?:を|は|が|に|で)?(?:して|みて|見て|(?:みせ|見せ|おしえ|教え)て)?(?:ほしい|欲しい)?"
    r"(?:ください|下さい|くださいませ|おねがいします|お願いします|たのむ|頼む|よろしく)?"
    r"(?:です)?(?:けど|が|か|ね|よ|な)?"
)
_WRONG: Final = (
    r"(?:違う|ちがう|違い(?:ます)?|ちがい(?:ます)?|違った|ちがった|合わない|合いません|あわない)"
)
_RATHER: Final = r"(?:ちょっと|少し|すこし|かなり|だいぶ)?"
_WILL_DO: Final = r"(?:いい|良い|よい|大丈夫|だいじょうぶ|かまわない|構わない)(?:です|よ)*"
_NO_MATTER: Final = r"(?:問わない|といません|問いません|気にしない|気にしません|こだわらない)"
# Over folded texts, letters only.
_WORDS: Final[Mapping[Command, str]] = {
    Command.HELP: r"(?:使い方|つかいかた|使いかた|へるぷ|help|めにゅー|操作方法)",
    Command.TALK_TO_SOMEBODY: (
        r"(?:(?:人|だれか|誰か|担当(?:者|の人)?|係(?:の人)?|職員|おぺれーたー|相談員|すたっふ)(?:さん)?(?:と|に|へ)"
        r"(?:直接)?(?:話(?:を)?(?:したい|す)|話したい|相談したい|つないで|かわって|聞きたい|きいてほしい))"
        r"|(?:電話|でんわ|窓口|対面|直接)で?(?:相談|話|聞き|質問)(?:を|が)?(?:したい|できる|できます|たい|は)"
        r"|(?:相談|問い?合わ?せ)(?:の)?(?:窓口|電話番号)(?:は)?"
    ),
    Command.BEGIN: r"(?:(?:講座|こうざ)を?(?:さがす|探す|さがしたい|探したい)|はじめる|最初から)",
    Command.ERASE: (
        r"(?:(?:わたし|私|僕|俺|自分)の)?(?:でーた|記録|履歴)を?(?:全部|すべて|全て)?"
        r"(?:削除|消去|さくじょ|消して|けして|消す)"
    ),
    Command.REFUSE_RECORDING: (
        r"(?:記録|きろく)(?:は|を)?(?:しない|しないで|ことわる|拒否|やめる|やめて|なし|不要)"
    ),
    Command.ALLOW_RECORDING: r"(?:記録|きろく)(?:を)?(?:する|していい|してもいい|おーけー|ok)",
    Command.AGREE: (
        r"(?:わかりました|わかった|分かりました|分かった|了解(?:です|しました)?|りょうかい)"
    ),
    Command.SPEAK_EASILY: r"(?:やさしい|易しい|かんたんな|簡単な)(?:日本語|にほんご)",
    Command.SPEAK_PLAINLY: r"(?:ふつう|普通|もと|元|いつも)の(?:日本語|にほんご|言葉)",
    Command.SHOW_WORDS: r"(?:文字|もじ|文章|てきすと)(?:だけ|のみ)?(?:表示|ひょうじ)?",
    Command.SHOW_CARDS: r"かーど(?:表示|ひょうじ)?(?:にもどす|に戻す)?",
    Command.SAVED: (
        r"(?:保存|ほぞん)(?:した|済みの?|ずみの?|してある)?(?:講座|こうざ|もの|やつ|りすと|一覧)"
        r"(?:の?一覧|りすと)?|(?:ほぞん|保存)(?:一覧|りすと)|お気に入り(?:一覧)?"
    ),
    Command.REMOVE_ALL: (
        r"(?:保存(?:した)?(?:講座)?(?:を|は)?)?(?:全部|ぜんぶ|すべて)(?:を)?(?:保存から)?"
        r"(?:はずして|外して|はずす|外す)|保存(?:した講座)?(?:を|は)?(?:全部|すべて)(?:消して|消す|けして)"
    ),
    Command.COMPARE: (
        r"(?:(?:保存した|この|これらの)?(?:講座|もの|やつ)?を?(?:全部)?)?"
        r"(?:くらべる|比べる|くらべ|比べ|くらべたい|比べたい|比較|ひかく)(?:する|したい|て)?"
    ),
    Command.MORE: (
        r"(?:もっと(?:見る|みる|見たい|みたい|ある|ほかに|他に)?|続き(?:は)?|つづき|次(?:へ|は|の(?:5つ|ぺーじ))?"
        r"|つぎ|(?:show)?more|next|ほかに?も?(?:は|ある|あります|ない|ないです)?|他に?も?(?:は|ある|あります|ない)"
        r"|(?:ほか|他|別)の(?:講座|もの|やつ)?(?:も|は|が)?(?:ある|あります|見たい|みたい)?)"
    ),
    Command.UNLIMITED: (
        r"(?:条件|じょうけん)(?:を|は)?(?:全部|すべて)?(?:はずす|外す|はずして|外して|なし|なしで"
        rf"|なくす|とる|取る|もどす|りせっと)|(?:なん|何)でも{_WILL_DO}"
    ),
    Command.ANYWHERE: rf"(?:場所|ばしょ|会場)?(?:は|が)?(?:どこでも{_WILL_DO}|{_NO_MATTER})",
    Command.ANY_TIME: (
        rf"(?:(?:曜日|時間|日程|時期|日時)(?:は|が)?)?(?:いつでも|何曜日でも){_WILL_DO}"
        rf"|(?:曜日|時間|日程|時期|日時)(?:は|が){_NO_MATTER}"
    ),
    Command.ANY_FEE: (
        rf"(?:費用|受講料|料金|値段|お金)(?:は|が)?(?:いくらでも{_WILL_DO}|{_NO_MATTER})"
        rf"|いくらでも{_WILL_DO}"
    ),
    Command.NEAREST: (
        r"(?:一番)?(?:近い|ちかい)(?:もの|やつ|講座|の)を?(?:見る|みる|見たい|みたい)?"
    ),
    Command.HELPED: (
        r"(?:役に?(?:立った|たった|立ちました|たちました)|やくにたった|ぴったり|よかった|良かった)(?:です)?"
    ),
    Command.DIFFERENT: (
        rf"(?:なんか|ちょっと|少し|どれも|全部|ぜんぜん|全然)?"
        rf"(?:{_WRONG}|そうじゃない|これじゃない|いまいち)(?:ます|ました|です|かな|なあ?)?"
    ),
    Command.DIFFERENT_CONTENT: rf"(?:内容|中身|なかみ|分野|てーま)(?:が|は)?{_WRONG}(?:です)?",
    Command.DIFFERENT_PLACE: (
        rf"(?:場所|会場|ばしょ)(?:が|は)?{_WRONG}(?:です)?"
        rf"|(?:.{{1,10}}(?:だと|は|が|も))?{_RATHER}(?:遠い|とおい|遠すぎる|遠すぎます|とおすぎる)(?:です)?"
        r"|.{0,14}(?:まで|には)(?:は|も|だと)?(?:行|い|通|かよ|出)[がけえげら]?れ?"
        r"(?:ない|ません|ねえ?|んね)(?:です)?"
    ),
    Command.DIFFERENT_TIME: (
        rf"(?:時間|日程|曜日|日時|時期|じかん)(?:が|は)?(?:{_WRONG}|無理|むり)(?:です)?"
    ),
    Command.DIFFERENT_FEE: (
        rf"(?:費用|受講料|料金|値段|お金|ひよう)(?:が|は)?{_WRONG}(?:です)?"
        rf"|(?:(?:費用|受講料|料金|値段|お金|ひよう)(?:が|は)?)?"
        rf"{_RATHER}(?:高い|たかい|高すぎる|高すぎます)(?:です)?"
    ),
    Command.LEARNER: r"(?:わたしは)?(?:学ぶ人|まなぶ人|学習者|個人|自分のため)(?:です|として)?",
    Command.EMPLOYER: (
        r"(?:うちは)?(?:企業|会社|事業所|事業者|雇用主|経営者)(?:の人|の方)?(?:です|として)?"
    ),
    Command.SKIP: (
        r"(?:とばす|飛ばす|すきっぷ|skip|(?:まだ)?(?:決まって|きまって)(?:い)?ない|わからない|未定)"
    ),
    Command.SKIP_ALL: r"(?:まとめて|全部|ぜんぶ)(?:すきっぷ|とばす|飛ばす)",
}
_COMPILED: Final = {
    command: re.compile(rf"(?:{words}){_ASKING}") for command, words in _WORDS.items()
}


def command_in(text: str) -> Command | None:
    """Return the command that a whole message is, or None."""
    said = letters(_READING.sub("", text[: 4 * LONGEST]))
    if len(said) > LONGEST:
        return None
    return next((one for one, words in _COMPILED.items() if words.fullmatch(said)), None)
