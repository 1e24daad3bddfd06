// Balls on the plane roll as the engine trains, and what is said of the plane is so.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { alphaOf } from '../../static/plane/alpha.js'
import { arrowsOf, pathOf } from '../../static/plane/arrows.js'
import { ballAt, forgetWay, putBack, roll } from '../../static/plane/ball.js'
import { collection, CORNERS, MOST } from '../../static/plane/balls.js'
import { beginAt, dropAt, leapOf } from '../../static/plane/dropping.js'
import { field, grounds, POSTS_GROUND, POSTS_START, RANGE } from '../../static/plane/field.js'
import { ANSWERS, downTheEdge, edgeText, farText, judged, leapText } from '../../static/plane/words.js'

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
  const { iterations, w0, w1 } = ball.trail
  assert.ok(w0.length > 20 && w0.length < 300)
  assert.deepEqual([w1.length, iterations.length], [w0.length, w0.length])
  assert.deepEqual([iterations[0], w0[0], w1[0]], [0, 2, 4])
  assert.ok(iterations.every((iteration, i) => !i || iteration > iterations[i - 1]))
  forgetWay(ball)
  assert.deepEqual(ball.trail, { iterations: [500], w0: [ball.weights[0]], w1: [ball.weights[1]] })
  putBack(ball)
  assert.deepEqual([ball.number, ball.iteration, [...ball.weights], ball.trail], [3, 0, [2, 4], { iterations: [0], w0: [2], w1: [4] }])
})

test('a ball is dropped where there is none, and begins where none began', () => {
  const balls = collection()
  assert.equal(dropAt(balls, [3, 3]), 'Ball 2 dropped at 3.00, 3.00.')
  assert.equal(dropAt(balls, [3.2, 3.2]), 'Ball 2 is looked at.')
  assert.equal(balls.list().length, 2)
  assert.equal(beginAt(balls, [POSTS_START]), 'A ball began there already.')
  assert.equal(balls.chosen().number, 1)
  assert.equal(beginAt(balls, CORNERS), '')
  assert.equal(balls.chosen().number, 1)
  assert.equal(beginAt(balls, CORNERS), 'There is a ball from each corner already.')
  for (const place of [[0, 5], [5, 0]]) dropAt(balls, place)
  assert.match(dropAt(balls, [-5, 0]), /no more: take one away/)
})

test("a leap is one step from the post's start, wherever its ball has been", () => {
  const balls = collection()
  roll(balls.chosen(), posts, 1, 50)
  const { from, to, error } = leapOf(balls, posts, 100)
  assert.deepEqual([from, balls.chosen().iteration, [...to]], [POSTS_START, 1, [...balls.chosen().weights]])
  near(error, posts.error(balls.chosen().weights))
  const full = collection()
  full.clear()
  for (let i = 0; i < MOST; i++) full.drop([i, 0])
  assert.equal(leapOf(full, posts, 100), null)
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
  const [{ trail }, { trail: before }] = [again.list()[1], balls.list()[1]]
  assert.deepEqual(trail.iterations, before.iterations)
  for (const key of ['w0', 'w1']) before[key].forEach((weight, i) => near(trail[key][i], weight, 0.006))
  assert.deepEqual(collection('{"balls": []}').list(), [])
})

test('what was saved badly is as if nothing was', () => {
  for (const text of ['', '{', '{"balls": [{}]}', '{"balls": [null, 3]}', '{"balls": [{"number": 1, "start": ["x", 1], "weights": [0, 1], "iteration": 0, "trail": []}]}',
    '{"balls": [{"number": 1, "start": [0, 1], "weights": [null, null], "iteration": 0, "trail": {"iterations": [0], "w0": [0], "w1": [1]}}]}', '7']) {
    assert.deepEqual(collection(text).list().map(({ start }) => start), [POSTS_START])
  }
})

test('a ball that went too far, or is nowhere, takes no other along', () => {
  for (const [far, left] of [[[2e6, 0], [1, 3]], [[NaN, NaN], [1, 3]], [[-1e6, 0], [1, 2, 3]]]) {
    const balls = collection()
    balls.drop([1, 1]).weights.set(far)
    roll(balls.drop([2, 2]), posts, 1, 100)
    balls.choose(2)
    const again = collection(balls.text())
    assert.deepEqual(again.list().map(({ number }) => number), left)
    assert.equal(again.chosen().number, left.includes(2) ? 2 : 1)
    assert.deepEqual(again.list().at(-1).weights, balls.list()[2].weights)
  }
})

test('a way that cannot be read begins anew where its ball is', () => {
  const saved = trail => JSON.stringify({ balls: [{ number: 4, start: [0, 1], weights: [2, 3], iteration: 7, trail }] })
  const long = { iterations: [0, 7], w0: [0, 2], w1: [1, 3] }
  assert.deepEqual(collection(saved(long)).list()[0].trail, long)
  for (const bad of [[[0, 1], [2, 3]], null, 7, { ...long, w1: [1] }, { ...long, w0: [0, 2e6] }, { ...long, iterations: [0] }, { iterations: [], w0: [], w1: [] }]) {
    const [ball] = collection(saved(bad)).list()
    assert.deepEqual([ball.number, ball.iteration, [...ball.weights]], [4, 7, [2, 3]])
    assert.deepEqual(ball.trail, { iterations: [7], w0: [2], w1: [3] })
  }
})

test('of two balls with one number the first is kept', () => {
  const ball = x => ({ number: 2, start: [x, 0], weights: [x, 0], iteration: 0, trail: null })
  assert.deepEqual(collection(JSON.stringify({ chosen: 2, balls: [ball(1), ball(3)] })).list().map(({ start }) => start), [[1, 0]])
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
  assert.match(judged(ANSWERS[2], false), /^Yes/)
  for (const wrong of ANSWERS.slice(0, 2)) assert.match(judged(wrong, false), /Look again/)
})

test("nothing is said of a map or a bottom that only the post's rows have", () => {
  assert.match(judged(ANSWERS[1], false), /edge of the map/)
  assert.doesNotMatch(judged(ANSWERS[1], true), /edge of the map/)
  assert.match(edgeText(false), /down the right edge/)
  assert.match(edgeText(true), /with the post’s rows/)
  assert.doesNotMatch(edgeText(true), /right edge/)
  assert.match(farText(false), /^100,000 iterations: and still no bottom/)
  assert.doesNotMatch(farText(true), /bottom/)
})

test('alpha is a number from 0.01 to 1000', () => {
  assert.deepEqual(alphaOf('0,5'), { value: 0.5 })
  assert.deepEqual(alphaOf(' 1e3 '), { value: 1000 })
  for (const text of ['', 'x', '0', '-1', '1001', 'Infinity', '0x10', 'NaN']) assert.deepEqual(alphaOf(text), { refusal: 'alpha is a number from 0.01 to 1000.' }, text)
})

test('of a comma that may group the digits of a thousand it is asked what it means', () => {
  for (const [text, either] of [['1,000', '1 or 1000'], [' 1,500 ', '1.5 or 1500'], ['60,000', '60 or 60000']]) {
    assert.deepEqual(alphaOf(text), { refusal: `${text.trim()} may mean ${either}: type it without a comma.` })
  }
  for (const [text, value] of [['0,125', 0.125], ['1,5', 1.5], ['1,0001', 1.0001], ['1000', 1000], ['1.000', 1]]) assert.deepEqual(alphaOf(text), { value }, text)
  for (const text of ['1,000,000', '1,000.5']) assert.match(alphaOf(text).refusal, /from 0.01 to 1000/)
})

test('the ground is the run’s own only if that has two weights, other rows, and all of them here', () => {
  const run = { run: 1, inputs: [[0, 1], [1, 1]], targets: [[0], [1]], first_row: 0, rows: 2, own_data: true, broken: false, code: [] }
  const state = { run, marks: [], frame: { iteration: 0, weights: [[[1], [2]]] } }
  const groundOf = state => grounds()(state)
  assert.deepEqual(groundOf(state).table.targets, Float64Array.of(0, 1))
  assert.equal(groundOf({ ...state, run: { ...run, own_data: false } }), POSTS_GROUND)
  assert.equal(groundOf({ ...state, run: { ...run, rows: 500 } }), POSTS_GROUND)
  assert.equal(groundOf({ ...state, frame: { iteration: 0, weights: [[[1, 2], [3, 4]], [[1], [2]]] } }), POSTS_GROUND)
})

test('the same ground is given at every frame, until the rows are others', () => {
  const run = { run: 1, inputs: [[0, 1], [1, 1]], targets: [[0], [1]], first_row: 0, rows: 2, own_data: true, broken: false, code: [] }
  const frameAt = iteration => ({ iteration, weights: [[[iteration], [2]]] })
  const groundOf = grounds()
  const first = groundOf({ run, marks: [], frame: frameAt(0) })
  assert.equal(groundOf({ run, marks: [], frame: frameAt(1) }), first)
  const other = groundOf({ run: { ...run, targets: [[1], [1]] }, marks: [], frame: frameAt(1) })
  assert.deepEqual(other.table.targets, Float64Array.of(1, 1))
  assert.equal(groundOf({ run: { ...run, own_data: false }, marks: [], frame: frameAt(1) }), POSTS_GROUND)
})
