"""Groups: several people share a chat, and say so when they mean the account."""

import pytest

from bot.simulator.channel import ACCOUNT_NAME
from bot.simulator.people import NotPossibleError

HELLO = {"type": "text", "text": "こんにちは"}


@pytest.fixture
def group(platform):
    return platform.new_group()


def test_inviting_the_account_is_a_join_that_can_be_answered(bot, group):
    (event,) = bot.events
    assert event["type"] == "join"
    assert event["source"] == {"type": "group", "groupId": group}
    assert event["replyToken"]


def test_what_is_said_names_group_and_speaker(platform, bot, group):
    platform.say(group, "ひとりごと")
    source = bot.events[-1]["source"]
    assert (source["type"], source["groupId"]) == ("group", group)
    assert source["userId"].startswith("U")
    assert "mention" not in bot.events[-1]["message"]


def test_a_mention_says_where_and_whom(platform, bot, group):
    platform.say(group, f"🍎 @{ACCOUNT_NAME} 簿記")
    (mentionee,) = bot.events[-1]["message"]["mention"]["mentionees"]
    assert (mentionee["index"], mentionee["length"]) == (3, len(ACCOUNT_NAME) + 1)
    assert mentionee["isSelf"] is True


def test_alone_with_the_account_nobody_is_mentioned(platform, bot):
    platform.say(platform.new_person(), f"@{ACCOUNT_NAME} 簿記")
    assert "mention" not in bot.events[-1]["message"]


def test_an_answer_shows_in_the_group(platform, call, group):
    event = platform.say(group, f"@{ACCOUNT_NAME} 簿記")
    call("POST message/reply", {"replyToken": event.reply_token, "messages": [HELLO]})
    assert platform.timeline(group)[-1].text == "こんにちは"


def test_a_push_to_a_group_counts_its_members(platform, call, group):
    assert call("POST message/push", {"to": group, "messages": [HELLO]}).status == 200
    used = call("GET message/quota/consumption").body["totalUsage"]
    assert used == len(platform.channel.person(group).members)


def test_there_is_no_loading_animation_in_a_group(call, group):
    assert call("POST chat/loading/start", {"chatId": group, "loadingSeconds": 5}).status == 400


def test_removing_the_account_is_a_leave_without_a_token(platform, bot, group):
    platform.unfollow(group)
    assert bot.events[-1]["type"] == "leave"
    assert "replyToken" not in bot.events[-1]
    platform.follow(group)
    assert bot.events[-1]["type"] == "join"


def test_a_text_can_be_put_right(platform, bot, group):
    said = platform.say(group, f"@{ACCOUNT_NAME} ぼき")
    platform.edit(group, said.message_id, f"@{ACCOUNT_NAME} 簿記")
    edited = bot.events[-1]
    assert edited["type"] == "messageEdited"
    assert edited["message"]["id"] == said.message_id
    assert edited["message"]["text"] == f"@{ACCOUNT_NAME} 簿記"
    assert "mention" in edited["message"]
    entry = platform.timeline(group)[-1]
    assert (entry.text, entry.edited) == (f"@{ACCOUNT_NAME} 簿記", True)


def test_alone_with_the_account_nothing_can_be_edited(platform):
    person = platform.new_person()
    said = platform.say(person, "ぼき")
    with pytest.raises(NotPossibleError):
        platform.edit(person, said.message_id, "簿記")


def test_only_a_text_that_is_there_can_be_edited(platform, group):
    sticker = platform.send_sticker(group, "11537", "52002734")
    for message_id in (sticker.message_id, "gone"):
        with pytest.raises(NotPossibleError):
            platform.edit(group, message_id, "簿記")
