"""The wheel carries all that the lab needs to serve from any folder."""

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


PARTS = ["pyproject.toml", "README.md", "LICENSE", "engine", "app", "templates", "static"]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A folder whose name nobody would write by chance, with what a wheel is made of."""
    folder = tmp_path_factory.mktemp("workshop")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    return folder


@pytest.fixture(scope="module")
def wheel(workshop):
    """The wheel, built without a network: the build backend is among the development dependencies."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=workshop, check=True)
    with zipfile.ZipFile(next((workshop / "dist").glob("*.whl"))) as archive:
        yield archive


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_the_wheel_holds_every_file_of_the_page(wheel, folder):
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert {f"app/{name}" for name in files} <= set(wheel.namelist())


@pytest.mark.parametrize("package", ["engine", "app"])
def test_the_wheel_holds_every_module(wheel, package):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / package).rglob("*.py")}
    assert modules <= set(wheel.namelist())


def test_the_wheel_knows_nothing_of_the_place_where_it_was_built(wheel, workshop):
    place = str(workshop).encode()
    assert [name for name in wheel.namelist() if place in wheel.read(name)] == []


def test_the_wheel_brings_its_licence_and_its_command(wheel):
    names = wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    points = next(name for name in names if name.endswith("entry_points.txt"))
    assert b"eleven-lines = app.__main__:main" in wheel.read(points)


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "requirements-node.lock", "package-lock.json"]
)
def test_the_lock_files_name_no_download_address(lock):
    """They hold versions and hashes, so that any index will do."""
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_every_runtime_dependency_is_locked():
    """`make lock` was run after the last change of the dependencies."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    names = [requirement.split(">")[0].lower() for requirement in project["dependencies"]]
    assert [name for name in names if f"{name}==" not in locked] == []
