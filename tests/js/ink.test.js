import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fullness } from "../../static/network/paint.js";

const css = readFileSync(new URL("../../static/base.css", import.meta.url), "utf8");
const [light, dark] = [/:root \{([^}]*)\}/, /:root\[data-theme="dark"\] \{([^}]*)\}/].map(block => tokensOf(block.exec(css)[1]));
const INKS = { full: "on-act", half: "on-half", pale: "on-pale" };

function tokensOf(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, colour]) => [name, channels(colour)]));
}

function channels(colour) {
  const digits = colour.slice(1);
  const wide = digits.length === 3 ? [...digits].map(digit => digit + digit).join("") : digits;
  return [0, 2, 4].map(at => parseInt(wide.slice(at, at + 2), 16));
}

function luminance(colour) {
  const [r, g, b] = colour.map(value => value / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

for (const [theme, tokens] of Object.entries({ light, dark })) {
  test(`the number on a disc can be read however full it is, in the ${theme} theme`, () => {
    for (let full = 0; full <= 1; full += 0.01) {
      const disc = tokens.card.map((value, i) => value + (tokens.act[i] - value) * full);
      const found = contrast(disc, tokens[INKS[fullness(full)]]);
      assert.ok(found >= 4.5, `${found.toFixed(2)} at ${full.toFixed(2)}`);
    }
  });
}
