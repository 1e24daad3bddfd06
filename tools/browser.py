"""Find a Chromium for the browser tests, and fetch one where there is none. Prints its path.

`python -m tools.browser`; the environment variable CHROMIUM, if set, decides.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """Return the path of a Chromium on this machine."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    installed = (found for name in NAMES if (found := shutil.which(name)))
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
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        # libatomic1 is what Playwright's driver lacks on a bare Debian.
        for words in ("update", "install -y --no-install-recommends chromium libatomic1"):
            subprocess.run(["apt-get", "-qq", *words.split()], stdout=sys.stderr, env=environment)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


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
