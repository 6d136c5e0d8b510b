"""Every sentence of an answer that does not depend on the door it goes through."""

from collections.abc import Sequence

CLOSE = "ご相談の内容に近い講座です"
FREE = "受講料は無料"
ONLINE = "オンラインで受けられる"
VISITING = "会社や団体に来てもらえる"
AFTER_WORK = "平日の昼を休まずに通える"

SMALLTALK = "こんにちは、まなびコンパスです。学びたいことや、仕事で困っていることを、ふだんの言葉で書いてみてください。"
CLARIFY = "どんなことを学びたいですか？「簿記を基礎から」「介護の資格がほしい」のように、ひとことで大丈夫です。"
NO_MATCH = (
    "申し訳ありません。いま申し込める講座の中には、ぴったりのものがまだありません。"
    "言葉を変えると見つかることもあります。お急ぎのときは、お住まいの市町村の生涯学習の窓口や"
    "ハローワークにもご相談ください。"
)
NO_MORE = "これでおしまいです。言葉を変えると、ほかの講座が見つかることもあります。"
CRISIS = (
    "とてもつらい気持ちでいらっしゃるのですね。話してくださって、ありがとうございます。\n"
    "今すぐ話を聞いてくれる人がいます。\n"
    "・よりそいホットライン 0120-279-338（24時間・無料）\n"
    "・#いのちSOS 0120-061-338（24時間・無料）\n"
    "・命の危険があるときは 119\n"
    "ひとりで抱えず、どうか声を聞かせてあげてください。"
)


def found(count: int) -> str:
    """Introduce the cards."""
    return f"ご相談に近い講座を{count}件えらびました。"


def found_more(count: int) -> str:
    """Introduce the cards that follow the first ones."""
    return f"ほかに近い講座が{count}件あります。"


def teaches(skills: Sequence[str]) -> str:
    """Name the skills that answer the request."""
    return f"{_quoted(skills)}を学べます"


def mentions(words: Sequence[str]) -> str:
    """Name the request's own words that the program is about."""
    return f"{_quoted(words)}にふれる講座です"


def close_to(field: str) -> str:
    """Name the field when no word is shared."""
    return f"{CLOSE}（{field}）"


def listed(parts: Sequence[str]) -> str:
    """Join short facts into one line, empty for none."""
    return "、".join(parts)


def _quoted(words: Sequence[str]) -> str:
    return "".join(f"「{word}」" for word in words)
