from datetime import date

import pytest

from index.tokens import Tokens
from recommender.understanding.refusals import refusals
from recommender.understanding.understanding import as_message

TOKENS = Tokens()
TODAY = date(2026, 11, 23)


def refused(text):
    return [topic for one in refusals(as_message(text, TOKENS, TODAY)) for topic in one.topics]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("介護以外で探しています", ["介護"]),
        ("簿記じゃなくて、数字の読み方を", ["簿記"]),
        ("プログラミングではなくデザインを", ["プログラミング"]),
        ("英語はもういいので中国語を", ["英語"]),
        ("パソコン教室はもう飽きたから、絵を描きたい", ["パソコン"]),
        ("介護はやりたくないです", ["介護"]),
        ("エクセル抜きで帳簿の付け方を", ["エクセル"]),
        ("英会話に興味はありません。庭づくりを", ["英会話"]),
        ("農業を除く、自然の中の仕事", ["農業"]),
        ("販売はお断り。裏方の仕事を", ["販売"]),
    ],
)
def test_words_that_set_a_topic_aside_refuse_it(text, topics):
    assert topics == refused(text)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("玉掛けとフォーク以外で", ["玉掛け", "フォーク"]),
        ("保育や介護じゃない仕事", ["保育", "介護"]),
        ("ワードとかエクセルとかじゃなくて写真の整理", ["ワード", "エクセル"]),
        ("接客、販売以外がいいです", ["接客", "販売"]),
    ],
)
def test_everything_that_is_listed_is_refused(text, topics):
    assert topics == refused(text)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("介護んねくて、子どもど関わる仕事さ就きてぇ", ["介護"]),
        ("営業はやんだ。事務ならやってみでぇ", ["営業"]),
        ("かいごは いやです", ["かいご"]),
        ("えいごは いらないです。にほんごが いいです", ["えいご"]),
    ],
)
def test_dialect_and_plain_kana_refuse_too(text, topics):
    assert topics == refused(text)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("介護の仕事以外で", ["介護"]),
        ("介護の資格じゃなくて", ["介護"]),
        ("契約や経理の話ではなく、現場のことを", ["契約", "経理"]),
    ],
)
def test_a_head_that_names_nothing_refuses_what_it_is_about(text, topics):
    assert topics == refused(text)


@pytest.mark.parametrize(
    "text",
    ["パソコンは苦手なので他のものを", "パソコンは苦手", "パソコンは無理なので手仕事を"],
)
def test_what_is_hard_is_refused_where_it_is_set_against_something_else(text):
    assert refused(text) == ["パソコン"]


@pytest.mark.parametrize(
    "text",
    [
        "パソコンが苦手なので基礎から",
        "パソコンは苦手なので、一から教えてください",
        "パソコンは苦手だけど使えるようになりたい",
        "英語が苦手な社員に接客を",
        "人前で話すのが苦手です",
        "運動嫌いの夫と通える教室",
    ],
)
def test_who_finds_a_topic_hard_may_want_to_learn_it(text):
    assert refused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "介護がつらい",
        "子育てに疲れました",
        "簿記だけじゃなくて税金のことも",
        "フォークリフト以外にも役立つ免許",
        "英語を教えるんじゃなくて、自分が話せるようになりたい",
        "保育士ではないのですが、子どもと関わりたい",
        "看護師ではない私でも分かる健康の話",
        "利用者さんが入浴を嫌がって困っています",
        "友達とけんかしたくない",
        "お店の入口をのぞいて帰る人が多い",
        "遠慮なく意見を言える会議にしたい",
        "人足んねくて困ってだ",
    ],
)
def test_telling_how_things_are_refuses_nothing(text):
    assert refused(text) == []


@pytest.mark.parametrize("text", ["忙しい夏を外して", "資格はいらないので趣味で", "山形市以外で"])
def test_a_time_a_place_or_a_bare_course_is_no_topic(text):
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("anything but nursing care, please", ["介護"]),
        ("I want to learn something other than English teaching", ["English teaching"]),
        ("anything but evenings", []),
        ("I am not good at computers", []),
    ],
)
def test_english_refuses_before_the_topic(text, topics):
    assert topics == refused(text)


def test_a_refusal_spans_its_topics_and_the_words_that_refuse():
    message = as_message("できれば介護や保育以外で探しています", TOKENS, TODAY)
    (found,) = refusals(message)
    assert message.text[found.start : found.end] == "介護や保育以外で"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("フォークリフトはもう持っているので、ほかの資格を", ["フォークリフト"]),
        ("接客マナーは去年受けました。違うものを", ["接客マナー"]),
        ("ITの話は抜きで、営業を", ["IT"]),
        ("介護系は考えていません。事務で", ["介護"]),
        ("ドローンはいいから、トラクターの整備", ["ドローン"]),
        ("精神論の研修は勘弁。話し方を", ["精神論"]),
        ("マナーみたいなのじゃなく、実践を", ["マナー"]),
    ],
)
def test_what_one_has_or_waves_aside_is_refused(text, topics):
    assert topics == refused(text)


def test_a_step_further_is_not_refused():
    assert refused("簿記2級はもう取ったので、次は1級を") == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("料理教室はなしで。栄養の勉強", ["料理"]),
        ("マナー研修みたいなのは要りません", ["マナー研修"]),
        ("無料体験で終わるのはイヤ。動画編集を", ["無料体験"]),
        ("看護の仕事はもう辞めたいので、それ以外の資格", ["看護"]),
        ("宅建は去年とったので別の資格", ["宅建"]),
        ("いまさら英語はいらねぇ。韓国語を", ["英語"]),
        ("営業だけは勘弁してください。資格のある仕事", ["営業"]),
        ("簿記とは違う、経営寄りの勉強がしたい", ["簿記"]),
        ("農業から離れたい。新しい仕事", ["農業"]),
        ("介護×、医療事務○", ["介護"]),
        ("プログラミングはひとまず置いといて、ITの全体像を", ["プログラミング"]),
        ("DXの話はお腹いっぱい。現場の改善を", ["DX"]),
        ("ヨガとかそういうのでなく、もっと激しい運動", ["ヨガ"]),
    ],
)
def test_everyday_words_set_a_topic_aside(text, topics):
    assert refused(text) == topics


@pytest.mark.parametrize(
    "text",
    ["毎週は無理。月1回で哲学を", "託児はいりません", "有料は無理です", "経験はなしで。簿記"],
)
def test_what_names_no_subject_is_not_refused(text):
    assert refused(text) == []
