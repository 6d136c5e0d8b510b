"""What stands on cards, lists and comparisons, and the sentences that need no conversation.

Recommenders word their own answers (`recommender.wording`), dialogues theirs (`bot.dialogue`).
"""

from collections.abc import Callable, Mapping
from datetime import date

from bot.line.words import Words
from data.vocabulary import Certificate, Mode
from recommender.answer import Answer
from recommender.wording import CONDITION_NAMES

SAMPLE_BADGE = "見本"
SAMPLE_NOTE = Words(
    plain="※これは見本の講座です。実際には申し込めません。",
    easy="※これは 見本（みほん）の 講座（こうざ）です。ほんとうは 申（もう）し込（こ）めません。",
)
NOT_READY = "ごめんなさい、ただいま準備中です。少し時間をおいて、もう一度送ってください。"

LABEL_DETAIL = Words(plain="くわしく見る", easy="くわしく見る")
LABEL_SAVE = Words(plain="保存", easy="保存（ほぞん）")
LABEL_SAVED = Words(plain="保存ずみ", easy="保存（ほぞん）ずみ")
LABEL_REMOVE = Words(plain="はずす", easy="はずす")
LABEL_UNSAVE = Words(plain="保存をはずす", easy="はずす")
LABEL_LIKE = Words(plain="似た講座", easy="にている講座")
LABEL_PAGE = Words(plain="申込ページ", easy="申（もう）し込（こ）み")
LABEL_LIST = Words(plain="保存した講座", easy="保存した講座")
LABEL_HELP = Words(plain="使い方", easy="使い方")

FAR_DAYS = 300  # from here on, a month and a day could be taken for those of another year

ANSWERING, BESIDE = "◎", "・"  # before what answers the request, and before its conditions
PLACE = Words(plain="場所", easy="どこ")
TIMES = Words(plain="日程", easy="いつ")
FEE = Words(plain="受講料", easy="お金")
DEADLINE = Words(plain="締切", easy="いつまで")
LENGTH = Words(plain="長さ", easy="長さ")
PROVIDER = Words(plain="主催", easy="教えるところ")
SKILLS = Words(plain="身につくこと", easy="できるようになること")
AUDIENCE = Words(plain="対象", easy="だれのため")
ELIGIBILITY = Words(plain="受講の条件", easy="受（う）けられる人")
CERTIFICATE = Words(plain="修了したら", easy="おわったら")
CONTACT = Words(plain="問合せ先", easy="聞くところ")
PAGE = Words(plain="ページ", easy="ページ")
NEED = Words(plain="ご相談", easy="したいこと")

UNKNOWN = Words(plain="主催者に確認", easy="講座（こうざ）の 人に 聞いてください")
FREE = "無料"
ANY_TIME = Words(plain="随時受付", easy="いつでも 申（もう）し込（こ）めます")
MODES: Mapping[Mode, Words] = {
    Mode.ONSITE: Words(plain="会場", easy="会場（かいじょう）"),
    Mode.LIVE_ONLINE: Words(plain="オンライン", easy="インターネット"),
    Mode.ON_DEMAND: Words(plain="動画（好きな時間）", easy="動画（どうが）・いつでも"),
    Mode.HYBRID: Words(plain="会場とオンライン", easy="会場（かいじょう）と インターネット"),
    Mode.CORRESPONDENCE: Words(plain="通信講座", easy="家（いえ）で 勉強（べんきょう）"),
    Mode.VISITING: Words(plain="出前（講師が来ます）", easy="先生（せんせい）が 来ます"),
}
CERTIFICATES: Mapping[Certificate, Words] = {
    Certificate.NONE: Words(
        plain="証明書は出ません", easy="証明（しょうめい）の 紙（かみ）は ありません"
    ),
    Certificate.COMPLETION: Words(
        plain="修了証", easy="「さいごまで 勉強（べんきょう）しました」の 紙（かみ）"
    ),
    Certificate.RECORD_OF_STUDY: Words(
        plain="履修証明（大学などが出す証明書）",
        easy="大学（だいがく）などの 証明書（しょうめいしょ）",
    ),
    Certificate.CREDIT: Words(plain="大学の単位", easy="大学（だいがく）の 単位（たんい）"),
    Certificate.QUALIFYING: Words(
        plain="国家資格の受験資格",
        easy="国（くに）の 資格（しかく）の 試験（しけん）が 受（う）けられます",
    ),
    Certificate.DIGITAL_BADGE: Words(
        plain="デジタルバッジ（ネット上の証明）", easy="インターネットの 証明（しょうめい）"
    ),
}
NEAR_DEADLINE = Words(plain="締切まぢか", easy="もうすぐ おわり")
NOT_OPEN = Words(plain="いまは受付していません", easy="いまは 申（もう）し込（こ）めません")

IN_BRACKETS_NOT_OPEN = Words(plain=f"（{NOT_OPEN.plain}）", easy=f"（{NOT_OPEN.easy}）")
IN_BRACKETS_SAMPLE = Words(plain="（見本）", easy="（見本（みほん））")

SAVED_LIST = Words(plain="保存した講座です。", easy="保存（ほぞん）した 講座（こうざ）です。")
COMPARED = Words(plain="講座をくらべました。", easy="講座（こうざ）を くらべました。")
HOW_TO_POINT = Words(
    plain="気になる講座は「1番目をくわしく」、とっておくときは「1番目を保存」のように送ってください。",
    easy="もっと 知（し）りたいときは「1番目をくわしく」を 送（おく）ってください。",
)


def how_many(count: int) -> str:
    """Count in easy words: 3つ, but 12こ."""
    return f"{count}つ" if count < 10 else f"{count}こ"  # noqa: PLR2004 - つ counts to nine


def found(answer: Answer) -> Words:
    """Introduce cards, and say which conditions they do not meet."""
    count = how_many(len(answer.items))
    names = "・".join(dict.fromkeys(CONDITION_NAMES[name] for name in answer.relaxed))
    if not names:
        return Words(plain=answer.message, easy=f"講座（こうざ）が {count} あります。")
    return Words(
        plain=answer.message,
        easy=f"ぜんぶ 合（あ）う 講座（こうざ）は、ありません。「{names}」が ちがう 講座（こうざ）が {count} あります。",
    )


def further(count: int) -> Words:
    """Say that more is saved than cards can show."""
    return Words(
        plain=f"ほかに{count}件あります。「文字だけで」と送ってからもう一度開くと、すべて見られます。",
        easy=f"ほかに {how_many(count)} あります。「文字だけで」を 送（おく）ると、ぜんぶ 見（み）られます。",
    )


def labelled(label: Words, words: Words | None) -> Words:
    """Write a fact behind its name; the name alone where there is nothing more."""
    plain, easy = (words.plain, words.easy) if words else ("", "")
    return Words(plain=f"【{label.plain}】{plain}", easy=f"【{label.easy}】{easy}")


def need(topic: str) -> Words:
    """Write which of several needs a program is for."""
    return Words(plain=f"{NEED.plain}：{topic}", easy=f"{NEED.easy}：{topic}")


def number(value: int) -> str:
    """Write the place of a card, by which people call it."""
    return str(value)


def numbered(value: int, title: str) -> str:
    """Write a title with its place."""
    return f"{value}. {title}"


def alt_text(message: str, titles: list[tuple[int, str]]) -> str:
    """Say in words what the cards show."""
    return "\n".join([message, *(numbered(place, title) for place, title in titles)])


def detail_text(title: str) -> str:
    """Write what a person appears to say when asking for details."""
    return f"「{title}」をくわしく"


def save_text(title: str) -> str:
    """Write what a person appears to say when saving."""
    return f"「{title}」を保存"


def remove_text(title: str) -> str:
    """Write what a person appears to say when taking off the list."""
    return f"「{title}」をはずす"


def like_text(title: str) -> str:
    """Write what a person appears to say when looking for similar ones."""
    return f"「{title}」に似た講座"


def details_of(value: int) -> str:
    """Write the button that shows one of several compared programs."""
    return f"{value}番目をくわしく見る"


def taught(mode: Mode, where: Words) -> Words:
    """Write how it is taught, and where if that is known."""
    way = MODES[mode]
    if not where:
        return way
    return Words(plain=f"{way.plain}／{where.plain}", easy=f"{way.easy}／{where.easy}")


def benefit(names: list[str]) -> Words:
    """Write the benefits that lower a fee."""
    listed = "・".join(names)
    return Words(plain=f"{listed}（条件あり）", easy=f"{listed}（使（つか）えない人も います）")


def yen(amount: int) -> str:
    """Write a fee."""
    return FREE if amount == 0 else f"{amount:,}円"


def hours(count: float) -> str:
    """Write a length."""
    return f"全部で{count:g}時間"


def day(value: date) -> str:
    """Write a date with its weekday."""
    return f"{value.year}年{value.month}月{value.day}日({'月火水木金土日'[value.weekday()]})"


def short_day(value: date, today: date) -> str:
    """Write a date as shortly as is clear: with its year only when that is far away."""
    far = abs((value - today).days) > FAR_DAYS
    year = f"{value.year}/" if far else ""
    return f"{year}{value.month}/{value.day}({'月火水木金土日'[value.weekday()]})"


def deadline(value: date, today: date, dating: Callable[[date], str] = day) -> str:
    """Write a deadline, and how near it is when a week or less is left."""
    left = (value - today).days
    if left == 0:
        return f"{dating(value)}（今日まで）"
    return f"{dating(value)}（あと{left}日）" if is_near(value, today) else dating(value)


def is_near(value: date, today: date) -> bool:
    """Tell a deadline that is a week away or less, and not over."""
    return 0 <= (value - today).days <= 7  # noqa: PLR2004 - days
