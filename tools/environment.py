"""Make the virtual environment that the Makefile works in, or say in one sentence what is in the way.

`python tools/environment.py .venv`. Any Python 3 can read this file: an old one answers with the sentence.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)


def version_of(python):
    """Return (major, minor) of an interpreter, or None if it does not start."""
    ask = "import sys; print(*sys.version_info[:2])"
    try:
        return tuple(int(part) for part in subprocess.check_output([python, "-c", ask]).split())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None


def make(folder):
    """Create the environment unless it is there already, made by this same Python version."""
    here = sys.version_info[:2]
    if here < OLDEST:
        sys.exit("Eleven Lines needs Python 3.11 or newer, this is {}.{}: try `make PYTHON=python3.12`".format(*here))
    there = version_of(os.path.join(folder, "bin", "python"))
    if there == here:
        return
    if there:
        sys.exit("{} was made by Python {}.{}: `make clean` removes it".format(folder, *there))
    try:
        import ensurepip  # noqa: F401  (Debian packs it apart)
    except ImportError:
        sys.exit("This Python cannot make virtual environments: install python3-venv (Debian, Ubuntu) and try again")
    import venv

    print("Making {} with Python {}.{}".format(folder, *here))
    # clear: what lies there does not start, perhaps because the Python that made it was upgraded away.
    venv.create(folder, with_pip=True, clear=True)


if __name__ == "__main__":
    make(sys.argv[1])
