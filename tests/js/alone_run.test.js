import assert from 'node:assert/strict'
import { test } from 'node:test'

import { digestOf } from '../../static/alone/digest.js'
import { runOf } from '../../static/alone/run.js'

const LAWFUL = { activation: 'sigmoid', slopeless: [], flipped: [] }
const WEIGHTS = Array.from({ length: 16 }, (_, i) => Math.round(1000 * Math.sin(7 * i + 1)) / 1000)

/** XOR with an edit of everything on the way. */
function xor() {
  return {
    begin: {
      sizes: [3, 4, 1], alpha: 1, rules: LAWFUL, columns: ['x1', 'x2', 'x3'], weights: WEIGHTS,
      rows: [[0, 0, 1, 0], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 0]],
    },
    edits: [
      { at: 300, alpha: 4 },
      { at: 500, sizes: [3, 3, 1], kept: [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14], fresh: [] },
      { at: 700, from: 1, gone: 1, rows: [[0, 1, 1, 0.75], [0.5, 0.5, 1, 1]] },
      { at: 700, kept: [-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1], fresh: [0.5, -2] },
      { at: 1500, rules: { ...LAWFUL, flipped: [0] } },
    ],
  }
}

/** A clock that goes on by a millisecond whenever it is read: the same slices on every machine. */
function ticking() {
  let now = 0
  return () => now++
}

/** @param {number} iteration */
function straight(iteration) {
  const run = runOf(xor())
  run.train(iteration, Infinity)
  const { place, stage } = run.known
  return digestOf(place.iteration, stage.sizes, place.weights)
}

test('wherever one goes, back or forth, the bits are those of a run that went straight there', () => {
  const run = runOf(xor(), ticking())
  while (!run.train(3000, 8));
  for (const iteration of [0, 2999, 300, 299, 700, 701, 1500, 500, 3000, 1, 1499, 1501]) {
    run.approach(iteration)
    while (!run.go(iteration, 8));
    const { place, stage } = run.shown
    assert.equal(place.iteration, iteration)
    assert.equal(digestOf(iteration, stage.sizes, place.weights), straight(iteration), `iteration ${iteration}`)
  }
})

test('going back leaves what is known, and its curve, as they are', () => {
  const run = runOf(xor(), ticking())
  while (!run.train(2000, 8));
  const { iterations, errors } = run.curve.points()
  run.approach(100)
  run.go(100, Infinity)
  assert.equal(run.reach, 2000)
  assert.equal(run.shown.place.iteration, 100)
  assert.deepEqual(run.curve.points(), { iterations, errors })
})

test('what is shown goes no further than what is known', () => {
  const run = runOf(xor())
  run.train(50, Infinity)
  run.go(80, Infinity)
  assert.equal(run.shown.place.iteration, 50)
})

test('training goes on beyond in the same bits, however it is cut into slices', () => {
  const run = runOf(xor(), ticking())
  while (!run.train(900, 8));
  while (!run.train(2600, 3));
  const { place, stage } = run.known
  assert.equal(digestOf(2600, stage.sizes, place.weights), straight(2600))
})

test('the rows shown are those of the stage shown', () => {
  const run = runOf(xor())
  run.train(1000, Infinity)
  run.follow()
  assert.deepEqual(run.rows().map(row => row[3]), [0, 0.75, 1, 1, 0])
  run.approach(699)
  run.go(699, Infinity)
  assert.deepEqual(run.rows().map(row => row[3]), [0, 1, 1, 0])
})
