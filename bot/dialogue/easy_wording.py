"""What a recommender says without programs, once more in やさしい日本語.

Its messages are made of these sentences; what stands in no table is said as it is, with readings.
"""

from collections.abc import Mapping
from typing import Final

from recommender.outcomes import wording
from recommender.outcomes.smalltalk import SmallTalk

WRITE: Final = "学（まな）びたいことを、みじかく 書（か）いてください。"
EASY: Final[Mapping[str, str]] = {
    wording.CRISIS: (
        "とても つらいのですね。話（はな）してくれて、ありがとうございます。\n"
        "いま、あなたの 話（はなし）を 聞（き）いてくれる 人（ひと）が います。お金（かね）は いりません。\n"
        "・よりそいホットライン 0120-279-338（24時間（じかん））\n"
        "・#いのちSOS 0120-061-338（24時間（じかん））\n"
        "・あぶないときは 119\n"
        "・Other languages: 0120-279-338 → 2\n"
        "ひとりで がまんしないで、電話（でんわ）してください。"
    ),
    wording.SMALLTALKS[SmallTalk.GREETING]: f"こんにちは。まなびコンパスです。{WRITE}",
    wording.SMALLTALKS[SmallTalk.THANKS]: "どういたしまして。また いつでも 書（か）いてください。",
    wording.SMALLTALKS[SmallTalk.REACTION]: f"お返事（へんじ）ありがとうございます。{WRITE}",
    wording.SMALLTALKS[SmallTalk.FAREWELL]: "また いつでも どうぞ。",
    wording.SMALLTALKS[SmallTalk.WHO_ARE_YOU]: (
        f"わたしは、講座（こうざ）を さがす プログラムです。人（ひと）では ありません。{WRITE}"
    ),
    wording.SMALLTALKS[SmallTalk.HOW_TO]: (
        "学（まな）びたいことを 書（か）いてください。山形県（やまがたけん）の 講座（こうざ）を さがします。"
    ),
    wording.PRIVACY_ASKED: (
        "・あなたが 学（まな）びたいことを 記録（きろく）します。書（か）いた 文（ぶん）は 30日（にち）で 消（け）します。\n"
        "・「記録しない」を 送（おく）ると、記録（きろく）しません。\n"
        "・名前（なまえ）や 電話番号（でんわばんごう）は、聞（き）きません。\n"
        "・会社（かいしゃ）や 家族（かぞく）には、言（い）いません。\n"
        "・LINEの 画面（がめん）の 文（ぶん）は、自分（じぶん）で 消（け）してください。"
    ),
    wording.PRIVACY_HANDED_OVER: (
        "ごめんなさい。名前（なまえ）・電話番号（でんわばんごう）・住所（じゅうしょ）は、書（か）かないで ください。"
        "こちらから 電話（でんわ）は できません。\n"
        "いま 書（か）いた 文（ぶん）は、すぐに 消（け）します。\n"
        "申（もう）し込（こ）みは、講座（こうざ）の ページから してください。"
    ),
    wording.TOPIC_ALONE: "\n学（まな）びたいことだけ 書（か）いてください。講座（こうざ）を さがします。",
    wording.OUT_OF_SCOPE: "ごめんなさい。それは わかりません。ここは 講座（こうざ）を さがす ところです。",
    wording.LEARN_INSTEAD: "学（まな）びたいことを、「パソコン」のように みじかく 書（か）いてください。",
    wording.ELSEWHERE: "で 聞（き）いてください。",
    wording.CLARIFY: "なにを 学（まな）びたいですか？ みじかく 書（か）いてください。",
    wording.ASK_LEARNER: "なにを 学（まな）びたいですか？ えらぶか、書（か）いてください。",
    wording.ASK_EMPLOYER: "会社（かいしゃ）で なにに こまっていますか？ えらぶか、書（か）いてください。",
    wording.ASK_CERTIFICATE: "どの 資格（しかく）が いいですか？ えらぶか、書（か）いてください。",
    wording.ASK_WORK: "どんな 仕事（しごと）で 使（つか）いますか？ えらぶか、書（か）いてください。",
    wording.ASK_LEISURE: "なにが 好（す）きですか？ えらぶか、書（か）いてください。",
}


def easily(message: str) -> str:
    """Return a recommender's message in やさしい日本語."""
    for sentence, easy in EASY.items():
        message = message.replace(sentence, easy)
    return message
