"""A defect of ours: three plain lines for the person, the traceback for the log."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

import click

from fwwizard.errors import printable
from fwwizard.storage.places import places


def report_defect(error: Exception) -> None:
    """Writes the traceback, without local variables, to a log file and says where it is."""
    now = datetime.now(UTC)
    log = places().logs / f"defect-{now:%Y%m%dT%H%M%SZ}.log"
    lines = [f"fwwizard: a defect of fwwizard, not of yours: {type(error).__name__}: {error}"]
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        lines.append(f"the details are in {log}")
    except OSError as problem:
        lines.append(f"the details could not be written to {log}: {problem.strerror}")
    lines.append("sessions are saved after every answer; what was on disk is as it was")
    for line in lines:
        click.echo(printable(line), err=True)
