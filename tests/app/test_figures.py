"""The figures that Plotly draws come from Python: every number in them is the engine's."""

import base64
import json

import numpy as np
import pytest

from app.figures import FIGURES, figure
from engine import Recipe, error_surface, network

NAMES = list(FIGURES)


def read(name):
    return json.loads(figure(name))


def numbers(packed):
    return np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])


def colours(value, name=""):
    """Every colour that is set anywhere in a figure."""
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in colours(item, key)]
    if isinstance(value, list):
        return [found for item in value for found in colours(item, name)]
    return [value] if isinstance(value, str) and ("color" in name or value.startswith(("#", "rgb"))) else []


def test_an_unknown_figure_is_a_key_error():
    with pytest.raises(KeyError):
        figure("../secrets")


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_is_a_token_that_the_page_replaces(name):
    """Light and dark are the page's business; only "nothing at all" may be said here."""
    others = {colour for colour in colours(read(name)) if not colour.startswith("var(--")}
    assert others <= {"rgba(0,0,0,0)", "fill"}  # "fill" is how a contour is coloured


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_brings_no_template_of_plotly(name):
    """It would be twice the size of the figure, and of other colours."""
    assert "layout" not in read(name)["layout"].get("template", {})


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_written_once(name):
    assert figure(name) is figure(name)


def test_the_sigmoid_is_the_networks_own():
    curve, slope = read("sigmoid")["data"]
    z = numbers(curve["x"]).astype(float)
    with network.quietly():
        out = network.sigmoid(z)
    assert numbers(curve["y"]) == pytest.approx(out, abs=1e-6)
    assert numbers(slope["y"]) == pytest.approx(network.slope(out), abs=1e-6)


def test_the_sigmoid_reaches_as_far_as_a_run_may_go():
    z = numbers(read("sigmoid")["data"][0]["x"])
    assert z[0] == -z[-1]
    assert z[-1] >= 1e9


def test_the_sigmoid_is_drawn_smoothly_where_it_bends():
    z = numbers(read("sigmoid")["data"][0]["x"])
    assert np.diff(z[np.abs(z) < 10]).max() <= 0.11


def test_the_contour_is_the_error_surface():
    """z[i][j] belongs to the weights (x[j], y[i])."""
    trace = read("error-contour")["data"][0]
    x, y = numbers(trace["x"]), numbers(trace["y"])
    z = numbers(trace["z"]).reshape(len(y), len(x))
    assert z == pytest.approx(error_surface(Recipe.named("two-weights"), x, y), abs=1e-6)
    assert (x[0], x[-1], y[0], y[-1]) == (-10, 10, -10, 10)


def test_the_lowest_corner_is_where_the_run_of_the_post_goes():
    trace = read("error-contour")["data"][0]
    i, j = np.unravel_index(numbers(trace["z"]).argmin(), (101, 101))
    assert (numbers(trace["x"])[j], numbers(trace["y"])[i]) == (10, -10)


def test_the_mesh_has_the_same_heights():
    surface = read("error-mesh")["data"][0]
    points = zip(*(numbers(surface[axis]) for axis in "xyz"), strict=True)
    recipe = Recipe.named("two-weights")
    for x, y, z in list(points)[::97]:
        assert z == pytest.approx(error_surface(recipe, [x], [y])[0, 0], abs=1e-6)


def test_the_mesh_covers_every_cell_once():
    surface = read("error-mesh")["data"][0]
    x, y = numbers(surface["x"]), numbers(surface["y"])
    i, j, k = (numbers(surface[corner]) for corner in "ijk")
    area = np.abs((x[j] - x[i]) * (y[k] - y[i]) - (x[k] - x[i]) * (y[j] - y[i])) / 2
    assert area.sum() == pytest.approx(20 * 20)
