"""Writes the pictures in this directory from the scenes, over the shipped catalog.

python screenshots/make.py            # all
python screenshots/make.py verdict    # those of one scene
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tests.scenes import SCENES, Scene, app_of, play  # noqa: E402

from fwwizard.storage.compiled import load_catalog  # noqa: E402  the path comes first
from fwwizard.storage.shipped import shipped_catalog  # noqa: E402

SIZES = ((80, 24), (120, 40))
THEMES = {"dark": "fwwizard-dark", "light": "fwwizard-light"}


async def picture(scene: Scene, size: tuple[int, int], theme: str) -> None:
    """Writes one picture."""
    app = app_of(scene, load_catalog(shipped_catalog()), THEMES[theme])
    async with app.run_test(size=size) as pilot:
        await play(scene, pilot)
        width, height = size
        (HERE / f"{scene.name}-{width}x{height}-{theme}.svg").write_text(app.export_screenshot())


def main() -> None:
    """Writes the pictures of the scenes named on the command line, or all."""
    os.environ.pop("NO_COLOR", None)
    wanted = set(sys.argv[1:])
    for scene in SCENES:
        if wanted and scene.name not in wanted:
            continue
        for size in SIZES:
            for theme in THEMES:
                asyncio.run(picture(scene, size, theme))
                print(f"{scene.name} {size[0]}x{size[1]} {theme}")


if __name__ == "__main__":
    main()
