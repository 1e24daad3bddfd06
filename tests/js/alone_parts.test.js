import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { exp } from '../../static/alone/arithmetic.js'
import { digestOf } from '../../static/alone/digest.js'
import { sha256 } from '../../static/alone/sha256.js'
import { spread } from '../../static/alone/spread.js'
import { duration, underWay, verdictOf } from '../../static/alone/text.js'
import { waypoints } from '../../static/alone/waypoints.js'

test('exp ends where the engine ends it', () => {
  assert.deepEqual([exp(0), exp(-Infinity) > 0, exp(Infinity), exp(711)], [1, true, Infinity, Infinity])
  assert.ok(Number.isNaN(exp(NaN)))
  for (const x of [-700, -1.5, 1e-9, 0.3, 42, 709]) assert.ok(Math.abs(exp(x) / Math.exp(x) - 1) < 1e-15, String(x))
})

test('SHA-256 is that of everybody', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 119, 1000]) {
    const message = Uint8Array.from({ length }, (_, i) => 7 * i)
    assert.equal(sha256(message), createHash('sha256').update(message).digest('hex'), `${length} bytes`)
  }
})

test('every NaN has the same fingerprint, 0 and -0 have not', () => {
  const other = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer)
  assert.equal(digestOf(3, [1, 1], other), digestOf(3, [1, 1], Float64Array.of(NaN)))
  assert.notEqual(digestOf(3, [1, 1], Float64Array.of(0)), digestOf(3, [1, 1], Float64Array.of(-0)))
})

test('there is a waypoint not long before any iteration, and the first one stays when they are thinned', () => {
  const weights = new Float64Array(40_000)
  const past = waypoints({ iteration: 0, stage: 0, weights })
  for (let iteration = 1; iteration <= 1000; iteration++) past.passed({ iteration, stage: 0, weights }, 25)
  assert.equal(past.before(0).iteration, 0)
  for (const iteration of [1, 77, 999]) {
    const found = past.before(iteration).iteration
    assert.ok(found <= iteration && iteration - found <= 32, `${found} for ${iteration}`)
  }
})

test('marks that would run together are left out', () => {
  assert.deepEqual(spread([0, 3, 10, 11, 30], 10), [0, 2, 4])
})

const document = { begin: /** @type {any} */ (null), edits: [], iteration: 60_000, digest: 'aa', error: 0.25, exact: true }

test('the same digest is the same bits', () => {
  assert.deepEqual(verdictOf(document, 'aa', 0.25, 0.5), {
    state: 'same', sentence: 'Iteration 60,000, trained again in 0.5 s: every weight has the same bits as in the lab ✓',
  })
})

test('another digest is never called the same bits, whatever the error', () => {
  assert.equal(verdictOf(document, 'bb', 0.25, 1).state, 'close')
  assert.equal(verdictOf({ ...document, exact: false }, 'bb', 0.25 + 1e-12, 1).state, 'close')
  const other = verdictOf({ ...document, exact: false }, 'bb', 0.26, 1)
  assert.equal(other.state, 'other')
  assert.match(other.sentence, /is 0\.260000, and the lab's was 0\.250000: 0\.0100 apart\. The lab trains a network as large/)
})

test('an error that is no number is the same as another', () => {
  assert.equal(verdictOf({ ...document, error: 'NaN' }, 'bb', NaN, 1).state, 'close')
})

test('the way that is left is told', () => {
  assert.match(underWay(250, 1000, 10), /^Training again: 250 of 1,000 iterations, about 30 s to go\./)
  assert.match(underWay(0, 1000, 0), /^Training again: 0 of 1,000 iterations\. /)
  assert.equal(duration(75), '1 min 15 s')
})
