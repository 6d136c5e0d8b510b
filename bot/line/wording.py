"""Every sentence that a person reads in LINE, apart from the answer's own (recommender.wording)."""

from datetime import date

ACCOUNT = "まなびコンパス"
SAMPLE_BADGE = "見本"
SAMPLE_NOTE = "※これは見本の講座です。実際には申し込めません。"

GREETING = f"""友だち追加ありがとうございます。{ACCOUNT}です

学びたいことや仕事で困っていることを、ふだんの言葉で書いてください。山形県内で受けられる講座の中から、近いものをえらんでお返しします。

【たとえば】
・パソコンを基礎から習いたい
・介護の資格をとりたい
・新人が図面を読めなくて困っている

【お預かりするもの】
・お返事のあいだだけ、書いてくださった文を保管し、お返事がすんだら消します。
・お名前、電話番号、住所、病気のことは書かないでください。お申し込みは各講座のページでお願いします。"""

GREETING_GROUP = f"{ACCOUNT}です このトークでは、わたしにメンション(@)を付けて書いてくださったときだけお返事します。"

HELP = """【使い方】
学びたいことや困っていることを、ふだんの言葉で書いてください。
・「簿記」のようにひとことでも
・「会社で図面を読める人がいない」のような相談でも大丈夫です

近い講座があればカードでお返しします。「くわしく」で内容を、「申込ページ」で主催者のページを見られます。

ご質問やお申し込みは、各講座の問合せ先へお願いします。"""

ONLY_WORDS = "ごめんなさい、いまは文字のメッセージだけ読めます。学びたいことを、ひとことで書いてみてください。"
GONE = "この講座は、いまの一覧にはありません。もう一度さがしてみてください。"
NOT_READY = "ごめんなさい、ただいま準備中です。少し時間をおいて、もう一度送ってください。"
UNKNOWN_TAP = "このボタンは古くなっているようです。もう一度、学びたいことを書いてみてください。"

LABEL_DETAIL = "くわしく"
LABEL_PAGE = "申込ページを開く"
LABEL_MORE = "もっと見る"
LABEL_TOPIC = "条件をはずす"
LABEL_HELP = "使い方"

EXAMPLES = ("パソコンの基礎", "介護の資格", "簿記", "生成AI", "農産物の加工")

ANSWERING, BESIDE = "◎", "・"  # before what answers the request, and before its conditions
PLACE, TIMES, FEE, DEADLINE = "場所", "日程", "受講料", "締切"
UNKNOWN = "主催者に確認"
FREE = "無料"
ANY_TIME = "随時受付"


def alt_text(message: str, titles: list[str]) -> str:
    """Say in words what the cards show."""
    return "\n".join([message, *(f"・{title}" for title in titles)])


def detail_text(title: str) -> str:
    """Write what a person appears to say when tapping the button."""
    return f"「{title}」をくわしく"


def yen(amount: int) -> str:
    """Write a fee."""
    return FREE if amount == 0 else f"{amount:,}円"


def day(value: date) -> str:
    """Write a date with its weekday."""
    return f"{value.year}年{value.month}月{value.day}日({'月火水木金土日'[value.weekday()]})"


def deadline(value: date, today: date) -> str:
    """Write a deadline, and how near it is when a week or less is left."""
    left = (value - today).days
    near = "（今日まで）" if left == 0 else f"（あと{left}日）" if left <= 7 else ""  # noqa: PLR2004
    return f"{day(value)}{near}"
