"""What the pictures show. Lengths and places are percent of a picture's width."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """One factor's part of a score."""

    x: float
    width: float
    points: str
    """Written into the segment; empty where there is no room for it."""
    middle: float
    color: int


@dataclass(frozen=True, slots=True)
class Stack:
    """A score as its parts, one after the other."""

    name: str
    score: int
    segments: tuple[Segment, ...]
    minus: str
    """Points taken off for concerns; empty for none."""
    says: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What a color stands for."""

    name: str
    color: int


@dataclass(frozen=True, slots=True)
class Share:
    """How often somebody is first."""

    name: str
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """The share of one rank."""

    text: str
    tint: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """The shares of all ranks of one option."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Keeps:
    """Between which weights of one factor the leader stays in front."""

    name: str
    low: float
    width: float
    now: float
    says: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One warning sign of one option."""

    state: str
    mark: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Signs:
    """All warning signs of one option."""

    name: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """Everything that is drawn; a part that there is nothing for is empty."""

    stacks: tuple[Stack, ...]
    legend: tuple[Legend, ...]
    shares: tuple[Share, ...]
    rank_heads: tuple[str, ...]
    ranks: tuple[Ranks, ...]
    leader: str
    keeps: tuple[Keeps, ...]
    sign_heads: tuple[str, ...]
    signs: tuple[Signs, ...]
