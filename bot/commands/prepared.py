"""The prepared encoder: what several commands make sure of before they start."""

from bot import composition
from bot.commands import step_words
from bot.commands.progress import shown_progress
from bot.settings import Settings
from index.encoder.card import EncoderCard
from index.encoder.preparation import prepare_encoder
from index.encoder.source import EncoderSource


def prepared_encoder(settings: Settings) -> EncoderCard:
    """Return the card of the chosen encoder, prepared first when it is new."""
    folder = composition.encoder_folder(settings)
    if folder.exists():
        return EncoderCard.read(folder)
    with shown_progress(step_words.ENCODER_STEPS) as progress:
        source = EncoderSource.parse(settings.encoder)
        return prepare_encoder(source, folder, on_step=progress.begin)
