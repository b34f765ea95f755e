"""Overlays in a temporary directory."""

from __future__ import annotations

from pathlib import Path


def overlay(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        path = tmp_path / "overlay" / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "overlay"
