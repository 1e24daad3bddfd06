"""Find a Chromium for the browser tests, and fetch one where there is none. Prints its path.

`python -m tools.browser`; the environment variable CHROMIUM, if set, decides. A Chromium that has no windows comes
first: it draws the same pages for a quarter less of the processor's time.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find(names: Sequence[str] = (SHELL, *WHOLE)) -> str | None:
    """Return the path of a Chromium on this machine, the first of these names if it is on the path."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    installed = (found for name in names if (found := shutil.which(name)))
    return next(installed, None) or next((path for path in MACOS if Path(path).exists()), None) or of_playwright()


def of_playwright() -> str | None:
    """Return the path of the browser that `playwright install` has put aside, if it has."""
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Exception:  # its driver does not start, for want of a system library
        return None
    return path if Path(path).exists() else None


def fetch() -> None:
    """Install a Chromium: the system's own where we may, else the one that Playwright brings."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        # libatomic1 is what Playwright's driver lacks on a bare Debian.
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", SHELL, "libatomic1")
        if not find():  # a system that has no such package
            _apt("install", "-y", "--no-install-recommends", "chromium", "libatomic1")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


def _apt(*words: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *words], stdout=sys.stderr, env=environment)


def main() -> int:
    """Print the path, fetching a browser first if there is none."""
    if not find():
        print("No Chromium found: fetching one for the browser tests", file=sys.stderr)
        fetch()
    path = find()
    if not path:
        print("No Chromium could be fetched: install one, or name it in CHROMIUM", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
