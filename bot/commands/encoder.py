"""`manabi encoder`: prepare an encoder for serving, and show how it was made."""

from dataclasses import asdict

import click

from bot import composition
from bot.commands import help_texts, step_words, wording
from bot.commands.output import print_json
from bot.commands.progress import shown_progress
from bot.settings import Settings, read_settings
from index.encoder.card import EncoderCard
from index.encoder.preparation import prepare_encoder
from index.encoder.source import EncoderSource


@click.group(help=help_texts.ENCODER)
def encoder() -> None:
    """Group the encoder's commands."""


@encoder.command(help=help_texts.ENCODER_PREPARE)
def prepare() -> None:
    """Prepare the chosen encoder if it is not prepared yet."""
    card = prepared_encoder(read_settings())
    click.echo(wording.encoder_ready(card))


@encoder.command(help=help_texts.ENCODER_CARD)
def card() -> None:
    """Show the card of the chosen, prepared encoder."""
    print_json(asdict(EncoderCard.read(composition.encoder_folder(read_settings()))))


def prepared_encoder(settings: Settings) -> EncoderCard:
    """Return the card of the chosen encoder, prepared first when it is new."""
    folder = composition.encoder_folder(settings)
    if folder.exists():
        return EncoderCard.read(folder)
    with shown_progress(step_words.ENCODER_STEPS) as progress:
        source = EncoderSource.parse(settings.encoder)
        return prepare_encoder(source, folder, on_step=progress.begin)
