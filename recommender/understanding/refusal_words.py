"""Refusal words: which words set a topic aside, which only find it hard, which name no topic.

Tables for `refusals.py`, read off how people decline things in everyday Japanese and in the
dialects of Yamagata; polarity.py knows how the words are put together.
"""

import re

# What sets a topic aside, among all that polarity.py takes for a refusal. 「〜以外にも」 adds, kana
# 「をのぞいて」 is mostly to peep, 「避けています」 and 「嫌がる」 tell of somebody.
SETTING_ASIDE = re.compile(
    r"以外(?!に?も)|除[いくき]|抜き|[要い入]らね|(?<!足)んねくて|んねぐて|外して|はずして|省いて"
    r"|(?:じゃ|では|で|じゃね)な(?:く|い(?!気|が|け|し|から|ので))|でね[くぐぇえ]|じゃね"
    r"|(?:避け|さけ)(?:た|て(?!い|る|き|ば))|嫌(?![いが])(?!な[^のん])|いや(?=で|だ|な)|イヤ|やだ|ヤダ|やんだ"
    r"|興味|NG|お断り|遠慮(?!な)|要らない|いらない|いりません|要りません|不要|結構|もういい|こりごり|うんざり"
    r"|(?<=[には])飽き(?=た|て|ま)|もう飽き|間に合って|向い?[いか]?て|パス|除外|対象外"
    # Wishes about an occupation or a subject; 「けんかしたくない」 is none.
    r"|(?:やり|(?<=[をは])し|就き|つき|習い|学び|勉強し|受け|続け|戻り|もどり|使い|働き)"
    r"たく(?:ない|ありません|なく|ね)|やりたぐね"
)
# What finds a topic hard or is tired of it: refuses only what は sets against something else.
JUDGING = re.compile(
    r"(?:苦手|にがて|ニガテ|不得意)(?!な[^のんく])|嫌い|きらい|キライ|無理|むり(?!ょ)|ムリ|疲れ(?=た|て|ま)"
)
# 「は」, 「も」 and their like, or in plain kana a mere blank, before such a word.
OPPOSING = re.compile(r"[^が]*?(?:は|も(?!う)|って|とか|なんて|なんか)|(?: |、)$")
# Right after a topic, with what may carry it (「ITの話は」, 「介護系は」): always sets it aside.
_CARRIED = (
    r"(?:の(?:仕事|業界|道|話|こと|研修|講座|勉強|資格|授業|コース)|系|関係|って(?:言葉|いうの)"
    r"|みたいな(?:の|もの|やつ))?(?:だけ|ばかり(?:の(?:研修|講座|もの|話))?)?"
)
_NO_NEED = (
    r"(?:もう|ひとまず)?、?(?:[要い]ら|いりません|要りません|不要|結構|遠慮|いい(?=です|から|ので)|嫌|いや"
    r"|NG)"
)
# What may follow は: to leave, to have had enough of, to put aside.
_LEFT = (
    r"(?:いいから|(?:辞め|やめ|離れ|卒業し)たい|たくさん|お腹いっぱい|おなかいっぱい|卒業(?=で|し|。|、)"
    r"|聞き?飽き|見たくも?ない|やり尽くし|合わな(?:い|かった|くて)|置いと?い?て|さておき"
    r"|ちょっと ?(?=\.{2,}|…|。|$)|考えて(?:い)?(?:ない|ません)|(?:求めて|希望して)(?:い)?(?:ない"
    r"|ません)"
    r"|(?:入れ|含め)(?:ず|ないで)|(?:な|無)しで(?!も|き|い)|使わない(?=仕事|資格|職|働))"
)
_THAT_KIND = (
    r"(?:みたいな|のような|っぽい|って感じの|とかそういう)(?:の|もの|やつ|感じの)?"
    rf"(?:以外(?=で|の|を)|(?:じゃ|では|で)なく(?:て)?|は{_NO_NEED}[ぁ-ん]{{0,6}})"
)
SET_ASIDE_AFTER = re.compile(
    r"(?:だけ)?で終わる(?:の|もの|やつ)は、?(?:嫌|イヤ|いや(?=[。、でだ])|困|もったいな)[ぁ-ん]{0,4}"
    r"|[×✕✖]|向きじゃな[いく][ぁ-ん]{0,4}|でなければ(?:何|なん)でも|とは(?:違う|ちがう|別の)、?"
    rf"|{_THAT_KIND}"
    rf"|{_CARRIED}(?:(?:は|を)?除(?:いて|く|き)|は?抜き(?:で|に)|は?(?:もう)?勘弁|から(?:は)?(?:離れ|抜け出し|卒業し)たい"
    rf"|(?<=ばかり)で、?もう(?:たくさん|うんざり|飽き)|(?<=ばかりの研修)は{_NO_NEED}|(?<=ばかりの講座)は{_NO_NEED}"
    rf"|は(?:もう|ひとまず|いったん|とりあえず)?、?{_LEFT})[ぁ-ん]{{0,2}}?(?:です)?(?:ので|から|し|、)*"
)
# 「フォークリフトはもう持っているので、ほかの資格を」: had before, and something else is asked for.
HAD_BEFORE = re.compile(
    rf"{_CARRIED}(?:は|も|なら)、?(?:もう|すでに|既に|とっくに|去年|昨年|前に|一通り|みんな|全員|何回も|何度も)"
    r"[^。、!?]{0,10}?(?:持って|もって|取っ|とっ|取得|やっ|受け|済ん|済み|すん|終わ|習っ|学ん|受講|でき)"
    r"[^。、!?]{0,8}?(?:[。、!? ]+|(?<=ので)|(?<=から)|(?<=けど)|(?<=んで))(?=[^。!?]{0,8}(?:ほか"
    r"|他|別|それ以外|違う|ちがう))"
)
# 「パソコンは苦手なので基礎から」: wanted all the same.
ASKED_ALL_THE_SAME = re.compile(
    r"[、。 ]*(?:まず|少し|ちょっと|もう少し|なんとか|どうにか)?"
    r"(?:基礎|基本|一から|1から|イチから|いちから|ゼロ|初歩|初心者|やさし|優し|易し|ゆっくり|丁寧|ていねい"
    r"|克服|上達|慣れ|うまく|上手|教え|おしえ|覚え|おぼえ|習い|ならい|練習|でき[るた]|使えるよう|勉強|学び|直)"
)
# 「看護師ではない私でも」 says who somebody is.
IDENTITY = re.compile(r"(?:じゃ|では?)(?:ない|ありません)")
PERSON = re.compile(r"(?:者|師|員|士|家|人|生|児|屋|出身)$")

JOINING = frozenset({"と", "や", "・", "、", "か", "とか", "も"})
NAMING = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
COUNTING = "数詞"
SETTING = frozenset(  # nouns, too
    """
    以外 抜き 除外 苦手 にがて ニガテ 不得意 嫌い 嫌 不要 興味 無理 むり ムリ 結構 お断り 遠慮
    対象外 NG みたい
    """.split()  # noqa: SIM905 - a list a language reads best as lines
)
# At the end of a name they say only that its kind is meant: 「介護系」, 「パソコン教室」.
KIND_OF = frozenset(
    """
    系 向け 関係 関連 方面 分野 部門 業界 全般 職 仕事 教室 講座 コース 授業 クラス 類 等 とか
    """.split()  # noqa: SIM905
)
PERIOD = re.compile(r"(?:曜日?|時期|期間|[繁閑多]忙?期|農閑期|時間帯?|年度末|年末|休み)$")
# Nouns that name no topic by themselves, in Sudachi's normalised form.
EMPTY = frozenset(
    """
    事 物 人 方 所 時 為 訳 筈 奴 何 此れ 其れ 彼れ 私 自分 皆 人間 一人 今 後 前 年 月 日 週 回
    時間 度 場所 場合 程度 感じ 様 内 系 今回 話 仕事 会社 気 目 側 形 者 変 音 勘 儘 思い 理由
    順番 積もり 余所 お互い 家 内 うち 春 夏 秋 冬 朝 昼 夜 夕方 平日 土日 週末 先 間 ため お金
    金 紙 奥 他 別 本 枚 歳 才 分 泊 問題 言葉 講座 研修 勉強 学習 資格 授業 教室 コース 使い方
    練習 訓練 教育 指導 講演 セミナー 対策 講習 免許 試験 入門 初歩 基本 基礎 初心者 初級 担当者
    啓発 内容 科目 経験 知識 学歴
    託児 有料 来校 通学 対面 ネット オンライン 動画 配信 毎週 毎日 毎月 曜日 月謝 月謝制 会員制 制
    """.split()  # noqa: SIM905
)
