"""Drawing the menus' pictures, with Pillow and the IPAex Gothic font (extra `menu`).

Servers need neither: the pictures are kept beside this file. IPAex Gothic comes with the package
matplotlib-fontja under the IPA Font License.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.line.flex import ACCENT, INK, PAPER, SOFT, WHITE
from bot.line.rich_menu.errors import FontMissing
from bot.line.rich_menu.layout import HEIGHT, WIDTH, Area, Look, Menu

FONT_PACKAGE, FONT_FILE = "matplotlib-fontja", "ipaexg.ttf"
LARGEST, BELOW, GAP = 150, 76, 34  # pixels; a phone shows the picture at a sixth of its size
ROOM: Final = 0.86  # of an area's width that words may take
EDGE: Final = 6  # pixels between areas
COLOURS: Final = 32  # flat areas and the greys of letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """Colours of an area, and how bold its letters are in pixels."""

    ground: str
    ink: str
    stroke: int = 1


PAINTS: Mapping[Look, Paint] = {
    Look.TAB: Paint(ground="#D9E2EC", ink=INK),
    Look.TAB_CHOSEN: Paint(ground=ACCENT, ink=WHITE, stroke=2),
    Look.MAIN: Paint(ground=PAPER, ink=ACCENT, stroke=2),
    Look.PLAIN: Paint(ground=WHITE, ink=INK),
}


def drawn(menu: Menu) -> bytes:
    """Return a menu's picture as PNG; raises FontMissing."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), SOFT)
    brush, font = ImageDraw.Draw(picture), _font_file()
    sizes = {
        look: min(_largest_size(area, font) for area in menu.areas if area.look is look)
        for look in {area.look for area in menu.areas}
    }
    for area in menu.areas:
        _draw(brush, area, font, sizes[area.look])
    data = io.BytesIO()
    picture.quantize(COLOURS).save(data, "PNG", optimize=True)
    return data.getvalue()


def _draw(brush: ImageDraw.ImageDraw, area: Area, font: Path, size: int) -> None:
    paint = PAINTS[area.look]
    left, top = area.x + EDGE, area.y + EDGE
    right, bottom = area.x + area.width - EDGE, area.y + area.height - EDGE
    brush.rectangle((left, top, right, bottom), fill=paint.ground)
    if area.look is Look.TAB_CHOSEN:  # not by colour alone
        brush.rectangle((left, bottom - 18, right, bottom), fill=paint.ink)
    middle, centre = area.x + area.width // 2, area.y + area.height // 2
    large = ImageFont.truetype(str(font), size)
    lift = (BELOW + GAP) // 2 if area.below else 0
    brush.text(
        (middle, centre - lift),
        area.label,
        font=large,
        fill=paint.ink,
        stroke_width=paint.stroke,
        anchor="mm",
    )
    if area.below:
        small = ImageFont.truetype(str(font), BELOW)
        place = (middle, centre + large.size / 2 + GAP)
        brush.text(place, area.below, font=small, fill=paint.ink, anchor="mm")


def _largest_size(area: Area, font: Path) -> int:
    """Return the size at which a label fits the width; what looks alike is written alike."""
    needed = ImageFont.truetype(str(font), LARGEST).getlength(area.label) / (area.width * ROOM)
    return int(LARGEST / max(needed, 1))


def _font_file() -> Path:
    try:
        found = [one for one in files(FONT_PACKAGE) or () if one.name == FONT_FILE]
    except ModuleNotFoundError:
        found = []
    if not found:
        raise FontMissing
    return Path(str(found[0].locate()))
