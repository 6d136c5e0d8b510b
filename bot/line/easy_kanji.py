"""The easiest kanji: those that stay without a reading in やさしい日本語.

Source: 文部科学省『小学校学習指導要領(平成29年告示)』国語、別表「学年別漢字配当表」:
the first and second year of school (80 and 160 characters).
"""

FIRST_YEAR = frozenset(
    "一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕"
    "石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六"
)
SECOND_YEAR = frozenset(
    "引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公"
    "広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴"
    "切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分"
    "聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話"
)
EASIEST = FIRST_YEAR | SECOND_YEAR
