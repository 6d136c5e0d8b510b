from datetime import date

import pytest

from data.text import match_form
from data.vocabulary import Mode
from recommender.understanding.conditions.modes import modes
from recommender.understanding.message import Message

ONLINE = {Mode.LIVE_ONLINE}
ONSITE = {Mode.ONSITE}


def mentions(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.name, set(one.value), message.text[one.start : one.end]) for one in modes(message)]


def asked(text):
    found = [(name, value) for name, value, _ in mentions(text)]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "modes_asked"),
    [
        ("オンラインで簿記を", ONLINE),
        ("ｵﾝﾗｲﾝ希望", ONLINE),
        ("Zoomで受けられる話し方", ONLINE),
        ("家で受けられるもの", ONLINE),
        ("スキマ時間にスマホで", ONLINE),
        ("ネットで参加できる勉強会", ONLINE),
        ("an online class, please", ONLINE),
        ("muốn học trực tuyến", ONLINE),
        ("想上网课", ONLINE),
        ("動画で見られるもの", {Mode.ON_DEMAND}),
        ("eラーニングがいい", {Mode.ON_DEMAND}),
        ("録画でもいい", {Mode.ON_DEMAND} | ONSITE),
        ("通信教育で資格を", {Mode.CORRESPONDENCE}),
        ("対面で習いたい", ONSITE),
        ("仕事帰りに通えるところ", ONSITE),
        ("駅から歩ける場所で", ONSITE),
        ("in person would be best", ONSITE),
        ("出前講座をお願いしたい", {Mode.VISITING}),
        ("講師に来てもらえますか", {Mode.VISITING}),
        ("うちの会社まで来て教えてほしい", {Mode.VISITING}),
    ],
)
def test_a_way_of_teaching_is_asked_for(text, modes_asked):
    assert ("mode", modes_asked) == asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "オンラインショップを開きたい",
        "ネットで野菜を売りたい",
        "動画編集を覚えたい",
        "Zoomの使い方",
        "we sell pottery online",
        "通信の設備を直す仕事",
        "出張が多い仕事です",
        "若い人に来てほしい宿です",
        "農家でも参加できるもの",
        "家でできる仕事がしたい",
        "料理教室を開きたい",
        "父は病院に通っています",
    ],
)
def test_a_word_of_the_trade_is_no_wish(text):
    assert asked(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zoomはもう疲れました", "Zoomはもう疲れました"),
        ("オンラインじゃないほうがいい", "オンラインじゃないほうがいい"),
        ("パソコン教室、オンラインは苦手です", "オンラインは苦手です"),
        ("a pottery class, not online", "not online"),
    ],
)
def test_a_refused_way_is_not_a_wish(text, words):
    assert [("not_mode", ONLINE, words)] == mentions(text)


@pytest.mark.parametrize(
    "text", ["酒田かオンラインで", "オンラインか土曜に", "オンラインでも可", "週末かズームで"]
)
def test_the_network_as_one_of_two_ways_leaves_the_room(text):
    assert asked(text) == ("mode", ONLINE | ONSITE)


def test_two_ways_over_the_network_do_not_ask_for_a_room():
    found = [value for _, value, _ in mentions("録画かオンラインで")]
    assert [{Mode.ON_DEMAND}, ONLINE] == found


@pytest.mark.parametrize(
    "text",
    [
        "手取り足取り教えてほしい",
        "近くで集まれるところがいい",
        "行って習うのがいい",
        "公民館で習えるといい",
        "車で30分くらいまで",
        "送迎がある教室",
        "電車一本で行けるところ",
    ],
)
def test_a_way_to_a_room_implies_that_one_meets_there(text):
    assert asked(text) == ("mode", ONSITE)


@pytest.mark.parametrize(
    "text",
    ["いつでも見られる講座", "何度も見返せるのがいい", "自分のペースで進められる簿記"],
)
def test_what_can_be_seen_at_any_time_is_recorded(text):
    assert asked(text) == ("mode", {Mode.ON_DEMAND})


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("オンラインはちょっと…", ONLINE),
        ("オンラインだと集中できない", ONLINE),
        ("オンラインだばわがんねさげ", ONLINE),
        ("動画は続かないので", {Mode.ON_DEMAND}),
        ("家でやる通信はサボるので", {Mode.CORRESPONDENCE}),
        ("通学はできません", ONSITE),
        ("không muốn học online", ONLINE),
    ],
)
def test_a_way_that_does_not_work_for_somebody_is_refused(text, mode):
    assert asked(text) == ("not_mode", mode)


@pytest.mark.parametrize(
    "text",
    [
        "対面かオンラインかはこだわりません",
        "対面販売のコツ",
        "オンライン英会話の講師になりたい",
        "通信制の高校を卒業しました",
    ],
)
def test_a_way_that_does_not_matter_or_is_a_trade_is_no_condition(text):
    assert asked(text) is None
