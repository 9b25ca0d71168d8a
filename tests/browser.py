"""Finds the Chrome or Chromium that the tests drive, and gets one where there is none.

`python tests/browser.py` goes before the tests: it says what it does in a line and fails if there is no browser.
The variable BROWSER names one by path, or is `none`: then the tests that need one are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# The shell is the same engine without a browser around it, which takes a third of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)

# With these each page would load two more, for an address bar that nobody sees.
ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# Chrome takes the last list of features only, so what Playwright leaves out is named again (its chromiumSwitches.ts).
PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(PLAYWRIGHTS + ADDRESS_BAR)}",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

ADVICE = (
    "There is no Chrome or Chromium to run the browser tests in: install one "
    "(Debian: apt-get install chromium-headless-shell; elsewhere Google Chrome, or .venv/bin/python -m playwright "
    "install --with-deps chromium), name one with BROWSER=PATH, or leave these tests out with BROWSER=none."
)
DRIVER_ADVICE = (
    "Playwright, which drives the browser in the tests, does not start: `.venv/bin/python -m playwright --version` "
    "says which library it misses (Debian: apt-get install libatomic1); BROWSER=none leaves these tests out."
)


class NoBrowserError(Exception):
    """Says in one sentence why there is no browser and how to get one."""


def left_out() -> bool:
    """Whether BROWSER=none asks for no browser tests."""
    return os.environ.get("BROWSER", "") == "none"


def find() -> Path | None:
    """The browser to use: the one that BROWSER names, else the first on this machine that runs."""
    if named := named_by_user():
        return named
    return next((path for path in on_this_machine() if runs(path)), None)


def named_by_user() -> Path | None:
    """The browser that BROWSER names.

    Desktops and editors set BROWSER too, to what opens links (xdg-open, firefox, a script). Only Chrome and its kin
    can be meant for us, so any other value is passed over.
    """
    value = os.environ.get("BROWSER", "")
    if not any(kin in Path(value).name.lower() for kin in ("chrom", "edge", "headless")):
        return None
    path = shutil.which(value)
    if path is None:
        raise NoBrowserError(f"BROWSER names {value}, which is no program on this machine.")
    return Path(path)


def on_this_machine() -> Iterable[Path]:
    """Where a browser may be, likeliest first."""
    for name in NAMES:
        if path := shutil.which(name):
            yield Path(path)
    yield from usual_places()
    if driver_runs():
        yield playwrights_own()


def usual_places() -> list[Path]:
    """Where macOS and Windows keep the browsers that are not on PATH."""
    if sys.platform == "darwin":
        return [
            root / f"{name}.app/Contents/MacOS/{name}"
            for root in (Path("/Applications"), Path.home() / "Applications")
            for name in ("Google Chrome", "Chromium", "Microsoft Edge")
        ]
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        return [
            Path(root) / program
            for root in roots
            if root
            for program in (
                "Google/Chrome/Application/chrome.exe",
                "Chromium/Application/chrome.exe",
                "Microsoft/Edge/Application/msedge.exe",
            )
        ]
    return []


def playwrights_own() -> Path:
    """Where Playwright keeps, or would keep, the Chromium of its own."""
    from playwright.sync_api import sync_playwright  # loading it takes long, and it is seldom needed

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def runs(path: Path) -> bool:
    """Whether the program starts. (Ubuntu's chromium-browser may only say that a snap is wanting.)"""
    if sys.platform == "win32":
        return path.is_file()  # there `--version` would open a window
    return path.is_file() and succeeds([str(path), "--version"], seconds=30)


def driver_runs() -> bool:
    """Whether Playwright starts. (Its Node.js needs libatomic, which a bare Debian has not.)"""
    return succeeds([sys.executable, "-m", "playwright", "--version"], seconds=30)


def install() -> None:
    """Gets what is wanting: from Debian as root there, else Playwright's own Chromium."""
    if debian_as_root():
        print("Installing Debian's chromium for the browser tests, once ...", flush=True)
        apt_get = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
        install = [*apt_get, "install", "-y", "--no-install-recommends", "libatomic1"]
        # Older releases have no shell of its own.
        if succeeds([*apt_get, "update"]) and any(succeeds([*install, package]) for package in NAMES[:2]):
            return
    print("Installing Playwright's own Chromium for the browser tests, once ...", flush=True)
    succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def debian_as_root() -> bool:
    """Whether we may install here, and from Debian itself (Ubuntu's `chromium` only asks for a snap)."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text("utf-8").splitlines()


def succeeds(command: list[str], seconds: float = 900) -> bool:
    """Runs a command quietly."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False, env=environment)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def wanting() -> str | None:
    """What the browser tests still need, in a sentence that says how to get it."""
    try:
        if find() is None:
            return ADVICE
    except NoBrowserError as error:
        return str(error)
    return None if driver_runs() else DRIVER_ADVICE


def main() -> int:
    if left_out():
        return 0
    advice = wanting()
    if advice in {ADVICE, DRIVER_ADVICE}:
        install()
        advice = wanting()
    if advice:
        print(advice, file=sys.stderr)
    return 1 if advice else 0


if __name__ == "__main__":
    sys.exit(main())
