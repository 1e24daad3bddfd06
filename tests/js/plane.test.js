// Balls on the plane roll as the engine trains, and what is said of the plane is so.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { alphaAt, alphaOf, positionOf } from '../../static/plane/alpha.js'
import { arrowsOf, pathOf } from '../../static/plane/arrows.js'
import { ballAt, putBack, roll } from '../../static/plane/ball.js'
import { collection, CORNERS, MOST } from '../../static/plane/balls.js'
import { field, groundOf, POSTS_GROUND, POSTS_START, RANGE } from '../../static/plane/field.js'
import { ANSWERS, downTheEdge, judged, leapText } from '../../static/plane/words.js'

const golden = JSON.parse(readFileSync(new URL('../golden.json', import.meta.url), 'utf8')).two_weights
const { initial } = JSON.parse(readFileSync(new URL('../bits.json', import.meta.url), 'utf8'))
const posts = field(POSTS_GROUND)
const near = (a, b, by = 1e-12) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`)

test("the post's start is what seed 1 draws", () => {
  assert.deepEqual(POSTS_START, initial.slice(0, 2))
})

test("a ball from the post's start is at 5.283, −5.283 after 10,000 iterations", () => {
  const ball = ballAt(1, POSTS_START)
  roll(ball, posts, 1, 10_000)
  assert.equal(ball.iteration, 10_000)
  golden.weights_after.flat().forEach((weight, i) => near(ball.weights[i], weight))
  assert.ok(Math.abs(ball.weights[0] - 5.283) < 5e-4 && Math.abs(ball.weights[1] + 5.283) < 5e-4)
})

test("the height of the plane is the engine's", () => {
  for (const { w0, w1, mean_abs_error: error } of golden.error_surface_points) near(posts.error([w0, w1]), error)
})

test('a step is −alpha times the derivative that is shown, whatever the lines are switched to', () => {
  for (const rules of [{}, { slopeless: [1] }, { flipped: [0] }, { activation: 'step' }]) {
    const own = field({ ...POSTS_GROUND, rules: { ...POSTS_GROUND.rules, ...rules } })
    const weights = Float64Array.of(-0.4, 1.3)
    const derivative = own.derivative(weights)
    own.train(weights, 3, 0, 1, null)
    near(weights[0], -0.4 - 3 * derivative[0])
    near(weights[1], 1.3 - 3 * derivative[1])
  }
})

test('every step from anywhere leads right and down, so that no alpha is too large', () => {
  for (let x = -10; x <= 10; x++) {
    for (let y = -10; y <= 10; y++) {
      const [a, b] = posts.derivative([x, y])
      assert.ok(a < 0 && b > 0)
      const ball = ballAt(1, [x, y])
      roll(ball, posts, 1000, 1)
      assert.ok(posts.error(ball.weights) <= posts.error([x, y]))
    }
  }
})

test("an alpha of 100 or 1000 solves it in one step from the post's start", () => {
  for (const alpha of [100, 1000]) {
    const ball = ballAt(1, POSTS_START)
    roll(ball, posts, alpha, 1)
    assert.ok(posts.error(ball.weights) < 1e-10)
    assert.match(leapText({ alpha, from: ball.start, to: ball.weights, error: posts.error(ball.weights) }), /solved at once/)
  }
  assert.match(leapText({ alpha: 100, from: [-9, 9], to: [-9, 9], error: 0.99 }), /not solved/)
  assert.match(leapText(null), /eight balls/)
})

test('the way of a ball is kept, thinned, and ends where it is put back', () => {
  const ball = ballAt(3, [2, 4])
  roll(ball, posts, 1, 500)
  assert.ok(ball.trail.length > 20 && ball.trail.length < 300)
  assert.deepEqual(ball.trail[0], [2, 4])
  putBack(ball)
  assert.deepEqual([ball.number, ball.iteration, [...ball.weights], ball.trail], [3, 0, [2, 4], [[2, 4]]])
})

test('there are eight balls at the most, each with a number of its own', () => {
  const balls = collection()
  assert.deepEqual(balls.list().map(({ start }) => start), [POSTS_START])
  for (const corner of CORNERS) balls.drop(corner)
  balls.remove(2)
  assert.equal(balls.drop([0, 0]).number, 2)
  while (balls.list().length < MOST) balls.drop([1, 1])
  assert.equal(balls.drop([1, 1]), null)
  assert.deepEqual(balls.list().map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7, 8])
})

test('who is looked at is always a ball that is there', () => {
  const balls = collection()
  balls.drop([1, 1])
  assert.equal(balls.chosen().number, 2)
  balls.remove(2)
  assert.equal(balls.chosen().number, 1)
  balls.clear()
  assert.equal(balls.chosen(), null)
})

test('balls come through a reload where they were', () => {
  const balls = collection()
  roll(balls.drop([1, 1]), posts, 1, 100)
  balls.choose(1)
  const again = collection(balls.text())
  assert.equal(again.chosen().number, 1)
  assert.deepEqual(again.list().map(({ weights, iteration }) => [[...weights], iteration]), balls.list().map(({ weights, iteration }) => [[...weights], iteration]))
  assert.deepEqual(collection('{"balls": []}').list(), [])
})

test('what was saved badly is as if nothing was', () => {
  for (const text of ['', '{', '{"balls": [{}]}', '{"balls": [{"number": 1, "start": ["x", 1], "weights": [0, 1], "iteration": 0, "trail": []}]}', '7']) {
    assert.deepEqual(collection(text).list().map(({ start }) => start), [POSTS_START])
  }
})

test('arrows point downhill and fit into their grid', () => {
  const arrows = arrowsOf(posts, RANGE)
  const space = (RANGE[1] - RANGE[0]) / 11
  assert.equal(arrows.length, 121)
  for (const { way: [a, b] } of arrows) assert.ok(a > 0 && b < 0 && Math.hypot(a, b) <= space)
  assert.ok(pathOf(arrows, w => 20 * w, w => -20 * w).startsWith('M'))
  const flat = { ...posts, derivative: () => [0, 0] }
  assert.equal(pathOf(arrowsOf(flat, RANGE), w => w, w => w), '')
})

test('the second weight is the better the lower it is', () => {
  const errors = downTheEdge(posts.error).map(({ error }) => error)
  assert.deepEqual(errors, [...errors].sort((a, b) => b - a))
  near(errors[0], 0.5)
  assert.match(judged(ANSWERS[2]), /^Yes/)
  for (const wrong of ANSWERS.slice(0, 2)) assert.match(judged(wrong), /Look again/)
})

test('alpha is a number from 0.01 to 1000', () => {
  assert.equal(alphaOf('0,5'), 0.5)
  assert.equal(alphaOf(' 1e3 '), 1000)
  for (const text of ['', 'x', '0', '-1', '1001', 'Infinity', '0x10', 'NaN']) assert.equal(alphaOf(text), null, text)
  for (const alpha of [0.01, 1, 100, 1000]) assert.equal(alphaAt(positionOf(alpha)), alpha)
})

test('the ground is the run’s own only if that has two weights, other rows, and all of them here', () => {
  const run = { run: 1, inputs: [[0, 1], [1, 1]], targets: [[0], [1]], first_row: 0, rows: 2, own_data: true, broken: false, code: [] }
  const state = { run, marks: [], frame: { iteration: 0, weights: [[[1], [2]]] } }
  assert.deepEqual(groundOf(state).table.targets, Float64Array.of(0, 1))
  assert.equal(groundOf({ ...state, run: { ...run, own_data: false } }), POSTS_GROUND)
  assert.equal(groundOf({ ...state, run: { ...run, rows: 500 } }), POSTS_GROUND)
  assert.equal(groundOf({ ...state, frame: { iteration: 0, weights: [[[1, 2], [3, 4]], [[1], [2]]] } }), POSTS_GROUND)
})
