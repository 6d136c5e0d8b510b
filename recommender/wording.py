"""Every sentence of an answer that does not depend on the door it goes through."""

from collections.abc import Mapping, Sequence

CLOSE = "ご相談の内容に近い講座です"
FREE = "受講料は無料"
ONLINE = "オンラインで受けられる"
VISITING = "会社や団体に来てもらえる"
AFTER_WORK = "平日の昼を休まずに通える"

NO_MATCH = (
    "申し訳ありません。いま申し込める講座の中には、ぴったりのものがまだありません。"
    "言葉を変えると見つかることもあります。お急ぎのときは、お住まいの市町村の生涯学習の窓口や"
    "ハローワークにもご相談ください。"
)
NO_MORE = "これでおしまいです。言葉を変えると、ほかの講座が見つかることもあります。"


# The name of a condition → how it is called in a sentence.
CONDITION_NAMES: Mapping[str, str] = {
    "municipality": "場所",
    "area": "地域",
    "mode": "受け方",
    "time_bands": "曜日や時間帯",
    "max_fee_yen": "受講料",
    "max_hours": "長さ",
    "max_days": "日数",
    "start_from": "始まる時期",
    "start_until": "始まる時期",
    "finish_until": "終わる時期",
    "weekday_end_by": "終わる時刻",
    "subsidy": "給付金や補助",
    "certificate": "修了証",
    "headcount": "人数",
}


def introduced(count: int, loosened: Sequence[str], *, is_further: bool) -> str:
    """Introduce the cards, and say which conditions they do not meet."""
    if loosened:
        names = "・".join(dict.fromkeys(CONDITION_NAMES[name] for name in loosened))
        return (
            "ご希望にすべて合う講座は、いまはありません。"
            f"「{names}」の条件をゆるめると、近い講座が{count}件あります。"
        )
    if is_further:
        return f"ほかに近い講座が{count}件あります。"
    return f"ご相談に近い講座を{count}件えらびました。"


def searched(described: Sequence[str]) -> str:
    """Say what was understood and searched for; empty when nothing was stated."""
    return f"「{'・'.join(described)}」でさがしました。" if described else ""


def teaches(skills: Sequence[str]) -> str:
    """Name the skills that answer the request."""
    return f"{_quoted(skills)}を学べます"


def themed(words: Sequence[str], skills: Sequence[str]) -> str:
    """Name the request's own words in a title, and what is taught."""
    if not skills:
        return f"{_quoted(words)}にかかわる講座です"
    return f"{_quoted(words)}にかかわる講座で、{_quoted(skills)}などを学べます"


def mentions(words: Sequence[str]) -> str:
    """Name the request's own words that the description of a program holds."""
    return f"{_quoted(words)}にふれる講座です"


def close_to(field: str, skills: Sequence[str]) -> str:
    """Say what a program is about when no word is shared; either may be empty."""
    if not skills:
        return f"{CLOSE}（{field}）" if field else CLOSE
    return f"{f'{field}の講座で、' if field else ''}{_quoted(skills)}などを学べます"


def conditions(met: Sequence[str], different: Sequence[str], to_ask: Sequence[str]) -> str:
    """Say what is met, what is not, and what the provider has to be asked; empty for nothing."""
    contrast = "ただし、" if met and different else ""
    asking = f"{'・'.join(to_ask)}は要確認" if to_ask else ""
    sentences = (listed(met), contrast + listed(different), asking)
    return "。".join(sentence for sentence in sentences if sentence)


def listed(parts: Sequence[str]) -> str:
    """Join short facts into one line, empty for none."""
    return "、".join(parts)


def _quoted(words: Sequence[str]) -> str:
    return "".join(f"「{word}」" for word in words)
