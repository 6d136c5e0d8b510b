"""What stands on the rich menus, and what a tap on them says."""

CHAT_BAR = "メニュー"
LEARNER, EMPLOYER = "学ぶ人", "会社の人"
WRITE_LEARNER, WRITE_LEARNER_BELOW = "学びたいことを書く", "ふだんの言葉で大丈夫です"
WRITE_EMPLOYER, WRITE_EMPLOYER_BELOW = "困りごとを書く", "人材育成のご相談をどうぞ"
SAVED, NEARBY, HELP = "保存した講座", "近くの講座", "使い方"
EASY, EASY_BELOW = "やさしい日本語", "よみがなが つきます"
# Sent as the person's own words; each is a command or a condition that the dialogue knows.
SAY_NEARBY, SAY_EASY = "近くの講座", "やさしい日本語で"
