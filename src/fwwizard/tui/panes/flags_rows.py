"""The rows of the red flags: frameworks by signs."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content

from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.flags import Finding
from fwwizard.core.model import FlagRule
from fwwizard.core.session import FlagVerdict
from fwwizard.core.wording import readable
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import MUTED, state_mark, verdict_letter
from fwwizard.tui.widgets.matrix import Cell, MatrixRow

WITH_RANKS = 90
"""From this width on there is room for ranks."""


def flag_rows(evaluation: Evaluation, show_all: bool, width: int) -> list[MatrixRow]:
    """The candidates as they are ranked, then those that are out: all of them, or those ruled out here."""
    return [_row(evaluation, standing, width >= WITH_RANKS) for standing in shown(evaluation, show_all)]


def shown(evaluation: Evaluation, show_all: bool) -> list[Standing]:
    """The frameworks of the matrix."""
    return [
        standing
        for standing in evaluation.standings
        if show_all or standing.status != "excluded" or _ruled_out_here(evaluation, standing)
    ]


def _ruled_out_here(evaluation: Evaluation, standing: Standing) -> bool:
    """Whether the team ruled a framework out for a sign: it stays in sight, so that this can be undone."""
    said = evaluation.session.flags.get(standing.framework, {})
    return any(verdict.verdict == "rule-out" for verdict in said.values())


def _row(evaluation: Evaluation, standing: Standing, with_rank: bool) -> MatrixRow:
    findings = evaluation.findings(standing.framework)
    said = evaluation.session.flags.get(standing.framework, {})
    out = standing.status == "excluded"
    rank = f"{standing.rank or 'out':>3} " if with_rank or out else ""
    return MatrixRow(
        standing.framework,
        Content.assemble((rank, MUTED), (printable(standing.name), MUTED if out else "")),
        cells=tuple(_cell(rule, findings, said) for rule in evaluation.catalog.model.flags),
    )


def _cell(rule: FlagRule, findings: Mapping[str, Finding], said: Mapping[str, FlagVerdict]) -> Cell:
    finding = findings.get(rule.id)
    letter = Content.styled(verdict_letter(said.get(rule.id)), "bold $text-accent")
    return Cell(state_mark(finding.state if finding else "unknown"), letter)


def heads(rule: FlagRule) -> tuple[str, ...]:
    """Names for the head of a column, the fullest first: of its words the ones that say what it is about."""
    words = readable(rule.id).split()
    kept = words[1:] or words
    return (printable(rule.name), *(" ".join(kept[:count]) for count in range(len(kept), 0, -1)))


def reviewed(standings: list[Standing]) -> Content:
    """How many of the raised signs the team has said something to, and of how many nobody knows."""
    raised = sum(standing.flags.raised for standing in standings)
    still_open = sum(standing.flags.open for standing in standings)
    unknown = sum(standing.flags.unknown for standing in standings)
    more = f", {unknown} not known" if unknown else ""
    if not raised:
        return Content(f"no sign is raised{more}")
    return Content(f"{raised - still_open} of {raised} raised signs reviewed{more}")


def legend() -> Content:
    """What the letters of verdicts mean."""
    parts = [("a", "accepted"), ("c C", "concern, minor or major"), ("x", "ruled out")]
    return Content("  ").join(
        Content.assemble((letters, "bold $text-accent"), (f" {words}", MUTED)) for letters, words in parts
    )


def label_width(evaluation: Evaluation, width: int) -> int:
    """The column of ranks and names: as wide as the longest, within a fifth of the width."""
    longest = max((cell_len(standing.name) for standing in evaluation.standings), default=8)
    ranks = 4 if width >= WITH_RANKS else 0
    return max(11, min(longest + 1 + ranks, 24, width // 5))
