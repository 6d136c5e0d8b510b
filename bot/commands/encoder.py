"""`manabi encoder`: prepare an encoder, show how it was made, train an adapter, tune, compare."""

from dataclasses import asdict
from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.encoder_compare import compare_encoders
from bot.commands.encoder_train import train
from bot.commands.encoder_tune import tune
from bot.commands.output import print_json
from bot.commands.prepared import prepared_encoder
from bot.settings import read_settings
from index.encoder.adapter import AdapterCard
from index.encoder.card import EncoderCard
from index.encoder.source import EncoderSource, SourceKind


@click.group(help=help_texts.ENCODER)
def encoder() -> None:
    """Group the encoder's commands."""


encoder.add_command(train)
encoder.add_command(tune)
encoder.add_command(compare_encoders)


@encoder.command(help=help_texts.ENCODER_PREPARE)
def prepare() -> None:
    """Prepare the chosen encoder if it is not prepared yet."""
    card = prepared_encoder(read_settings())
    click.echo(wording.encoder_ready(card))


@encoder.command(help=help_texts.ENCODER_CARD)
def card() -> None:
    """Show the card of the chosen, prepared encoder, and that of the adapter in it."""
    settings = read_settings()
    source = EncoderSource.parse(settings.encoder)
    shown = asdict(EncoderCard.read(composition.encoder_folder(settings)))
    if source.kind is SourceKind.ADAPTER:
        shown["adapter"] = asdict(AdapterCard.read(Path(source.location)))
    print_json(shown)
