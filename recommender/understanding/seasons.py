"""Seasons: words for a part of every year → its days, by Yamagata's school and farming year.

A table and nothing else: winter and snow last from December to March, rice is planted in May and
cut from mid-September, summer holidays begin around 20 July.
"""

from dataclasses import dataclass

Day = tuple[int, int]  # month, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """`words`, a pattern, names the days `first` to `last`; `due` is what 「…までに」 means."""

    words: str
    first: Day
    last: Day
    due: Day


def _season(words: str, first: Day, last: Day, due: Day) -> Season:
    return Season(words=words, first=first, last=last, due=due)


_NO_WORD = r"(?![田山菊祭野雨刀葉瓜日巻春夏秋冬物服])"  # 秋田, 春菊, 夏祭り
_SNOW_LIES = (
    r"雪(?=の(?:間|あいだ|時期|季節|ころ|頃|うち|ある)|が?(?:降|ふ|積も|つも|ある|来"
    r"|くる)|で[^、。]{0,10}止ま)"
)
SEASONS: tuple[Season, ...] = (
    _season(r"春休み", (3, 20), (4, 7), (3, 31)),
    _season(r"夏休み", (7, 20), (8, 31), (8, 31)),
    _season(r"冬休み", (12, 24), (1, 8), (1, 8)),
    _season(rf"春先?{_NO_WORD}|はる(?=までに|休)", (3, 1), (5, 31), (3, 31)),
    _season(rf"夏場?{_NO_WORD}|なつ(?=までに|休)", (6, 1), (8, 31), (6, 30)),
    _season(rf"秋{_NO_WORD}", (9, 1), (11, 30), (9, 30)),
    _season(rf"真?冬(?:場|季|期)?{_NO_WORD}|ふゆ(?=の|までに|休)", (12, 1), (3, 31), (12, 31)),
    _season(rf"{_SNOW_LIES}|降雪期?|積雪期?", (12, 1), (3, 31), (11, 30)),
    _season(r"雪が?(?:解け|どけ|溶け|消え)(?:る|た)?", (4, 1), (4, 30), (3, 31)),
    _season(r"農閑期", (12, 1), (3, 31), (3, 31)),
    _season(r"田植え?", (5, 1), (5, 31), (4, 30)),
    _season(r"稲刈り?|稲の収穫|刈り入れ", (9, 10), (10, 20), (9, 9)),
    _season(r"(?:さくらんぼ|サクランボ)の?(?:時期|収穫|季節|シーズン)?", (6, 1), (7, 10), (5, 31)),
    _season(r"お盆|盆休み", (8, 13), (8, 16), (8, 12)),
    _season(r"お?正月|年末年始", (12, 29), (1, 3), (12, 28)),
    _season(r"年明け|新年(?!度|会)", (1, 1), (1, 31), (1, 31)),
    _season(r"年末", (12, 1), (12, 31), (12, 31)),
    _season(r"年度末", (3, 1), (3, 31), (3, 31)),
    _season(r"ゴールデンウィーク|GW|大型連休", (4, 29), (5, 5), (4, 28)),
    _season(r"新年度|新学期", (4, 1), (4, 30), (3, 31)),
)
