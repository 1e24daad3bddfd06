"""Everything can be done without a pointer."""

import pytest
from playwright.sync_api import expect

from .lab import Lab

STOPS = (
    "Play",
    "Step",
    "Step one line",
    "Back one line",
    "Reset",
    "alpha",
    "alpha value",
    "hidden size",
    "hidden size value",
    "speed",
    "seed",
    "timeline",
    "My runs",
    "Share",
    "Take home",
    "Copy the program",
)
NOUNS = {
    "The code": "the code",
    "The weights": "the weights",
    "What just happened": "this story",
    "The network": "the network",
    "Examples": "an example",
    "Error": "the error curve",
    "Sigmoid slopes": "a sigmoid slope",
    "Runs": "the runs",
    "One weight": "one weight",
    "Try other inputs": "trying inputs",
    "First, now, last": "comparing",
    "The data": "the data",
    "Through time": "this chart",
    "The pieces": "the pieces",
}
SEVERAL = {"the weights", "the runs", "the pieces"}
WATCH_THE_LINES = """() => {
  window.walked = [];
  new MutationObserver(changes => {
    for (const { target } of changes) {
      if (target.getAttribute("aria-current") === "step") walked.push(target.querySelector(".text").innerText);
    }
  }).observe(document.querySelector(".code"), { subtree: true, attributeFilter: ["aria-current"] });
}"""
WALK = """() => {
  Object.assign(window, { reached: [], left: false });
  const name = element => element.getAttribute("aria-label") ?? element.textContent.trim();
  addEventListener("focusin", ({ target }) => left || reached.push(name(target)));
  addEventListener("focusout", ({ relatedTarget }) => (left ||= relatedTarget === null));
}"""
TAP = "element => element.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'touch' }))"


def test_the_tab_key_reaches_every_control_and_leaves_again(lab: Lab) -> None:
    lab.page.evaluate(WALK)
    for presses in range(600):
        lab.page.keyboard.press("Tab")
        if presses % 10 == 0 and lab.page.evaluate("left"):
            break
    else:
        pytest.fail(f"the tab key never leaves the page: {lab.page.evaluate('reached')}")
    reached = lab.page.evaluate("reached")
    assert set(STOPS) <= set(reached)
    assert "Hidden layer (XOR)" in reached
    assert any(name.startswith("input x1") for name in reached), "the drawing"


def test_space_plays_and_pauses_from_anywhere(lab: Lab) -> None:
    lab.page.keyboard.press("Space")
    expect(lab.button("Pause")).to_be_visible()
    lab.rises(5)
    lab.page.keyboard.press("Space")
    expect(lab.button("Play")).to_be_visible()


@pytest.mark.parametrize("key", ["ArrowRight", "."])
def test_a_key_steps_and_another_resets(lab: Lab, key: str) -> None:
    iteration = lab.page.get_by_label("iteration", exact=True)
    lab.page.keyboard.press(key)
    expect(iteration).to_have_attribute("data-value", "1")
    lab.page.keyboard.press("r")
    expect(iteration).to_have_attribute("data-value", "0")


def test_a_key_held_down_walks_on(lab: Lab) -> None:
    """As fast as the server answers, and no line is left out or gone back to."""
    lab.page.evaluate(WATCH_THE_LINES)
    while len(walked := lab.page.evaluate("walked")) < 4:
        lab.page.keyboard.down("l")
    assert walked[:4] == ["l0 = X", "l1 = sigmoid(l0 @ syn0)", "l2 = sigmoid(l1 @ syn1)", "l2_error = y - l2"]


def test_typing_in_a_field_is_no_shortcut(lab: Lab) -> None:
    seed = lab.field("seed")
    seed.fill("")
    seed.press("r")
    seed.press(" ")
    expect(lab.button("Play")).to_be_visible()
    expect(seed).to_have_value("r ")
    seed.press("Escape")
    expect(seed).to_have_value("1")


def test_arrows_move_the_sliders_in_round_steps(lab: Lab) -> None:
    lab.slider("alpha").press("ArrowUp")
    expect(lab.slider("alpha")).to_have_attribute("aria-valuetext", "1.2")
    lab.slider("alpha").press("PageUp")
    expect(lab.field("alpha value")).to_have_value("12")
    lab.slider("hidden size").press("ArrowLeft")
    expect(lab.field("hidden size value")).to_have_value("3")
    lab.slider("speed").press("ArrowRight")
    expect(lab.slider("speed")).to_have_attribute("aria-valuetext", "1,000 it/s")


def test_arrows_choose_among_the_examples(lab: Lab) -> None:
    lab.rows.nth(0).focus()
    lab.page.keyboard.press("ArrowDown")
    expect(lab.rows.nth(1)).to_be_focused()
    expect(lab.rows.nth(1)).to_have_attribute("aria-selected", "true")
    assert lab.iteration == 0, "the arrow was not taken for a step"


def test_arrows_walk_through_the_drawing_and_say_each_weight(lab: Lab) -> None:
    first = lab.panel("The network").locator('[data-part="n0.0"]')
    first.focus()
    lab.page.keyboard.press("ArrowRight")
    weight = lab.panel("The network").locator('[data-part="e0.0.0"]')
    expect(weight).to_be_focused()
    expect(weight).to_have_attribute("aria-label", "weight syn0[0, 0] = −0.1660")
    lab.page.keyboard.press("ArrowRight")
    expect(lab.panel("The network").locator('[data-part="n1.0"]')).to_be_focused()
    assert lab.iteration == 0, "the arrow was not taken for a step"


@pytest.mark.parametrize("scroller", [".code li[tabindex='0']", ".matrices"])
def test_an_arrow_that_scrolls_is_no_step(lab: Lab, scroller: str) -> None:
    lab.page.locator(scroller).focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press(".")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")


def test_every_panel_says_what_it_is(lab: Lab) -> None:
    """On keyboard focus too, and the explanation belongs to the button it explains."""
    for name, noun in NOUNS.items():
        asks = f"What {'are' if noun in SEVERAL else 'is'} {noun}?"
        button = lab.panel(name).get_by_role("button", name=asks, exact=True)
        lab.page.keyboard.press("Tab")  # so that the focus counts as the keyboard's
        button.focus()
        bubble = lab.page.get_by_role("tooltip")
        expect(bubble).to_be_visible()
        expect(bubble).to_have_text(button.get_attribute("data-explain") or "")
        expect(button).to_have_attribute("aria-describedby", bubble.get_attribute("id") or "")
        lab.page.keyboard.press("Escape")
        expect(bubble).to_be_hidden()


def test_a_mouse_that_rests_takes_nothing_from_the_keyboard(lab: Lab) -> None:
    lab.page.mouse.move(700, 500)
    lab.page.keyboard.press("Tab")
    lab.page.evaluate("document.addEventListener('pointerover', () => { document.body.dataset.over = 'yes' })")
    lab.button("What is the alpha race?").focus()  # and the page moves under the mouse
    expect(lab.page.locator("body")).to_have_attribute("data-over", "yes")
    expect(lab.page.get_by_role("tooltip")).to_contain_text("alpha")


def test_a_page_that_is_moved_by_hand_leaves_what_was_asked_about(lab: Lab) -> None:
    """It may also move by itself; a mouse that rests asks nothing and ends nothing."""
    lab.page.mouse.move(700, 500)
    lab.panel("The code").locator("[data-name]").first.evaluate(TAP)
    bubble = lab.page.get_by_role("tooltip")
    expect(bubble).to_be_visible()
    lab.page.mouse.wheel(0, 120)
    expect(bubble).to_be_hidden()


def test_a_question_mark_lists_the_keys(lab: Lab) -> None:
    lab.page.keyboard.press("?")
    expect(lab.page.get_by_text("play or pause")).to_be_visible()
    lab.page.keyboard.press("Escape")
    expect(lab.page.get_by_text("play or pause")).to_be_hidden()
