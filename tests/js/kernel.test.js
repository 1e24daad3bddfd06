// What the kernel computes has the same bits in JavaScript.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { kernelOf } from '../../static/alone/kernel.js'

const { initial, runs } = JSON.parse(readFileSync(new URL('../bits.json', import.meta.url), 'utf8'))
const XOR = { rows: 4, inputs: Float64Array.of(0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1), targets: Float64Array.of(0, 1, 1, 0) }
const LAWFUL = { activation: 'sigmoid', slopeless: [], flipped: [] }

for (const { hidden_size, alpha, iterations, digest } of runs) {
  test(`XOR with ${hidden_size} units at alpha ${alpha} ends in the bits that the engine ends in`, () => {
    const weights = Float64Array.from(initial.slice(0, 4 * hidden_size))
    kernelOf([3, hidden_size, 1], XOR, LAWFUL).train(weights, alpha, 0, iterations, null)
    assert.equal(createHash('sha256').update(new Uint8Array(weights.buffer)).digest('hex'), digest)
  })
}
