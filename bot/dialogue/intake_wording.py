"""The few questions to an employer, with answers to tap; each may be skipped."""

from bot.line.words import Words

SKIP, SKIP_ALL = "とばす", "まとめてとばす"
HEADCOUNTS = ("5人くらい", "10人くらい", "20人くらい", "30人以上")
PERIODS = ("年度内に始めたい", "来年度から", "土日だけ", "平日の昼だけ")
VISITING = ("会社に来てほしい", "オンラインだけ")

ASK_HEADCOUNT = Words(
    plain="もう少しだけ教えてください。何人くらいで受けたいですか？（とばしても大丈夫です）",
    easy="何人（なんにん）で 受（う）けますか？",
)
ASK_PERIOD = Words(
    plain="いつごろがよいですか？（とばしても大丈夫です）", easy="いつが いいですか？"
)
ASK_VISITING = Words(
    plain="講師に会社へ来てほしいですか？（とばしても大丈夫です）",
    easy="先生（せんせい）に 会社（かいしゃ）へ 来（き）てほしいですか？",
)
ALL_RIGHT = Words(
    plain="わかりました。さきほどの講座から、ごゆっくりえらんでください。",
    easy="わかりました。講座（こうざ）を えらんでください。",
)
