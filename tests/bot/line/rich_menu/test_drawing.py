"""The pictures kept with the source are those that the code draws."""

import io
from importlib.util import find_spec

import pytest

from bot.line.rich_menu.layout import HEIGHT, WIDTH, menus

Image = pytest.importorskip("PIL.Image", reason="needs the extra `menu`")
ImageChops = pytest.importorskip("PIL.ImageChops")
drawing = pytest.importorskip("bot.line.rich_menu.drawing")

if find_spec("matplotlib_fontja") is None:
    pytest.skip("needs the extra `menu`", allow_module_level=True)


@pytest.mark.parametrize("menu", menus(), ids=lambda menu: menu.name)
def test_a_kept_picture_shows_what_the_code_draws(menu):
    """Pixel by pixel but for the edges of letters, which differ between versions of FreeType."""
    drawn = Image.open(io.BytesIO(drawing.drawn(menu))).convert("L")
    kept = Image.open(menu.picture).convert("L")
    assert drawn.size == (WIDTH, HEIGHT)
    different = ImageChops.difference(drawn, kept).point(lambda value: 255 * (value > 64))
    assert sum(different.histogram()[1:]) < WIDTH * HEIGHT / 1_000
