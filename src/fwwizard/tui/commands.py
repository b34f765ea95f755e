"""The one table of commands: bindings, footer, palette, help and README are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import format_key


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can do, where, and by which keys."""

    id: str
    """Stable; the keymap of the configuration names it."""
    keys: str
    """Keys in Textual's spelling, the one that is shown first, separated by commas."""
    action: str
    label: str
    """A word or two for the footer."""
    help: str
    """One sentence for help and palette, without a full stop."""
    footer: bool = True
    """Whether the footer shows it."""

    @property
    def group(self) -> str:
        """Where it works: the part of the id before the dot."""
        return self.id.partition(".")[0]


GROUPS = {
    "app": "The program",
    "home": "Sessions",
    "marks": "Marking sessions",
    "compare": "Two sessions side by side",
    "group": "The sessions of a team",
    "wizard": "In the wizard",
    "list": "In a list",
    "detail": "The explanation below a list",
    "jump": "While letters are shown",
    "prompt": "In a question",
    "choice": "In a choice",
    "reading": "In a choice with much to read",
    "filter": "In a filter",
    "priorities": "Priorities",
    "checklist": "Checklist",
    "flags": "Red flags",
    "project": "Project and fit",
    "verdict": "Verdict",
    "ranking": "In the ranking",
    "card": "Everything about a framework",
    "team": "Frameworks of the project",
    "table": "In the comparison table",
    "columns": "Choosing columns",
    "help": "In the help",
}
"""The groups in the order in which help shows them, with their titles."""

COMMANDS: tuple[Command, ...] = (
    Command("app.help", "question_mark,f1", "app.show_help", "Help", "Show the keys of where you are"),
    Command("app.palette", "ctrl+p", "app.command_palette", "Palette", "Find a command or framework", False),
    Command(
        "app.jump",
        "apostrophe,ctrl+o",
        "app.jump",
        "Jump",
        "Put letters on rows and places to go there by one",
        False,
    ),
    Command("app.table", "T", "app.show_table", "Table", "Compare frameworks in a table"),
    Command("app.quit", "q,ctrl+q", "app.leave", "Quit", "Save and leave"),
    Command(
        "app.suspend", "ctrl+z", "app.suspend_process", "Suspend", "Back to the shell for a while", False
    ),
    Command("home.open", "enter", "open", "Open", "Resume the session under the cursor"),
    Command("home.new", "n", "new", "New", "Begin a new decision"),
    Command("home.compare", "v", "compare", "Compare", "Show two marked sessions side by side"),
    Command("home.group", "t", "group", "Team", "Show the marked sessions as a team"),
    Command("home.rename", "r", "rename", "Rename", "Give the session another name"),
    Command("home.copy", "c", "copy", "Copy", "Make a copy to try something out"),
    Command("home.delete", "d,delete", "delete", "Delete", "Put the session aside; u brings it back"),
    Command("home.filter", "slash", "filter", "Filter", "Show only sessions with a part of the name"),
    Command("home.all", "escape", "clear_filter", "Show all", "Show all sessions again", False),
    Command("marks.toggle", "m,space", "toggle_mark", "Mark", "Mark the session, or no longer"),
    Command("home.undo", "u", "undo", "Undo", "Bring back what was deleted last", False),
    Command(
        "compare.cause", "enter", "follow", "Cause", "Jump to what moved it most, or to whom it moved most"
    ),
    Command("compare.back", "backspace", "follow_back", "Back", "Go back to where the jump began", False),
    Command("compare.all", "f", "toggle_all", "All", "Show all answers, or only what differs"),
    Command("compare.swap", "s", "swap", "Swap", "Exchange A and B"),
    Command("compare.open-a", "a", "open('a')", "Open A", "Open the session on side A"),
    Command("compare.open-b", "b", "open('b')", "Open B", "Open the session on side B"),
    Command("compare.close", "escape", "app.close_together", "Back", "Go back to where you were"),
    Command("group.open", "enter", "open", "Open", "Open the person's session, or compare the two camps"),
    Command("group.close", "escape", "app.close_together", "Back", "Go back to where you were"),
    Command("wizard.next", "n,right_square_bracket", "next_step", "Next", "Go to the next step"),
    Command("wizard.previous", "p,left_square_bracket", "previous_step", "Back", "Go to the step before"),
    *(
        Command(f"wizard.step-{i}", str(i), f"step({i})", f"Step {i}", f"Go to step {i}, {name}", False)
        for i, name in enumerate(("Project", "Priorities", "Fit", "Checklist", "Flags", "Verdict"), start=1)
    ),
    Command("wizard.ranking", "r", "toggle_ranking", "Ranking", "Open or close the whole ranking", False),
    Command(
        "wizard.compare", "v", "app.compare_with", "Compare", "Compare this session with another one", False
    ),
    Command("wizard.undo", "u", "undo", "Undo", "Take the last change back"),
    Command("wizard.redo", "ctrl+r", "redo", "Redo", "Make the change again", False),
    Command("wizard.save-as", "S", "save_as", "Save as", "Save to another file, and go on there", False),
    Command(
        "wizard.catalog", "C", "catalog", "Catalog", "Show what changed since the session's catalog", False
    ),
    Command("wizard.home", "escape", "home", "Sessions", "Save and go back to the sessions", False),
    Command("list.up", "up,k", "move_cursor(-1)", "Up", "One row up", False),
    Command("list.down", "down,j", "move_cursor(1)", "Down", "One row down", False),
    Command("list.first", "home,g", "first", "First", "To the first row", False),
    Command("list.last", "end,G", "last", "Last", "To the last row", False),
    Command("list.page-up", "pageup,ctrl+u", "page_up", "Page up", "A screen up", False),
    Command("list.page-down", "pagedown,ctrl+d", "page_down", "Page down", "A screen down", False),
    Command("detail.down", "J,shift+down", "scroll_detail(1)", "More", "Scroll the explanation down", False),
    Command("detail.up", "K,shift+up", "scroll_detail(-1)", "Less", "Scroll the explanation up", False),
    Command("jump.leave", "escape", "leave", "Leave it", "Stay where you are"),
    Command("prompt.take", "enter", "submit", "Take it", "Take the answer"),
    Command("prompt.leave", "escape", "leave_question", "Leave it", "Leave the question without an answer"),
    Command("choice.take", "enter", "choose", "Choose", "Choose what is under the cursor", False),
    Command("choice.leave", "escape", "leave", "Leave it", "Choose nothing"),
    Command("reading.page-down", "pagedown,ctrl+d", "scroll_detail(2)", "Page down", "Read on", False),
    Command("reading.page-up", "pageup,ctrl+u", "scroll_detail(-2)", "Page up", "Read back", False),
    Command(
        "filter.keep", "down,tab", "keep", "Keep", "Back to the list, as filtered; enter does the same", False
    ),
    Command("filter.clear", "escape", "clear", "Show all", "Take the filter away"),
    Command("priorities.up", "K,shift+up", "move_item(-1)", "Move up", "Rank the factor one place higher"),
    Command("priorities.down", "J,shift+down", "move_item(1)", "Move down", "Rank it one place lower"),
    Command("priorities.tie", "t,equals_sign", "tie", "Tie", "Tie it with the factor above, or untie it"),
    Command("priorities.ignore", "x", "ignore", "Ignore", "Put it below the line, or rank it again"),
    Command("priorities.accept", "enter", "accept", "Accept", "Accept the ranking as it stands"),
    Command("priorities.points", "s", "toggle_points", "Points", "Weigh by swing points, or by the ranking"),
    Command("priorities.give", "e", "give_points", "Give", "Give the factor its swing points"),
    Command("priorities.order", "o", "take_order", "Order", "Take the ranking from the swing points", False),
    Command("project.toggle", "space,enter", "tick", "Tick", "Tick the entry, or take its next answer"),
    Command("project.back", "backspace", "untick", "Clear", "Take the answer away", False),
    Command("project.next", "l,right", "change(1)", "Next answer", "Take the next answer", False),
    Command("project.previous", "h,left", "change(-1)", "Answer before", "Take the answer before", False),
    Command("team.today", "t", "today", "Today", "The framework under the cursor runs today, or no longer"),
    Command("team.leave-out", "x", "leave_out", "Leave out", "Leave the framework out, or take it back in"),
    Command(
        "team.all", "f", "toggle_all", "All", "Show all frameworks, or only those of your languages", False
    ),
    Command("checklist.cycle", "space,enter", "cycle", "Must/want", "Must, want or don't care"),
    Command("checklist.must", "m", "wish('must')", "Must", "Make it a must, or no longer one", False),
    Command("checklist.want", "w", "wish('want')", "Want", "Make it a want, or no longer one", False),
    Command("checklist.level", "l", "level", "Level", "The lowest level that is good enough for the must"),
    Command("checklist.clear", "backspace", "wish('')", "Clear", "Take the answer away", False),
    Command("checklist.target", "e", "target", "Enough", "The figure that is enough", False),
    Command("flags.card", "enter", "choose", "Card", "Everything about the framework of the row", False),
    Command("flags.right", "l,right", "move_column(1)", "Next sign", "To the sign on the right", False),
    Command("flags.left", "h,left", "move_column(-1)", "Sign before", "To the sign on the left", False),
    Command("flags.accept", "a", "verdict('accept')", "Accept", "Accept the sign, with a reason"),
    Command(
        "flags.concern",
        "c",
        "verdict('concern')",
        "Concern",
        "Subtract points for it; again: a major concern",
    ),
    Command("flags.rule-out", "x", "verdict('rule-out')", "Rule out", "Leave the framework out for it"),
    Command("flags.reason", "e", "reason", "Reason", "Say why, or say it better"),
    Command("flags.clear", "backspace", "verdict('')", "Clear", "Take the verdict back", False),
    Command("flags.all", "f", "toggle_all", "All/in", "Show all frameworks, or only those still in", False),
    Command("verdict.leader", "enter", "show_leader", "Leader", "Everything about the leader"),
    Command("verdict.runner-up", "o", "show_runner_up", "Runner-up", "Everything about the runner-up"),
    Command("verdict.record", "w", "write('record')", "Record", "Write the decision record to a file"),
    Command("verdict.page", "h", "write('page')", "HTML", "Write the record with pictures, as HTML", False),
    Command(
        "verdict.plan", "c", "write('plan')", "Plan", "Plan a proof of concept with the finalists", False
    ),
    Command("ranking.card", "enter", "choose", "Card", "Everything about the framework"),
    Command("ranking.filter", "slash", "filter", "Filter", "Show only names with a part that you type"),
    Command("ranking.back", "escape,r", "screen.toggle_ranking", "Back", "Back to the step"),
    Command("card.next", "right,l,tab", "turn(1)", "Next page", "To the next page of the card"),
    Command("card.previous", "left,h,shift+tab", "turn(-1)", "Page before", "To the page before", False),
    Command("card.open", "o", "open_source", "Open source", "Open the source in the browser"),
    Command("card.copy", "y", "copy_source", "Copy source", "Copy the address of the source"),
    Command("card.close", "escape,q", "close", "Close", "Back to where you were"),
    Command("table.card", "enter", "choose", "Card", "Everything about the framework of the row"),
    Command("table.columns", "c", "choose_columns", "Columns", "Choose the columns"),
    Command("table.sort", "s", "sort", "Sort", "Sort by the column; again: the other way; again: by rank"),
    Command("table.filter", "slash", "filter", "Filter", "Only frameworks with a text in name or cells"),
    Command("table.close", "escape,q,T", "close", "Close", "Back to where you were"),
    Command("table.differences", "d", "toggle_differences", "Differences", "Only columns that differ"),
    Command("table.mark", "space", "mark", "Mark", "Mark the framework, or no longer"),
    Command("table.marked", "m", "toggle_marked", "Marked", "Only the marked frameworks, or all"),
    Command("table.all", "f", "toggle_all", "All/in", "Show all frameworks, or only those still in"),
    Command("table.right", "l,right", "move_column(1)", "Right", "To the column on the right", False),
    Command("table.left", "h,left", "move_column(-1)", "Left", "To the column on the left", False),
    Command(
        "table.shift-right", "L,shift+right", "shift_column(1)", "Move right", "Put it to the right", False
    ),
    Command("table.shift-left", "H,shift+left", "shift_column(-1)", "Move left", "Put it to the left", False),
    Command("table.remove", "x", "remove_column", "Remove", "Take the column away", False),
    Command("table.open", "o", "open_source", "Open source", "Open the source of the cell", False),
    Command("table.copy", "y", "copy_source", "Copy source", "Copy the address of the source", False),
    Command("columns.take", "enter", "screen.take", "Show", "Show the ticked columns"),
    Command("columns.tick", "space", "screen.tick", "Tick", "Tick the column, or take the tick away"),
    Command("columns.filter", "slash", "screen.filter", "Find", "Find a column by its name or group"),
    Command("columns.reset", "backspace", "screen.reset", "Reset", "The columns shown at first"),
    Command("columns.leave", "escape,q", "screen.leave", "Leave", "Leave the columns as they were"),
    Command("help.close", "escape,q,question_mark,f1", "close", "Close", "Go on where you were"),
)

FIRST_KEYS = frozenset((command.id, command.keys.split(",")[0]) for command in COMMANDS)
"""Each command with the key by which it is shown, where that is at hand."""

IN_FRONT = ("app.help", "app.palette", "app.suspend")
"""What works in what stands in front of a screen too; the rest of the program waits behind it."""


def bindings(*of: str) -> list[BindingType]:
    """The bindings of some groups, and of commands named by their ids, for a widget or screen."""
    return [
        Binding(c.keys, c.action, c.label, show=c.footer, tooltip=c.help, id=c.id)
        for name in of
        for c in COMMANDS
        if name in (c.group, c.id)
    ]


_NAMES = {"enter": "enter", "space": "space", "escape": "esc", "backspace": "backspace", "delete": "del"}


def key_name(key: str) -> str:
    """A key as it is shown: `K`, `?`, `enter`, `ctrl+r`."""
    *modifiers, last = key.split("+")
    if last.startswith("upper_"):
        last = last.removeprefix("upper_").upper()
    shown = _NAMES.get(last, last if len(last) == 1 else format_key(last))
    return "+".join([*modifiers, shown])
