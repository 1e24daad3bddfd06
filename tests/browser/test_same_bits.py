"""A browser computes the bits that the engine computes."""

import json
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
BITS = json.loads((TESTS / "bits.json").read_text())
KERNEL = (TESTS / "js/kernel.js").read_text().replace("export function", "function")

TRAIN = """async ({ initial, runs }) => {
  const digests = []
  for (const { hidden_size, alpha, iterations } of runs) {
    const weights = Float64Array.from(initial.slice(0, 4 * hidden_size))
    train(weights, [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], [0, 1, 1, 0], alpha, iterations)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', weights))
    digests.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digests
}"""


@pytest.mark.parametrize("run", BITS["runs"], ids=lambda run: f"{run['hidden_size']} units, alpha {run['alpha']}")
def test_chromium_ends_in_the_same_bits(desk, server, run):
    page = desk.new_page()
    page.goto(f"{server.url}/healthz")
    digests = page.evaluate(f"(bits) => {{ {KERNEL}; return ({TRAIN})(bits) }}", {**BITS, "runs": [run]})
    assert digests == [run["digest"]]
    page.close()
