"""Opening and copying the source of what is under the cursor."""

from __future__ import annotations

from textual.widget import Widget

from fwwizard.errors import printable


def open_link(screen: Widget, link: str, source: str) -> None:
    """Asks the browser for a web address, and says so; or says why not. Whether it came, nobody tells.

    Args:
        screen: where it was asked for.
        link: a web address, or empty.
        source: what is named as the source, or empty.
    """
    if link:
        screen.app.open_url(link)
        screen.notify(f"Asked the browser for {printable(link)}", markup=False)
    elif source:
        screen.notify(f"{printable(source)} is no web address; y copies it.", markup=False)
    else:
        screen.notify("No source is named for this.", markup=False)


def copy_source(screen: Widget, link: str, source: str) -> None:
    """Copies the address of a source, else what is named as one, and says what."""
    copied = printable(link or source)
    if not copied:
        screen.notify("No source is named for this.", markup=False)
        return
    screen.app.copy_to_clipboard(copied)
    screen.notify(f"Copied {copied}", markup=False)
