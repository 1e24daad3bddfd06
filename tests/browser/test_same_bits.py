"""A browser computes the bits that the engine computes."""

import json
from pathlib import Path

import pytest

from app.export.modules import together

ROOT = Path(__file__).parents[2]
BITS = json.loads((ROOT / "tests/bits.json").read_text())
KERNEL = together("alone/kernel.js", lambda path: (ROOT / "static" / path).read_text())

TRAIN = """async ({ initial, runs }) => {
  const inputs = Float64Array.of(0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1)
  const data = { rows: 4, inputs, targets: Float64Array.of(0, 1, 1, 0) }
  const lawful = { activation: 'sigmoid', slopeless: [], flipped: [] }
  const digests = []
  for (const { hidden_size, alpha, iterations } of runs) {
    const weights = Float64Array.from(initial.slice(0, 4 * hidden_size))
    kernelOf([3, hidden_size, 1], data, lawful).train(weights, alpha, 0, iterations, null)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', weights))
    digests.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digests
}"""


@pytest.mark.parametrize("run", BITS["runs"], ids=lambda run: f"{run['hidden_size']} units, alpha {run['alpha']}")
def test_chromium_ends_in_the_same_bits(desk, server, run):
    page = desk.new_page()
    page.goto(f"{server.url}/healthz")
    digests = page.evaluate(
        f"(bits) => {{ const {{ kernelOf }} = {KERNEL}; return ({TRAIN})(bits) }}", {**BITS, "runs": [run]}
    )
    assert digests == [run["digest"]]
    page.close()
