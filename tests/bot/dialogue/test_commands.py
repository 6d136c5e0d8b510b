"""Which whole messages are commands, and which only sound like one."""

import pytest

from bot.dialogue import wording
from bot.dialogue.commands import Command, command_in
from bot.line.rich_menu import wording as rich_menu

SPELLINGS = {
    Command.HELP: ("使い方", "使い方を教えて", "つかいかた？", "ヘルプ", "ﾍﾙﾌﾟ"),
    Command.TALK_TO_SOMEBODY: (
        "人と話したい",
        "オペレーターにつないで",
        "電話で相談したいです",
        "窓口で相談できますか",
    ),
    Command.ERASE: ("データ削除", "データを削除してください", "私の記録を消して", "ﾃﾞｰﾀ削除。"),
    Command.REFUSE_RECORDING: (
        "記録しない",
        "記録（きろく）しない",
        "記録しないでください",
        "きろくしないで",
    ),
    Command.ALLOW_RECORDING: ("記録する", "記録していいです"),
    Command.SPEAK_EASILY: ("やさしい日本語で", "やさしいにほんごで お願いします"),
    Command.SPEAK_PLAINLY: ("ふつうの日本語で", "普通の日本語"),
    Command.SHOW_WORDS: ("文字だけで", "テキストのみ"),
    Command.SHOW_CARDS: ("カードで", "カード表示にして"),
    Command.SAVED: ("保存した講座", "保存した講座を見せて", "お気に入り"),
    Command.REMOVE_ALL: ("全部はずして", "保存した講座をすべて外す", "保存を全部消して"),
    Command.COMPARE: ("くらべる", "比べたい", "保存した講座をくらべる", "比較して"),
    Command.MORE: ("もっと見る", "もっと", "ほかにもある？", "次へ", "他にありますか", "別の講座"),
    Command.UNLIMITED: ("条件をはずす", "条件をはずしてください", "条件なしで", "何でもいい"),
    Command.ANYWHERE: ("どこでもいい", "場所はどこでもいいです", "場所は問いません"),
    Command.ANY_TIME: ("いつでもいい", "曜日は問わない", "時間はいつでも大丈夫"),
    Command.ANY_FEE: ("いくらでもいい", "費用は気にしない"),
    Command.NEAREST: ("近いものを見る", "一番近いもの"),
    Command.HELPED: ("役に立った", "役に立ちました！", "よかったです"),
    Command.DIFFERENT: ("違う", "ちがいます", "なんか違うなあ", "違った", "いまいちです"),
    Command.DIFFERENT_CONTENT: ("内容が違う", "内容がちがいます", "分野が違う"),
    Command.DIFFERENT_PLACE: (
        "場所が遠い",
        "会場が違う",
        "山形市まで行けません",
        "車がないので山形までは通えない",
        "米沢は遠いです",
        "ちょっと遠いな",
    ),
    Command.DIFFERENT_TIME: ("時間が合わない", "日程が合わない"),
    Command.DIFFERENT_FEE: ("費用が高い", "受講料が高すぎる", "ちょっと高いです"),
    Command.LEARNER: ("学ぶ人", "個人です"),
    Command.EMPLOYER: ("会社の人", "企業", "企業です", "会社として"),
    Command.SKIP: ("とばす", "スキップ", "まだ決まっていない"),
    Command.SKIP_ALL: ("まとめてとばす", "まとめてスキップ", "全部とばす"),
    Command.BEGIN: ("講座をさがす", "講座を探したい"),
    Command.AGREE: ("わかりました", "了解です"),
}
REQUESTS = (
    "データ分析",
    "データ削除の方法を社員に教えたい",
    "会社の経理",
    "企業会計",
    "個人事業の始め方",
    "比較文化を学びたい",
    "カードローンの仕組み",
    "文字起こし",
    "もっと英語を話したい",
    "次世代リーダー研修",
    "記録のつけ方",
    "保存食の作り方",
    "条件分岐をPythonで",
    "使い方がわからないパソコンを習いたい",
    "違いがわかるコーヒー",
    "遠い国の文化を学びたい",
    "高い木の枝を切る仕事の講習",
    "高校まで行けなかったので学び直したい",
    "やさしい日本語の書き方を学びたい",
)


@pytest.mark.parametrize(
    ("text", "command"), [(text, one) for one, texts in SPELLINGS.items() for text in texts]
)
def test_a_command_is_known_in_many_spellings(text, command):
    assert command_in(text) is command


@pytest.mark.parametrize("text", REQUESTS)
def test_a_request_that_begins_like_a_command_is_none(text):
    assert command_in(text) is None


def test_no_length_of_text_is_too_much():
    assert command_in("もっと" * 5_000) is None


@pytest.mark.parametrize(
    ("label", "command"),
    [
        (wording.HELP, Command.HELP),
        (wording.MORE, Command.MORE),
        (wording.UNLIMITED, Command.UNLIMITED),
        (wording.NEAREST, Command.NEAREST),
        (wording.HELPED, Command.HELPED),
        (wording.DIFFERENT, Command.DIFFERENT),
        (wording.SAVED, Command.SAVED),
        (wording.COMPARE, Command.COMPARE),
        (wording.BEGIN, Command.BEGIN),
        (wording.AGREE, Command.AGREE),
        (wording.REFUSE, Command.REFUSE_RECORDING),
        (wording.ALLOW, Command.ALLOW_RECORDING),
        (wording.ERASE, Command.ERASE),
        (wording.EASY, Command.SPEAK_EASILY),
        (wording.PLAIN, Command.SPEAK_PLAINLY),
        (wording.AS_WORDS, Command.SHOW_WORDS),
        (wording.AS_CARDS, Command.SHOW_CARDS),
        (rich_menu.LEARNER, Command.LEARNER),
        (rich_menu.EMPLOYER, Command.EMPLOYER),
    ],
)
def test_what_stands_on_a_button_is_understood_when_it_is_sent(label, command):
    assert command_in(label) is command
