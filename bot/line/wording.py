"""What stands on cards, lists and comparisons, and the sentences that need no conversation.

Recommenders word their own answers (`recommender.wording`), dialogues theirs (`bot.dialogue`).
"""

from datetime import date

from bot.line.words import Words

SAMPLE_BADGE = "見本"
SAMPLE_NOTE = "※これは見本の講座です。実際には申し込めません。"
NOT_READY = "ごめんなさい、ただいま準備中です。少し時間をおいて、もう一度送ってください。"

LABEL_DETAIL = Words(plain="くわしく見る", easy="くわしく見る")
LABEL_SAVE = Words(plain="保存", easy="保存（ほぞん）")
LABEL_SAVED = Words(plain="保存ずみ", easy="保存（ほぞん）ずみ")
LABEL_REMOVE = Words(plain="はずす", easy="はずす")
LABEL_UNSAVE = Words(plain="保存をはずす", easy="はずす")
LABEL_LIKE = Words(plain="似た講座", easy="にている講座")
LABEL_PAGE = Words(plain="申込ページ", easy="申（もう）し込（こ）みページ")
LABEL_LIST = Words(plain="保存した講座", easy="保存した講座")
LABEL_HELP = Words(plain="使い方", easy="使い方")

ANSWERING, BESIDE = "◎", "・"  # before what answers the request, and before its conditions
PLACE = Words(plain="場所", easy="どこ")
TIMES = Words(plain="日程", easy="いつ")
FEE = Words(plain="受講料", easy="お金")
DEADLINE = Words(plain="締切", easy="いつまで")
LENGTH = Words(plain="長さ", easy="長さ")
PROVIDER = Words(plain="主催", easy="する人")
SKILLS = Words(plain="身につくこと", easy="できるようになること")
AUDIENCE = Words(plain="対象", easy="だれのため")
ELIGIBILITY = Words(plain="受講の条件", easy="やくそく")
CERTIFICATE = Words(plain="修了したら", easy="おわったら")
CONTACT = Words(plain="問合せ先", easy="聞くところ")
PAGE = Words(plain="ページ", easy="ページ")
NEED = Words(plain="ご相談", easy="したいこと")

UNKNOWN = "主催者に確認"
FREE = "無料"
ANY_TIME = "随時受付"
UNDER_CONDITIONS = "条件あり"
NEAR_DEADLINE = Words(plain="締切まぢか", easy="もうすぐ おわり")
NOT_OPEN = Words(plain="いまは受付していません", easy="いまは 申（もう）し込（こ）めません")

SAVED_LIST = Words(plain="保存した講座です。", easy="保存（ほぞん）した 講座（こうざ）です。")
COMPARED = Words(plain="講座をくらべました。", easy="講座（こうざ）を くらべました。")
HOW_TO_POINT = Words(
    plain="気になる講座は「1番目をくわしく」、とっておくときは「1番目を保存」のように送ってください。",
    easy="もっと 知（し）りたいときは「1番目をくわしく」を 送（おく）ってください。",
)


def further(count: int) -> Words:
    """Say that more is saved than cards can show."""
    return Words(
        plain=f"ほかに{count}件あります。「文字だけで」と送ってからもう一度開くと、すべて見られます。",
        easy=f"ほかに {count}つ あります。「文字だけで」を 送（おく）ると、ぜんぶ 見（み）られます。",
    )


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
    return f"{value}をくわしく見る"


def benefit(names: list[str]) -> str:
    """Write the benefits that lower a fee."""
    return f"{'・'.join(names)}（{UNDER_CONDITIONS}）"


def yen(amount: int) -> str:
    """Write a fee."""
    return FREE if amount == 0 else f"{amount:,}円"


def hours(count: float) -> str:
    """Write a length."""
    return f"全部で{count:g}時間"


def day(value: date) -> str:
    """Write a date with its weekday."""
    return f"{value.year}年{value.month}月{value.day}日({'月火水木金土日'[value.weekday()]})"


def deadline(value: date, today: date) -> str:
    """Write a deadline, and how near it is when a week or less is left."""
    left = (value - today).days
    if left == 0:
        return f"{day(value)}（今日まで）"
    return f"{day(value)}（あと{left}日）" if is_near(value, today) else day(value)


def is_near(value: date, today: date) -> bool:
    """Tell a deadline that is a week away or less, and not over."""
    return 0 <= (value - today).days <= 7  # noqa: PLR2004 - days
