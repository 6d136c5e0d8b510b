"""Every help text of the commands, each with an example."""

MANABI = """まなびコンパス: 学びたいことを書くと、山形県内の講座が見つかるしくみ。

はじめての方は「make demo」をお試しください。"""
AS_JSON = "結果をJSONで出す。"
ASK = """相談をひとつ書いて、近い講座をさがす。

例: manabi ask "土日で介護の資格をとりたい" """
ASK_ROLE = "だれとして聞くか(learner: 学ぶ人、employer: 企業)。"
ASK_LIMIT = "講座をいくつまで出すか。"
ASK_BATCH = "1行にひとつのJSON {id, role, text} を並べたファイル。"
BENCH = """速さ、メモリー、起動の時間を、ふつうの組み合わせ・言葉だけの検索と並べて測る。

見本の講座の言葉を入れかえてふやし、同じ相談に順に答えさせる。ふつうの組み合わせは sentence-transformers と FAISS で、
pip install '.[rebuild]' が必要。

例: manabi bench --programs 260,5000"""
BENCH_REBUILD = """版づくりの時間を、ふつうの組み合わせと並べて測る。

はじめから、変わった講座がないとき、100件に1件が変わったときの3つ。5,000件で数分かかる。

例: manabi bench rebuild"""
BENCH_REBUILD_PROGRAMS = "講座の件数(見本より多い分は、見本をもとにつくる)。"
BENCH_PROGRAMS = (
    "講座の件数を「,」で区切って並べる。20万件をこえると検索だけを測る。標準は 260,5000,100000。"
)
BENCH_REQUESTS = "いくつの相談で測るか。"
BENCH_WITHOUT_PLAIN = "ふつうの組み合わせとはくらべない(短い時間ですむ)。"
CATALOG = """講座の一覧を取り込み、たしかめ、書き出す。

例: manabi catalog import 一覧.csv"""
CATALOG_IMPORT = """ファイルやフォルダーの一覧を取り込む。前に取り込んだ同じ名前のファイルは置きかわる。

CSV・TSV・Excel・ODS・ウェブページ・JSONを、もとの形のまま読む。

例: manabi catalog import data/sample"""
ACCEPT_SHRINKING = "講座が大きく減ったファイルも、そのまま取り込む。"
CORRECTIONS = "訂正表のCSV(ないときは $MANABI_HOME/corrections.csv)。"
COLUMNS = "見出しの対応表のCSV(ないときは $MANABI_HOME/columns.csv)。"
CATALOG_EXPORT = """取り込んだ講座を書き出す。

例: manabi catalog export --csv > 講座.csv"""
EXPORT_JSONL = "1行にひとつの講座のJSON(指定しないときはこの形)。"
EXPORT_CSV = "Excelでそのまま開けるCSV。1行にひとつの開催。"
EXPORT_JSONLD = "schema.org の Course(JSON-LD)。1行にひとつの講座。"
CATALOG_DIFF = """いまの一覧を公開すると、公開中の版から何が変わるかを見る。

例: manabi catalog diff"""
CATALOG_HISTORY = """ひとつの講座のこれまでの変化と、もとの行を見る。

例: manabi catalog history 0123456789ab"""
CATALOG_FORGET = """ファイルの講座を一覧から外す。

例: manabi catalog forget 古い一覧.csv"""
ISSUES_CSV = "Excelで開ける表で出す。"
CATALOG_ISSUES = """取り込んだ一覧の、直したほうがよいところを見る。

例: manabi catalog issues"""
DEMO = """見本の講座で、取り込みからLINEの画面(シミュレーター)までを試す。

例: manabi demo --once"""
DEMO_ONCE = "端末で3つの相談に答えたら終わる。"
DOCTOR = """動かすのに必要なものがそろっているか調べる。

例: manabi doctor"""
ENCODER = """文章をベクトルにする部品(エンコーダー)を扱う。

例: manabi encoder card"""
ENCODER_PREPARE = """MANABI_ENCODER のエンコーダーを、配信用の形にする。

例: manabi encoder prepare"""
ENCODER_CARD = """エンコーダーの由来と作り方を見る。

例: manabi encoder card"""
ENCODER_TRAIN = """相談の文に合わせて、bundled を補正するアダプターを学習し、DIR に置く。

途中で止めても、同じ指定でもう一度実行すると続きから始まる。GPUがあれば使う。

例: manabi encoder train my-adapter --pairs shared/training"""
TRAIN_PAIRS = "公開の対({query, positive} の jaquad.jsonl、jobtag.jsonl、asdc.jsonl)のフォルダー。"
TRAIN_WITHOUT = "学習に使わないもの(くり返して指定できる)。"
TRAIN_RANK = "アダプターの階数。大きいほど大きなファイルになる。"
TRAIN_EPOCHS = "学習するものを何回くり返すか。"
TRAIN_SEED = "乱数の種。同じ種なら、同じ機械では同じものができる。"
ENCODER_TUNE = """判定つきの相談から、公開中の版のエンコーダーに合う数字を学び、FILE に書く。

学ぶのは、意味とくらべた言葉の重み、点数を確からしさに直す曲線、講座を出す境目、講座をたずねていない文の見分け方、似た相談からの手がかり。

例: manabi encoder tune tuning.json --queries requests.jsonl --judgments judgments.jsonl --half tune"""
TUNE_QUERIES = "判定つきの相談のファイル(くり返して指定できる)。公開中の版の講座で学ぶ。"
ENCODER_COMPARE = """2つのエンコーダーの検索の質を、同じ問い合わせでくらべる。

FIRST と SECOND は MANABI_ENCODER と同じ書き方。「@float32」を付けると、量子化する前のモデルで測る。

例: manabi encoder compare bundled manabi --collection DIR"""
COMPARE_SET = "corpus.jsonl、queries.jsonl、qrels.tsv のフォルダー(くり返して指定できる)。"
COMPARE_QUERIES = "判定つきの相談のファイル(くり返して指定できる)。いまの一覧の講座で測る。"
EVALUATE = """公開の検索データで、3とおりの検索の質を測る。

DIR には corpus.jsonl、queries.jsonl、qrels.tsv を置く。

例: manabi evaluate DIR --limit-queries 100"""
EVALUATE_LIMIT = "はじめの何件の問い合わせで測るか。"
EVALUATE_FIELDS = """分野の推定がどれくらい当たるかを、分野の書かれた講座で測る。

例: manabi evaluate-fields"""
EVALUATE_REQUESTS = """判定つきの相談で、おすすめ全体の質を測る。

順位のよさ、返し方、条件の読み取り、断られたものを出していないかを、95%の区間つきで、検索だけのときと並べて出す。

例: manabi evaluate-requests --queries requests.jsonl --judgments judgments.jsonl"""
QUERIES = "相談のファイル(1行にひとつのJSON {id, role, text, intent} と、あれば kind、exclude、constraints)。"
JUDGMENTS = "判定のファイル(1行にひとつのJSON {qid, gains}。gains は講座コードごとの3・2・1)。"
HALF = "tune(調整用の半分)か report(報告用の半分)だけを使う。"
LINE = """LINEの公式アカウントを整える。

例: manabi line setup --webhook https://manabi.example.jp/callback"""
LINE_SETUP = """鍵を確かめ、リッチメニューを置き、Webhookを設定して試す。

何度実行してもよく、もう整っているものは変えない。手で切り替えるものは、おわりに知らせる。

例: manabi line setup --webhook https://manabi.example.jp/callback"""
LINE_WEBHOOK = "LINEがメッセージを届ける先(ないときは、いまの設定のまま試す)。"
LINE_MENU = """リッチメニューの絵を描きなおす(pip install '.[menu]' のあとで)。

例: manabi line menu"""
REBUILD = """一覧から版をつくり、検査し、公開する。

検査を通らなければ公開せず、いまの版がそのまま動き続けます。とちゅうで止めても大丈夫です。

例: manabi rebuild"""
ALLOW_SHRINK = "講座や実施機関が大きく減っていても公開する(減ったわけを確かめてから)。"
RELEASE = """版をひとつ選んで、公開したり、ほかの機械に移したりする。

例: manabi release export 版.tar.gz"""
RELEASE_PUBLISH = """つくってある版を公開する。

例: manabi release publish 20261126T010203Z-1a2b3c"""
RELEASE_EXPORT = """版をひとつのファイルに書き出す(指定がなければ公開中の版)。

受けとる側の機械には、一覧もモデルをつくる道具も要りません。

例: manabi release export 版.tar.gz"""
RELEASE_IMPORT = """書き出した版のファイルを確かめて取り込み、公開する。

例: manabi release import 版.tar.gz"""
NO_PUBLISH = "つくって検査するだけで、公開しない。"
RELEASES = """これまでの版と、公開中の版を見る。

例: manabi releases"""
ROLLBACK = """前の版、または指定した版に戻す。

例: manabi rollback"""
SERVE = """LINEとつながるウェブアプリを動かす。

例: manabi serve --simulator"""
SERVE_PORT = "待ち受けるポート(ないときは環境変数 PORT)。"
SERVE_SIMULATOR = "LINEのかわりのシミュレーターを、この機械の中だけで一緒に動かす。"
WORK = """届いたメッセージに答えるはたらき手だけを動かす。

ふだんは「manabi serve」が中で動かします。別の機械でも答えさせたいときに使います。

例: manabi work"""
WORK_DOOR = "「manabi serve」が使う。標準入力が閉じたら終わる。"
