"""Presentation: how one chat wants to be spoken to, and everything said in that way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.line import plain_text, wording
from bot.line.card_buttons import beside_details, card_buttons, saved_buttons
from bot.line.cards import Card, Drawing, bubble
from bot.line.carousel import carousel
from bot.line.comparison import table
from bot.line.details import detail_text
from bot.line.messages import (
    LONGEST_QUICK_REPLY_LABEL,
    AnyQuickReply,
    CarouselMessage,
    Message,
    TextMessage,
)
from bot.line.voice import Annotating, Voice, as_written
from bot.line.words import Words
from data.program import Offering, Program
from recommender.answer import Answer, Recommendation
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings

MOST_SAVED_CARDS = 10  # more is scrolled past; the text-only twin lists all


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How one chat wants to be spoken to; `saved` are program ids."""

    is_easy: bool
    is_text_only: bool
    today: date
    saved: frozenset[str]
    readings: Annotating = as_written

    def words(self, sentence: Words, quick_replies: tuple[AnyQuickReply, ...] = ()) -> TextMessage:
        """Say one sentence."""
        return TextMessage(
            text=self._voice.once().says(sentence), quick_replies=self._read(quick_replies)
        )

    def cards(
        self,
        answer: Answer,
        items: Sequence[Recommendation],
        quick_replies: tuple[AnyQuickReply, ...],
        *,
        places: Sequence[str] = (),
    ) -> Message:
        """Show recommendations; `places` are the ids of all that is shown, in the order counted."""
        order = list(places) or [item.program.program_id for item in items]
        cards = [
            _recommended(item, answer, order.index(item.program.program_id) + 1) for item in items
        ]
        if self.is_text_only:
            return self.words(plain_text.numbered_list(cards, self.today), quick_replies)
        return CarouselMessage(
            alt_text=self._alt_text(answer, cards),
            bubbles=carousel(
                lambda longest: [
                    bubble(card, self._buttons(card.program), self._drawing(longest))
                    for card in cards
                ]
            ),
            quick_replies=self._read(quick_replies),
        )

    def details(self, program: Program) -> Message:
        """Tell everything about a program, the best of its open offerings first."""
        is_saved = program.program_id in self.saved
        return TextMessage(
            text=detail_text(program, self.today, self._voice),
            quick_replies=beside_details(program, self._voice, is_saved=is_saved),
        )

    def comparison(
        self,
        placed: Sequence[tuple[int, Program]],
        quick_replies: tuple[AnyQuickReply, ...] = (),
    ) -> Message:
        """Put two or three programs side by side, each with the number that people call it by."""
        cards = self._plain_cards(placed)
        told = self.words(plain_text.compared(cards, self.today), quick_replies)
        if self.is_text_only:
            return told
        return CarouselMessage(
            alt_text=told.text,
            bubbles=(table(cards, self.today, self._voice),),
            quick_replies=told.quick_replies,
        )

    def saved_list(self, programs: Sequence[Program]) -> Message:
        """List saved programs, and say which of them cannot be applied for."""
        cards, voice = self._plain_cards(enumerate(programs, start=1)), self._voice
        told = self.words(plain_text.saved_titles(cards))
        shown = cards[:MOST_SAVED_CARDS]
        if self.is_text_only:
            return told
        bubbles = carousel(
            lambda longest: [
                bubble(card, saved_buttons(card.program, voice), self._drawing(longest))
                for card in shown
            ]
        )
        left = len(cards) - len(bubbles)
        more = (f"\n{voice.says(wording.further(left))}") if left else ""
        return CarouselMessage(alt_text=told.text + more, bubbles=bubbles)

    @property
    def _voice(self) -> Voice:
        return Voice(is_easy=self.is_easy, readings=self.readings)

    def _alt_text(self, answer: Answer, cards: Sequence[Card]) -> str:
        """Say in words what the cards show; notifications and screen readers tell it."""
        voice = self._voice.once()
        titles = [(card.number, voice.reads(card.program.title)) for card in cards]
        return wording.alt_text(voice.says(wording.found(answer)), titles)

    def _read(self, buttons: tuple[AnyQuickReply, ...]) -> tuple[AnyQuickReply, ...]:
        """Return buttons with readings on them, where there is room for it."""
        read = [(one, self._voice.reads(one.label)) for one in buttons]
        return tuple(
            replace(one, label=label) if len(label) <= LONGEST_QUICK_REPLY_LABEL else one
            for one, label in read
        )

    def _drawing(self, longest_line: int) -> Drawing:
        return Drawing(today=self.today, voice=self._voice, longest_line=longest_line)

    def _buttons(self, program: Program) -> list[dict[str, object]]:
        return card_buttons(program, self._voice, is_saved=program.program_id in self.saved)

    def _plain_cards(self, placed: Iterable[tuple[int, Program]]) -> list[Card]:
        """Return cards without reasons, each with the best of its open offerings."""
        return [
            Card(number=number, program=one, offering=self._best(one)) for number, one in placed
        ]

    def _best(self, program: Program) -> Offering | None:
        return next(iter(eligible_offerings(program, Constraints(), self.today)), None)


def _recommended(item: Recommendation, answer: Answer, number: int) -> Card:
    """Return the card of a recommendation, labelled where a request holds several needs."""
    needs = answer.needs if len(answer.needs) > 1 else ()
    met = [need.topic for need in needs if item.program in [one.program for one in need.items]]
    return Card(
        number=number,
        program=item.program,
        offering=item.offering,
        reasons=item.reasons,
        topic="・".join(met),
    )
