"""`manabi encoder train`: the adapter, made again or made otherwise."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import click

from bot.commands import help_texts, step_words, wording
from bot.commands.files import public_pairs_in
from bot.commands.output import print_json
from bot.commands.progress import shown_progress
from bot.settings import read_settings
from index.encoder.adapter_training import check_training_tools
from index.encoder.example import ExampleSource
from index.encoder.trainer import TrainingRecipe
from index.training.public_pairs import PUBLIC_PAIRS
from index.training.run import WRITTEN, TrainingOrder, train_adapter
from index.training.written import written_programs, written_requests

USUAL = TrainingRecipe()
RANK, EPOCHS = click.IntRange(1, 128), click.IntRange(1, 20)
PARTS = click.Choice([WRITTEN, *(one.name for one in PUBLIC_PAIRS)])


@click.command("train", help=help_texts.ENCODER_TRAIN)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pairs", type=click.Path(path_type=Path), help=help_texts.TRAIN_PAIRS)
@click.option("--without", multiple=True, type=PARTS, help=help_texts.TRAIN_WITHOUT)
@click.option("--rank", type=RANK, default=USUAL.rank, help=help_texts.TRAIN_RANK)
@click.option("--epochs", type=EPOCHS, default=USUAL.epochs, help=help_texts.TRAIN_EPOCHS)
@click.option("--seed", type=int, default=USUAL.seed, help=help_texts.TRAIN_SEED)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def train(
    *,
    folder: Path,
    pairs: Path | None,
    without: tuple[str, ...],
    rank: int,
    epochs: int,
    seed: int,
    as_json: bool,
) -> None:
    """Train an adapter on the written requests and, where they are given, on public pairs."""
    check_training_tools()
    recipe = replace(USUAL, rank=rank, epochs=epochs, seed=seed)
    order = TrainingOrder(
        programs=written_programs(),
        requests=[] if WRITTEN in without else written_requests(),
        public=_public(pairs, without) if pairs else [],
        recipe=recipe,
        command=_command(recipe, without, with_pairs=pairs is not None),
    )
    if not order.public and not order.requests:
        raise click.UsageError(wording.NOTHING_TO_TRAIN_ON)
    with shown_progress(step_words.TRAINING_STEPS) as progress:
        card = train_adapter(order, folder, read_settings().training_folder, progress)
    if as_json:
        print_json(asdict(card))
    else:
        click.echo(wording.adapter_trained(card, folder))


def _public(pairs: Path, without: Sequence[str]) -> list[ExampleSource]:
    wanted = [one for one in PUBLIC_PAIRS if one.name not in without]
    return [one.examples(public_pairs_in(pairs, one.name)) for one in wanted]


def _command(recipe: TrainingRecipe, without: Sequence[str], *, with_pairs: bool) -> str:
    """Return the command that makes this adapter again, whatever the folders are called."""
    options = [f"--without {name}" for name in without]
    options += ["--pairs PAIRS"] if with_pairs else []
    options += [
        f"--{name} {getattr(recipe, name)}"
        for name in ("rank", "epochs", "seed")
        if getattr(recipe, name) != getattr(USUAL, name)
    ]
    return " ".join(["manabi encoder train DIR", *options])
