"""What is said about a search: what was understood, what came of it, and what to ask next."""

from collections.abc import Mapping, Sequence

from bot.line.words import Words, unchanged
from recommender.request import Role

LONGEST_TOPIC = 24  # characters; what is longer is a story, and is not repeated

# Answers to tap where we ask something: what a button says, and what it sends.
PLACES = ("山形市", "米沢市", "鶴岡市", "新庄市")  # the largest town of each area
TIMES = ("土日だけ", "平日の夜だけ", "平日の昼だけ", "オンラインだけ")
FEES = ("無料だけ", "5000円まで", "1万円まで", "3万円まで")
LENGTHS = ("1日だけ", "10時間以内", "30時間以内")
FROM_AFAR = ("オンラインだけ", *PLACES)
DIFFERENCES = ("内容が違う", "場所が遠い", "時間が合わない", "費用が高い")

WHAT_WAS_DIFFERENT = Words(
    plain="教えてくださってありがとうございます。どこが違いましたか？",
    easy="ありがとうございます。どこが ちがいましたか？",
)
OTHER_CONTENT = Words(
    plain="ほかの講座をさがしました。違うときは、学びたいことを別の言葉で書いてみてください。",
    easy="ほかの 講座（こうざ）を さがしました。ちがうときは、ほかの 言葉（ことば）で 書（か）いてください。",
)
WHICH_PLACE = Words(
    plain="どのあたりなら通えますか？市町村の名前を書くか、現在地を送ってください。",
    easy="どこが いいですか？ 町（まち）の 名前（なまえ）を 書（か）いてください。",
)
WHICH_TIME = Words(plain="いつなら通えそうですか？", easy="いつが いいですか？")
WHICH_FEE = Words(plain="いくらまでなら出せそうですか？", easy="いくらまで だいじょうぶですか？")
WHICH_LENGTH = Words(
    plain="どのくらいの長さなら受けられそうですか？",
    easy="どのくらいの 長（なが）さが いいですか？",
)
WHAT_THEN = Words(
    plain="どんなことを学びたいですか？ひとことで書いてください。",
    easy="なにを 学（まな）びたいですか？ 書（か）いてください。",
)
THANKS = Words(
    plain="お役に立ててうれしいです。また学びたいことができたら、いつでも書いてください。",
    easy="よかったです。また いつでも 書（か）いてください。",
)
NOTHING_SHOWN = Words(
    plain="まだ講座をお見せしていません。学びたいことを、ひとことで書いてみてください。",
    easy="まだ 講座（こうざ）を 見（み）せていません。学（まな）びたいことを 書（か）いてください。",
)
ALREADY_FREE = Words(
    plain="いまお見せした中に、無料の講座があります。無料のものだけにしましょうか？",
    easy="お金（かね）が いらない 講座（こうざ）が、もう あります。「無料だけ」を おすと、それだけ 見（み）られます。",
)
NOTHING_NEARER = Words(
    plain="ごめんなさい。これより近いところの講座は、まだ見つかりません。",
    easy="ごめんなさい。もっと 近（ちか）い 講座（こうざ）は ありません。",
)
TOO_FAR = Words(
    plain="山形県から少しはなれた場所のようです。オンラインの講座なら、どこからでも受けられます。山形県内で通える市町村があれば、名前を書いてください。",
    easy="ここは 山形県（やまがたけん）から 遠（とお）いです。オンラインの 講座（こうざ）なら 受（う）けられます。",
)
NO_PLACE = Words(
    plain="ごめんなさい、場所を読み取れませんでした。市町村の名前を書いてください。",
    easy="ごめんなさい。場所（ばしょ）が わかりませんでした。町（まち）の 名前（なまえ）を 書（か）いてください。",
)
NO_DATE = Words(
    plain="ごめんなさい、日付を読み取れませんでした。「12月から」のように書いてください。",
    easy="ごめんなさい。日（ひ）が わかりませんでした。「12月から」のように 書（か）いてください。",
)
NO_MORE = Words(
    plain="これでおしまいです。言葉を変えると、ほかの講座が見つかることもあります。",
    easy="これで ぜんぶです。ほかの 言葉（ことば）でも さがせます。",
)
NEAREST_INTRO = Words(
    plain="ぴったりではありませんが、近い講座です。",
    easy="ぴったりでは ありませんが、にている 講座（こうざ）です。",
)

WILL_BE_RECORDED = Words(
    plain="「こんな講座がほしい」という声として記録し、講座づくりの参考にします。",
    easy="「ほしい 講座（こうざ）」として 記録（きろく）します。",
)

ROLES_TAKEN: Mapping[Role, Words] = {
    Role.LEARNER: Words(
        plain="ご自身で学ぶ講座ですね。", easy="あなたが 学（まな）ぶ 講座（こうざ）ですね。"
    ),
    Role.EMPLOYER: Words(
        plain="会社の方のご相談ですね。",
        easy="会社（かいしゃ）の 人（ひと）の 講座（こうざ）ですね。",
    ),
}


def looked_for(topic: str, described: Sequence[str]) -> Words | None:
    """Say what is searched for now; None where there is nothing to say."""
    about = f"「{topic}」" if topic and len(topic) <= LONGEST_TOPIC else ""
    conditions = "・".join(described)
    if not about and not conditions:
        return None
    if not conditions:
        return Words(plain=f"{about}でさがしました。", easy=f"{about}を さがしました。")
    if not about:
        return Words(
            plain=f"「{conditions}」でさがしました。", easy=f"「{conditions}」で さがしました。"
        )
    return Words(
        plain=f"{about}（{conditions}）でさがしました。",
        easy=f"{about}を さがしました（{conditions}）。",
    )


def similar_to(title: str) -> Words:
    """Introduce programs similar to one."""
    return Words(
        plain=f"「{title}」に似た講座をさがしました。",
        easy=f"「{title}」に にている 講座（こうざ）を さがしました。",
    )


def several_needs(topics: Sequence[tuple[str, bool]]) -> Words:
    """List needs in the order in which they are shown; the flag tells that something was found."""
    nothing = ("（いまはありません）", "（ありません）")
    rows = [
        (f"{number}. {topic}", is_found) for number, (topic, is_found) in enumerate(topics, start=1)
    ]
    plain = "\n".join(row + ("" if is_found else nothing[0]) for row, is_found in rows)
    easy = "\n".join(row + ("" if is_found else nothing[1]) for row, is_found in rows)
    return Words(
        plain=f"{len(topics)}つのことを、順にさがしました。\n{plain}",
        easy=f"{len(topics)}つのことを、さがしました。\n{easy}",
    )


def no_match(hall: str, *, is_employer: bool, is_recorded: bool) -> Words:
    """Say honestly that nothing fits, that it counts, and whom to ask; `hall` may be empty."""
    near = Words(
        plain=hall or "お住まいの市町村",
        easy=hall or "市役所（しやくしょ）・役場（やくば）",
    )
    office = "商工会議所・商工会や、ハローワーク" if is_employer else "ハローワーク"
    counted = WILL_BE_RECORDED if is_recorded else unchanged("")
    return Words(
        plain=f"ごめんなさい。いま申し込める講座の中には、ぴったりのものがまだありません。{counted.plain}\nお急ぎのときは、{near.plain}の生涯学習の窓口や、{office}にもご相談ください。",
        easy=f"ごめんなさい。ぴったりの 講座（こうざ）は、まだ ありません。{counted.easy}\n{near.easy}や ハローワークで 聞（き）いてみてください。",
    )


def town_hall(town: str) -> str:
    """Name the office of a municipality: 天童市役所, 河北町役場."""
    return f"{town}役所" if town.endswith("市") else f"{town}役場"


def wish(label: str) -> str:
    """Write what a tapped answer to the question for a topic says."""
    return label if label.endswith(("資格", "研修", "育成")) else f"{label}を学びたい"


def up_to_yen(amount: int) -> str:
    """Write the amendment of a search to what costs at most so much."""
    return f"{amount}円まで" if amount else "無料だけ"


def within_hours(hours: float) -> str:
    """Write the amendment of a search to what takes at most so long."""
    return f"{hours:g}時間以内"


def until_day(year: int, month: int, day: int) -> str:
    """Write the amendment of a search to what has begun by a day."""
    return f"{year}年{month}月{day}日までに始まる"


def from_day(year: int, month: int, day: int) -> str:
    """Write the amendment of a search to what begins on a day or later."""
    return f"{year}年{month}月{day}日以降"


def around(town: str) -> str:
    """Write the amendment of a search to a town."""
    return f"{town}あたり"
