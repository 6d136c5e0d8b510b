"""Every sentence of an answer that offers no program; written by people, sent as it stands."""

from collections.abc import Mapping, Sequence
from typing import Final

from recommender.outcomes.offices import Office
from recommender.outcomes.smalltalk import SmallTalk

# Numbers: よりそいホットライン (other languages: press 2, 10:00 to 22:00) and #いのちSOS.
CRISIS = (
    "とてもつらい気持ちでいらっしゃるのですね。話してくださって、ありがとうございます。\n"
    "今すぐ話を聞いてくれる人がいます。\n"
    "・よりそいホットライン 0120-279-338（24時間・無料）\n"
    "・#いのちSOS 0120-061-338（24時間・無料）\n"
    "・命の危険があるときは 119\n"
    "・Other languages: 0120-279-338 → 2\n"
    "どうか、ひとりで抱えずに、電話で話してみてください。"
)

SMALLTALK = "こんにちは、まなびコンパスです。学びたいことや、仕事で困っていることを、ふだんの言葉で書いてみてください。"
SMALLTALKS: Final[Mapping[SmallTalk, str]] = {
    SmallTalk.GREETING: SMALLTALK,
    SmallTalk.THANKS: "どういたしまして。また学びたいことができたら、いつでも書いてください。",
    SmallTalk.REACTION: "お返事ありがとうございます。ほかに学びたいことや困っていることがあれば、ひとことで書いてみてください。",
    SmallTalk.FAREWELL: "またいつでもどうぞ。学びたいことができたら、ひとこと書いてください。",
    SmallTalk.WHO_ARE_YOU: "わたしは、講座をさがすお手伝いをするプログラムです。人が書いているのではありません。学びたいことを書いてくださると、山形県内で受けられる講座の中から近いものをえらびます。",
    SmallTalk.HOW_TO: "学びたいことや仕事で困っていることを書いてくださると、山形県内で受けられる講座の中から近いものをえらんでお返しします。「簿記」のようにひとことでも大丈夫です。",
}

# What is kept: the words of a need for 30 days (bot/dialogue/wording.py tells the whole of it),
# other words only until they are answered (bot/state).
PRIVACY_ASKED = (
    "ご心配なことを聞いてくださって、ありがとうございます。\n"
    "・学びたいことは、足りない講座をつくる参考に記録します。文は30日で消します。「記録しない」と送ると、記録しません。\n"
    "・お名前や電話番号は、うかがいません。匿名のままで大丈夫です。\n"
    "・こちらから会社やご家族に連絡することはありません。\n"
    "・LINEの画面には残ります。ご自身でトーク履歴を消してください。"
)
PRIVACY_HANDED_OVER = (
    "お知らせくださったのに、ごめんなさい。ここでは、お名前・電話番号・住所などをお預かりしていません。こちらからお電話やメールをすることもできません。\n"
    "いま書いてくださった文は、お返事がすんだら消します。LINEの画面から消すには「送信取消」をお使いください。\n"
    "お申し込みは、各講座のページか問合せ先へお願いします。"
)
TOPIC_ALONE = "\n学びたいことだけ書いてくだされば、講座をおさがしします。"

OFFICES: Final[Mapping[Office, str]] = {
    Office.TOWN_HALL: "お住まいの市町村の役場",
    Office.TAX: "税務署か、お住まいの市町村の税の窓口",
    Office.WORK: "お近くのハローワーク",
    Office.HEALTH: "かかりつけの医療機関か、お住まいの市町村の保健の窓口",
    Office.LAW: "法テラスか、お住まいの市町村の無料法律相談",
    Office.PENSION: "お近くの年金事務所か、お住まいの市町村の窓口",
    Office.IMMIGRATION: "出入国在留管理局か、お住まいの市町村の外国人相談の窓口",
    Office.MONEY: "お取引の金融機関",
    Office.ORGANISER: "その講座の主催者",
}
OUT_OF_SCOPE = (
    "ごめんなさい。ここは学びの講座をさがすところなので、そのご質問にはお答えできません。"
)
ELSEWHERE = "におたずねください。"
LEARN_INSTEAD = "学びたいことがあれば、「パソコンの基礎」のように、ひとことで書いてみてください。"

CLARIFY = "どんなことを学びたいですか？「簿記を基礎から」「介護の資格がほしい」のように、ひとことで大丈夫です。"
ASK_LEARNER = "どんなことを学びたいですか？近いものをえらぶか、ひとことで書いてください。"
ASK_EMPLOYER = "会社のどんなことでお困りですか？近いものをえらぶか、ひとことで書いてください。"
ASK_CERTIFICATE = "どの分野の資格に関心がありますか？近いものをえらぶか、ひとことで書いてください。"
ASK_WORK = "どんな仕事に生かしたいですか？近いものをえらぶか、ひとことで書いてください。"
ASK_LEISURE = "どんなことに関心がありますか？近いものをえらぶか、ひとことで書いてください。"


def out_of_scope(office: Office | None) -> str:
    """Say that we cannot answer, and who can."""
    elsewhere = f"{OFFICES[office]}{ELSEWHERE}" if office else ""
    return f"{OUT_OF_SCOPE}{elsewhere}\n{LEARN_INSTEAD}"


def heard(conditions: Sequence[str]) -> str:
    """Repeat the conditions, empty for none."""
    return f"{''.join(f'「{words}」' for words in conditions)}ですね。" if conditions else ""
