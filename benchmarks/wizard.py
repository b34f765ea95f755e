"""The wizard on the screen of a terminal: paints, keys and memory, beside a bare Textual app."""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.installed import OPEN_TEAM, Installed
from benchmarks.measuring import Figure, met
from benchmarks.problems import problem, write_catalog
from benchmarks.terminal import Film, Terminal

FRAME = 1000 / 60
"""Milliseconds."""

_NAME = "Open team"
_SITTING = {
    "down": "cursor key",
    "J": "a priority moved",
    "3": "step changed: to fit",
    "4": "step changed: to checklist",
    "5": "step changed: to flags",
    "6": "step changed: to verdict",
    "p": "step changed: back to flags",
}
"""Keys of one sitting that begins at the priorities, and what they do."""
_BELOW_TITLE = 1
"""The title bar tells later on that the session is saved; that is no part of the answer to a key."""


@dataclass(slots=True)
class Measured:
    """What several runs of one program gave, in milliseconds and MiB."""

    times: dict[str, list[float]]
    lost: dict[str, int]

    def add(self, what: str, value: float | None) -> None:
        """Takes up one run's figure; None where the screen never showed it."""
        if value is None:
            self.lost[what] = self.lost.get(what, 0) + 1
        else:
            self.times.setdefault(what, []).append(value)

    def median(self, what: str) -> float | None:
        """None where no run gave it."""
        return statistics.median(self.times[what]) if self.times.get(what) else None


def wizard_figures(made: Installed, runs: int) -> Iterator[Figure]:
    """First paints as ratios to the bare app, keys in frames, memory."""
    for i in range(5):
        made.make_session(f"Decision {i}", OPEN_TEAM, "five")
    made.make_session(_NAME, OPEN_TEAM, "leader")
    leader = _leader(made)
    write_catalog(problem(1000, 12, intervals=False), made.directory / "large")
    found = Measured({}, {})
    for run in range(runs + 1):
        home = f"run-{run}"
        made.make_session(_NAME, OPEN_TEAM, home)
        now = found if run else Measured({}, {})  # the first run only warms up
        _bare(made, now)
        _home(made, now)
        _resume(made, now, leader, home)
        _large(made, now, home)
    yield from _paints(found)
    yield from _keys(found)
    yield from _memory(found)


def _leader(made: Installed) -> str:
    """The name that stands on top of the ranking."""
    text = subprocess.run(
        [made.fwwizard, "rank", _NAME, "--format", "csv", "--samples", "0"],
        env=made.environment("leader"),
        cwd=made.directory,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return text.splitlines()[1].split(",")[2]


def _bare(made: Installed, found: Measured) -> None:
    command = [str(made.python), str(made.bare_app)]
    with Terminal(command, made.environment(), made.directory) as terminal:
        terminal.settle()
        found.add("memory of the bare app", terminal.memory())
    found.add("bare app", _ms(Film(terminal.output).first_paint()))


def _home(made: Installed, found: Measured) -> None:
    for what, home, words in (("home, empty", "nothing", ""), ("home, 5 sessions", "five", "Decision 4")):
        with Terminal([str(made.fwwizard)], made.environment(home), made.directory) as terminal:
            terminal.settle()
        film = Film(terminal.output)
        found.add(f"{what}: first paint", _ms(film.first_paint()))
        if words:
            found.add(f"{what}: a session's name", _ms(film.first_with(words)))


def _resume(made: Installed, found: Measured, leader: str, home: str) -> None:
    """One sitting: opened at the priorities, a cursor key, a factor moved, then every step."""
    command = [str(made.fwwizard), "resume", _NAME]
    with Terminal(command, made.environment(home), made.directory) as terminal:
        terminal.settle()
        keys: list[tuple[str, float]] = [(key, terminal.press(key)) for key in _SITTING]
        found.add("memory of the wizard", terminal.memory())
    film = Film(terminal.output)
    found.add("resume: first paint", _ms(film.first_paint()))
    found.add("resume: the leader's name", _ms(film.first_with(leader)))
    ends = [*(sent for _, sent in keys[1:]), float("inf")]
    for name, (_, sent), end in zip(_SITTING.values(), keys, ends, strict=True):
        change = film.changed(sent, end, _BELOW_TITLE)
        found.add(f"{name}: first changed cell", _ms(change[0] if change else None))
        found.add(f"{name}: last changed cell", _ms(change[1] if change else None))


def _large(made: Installed, found: Measured, home: str) -> None:
    """The same move among 1,000 frameworks."""
    options = ("--catalog", "large")
    ranking = ",".join(f'["factor_{i}"]' for i in range(12))
    answers = (f"priorities.ranking=[{ranking}]", "priorities.confirmed=true", "step=priorities")
    made.make_session("Large", answers, home, options)
    # One command before, which leaves the compiled catalog behind.
    subprocess.run(
        [made.fwwizard, *options, "rank", "Large", "--samples", "0"],
        env=made.environment(home),
        cwd=made.directory,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    command = [str(made.fwwizard), *options, "resume", "Large"]
    with Terminal(command, made.environment(home), made.directory) as terminal:
        terminal.settle(quiet=1.5)
        sent = terminal.press("J")
    change = Film(terminal.output).changed(sent, float("inf"), _BELOW_TITLE)
    name = "a priority moved, 1,000 x 12"
    found.add(f"{name}: first changed cell", _ms(change[0] if change else None))
    found.add(f"{name}: last changed cell", _ms(change[1] if change else None))


def _paints(found: Measured) -> Iterator[Figure]:
    base = found.median("bare app")
    goals = {
        "bare app": None,
        "home, empty: first paint": 1.3,
        "home, 5 sessions: first paint": 1.3,
        "home, 5 sessions: a session's name": None,
        "resume: first paint": None,
        "resume: the leader's name": 2.0,
    }
    for what, at_most in goals.items():
        value = found.median(what)
        ratio = value / base if value and base else None
        goal = f"<= {at_most:g} x" if at_most else ""
        yield Figure(
            "from start to paint", what, value, "ms", ratio, goal, met(ratio, at_most), _lost(found, what)
        )


def _keys(found: Measured) -> Iterator[Figure]:
    for what in (what for what in found.times if what.endswith("changed cell")):
        frames, value = _frames(what), found.median(what)
        at_most = frames * FRAME if frames else None
        goal = f"<= {frames} frame{'s' if frames > 1 else ''} ({at_most:.0f} ms)" if frames else ""
        verdict, note = met(value, at_most), _lost(found, what)
        yield Figure("from key to paint", what, value, goal=goal, met=verdict, note=note)


def _frames(what: str) -> int:
    """How many frames an answer may take; 0 where there is no goal.

    A cursor key is answered by the cursor; the explanation of the row under it may come later.
    Everything else is answered once its last cell is painted.
    """
    if what.startswith("cursor"):
        return 1 if "first" in what else 0
    if "last" not in what:
        return 0
    return 2 if what.startswith("a priority moved:") else 3


def _memory(found: Measured) -> Sequence[Figure]:
    bare, ours = found.median("memory of the bare app"), found.median("memory of the wizard")
    ratio = ours / bare if ours and bare else None
    return (
        Figure("resident memory", "bare app", bare, "MiB"),
        Figure("resident memory", "the wizard, every step seen", ours, "MiB", ratio, "<= 2 x", met(ratio, 2)),
    )


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000


def _lost(found: Measured, what: str) -> str:
    """How many runs never showed it."""
    return f"not seen in {found.lost[what]} runs" if what in found.lost else ""
