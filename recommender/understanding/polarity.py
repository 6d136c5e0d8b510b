"""Polarity: whether the words around a condition or a topic refuse it or insist on it.

Japanese refuses behind what it refuses (「夜は無理」, 「介護以外で」), English, Vietnamese and
Portuguese before it. The tables hold standard Japanese, its plain kana, and the forms of the
Murayama, Okitama and Shonai dialects. Knows nothing of what is being refused.
"""

import re

# What may stand between a word and the particle that takes it up: 「夜の講座は」, 「夜に通うのは」.
_CARRIER = (
    r"(?:遅(?:い(?:の|時間)?|くまで(?:な?の)?)|の(?:外出|運転|移動|帰り道|時間帯?|講座|コース|クラス|授業|研修|開催|教室|もの|やつ|仕事|話|勉強|部分|こと|方|ほう"
    r"|回|部|分野|系統|類)"
    r"|(?:に|へ|で|を|まで)?(?:通う|行く|いく|出る|でる|出かける|受ける|やる|する|使う|参加する|乗る"
    r"|書く|つくる|作る)(?:の|こと)"
    r"|(?:に|は)?(?:家|職場|店|会社)を(?:空ける|あける|出る|抜ける)(?:の|こと)"
    r"|(?:系|関係|関連|方面|中心|だけ)(?:の(?:もの|やつ|講座|仕事|話))?)?"
)
_PARTICLE = (
    r"(?:には|では|とは|へは|までは|とかは|なんかは|なんて|については|に関しては|のは"
    r"|だと|じゃ(?!な)|だけは|[だな]ら?ば|は|が|も|を|に|へ|で|まで|とか|って|ちゃ|さは|さ|、)?"
)
_ADVERB = (
    r"(?:100 ?%|絶対に?|ぜったい|ちょっと|少し|すこし|どうしても|正直|やっぱり|やはり|かなり"
    r"|さすがに|完全に|もう|基本的?に?|全然|まったく|全く|あまり|あんまり|できれば|なるべく|極力|いまは|今は"
    r"|まんず|なんぼしても|どうも|とても|すごく)?"
)
# A reason put in between: 「夜は子どもがいて無理」.
_REASON = r"(?:[^、。!?は]{1,16}(?:ので|から|がら|さげ|さけ|んで|[でてし])、? ?)?"

_CAN = (
    r"(?:(?:家を|時間が?|都合が?|予定が?) ?)?"
    r"(?:行け|いけ|通え|かよえ|来られ|来れ|出られ|でられ|出れ|受けられ|受け|参加でき|対応でき|でき"
    r"|出来|使え|つかえ|乗れ|のれ|空けられ|抜けられ|抜けれ|休め|動け|出せ|取れ|とれ|つか|合わ"
    r"|合わせられ|みられ|行かれ|出かけられ|続か|続けられ)"
)
_CAN_DIALECT = (
    r"(?:行が|いが|行が?れ|行げ|いげ|でぎ|出らん|休ま(?:れ|ん)?|通わん|通え|行がん"
    r"|行かん|さん|できん)"
)
_NOT = r"(?:ない|ません|なく(?:て|なる)?|ねえ|ねぇ|ねー|ず(?=[、に])|ないです)"
_NOT_DIALECT = r"(?:んねぇ?|ねぇ?|にぇ|いね)(?:ぐ?て|くて|ず|がら|の|さげ|さけ|なや|くて)?"

# Predicates that refuse, whatever stands before them.
_PLAIN_REFUSAL = (
    r"(?:無理(?!なく|のない|せず|しな|し?て|やり)|むり(?!なく|のない|せず|ょ)|ムリ(?!なく|ョ)|ダメ|だめ|駄目"
    r"|NG(?![A-Za-z])|ng(?![a-z])|不可(?!欠|能|解)|×|お断り|却下|勘弁|パス(?!ワード|ポート|タ)|論外"
    r"|こりごり|うんざり|たくさんです|ちょっと ?(?=\.{2,}|…|。|$)|(?<=だば)わがんね"
    r"|難し[いく]|むずかし[いく]|厳し[いく]|きび?しい|き(?:つ|づ)[いく]|しんど[いく]|つら[いく]|辛[いく]"
    r"|困(?:る|り)|こまる|大変(?=で|な|だ)"
    r"|避け(?:た|て|る|ま)|さけ(?:た|て)|遠慮|やめて|止めて|外して|はずして|省いて|飛ばして|除外"
    r"|嫌い?+(?!がら)|いや(?=で|だ|な|。|、|$)|イヤ(?!ホン|ー)|やだ|ヤダ|やんだ|きらい|キライ"
    r"|遠(?:い|く|すぎ|過ぎ)|とおい"
    r"|疲れ|つかれ|飽き|あき(?:た|ま)|間に合って|十分(?=です|な|。|$)"
    r"|(?:要|い|入)ら(?:ない|ん(?=$|。|、|わ)|ね)|いりません|要りません|不要|必要(?:は|が)?(?:ない|ありません|なし)"
    r"|集中(?:が|は)?でき(?:ない|ません|ず)|頭に入(?:らない|りません|らん)|身に[つ付]か(?:ない|ん)|伝わら(?:ない|ん)"
    r"|ついていけ(?:ない|ません|ん)|怖[いく]|こわ[いく]|つぶれ(?:る|ま|て)|潰れ(?:る|ま|て)|埋まっ(?:て|た)|ふさがっ(?:て|た)"
    r"|(?:サボ|さぼ)(?:る|って|り)|挫折(?=し|する)|(?:よく)?わか(?:らない|りません|んない|らん)(?=ので|から|し|$|。)"
    r"|求めて(?:い)?(?:ない|ません)|希望し(?:ない|ません)|考えて(?:い)?(?:ない|ません)|対象外"
    r"|興味(?:は|が|も)?(?:ない|ありません|なく|ねぇ?)|向い?て(?:い)?(?:ない|ません|なく)"
    r"|[ぁ-ん一-鿿]{1,4}たく(?:ない|ありません|なく|ね)|[ぁ-ん一-鿿]{1,3}でぐね"
    r"|(?:もう|別に)(?:いい|結構|けっこう)|結構です"
    r"|(?:真的|已经|实在|太)*(?:腻了|受够了)|不行|不可以|不方便|没空|没时间|没時間"
    rf"|{_CAN}{_NOT}|{_CAN_DIALECT}{_NOT_DIALECT})"
)
# 「パソコンは苦手」 refuses; 「苦手ですが」, 「苦手な人でも」, 「苦手を克服」 ask to be taught.
_WEAK_REFUSAL = (
    r"(?:苦手|にがて|ニガテ|不得意)"
    r"(?!意識|科目|分野|を|克服|でも|な(?:人|方|私|わたし|自分|子|者|の(?:を|に))|(?:です|だ|な)?"
    r"(?:けど|けれど|けんど|げんど|げど|ども|が(?=[、。ぁ-ん一-鿿])|んですが|んだけど|のですが))"
)
_NOT_THIS = (
    r"(?:以外(?:で|の|なら|に|を|が|だと)?+(?:も|は)?+"
    r"|(?:じゃ|では|で)(?:なくて?+(?!も|ちゃ(?!んと)|は)|ない(?!と|か|で|ん|です|の(?:か|で)|$)"
    r"(?:(?:ほう|方|やつ|もの)(?:が|で|を)?(?:いい|よい|良い)?)?)"
    r"|(?:でね|でねぇ|んね|じゃね)(?:くて|ぐて|ぇ?(?=ほう|ほ|方|もの|やつ))"
    r"|を?(?:除(?:いて|く|き|いた)|のぞいて|のぞく|避けて|さけて|外して)|抜き(?=で|の|に)"
    r"|な(?:し|しで|しの)(?=で|の|が|、|。|$)|無し(?=で|の))"
)
# What turns a refusal into a question, a wish or a double negation.
_UNDONE = (
    r"(?! ?(?:で(?:も|は|しょう|すか)|じゃ?(?:ない|なけ|なく)|では(?:ない|あり)"
    r"|か(?!ら)|ことは?な[いく]|わけでは|もの(?:か|でしょうか)))"
)
_ENDING = (
    r"(?:っす|だっす|だず|だじゃ|だべ|だの|(?:で|な|だ)?(?:す|した|して|ん(?:です|だ)|んで)"
    r"|ます|ません|まし[てた]|い(?:です)?|く|な|だ|で|て|する|したい|してほしい|してください|したくて"
    r"|り|る|た(?:い|くて)?)?"
    r"(?:です|でして|だ)?(?:ので|のに|から|がら|さげ|さけ|けど(?:も)?|けれど(?:も)?|けんど|げんど|んで|し"
    r"|が(?=[、。 ]|$)|の|よ|ね|わ|ず|のぉ|くて|ぐて)?"
)

_REFUSED = re.compile(
    rf"(?<!だけ)(?<!しか)(?<!ばかり) ?"
    rf"(?:{_NOT_THIS}"
    rf"|{_CARRIER} ?{_PARTICLE} ?{_REASON}{_ADVERB} ?(?:{_PLAIN_REFUSAL}|{_WEAK_REFUSAL}){_UNDONE}"
    rf"{_ENDING})"
)

# 「土日しか無理」, 「夜じゃないと行けない」, 「対面以外は無理」: nothing else will do.
_ONLY = re.compile(
    rf" ?(?:{_CARRIER}(?:に|で|へ|さ)?しか|じゃないと|でないと|じゃなきゃ|でなきゃ"
    rf"|じゃなければ|でなければ|じゃねえ?と|でねぇ?と|以外(?:は|だと|に)?(?!で)) ?{_ADVERB} ?"
    rf"(?:{_PLAIN_REFUSAL}|[ぁ-ん一-鿿]{{1,4}}(?:ない|ません|なくて?|ねぇ?|んね)){_ENDING}"
)

# Refusing words of languages that put them first.
_BEFORE = re.compile(
    r"(?:\b(?:not?|except|without|avoid|never|nothing|can(?:'t|not| ?not)"
    r"(?: (?:do|make|come|go|attend)(?: (?:in|on|to|at))?(?: the)?)?"
    r"|don't (?:want|like)|không (?:(?:học|muốn|thể|thích) )*(?:được )?"
    r"|trừ|não(?: posso| quero)?(?: (?:ir|vir|estudar|participar))?|exceto|menos"
    r"|hindi(?: pwede)?(?: sa)?|maliban sa|ayaw)"
    r"(?: (?:an?|the|any|do|in|on|to|aos?|às?|nos?|nas?|de|em))?|(?:不要|除了|不想|不能)(?:上|学"
    r"|参加)?)\s*$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 32  # characters looked back for a refusing word


def refusal_end(text: str, end: int) -> int | None:
    """Return where the words end that refuse what ends at `end`, or None if it is not refused."""
    return None if _ONLY.match(text, end) else _found_end(_REFUSED, text, end)


def insistence_end(text: str, end: int) -> int | None:
    """Return where 「しか無理」 or 「でないと行けない」 after `end` itself ends, or None."""
    return _found_end(_ONLY, text, end)


def refusal_start(text: str, start: int) -> int | None:
    """Return where a refusing word right before `start` begins (`no evenings`), or None."""
    found = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    return found.start() if found else None


def _found_end(pattern: re.Pattern[str], text: str, end: int) -> int | None:
    found = pattern.match(text, end)
    return found.end() if found else None
