"""A run as a script that needs numpy and nothing else."""

from app.export.program import Program, ending
from app.export.spelling import comment

QUIET = 'np.seterr(all="ignore")  # a huge sum makes e^-x infinite, and 1 / infinity is the 0 that it should be'


def script(program: Program) -> str:
    """Return the text of the script: it ends by printing the mean error that the lab showed."""
    lines = [*head(program), "", "import numpy as np", "", QUIET]
    after_function = False
    for part in program.parts:
        is_function = part.lines[0].startswith("def ")
        lines += ["", ""] if is_function or after_function else [""]
        lines += part.lines if is_function else [*comment(part.words), *part.lines]
        after_function = is_function
    lines += ["", *ending(program), f'print("mean error after {program.taken.iteration:,} iterations:", error)']
    return "\n".join(lines) + "\n"


def head(program: Program) -> list[str]:
    """Return the comment at the top: what run this is, and what it prints."""
    taken = program.taken
    beside = ", ".join(table.name for table in program.tables)
    return [
        *comment(f"{taken.title}: a run of Eleven Lines, written out for numpy."),
        *comment(taken.label),
        "#",
        *comment(f"The lab showed a mean error of {taken.error!r} after {taken.iteration:,} iterations; so does this."),
        *comment(program.arithmetic),
        *(comment(f"It reads {beside}: keep it in the same folder.") if beside else []),
    ]
