"""Reasons: what in the program answers what in the request; nothing that is not in either.

First the program's own words for what is asked: its skills, its title, its description, whichever
shares the words that tell programs apart best. Then the conditions: met, and what differs.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from data.program import Offering, Program
from data.vocabulary import Mode, TimeBand
from index.tokens import Tokens
from recommender import wording
from recommender.fulfilment.fulfilment import fulfilment
from recommender.understanding.understood import Understood

MOST_NAMED = 3  # skills, words or facts in one reason
MOST_BESIDE = 2  # skills named beside a field or a title
LONGEST_NAMES = 40  # characters of all names in one reason
NEARLY = 0.6  # a name counts beside the best one from this part of its rarity on
RARE = 2.5  # rarity from which a word of a long description says something: in 8% of programs
REMEMBERED = 4096  # texts of programs; each has a title, a summary and some skills
SHORTEST_NAME = 3  # letters of a name (Excel, JLPT) in a message of another language
ONLINE = frozenset({Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID})
AFTER_WORK = frozenset({TimeBand.WEEKDAY_EVENING, TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY})

# Nouns that any program could share with any request, in their normalised form.
_EMPTY = """
    講座 研修 教室 セミナー 講習 授業 コース クラス スクール 講習会 研修会 勉強会
    資格 検定 試験 免許 勉強 学習 学び 練習 自習 受講 参加 申し込み 開催 募集
    相談 紹介 案内 希望 質問 対象 会場 サイト ページ 無料 有料 料金 費用 安心 大丈夫
    仕事 会社 企業 職場 現場 社員 従業員 職員 スタッフ 担当 担当者 自分 皆 皆さん
    基礎 基本 入門 初心者 初級 中級 上級 応用 実践 初めて 未経験 経験 経験者
    知識 技術 技能 能力 スキル 専門 興味 内容 必要 対応 活用 利用 使用 方法 遣り方
    場合 今後 今年 来年 最近 普段 毎日 毎週 時間 曜日 土日 週末 平日 午前 午後
    地域 地元 山形 山形県 県内 日本 全体 一般 関係 問題 解決 出来 可能 本当 一番
    先生 講師 生徒 学生 家族 子供 女性 男性 高齢 年齢 何か 一人
    事 物 所 時 為 人 方 訳 様 筈 奴 内 頃
"""
EMPTY = frozenset(_EMPTY.split())


class Vocabulary:
    """The nouns of texts, and how rare they are; remembers those of programs, never a message's.

    `rarity` is that of a normalised word among all programs, from 0 (an inverse document
    frequency). Safe to share between threads.
    """

    def __init__(self, tokens: Tokens, rarity: Callable[[str], float]) -> None:
        self.rarity = rarity
        self._tokens = tokens
        self._of_programs = lru_cache(REMEMBERED)(self.nouns)

    def nouns(self, text: str) -> Mapping[str, str]:
        """Return the nouns of two letters or more that say something: normalised → as written."""
        return {
            word.normal: word.surface
            for word in self._tokens.words(text)
            if word.is_noun
            and len(word.surface) > 1
            and word.normal not in EMPTY
            and not word.surface.isdigit()
        }

    def shared(self, text: str, wanted: Collection[str]) -> dict[str, float]:
        """Return the wanted words of a program's text, as written, with their rarity; no parts."""
        if not wanted:
            return {}
        held = {
            surface: self.rarity(normal)
            for normal, surface in self._of_programs(text).items()
            if normal in wanted
        }
        return {
            word: rarity
            for word, rarity in held.items()
            if not any(word in other and word != other for other in held)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a program is to answer: the nouns of one topic, and the whole that was understood.

    `loosened` names the conditions that the search had to give up.
    """

    nouns: frozenset[str]  # normalised
    understood: Understood
    loosened: tuple[str, ...] = ()


def asked_for(
    topic: str, understood: Understood, vocabulary: Vocabulary, loosened: tuple[str, ...] = ()
) -> Asked:
    """Read a topic once for all programs; one of another language is known by its names alone."""
    nouns = vocabulary.nouns(topic)
    if understood.is_foreign:
        nouns = {
            normal: surface
            for normal, surface in nouns.items()
            if surface[0].isupper() and len(surface) >= SHORTEST_NAME
        }
    return Asked(nouns=frozenset(nouns), understood=understood, loosened=loosened)


def reasons(
    program: Program, offering: Offering | None, asked: Asked, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return one or two short Japanese lines: what matches, then the conditions.

    Where no condition has a say: what makes it easy to attend.
    """
    second = ""
    if offering:
        second = _conditions(program, offering, asked) or _ease(offering)
    return tuple(line for line in (_content(program, asked, vocabulary), second) if line)


def _content(program: Program, asked: Asked, vocabulary: Vocabulary) -> str:
    """Name the program's own words for what is asked, else what it is about."""
    shared = {skill: vocabulary.shared(skill, asked.nouns) for skill in program.skills}
    skills = {skill: max(words.values()) for skill, words in shared.items() if words}
    title = vocabulary.shared(program.title, asked.nouns)
    if skills and max(skills.values()) >= max(title.values(), default=0.0):
        return wording.teaches(_rarest(skills))
    if title:
        beside = dict.fromkeys((*_rarest(skills), *program.skills))
        return wording.themed(_rarest(title), list(beside)[:MOST_BESIDE])
    summary = vocabulary.shared(program.summary, asked.nouns)
    if told := {word: rarity for word, rarity in summary.items() if rarity >= RARE}:
        return wording.mentions(_rarest(told))
    is_told = program.fields and not program.fields_inferred
    return wording.close_to(
        program.fields[0] if is_told else "", _within_length(program.skills[:MOST_BESIDE])
    )


def _rarest(names: Mapping[str, float]) -> list[str]:
    """Return the names that tell most, the rarest first."""
    best = max(names.values(), default=0.0)
    ordered = sorted(names, key=lambda name: -names[name])
    return _within_length([name for name in ordered if names[name] >= NEARLY * best][:MOST_NAMED])


def _within_length(names: Sequence[str]) -> list[str]:
    """Return the first names that fit into a short line, at least one."""
    reached = accumulate(map(len, names))
    fitting = [name for name, end in zip(names, reached, strict=True) if end <= LONGEST_NAMES]
    return fitting or list(names[:1])


def _conditions(program: Program, offering: Offering, asked: Asked) -> str:
    """Say which stated conditions are met, and what differs or is to be asked."""
    told = fulfilment(asked.understood.constraints, program, offering, asked.loosened)
    return wording.conditions(
        told.met[:MOST_NAMED], told.different[:MOST_NAMED], told.open[:MOST_NAMED]
    )


def _ease(offering: Offering) -> str:
    """Name up to two things that the offering makes easy."""
    held = set(offering.time_bands)
    ease = [
        wording.FREE if offering.fee_yen == 0 else "",
        wording.ONLINE if offering.mode in ONLINE else "",
        wording.VISITING if offering.mode is Mode.VISITING else "",
        wording.AFTER_WORK if held and held <= AFTER_WORK else "",
    ]
    return wording.listed([words for words in ease if words][:2])
