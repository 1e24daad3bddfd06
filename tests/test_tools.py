"""The browser that the tests and the benchmarks take."""

import shutil

import pytest

from tools.browser import SHELL, WHOLE, find


def installed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in names else None)


def test_a_chromium_without_windows_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, SHELL, "chromium")
    assert find() == f"/bin/{SHELL}"


def test_one_with_windows_does_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "google-chrome")
    assert find() == "/bin/google-chrome"


def test_one_with_windows_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, SHELL, "chromium")
    assert find(WHOLE) == "/bin/chromium"


def test_what_is_named_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, SHELL, "chromium")
    monkeypatch.setenv("CHROMIUM", "/opt/mine")
    assert find() == find(WHOLE) == "/opt/mine"
