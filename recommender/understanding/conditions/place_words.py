"""Place words: what stands around the name of a place and says whether it is meant.

Tables for `conditions.places`: kinds of places, places that one has left or only goes to, and
places that are told about. They decide nothing.
"""

import re

# What may follow a bare name directly; any other noun makes it a word of its own (米沢牛).
KIND = (
    r"(?:市内|町内|村内|駅前?|市|町|村|地[方区域]|エリア|管内|方面|周辺|近辺|付近|近郊|辺り"
    r"|圏|在住|勤務|限定|開催|会場|以外|中心|内)"
)

ONCE_BEFORE = re.compile(
    r"(?:used to (?:live|work|be) (?:in|at|near)|lived in|grew up in|born in|morava em|nasci em"
    r"|từng sống ở|以前住在|曾住在?) ?$",
    re.IGNORECASE,
)
LONGEST_ONCE = 20  # characters
# 「実家は新庄ですが今は仙台」
HOME_BEFORE = re.compile(r"(?:実家|出身|生まれ|地元|本籍)[はが]$")
NOW = re.compile(r"[^。]{0,12}(?:今|いま|現在)は")
# Where one once was, and what one leaves for elsewhere: 「昔米沢に住んでいました」.
ONCE_THERE = re.compile(
    rf"{KIND}?(?:出身|生まれ(?!育)|育ち|(?:に|で)[^、。はがを]{{0,8}}?(?:住んで(?:い)?(?:た|まし)|暮らして(?:い)?(?:た|まし)"
    r"|過ごし|生まれ|育っ(?!て(?:い)?(?:ます|る))|育ちま|働いて(?:い)?(?:た|まし)|勤めて(?:い)?(?:た|まし)|通って(?:い)?(?:た|まし)"
    r"|いました|い(?=た(?:[けが時頃ころこ]|とき)))|の(?:高校|大学|実家)を?(?:出|卒))"
)
LEAVING = re.compile(
    rf"{KIND}?から[^。]{{0,14}}?(?P<to>(?:山形市?|[一-鿿]{{2,4}}[市町村]?))(?:市内)?(?:に|へ|まで)(?:引っ?越|移住|移り|嫁|越し|転居|出(?:られ|ら|て|る)|行(?:け|く)|通(?:え|い|う|って))"
)
# The prefecture's name for the city: where one goes, not where one is.
TO_THE_CITY = re.compile(
    r"(?:市内|駅)|まで(?:なら|は)?、?(?:[^。、はが]{0,6}?)(?:出|通|行(?!政)|来ら|足)|(?:に|へ)(?:出(?:られ|る|て|ら)|通(?:え|い|う|って)|行け)"
)
BY_SCHOOL = re.compile(r"[一-鿿]{0,3}(?:高校|中学校?|小学校|大学)の(?:近く|そば|前)")
# 「庄内の方言」: what is told of a place is the topic.
ABOUT_IT = re.compile(r"の(?:方言|民話|昔話|伝説|郷土|歴史|食文化|地名)(?!講座|教室)")
