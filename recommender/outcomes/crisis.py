"""Crisis: whether someone who writes may be in danger of their life.

Deliberately wide: a contact text where none was needed costs a smile, a list of courses where help
was needed may cost more. What people say in jest (「死ぬほど忙しい」) and what helpers study
(「自殺対策の研修」) is told apart. Written for folded texts; knows nothing of the answer.
"""

import re
from typing import Final

from recommender.outcomes.folding import folded, letters

# Endings of 「…たい」 in common speech and in the dialects of Yamagata and of western Japan.
_WANT: Final = (
    r"(たい|たひ|たか(?!ら)|た[くぐ](?!は?[なね][いくかけぇえ。])|とうな|"
    r"て(え|ー|ぇ)|で(え|ー|ぇ)|っ?だい|っ?だ[くぐ](?!は?[なね][いくかえ])|っで(え|ー|ぇ)?)"
)
# What may follow 「しにたい」 in kana, so that 「わたしにたいして」 is not meant.
_END: Final = r"(?=$|[^ぁ-んー一-龠\w]|です|な|よ|ず|わ|って|と(?!き)|け|げ|もう|気|き(もち|ぶん))"
_HARD: Final = (
    r"(つら|辛|苦し|くるし|しんど|嫌|いや|やん[だん]|やになっ|疲れ|つかれ|めんど|面倒|怖|こわ)"
)
_NONE: Final = (
    r"[がもはを]?(な[いくん]|無[いく]|ね[えぇー。]|ねぇ|あり?ません|わか[らん]|分か[らん]|"
    r"見つか|失)"
)
_LIVING: Final = r"(生[きぎ]|い[きぎ])"
_ONESELF: Final = r"(私|わたし|あたし|自分|俺|おれ|おら|僕|ぼく|うち)"
_FAMILY: Final = (
    r"(親|父|母|夫|妻|旦那|主人|嫁|子|子ども|子供|息子|娘|姑|舅|上司|あいつ|ばあちゃん|じいちゃん)"
)
_BETTER: Final = r"(ほう|方)[がは]?(まし|い|よ|良|え|楽|らく)"

# What nobody writes who is not near the end of their strength.
_WISHES: Final = (
    rf"(死に|逝き|(?<![一-龠])氏に(?!たい[しすへせ])|たひに){_WANT}",
    rf"しに(たい|たく(なっ|なる)|てえ|てー|でえ|でー|だい|っだい){_END}",
    rf"消え(て(しまい|なくなり)?|ちゃい|でしまい)?{_WANT}",
    rf"きえ(てしまい|てなくなり|ちゃい)?たい{_END}",
    rf"[い居][なね][くぐ](なり|なってしまい){_WANT}|この世から(消え|いなく|去り)",
    rf"{_ONESELF}(なんか|なんて|さえ|が|は)*い(ない|なくなった|ねえ?|ねぐなった){_BETTER}",
    rf"(死|し)ん(だ{_BETTER}|で(しま|まい|しまえ|楽に|ら[くぐ]に)|じゃい(たい|そう))",
    r"死のう(?=[とかっ。、…!]|$)|死ぬ(しか|こと(ばかり|しか|だけ|を考え|も考え|が頭)|勇気|方法)",
    r"死ね(たら|ば(いい|よ|楽|すべ|全))|楽に(死|しに|しね)|楽な死に|死を(選|望)|死を考えて",
    r"死が(頭|よぎ)",
    rf"{_LIVING}[てで]い?(た|だ)[くぐ](ない|ね)|生きたくな|いきたくない.*もう",
    rf"{_LIVING}([てで]い?[るぐく]の|るの|[てで]んの|でるな)[がもはに]?(もう)?{_HARD}",
    rf"{_LIVING}([てで]い?る|る|で)(意味|価値|理由|資格|気力|希望|目的){_NONE}",
    rf"{_LIVING}[てで]い?([てで])?も(しょうが|しかた|仕方|意味)",
    rf"もう{_LIVING}[てで]い?(け|られ|らん)|生[きぎ][てで]い?(けない|けね|られない|らんね)",
    r"(生|う)まれて(こ|来)(な|ん)(け|きゃ)",
    r"(命|いのち)を(絶|断|たち|投げ)",
    r"(人生|何もかも|全部|すべて)を?(終わりに|やめに|終わらせ|おわらせ)",
    (
        r"自(殺|死)(し(たい|たく|よう|そう|ちゃ|て(しまい|楽|や))|を(考え|図|選)|の?(方法|"
        r"やり方)|しか|未遂を)"
    ),
    r"首[をば]?(吊|つ[らりるろっ]|[くぐ]く[らりるろっ])|飛び降り(たい|よう|て(死|しま)|そう|れば)",
    (
        r"(線路|電車|列車|ほーむ|川|海|橋)[^。]{0,6}(飛び込(み(たい|そう)|もう|んで(死|しま|"
        r"楽))|身を投げ)"
    ),
    r"手首[をば]?(切|きっ|きり)|(?<![ぁ-んー])りすか(?![ぁ-ん]ん)|りすとかっと(し|が|を|や)",
    r"(薬|くすり)を?[^。]{0,4}(大量|たくさん|いっぱい|全部)[^。]{0,4}(飲|のん|のみ)|\bod(し|が)",
    r"練炭",
    r"遺書[をば]?(書い[たて]|残し|用意し|書き(まし|終))|道連れに|無理心中",
    r"心中(し(たい|よう|そう)|を考え)",
    r"一緒に死|(私|わたし|俺|誰か|だれか|いっそ|早く|もう)[をば]?殺して|殺され(そう|る。|るかも)",
    rf"{_FAMILY}(のこと)?[をもば][^。]{{0,4}}殺(し(たい|たく|そう|て(しまい|やり))|めて)",
    r"shi ?ni ?tai|kietai",
    # English, Chinese, Korean
    (
        r"(want|wanna|going|like|ready|wish(ed)? (i|to))( to)?( just)? (die\b|be dead|"
        r"disappear forever)"
    ),
    r"kill(ing)? (myself|me\b)|end(ing)? (my|it all|my own) ?life|end it all|hurt(ing)? myself",
    r"(don.?t|do not|no longer) want to (live|be alive|exist)|better off dead|no reason to live",
    r"suicidal|(commit|thinking (of|about)|consider(ing)?) suicide|wish i (was|were) dead",
    r"(?<!予)想死(?![你妳他她我的])|不想活|活不下去|想自[杀殺]|轻生|輕生|结束(我的|自己的)?生命",
    r"죽고 ?싶|죽을래|살기 ?싫|살고 ?싶지|자살(하고|할)|사라지고 ?싶",
    # Vietnamese, Portuguese, Spanish, Tagalog, Indonesian, Nepali, Thai
    r"muốn chết|muốn tự (tử|sát)|không muốn sống|chán sống",
    r"(quero|queria|vontade de) morrer|me matar|(não|nao) (quero|aguento) mais viver",
    r"tirar minha vida",
    r"acabar com (a )?minha vida|quiero morir|matarme|no quiero vivir|quitarme la vida",
    r"(gusto|gus2) ko (na|nang|ng|na nang) ?mamatay|magpakamatay",
    r"(ayoko|ayaw ko)( na)?( nang| ng)? mabuhay",
    r"(ingin|mau|pengen|pingin) mati|bunuh diri|(tidak|gak|nggak) (ingin|mau) hidup",
    r"मर्न (मन|चाह)|बाँच्न मन (छैन|लाग्दैन)|อยากตาย|ฆ่าตัวตาย|ไม่อยากมีชีวิต",
)
# Naming it is enough, unless it is plainly a matter of study or of care for others.
_NAMED: Final = r"自殺|自死|じさつ|自傷|りすとかっと|suicid|自杀|轻生|tự tử|tự sát|자살|आत्महत्या"
_STUDIED: Final = re.compile(
    r"対策|予防|防(止|ぐ|ぎ|げ)|研修|講座|講習|学(び|ぶ|べ|ん|習)|勉強|遺族|げーときーぱー|相談員|"
    r"支援|ぐりーふ|けあ|傾聴|養成|統計|気づ(き|く|け)|接し方|関わり方|prevent|training|awareness|"
    r"声の?(かけ|掛け)|(どう|何と|なんと)(返|答|話|接|声)|気の利いたこと|course|workshop|预防|"
    r"培训|怎么|想学|"
    r"\bhọc\b|ra sao|phòng|예방|교육|preven[çc]|pencegahan"
)
# 「死にたい」と言う人: another's words, reported.
_SAID: Final = (
    r"死にたい|消え(てしまい)?たい|しにたい|生きていたくない|自殺|りすとかっと|to die|"
    r"suicid\w*|不想活|轻生|"
    r"muốn chết|không muốn sống"
)
_OTHERS: Final = (
    r"(人|方|生徒|児童|子|利用者|患者|相談者|学生|同学|社員|部下|若者|友|お客|people|"
    r"students?|clients?|"
    r"bệnh nhân|có người|bạn)"
)
_REPORTED: Final = re.compile(
    rf"({_SAID})[」』\"']?(など)?(と|って|を)?(言|い[うっわ]|話|訴|もら|漏ら|打ち明|相談|"
    rf"つぶや|書|思う|考える|"
    rf"図って|する|した|の|繰)?[^。]{{0,6}}{_OTHERS}|{_OTHERS}[^。]{{0,20}}({_SAID})"
    rf"|({_SAID})[」』]?(と|って)(言われ|訴えられ|相談され|打ち明けられ)"
)
_OWN: Final = re.compile(
    rf"{_ONESELF}[もはが]?[^。「]{{0,6}}(死にたい|消えたい|しにたい|自殺したい)"
)
# Nothing but exhaustion in the whole message.
_EXHAUSTED: Final = re.compile(
    r"(もう|本当に|ほんとに|何もかも|なにもかも|全部|人生|生きるの|に|が)*"
    r"(助けて|たすけて|助けでけろ|限界|げんかい|無理|だめ|つら[いく]|辛い|疲れ(た|ました|"
    r"果てた)|つかれた|"
    r"しんどい|いやだ|嫌だ|やんだ|楽になりたい|らくになりたい|絶望(してる|しています)?|helpme)"
    r"(です|だ|よ|ください|けろ|なの|っす|な|あ|ー)*"
)
_ALONE: Final = re.compile(r"つら[いく]|辛い|(もう|人生|何もかも|絶望|助け|たすけ|helpme|生きる).*")

# Every crisis in this table has one of these signs: two thirds of all messages have none.
_SIGN: Final = re.compile(
    r"死|逝|氏に|たひに|しに|しん|消え|きえ|なくな|ねぐな|なくな|いない|いねえ|この世|生|いき|"
    r"いぎ|うまれて|"
    r"命|いのち|人生|何もかも|全部|すべて|自傷|じさつ|首|飛び|線路|電車|列車|ほーむ|川|海|橋|"
    r"薬|くすり|りすか|"
    r"りすと|od|練炭|遺書|道連|心中|殺|杀|kietai|shi|di|dead|kill|end|hurt|live|living|想|轻|輕|"
    r"死|不想|活|结束|죽|살|자살|사라|muốn|chán|tự|morrer|morir|matar|viv|vida|mamatay|pakamatay|"
    r"mabuhay|mati|bunuh|hidup|मर्न|बाँच्न|आत्म|อยาก|ฆ่า|ไม่|suicid"
)
_WISH: Final = re.compile("|".join(_WISHES))
_NAME: Final = re.compile(_NAMED)


def is_crisis(text: str) -> bool:
    """Tell whether whoever wrote `text`, in any spelling, may be in danger of their life."""
    read = folded(text)
    if _SIGN.search(read):
        if _WISH.search(read):
            return bool(_OWN.search(read)) or not _is_about_others(read)
        if _NAME.search(read):
            return not _STUDIED.search(read)
    bare = letters(read)
    return bool(_EXHAUSTED.fullmatch(bare) and _ALONE.match(bare))


def _is_about_others(read: str) -> bool:
    return bool(_STUDIED.search(read) and _REPORTED.search(read))
