"""Words for the steps of long work, as progress shows them."""

from collections.abc import Mapping
from enum import Enum, auto

from index.encoder.preparation import Step as EncoderStep
from index.progress import Step
from index.training.run import TrainingStep


class EvaluateStep(Enum):
    """The steps of an evaluation."""

    EMBED = auto()
    SEARCH = auto()


class BenchStep(Enum):
    """The steps of a benchmark: of answers, whose last two come once a size, or of rebuilds."""

    SAMPLE = auto()
    STAGE = auto()
    RACE = auto()
    REBUILD = auto()


REBUILD_STEPS: Mapping[Enum, str] = {
    Step.SNAPSHOT: "一覧を写し取る",
    Step.EMBED: "講座の文章をベクトルにする",
    Step.INDEX: "索引をつくる",
    Step.ACCEPT: "できばえを検査する",
    Step.PUBLISH: "仕上げて公開する",
}
ENCODER_STEPS: Mapping[Enum, str] = {
    EncoderStep.LOAD: "エンコーダーのもとのモデルを読みこむ",
    EncoderStep.EXPORT: "配信用の形に書き出す",
    EncoderStep.QUANTIZE: "小さく、速くする",
    EncoderStep.CHECK: "もとのモデルと結果が合うか確かめる",
}
TRAINING_STEPS: Mapping[Enum, str] = {
    TrainingStep.LOAD: "もとのモデルを読みこむ",
    TrainingStep.MINE: "まぎらわしい講座をさがす",
    TrainingStep.TRAIN: "学習する",
    TrainingStep.SAVE: "アダプターを書き出す",
}
EVALUATE_STEPS: Mapping[Enum, str] = {
    EvaluateStep.EMBED: "文書をベクトルにする",
    EvaluateStep.SEARCH: "問い合わせで測る",
}
BENCH_STEPS: Mapping[Enum, str] = {
    BenchStep.SAMPLE: "見本の講座とエンコーダーのもとのモデルを用意する",
    BenchStep.STAGE: "講座をふやして、版をつくる",
    BenchStep.RACE: "それぞれを立ち上げて、同じ相談に順に答えさせる",
    BenchStep.REBUILD: "版をなんどもつくる",
}
