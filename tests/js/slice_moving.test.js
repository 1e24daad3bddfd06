// The ball of the slice is moved by keys and by hand, along a curve that stays while only its own weight moves.

import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'

import { cutter } from '../../static/slice/cutter.js'
import { hand } from '../../static/slice/hand.js'
import { dragged, grainOf, nudged } from '../../static/slice/moves.js'
import { onCurve } from '../../static/slice/on-curve.js'
import { replaced, sameOthers } from '../../static/slice/others.js'
import { source } from '../../static/slice/source.js'
import { speaking } from '../../static/slice/speaking.js'

const ALL = [-10, 10]
const PLACE = { synapse: 0, row: 1, column: 0 }
const OTHER = { synapse: 1, row: 0, column: 0 }
const WEIGHTS = [[[0.5, -1], [2, 0.25], [-0.75, 1.5]], [[1], [-2]]]
const XOR = { rows: 4, inputs: Float64Array.of(0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1), targets: Float64Array.of(0, 1, 1, 0) }
const near = (a, b, by) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`)

test('keys move a weight a little or by more, never beyond the axis', () => {
  assert.equal(nudged(0.123456, 'ArrowRight', false, ALL), 0.223456)
  assert.equal(nudged(0.3, 'ArrowDown', false, ALL), 0.2)
  assert.equal(nudged(0.3, 'ArrowLeft', true, ALL), -0.7)
  assert.equal(nudged(0.3, 'PageUp', false, ALL), 1.3)
  assert.equal(nudged(0.3, 'ArrowUp', false, [0, 2]), 0.31)
  assert.equal(nudged(9.97, 'ArrowRight', false, ALL), 10)
  assert.equal(nudged(3, 'Home', false, ALL), -10)
  assert.equal(nudged(3, 'End', false, ALL), 10)
  assert.equal(nudged(3, 'Enter', false, ALL), null)
  assert.equal(nudged(3, 'toString', false, ALL), null)
})

test('a hand moves it by round numbers that are finer than a pixel', () => {
  assert.equal(dragged(-0.16596, 1.23456, ALL), 1.07)
  assert.equal(dragged(3, 1e9, ALL), 10)
  assert.equal(dragged(3, -1e9, ALL), -10)
  assert.equal(dragged(0.44, 0.0123, [0.4, 0.6]), 0.4523)
  assert.deepEqual([ALL, [0, 2], [-5000, 5000]].map(grainOf), [0.01, 0.001, 1])
})

test('between its points a curve is what it would be there, and beyond it nothing', () => {
  const cut = cutter([3, 2, 1], XOR, { activation: 'sigmoid', slopeless: [], flipped: [] })
  const { places, squares } = cut.curve(WEIGHTS, PLACE, ALL)
  for (const weight of [-10, -9.87, -0.03, 1.234, 9.99, 10]) {
    const { here, slopes } = cut.at(replaced(WEIGHTS, PLACE, weight), PLACE)
    const found = onCurve(places, squares, weight)
    near(found.height, here[2], 1e-5)
    near(found.slope, slopes[1], 1e-3)
  }
  assert.ok(Number.isNaN(onCurve(places, squares, 10.1).height))
})

test('one weight is told from all others', () => {
  const moved = replaced(WEIGHTS, PLACE, 7)
  assert.equal(moved[0][1][0], 7)
  assert.equal(WEIGHTS[0][1][0], 2)
  assert.ok(sameOthers(WEIGHTS, moved, PLACE))
  assert.ok(!sameOthers(WEIGHTS, moved, OTHER))
  assert.ok(!sameOthers(WEIGHTS, [WEIGHTS[0]], PLACE))
})

/** @type {any} */
let state
let sent
/** The same, whole. */
let verbs
let frames
let takesIt

/** A page whose animation frames come when the test says so. */
function holding() {
  const lab = { state: () => state, say: sentence => sent.push(sentence), send: (verb, refused) => {
    sent.push(verb.value)
    verbs.push(verb)
    lab.refused = refused
    return takesIt
  } }
  const clock = { now: 0 }
  const ours = hand(lab, () => {}, { tick: then => frames.push(then), now: () => clock.now })
  const tick = milliseconds => {
    clock.now += milliseconds
    for (const then of frames.splice(0)) then()
  }
  return { ours, tick, lab }
}

/** What the server says. */
const heard = (value, marks = state.marks) => (state = { ...state, marks, frame: { weights: replaced(WEIGHTS, PLACE, value) } })

beforeEach(() => {
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
  sent = []
  verbs = []
  frames = []
  takesIt = true
  state = { frame: { weights: WEIGHTS }, controls: { playing: false }, marks: [] }
})

test('while it is held the ball is where the hand is, and the newest place is sent at most once a frame', () => {
  const { ours, tick } = holding()
  ours.take(PLACE, 2)
  for (const value of [2.1, 2.2, 2.3]) ours.move(value)
  assert.deepEqual(sent, [])
  tick(16)
  assert.deepEqual(sent, [2.3])
  heard(2.1)
  assert.equal(ours.valueOf(state, PLACE), 2.3)
  assert.equal(ours.valueOf(state, OTHER), null)
})

test('while the run trains it is sent less often, but its end at once', () => {
  const { ours, tick } = holding()
  state.controls = { playing: true }
  ours.take(PLACE, 2)
  for (const value of [3, 4, 5]) {
    ours.move(value)
    tick(20)
  }
  assert.deepEqual(sent, [3])
  ours.release()
  assert.deepEqual(sent, [3, 5])
})

test('let go, the ball stays until the server has the weight there', () => {
  const { ours } = holding()
  ours.take(PLACE, 2)
  ours.move(6)
  ours.release()
  heard(4)
  assert.equal(ours.valueOf(state, PLACE), 6)
  heard(6)
  assert.equal(ours.valueOf(state, PLACE), null)
  heard(7)
  assert.equal(ours.valueOf(state, PLACE), null)
})

test('of a run that trains on it is enough that the change is on the timeline', () => {
  const { ours, tick } = holding()
  state.controls = { playing: true }
  ours.set(PLACE, 6)
  heard(5.9, [{ iteration: 3 }])
  assert.equal(ours.valueOf(state, PLACE), 6) // of something else: this was not sent yet
  tick(200)
  assert.equal(ours.valueOf(state, PLACE), 6)
  heard(5.8, [{ iteration: 4 }])
  assert.equal(ours.valueOf(state, PLACE), null)
})

test('what the server does not take up is not kept', () => {
  const { ours, tick } = holding()
  ours.set(PLACE, 6)
  tick(16)
  mock.timers.tick(10_000)
  assert.equal(ours.valueOf(state, PLACE), null)
})

test('Escape puts the weight back, and a key in mid drag does nothing', () => {
  const { ours } = holding()
  ours.take(PLACE, 2)
  ours.move(8)
  ours.set(PLACE, 9)
  assert.equal(ours.valueOf(state, PLACE), 8)
  ours.putBack()
  assert.deepEqual(sent, [2])
  assert.ok(!ours.holds)
})

test('a refusal, or no connection, ends it, and is said once', () => {
  const { ours, tick, lab } = holding()
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  lab.refused({ message: 'No more.' })
  lab.refused({ message: 'No more.' })
  assert.deepEqual(sent, [8, 'No more.'])
  assert.ok(!ours.holds)
  takesIt = false
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  assert.equal(ours.valueOf(state, PLACE), null)
})

test('a refusal that comes when the ball has gone back already is said all the same', () => {
  const { ours, tick, lab } = holding()
  ours.set(PLACE, 6)
  tick(16)
  mock.timers.tick(10_000)
  lab.refused({ message: 'No more.' })
  assert.deepEqual(sent, [6, 'No more.'])
})

/** Another run comes into view, with these among the others. */
const turned = (run, more = {}) => (state = { ...state, run: { experiment: 'xor', run }, runs: [], frame: { weights: WEIGHTS, iteration: 0 }, ...more })

test('a weight names the run it is of, and all of a drag is one gesture, however long it rests', () => {
  const { ours, tick } = holding()
  turned(1)
  for (const drag of [[3, 4], [5]]) {
    ours.take(PLACE, 2)
    for (const value of drag) {
      ours.move(value)
      tick(5_000)
    }
    ours.release()
  }
  ours.set(PLACE, 6)
  tick(16)
  assert.deepEqual(verbs.map(({ value, run }) => [value, run]), [[3, 1], [4, 1], [4, 1], [5, 1], [5, 1], [6, 1]])
  const [first, second, let_go, third, , key] = verbs.map(({ gesture }) => gesture)
  assert.ok(Number.isSafeInteger(first))
  assert.deepEqual([second, let_go, key], [first, first, null])
  assert.notEqual(third, first)
})

test('that the server had turned to another run is not said: it is seen', () => {
  const { ours, tick, lab } = holding()
  turned(1)
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  turned(2)
  lab.refused({ message: 'Run 1 is not in view any more.', field: 'run' })
  assert.deepEqual(sent, [8])
  assert.equal(ours.valueOf(state, PLACE), null)
})

const BRANCH = { runs: [{ run: 1, fork: null }, { run: 2, fork: { run: 1, iteration: 5 } }], marks: [{ field: 'weights', iteration: 5 }] }
const inThePast = () => turned(1, { frame: { weights: WEIGHTS, iteration: 5 }, controls: { playing: false, reach: 9 } })

for (const [what, run] of [['that a Reset began', { experiment: 'xor', run: 2 }], ['of another experiment', { experiment: 'and', run: 1 }]]) {
  test(`what is held of one run goes into no other, such as one ${what}`, () => {
    const { ours, tick } = holding()
    turned(1)
    ours.take(PLACE, 2)
    ours.move(8)
    tick(16)
    turned(1, { run })
    ours.move(9)
    tick(16)
    ours.putBack()
    ours.release()
    assert.deepEqual(sent, [8])
    assert.equal(ours.valueOf(state, PLACE), null)
    ours.take(PLACE, 2)
    ours.move(7)
    ours.release()
    assert.deepEqual(sent, [8, 7])
  })
}

test('a value that waits to be sent is not sent into another run', () => {
  const { ours, tick } = holding()
  turned(1, { controls: { playing: true } })
  ours.set(PLACE, 3)
  tick(16)
  ours.set(PLACE, 4)
  turned(2)
  tick(200)
  assert.deepEqual(sent, [3])
})

test('in the past of a run it goes on in the branch that it has begun itself', () => {
  const { ours, tick } = holding()
  inThePast()
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  turned(2, BRANCH)
  assert.equal(ours.valueOf(state, PLACE), 8)
  ours.putBack()
  assert.deepEqual(sent, [8, 2])
})

test('a branch that something else began ends it', () => {
  const { ours, tick } = holding()
  inThePast()
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  turned(2, { ...BRANCH, marks: [{ field: 'alpha', iteration: 5 }] })
  assert.equal(ours.valueOf(state, PLACE), null)
  turned(1, { frame: { weights: WEIGHTS, iteration: 5 }, controls: { playing: false, reach: 5 } })
  ours.take(PLACE, 2)
  ours.move(8)
  tick(16)
  turned(2, BRANCH) // of a run that stood at its end: a key began it
  ours.move(9)
  assert.ok(!ours.holds)
})

test('the words of a ball in focus are not written at every frame of a run that trains', () => {
  let focused = true
  const voice = speaking(() => focused)
  const heard = found => {
    const wanted = voice.wants(found, true)
    if (wanted) voice.tell(found)
    return wanted
  }
  assert.deepEqual(['a', 'b'].map(heard), [false, false])
  voice.ask() // a key
  assert.deepEqual(['c', 'd'].map(heard), [true, false])
  focused = false
  assert.deepEqual(['d', 'd', 'e'].map(heard), [true, false, true])
  focused = true
  assert.deepEqual(['e', 'f'].map(found => voice.wants(found, false)), [false, true]) // it stands
})

const RUN = { inputs: [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], targets: [[0], [1], [1], [0]], first_row: 0, rows: 4, code: [] }
const lookedAt = (weights, run = RUN) => ({ run, frame: { weights }, controls: { alpha: 1 }, welcome: { session: 's' } })
const wanted = (weight, isHeld = false) => ({ place: PLACE, range: ALL, weight, isHeld, hurried: true })

test('what is the same as before is not computed again', () => {
  const slices = source(() => {})
  const first = slices.look(lookedAt(WEIGHTS), wanted(2))
  assert.equal(slices.look(lookedAt(WEIGHTS), wanted(2)), first)
  assert.notEqual(slices.look({ ...lookedAt(WEIGHTS), controls: { alpha: 2 } }, wanted(2)), first)
})

test('while the ball is moved the curve stays, and the ball is exactly on it', () => {
  const slices = source(() => {})
  const before = slices.look(lookedAt(WEIGHTS), wanted(2))
  const moved = slices.look(lookedAt(replaced(WEIGHTS, PLACE, 4.9)), wanted(5, true))
  assert.equal(moved.squares, before.squares)
  assert.equal(moved.here[0], 5)
  near(moved.here[2], moved.squares[moved.places.indexOf(5)], 1e-15)
  const trained = slices.look(lookedAt(replaced(WEIGHTS, OTHER, 1.1)), wanted(5, true))
  assert.notEqual(trained.squares, before.squares)
})

/** A server with a slice of whichever run. @param {import('node:test').TestContext} t @param {number} [run] */
function served(t, run) {
  const asked = []
  const places = Array.from({ length: 101 }, (_, i) => i / 5 - 10)
  const answer = { run, places, errors: places.map(x => x / 2), squares: places.map(x => x * x), here: [2, 1, 4], slopes: [0.5, 4] }
  t.mock.method(globalThis, 'fetch', async address => {
    asked.push(address)
    return { ok: true, text: async () => JSON.stringify(answer) }
  })
  return asked
}

test('of a table that the server holds too the ball follows at once, and nothing is asked for it', async t => {
  const asked = served(t)
  const slices = source(() => {})
  const big = { ...RUN, rows: 10_000 }
  assert.equal(slices.look(lookedAt(WEIGHTS, big), wanted(2)), null)
  for (let i = 0; i < 5; i++) await Promise.resolve()
  await new Promise(resolve => setImmediate(resolve))
  assert.deepEqual(slices.look(lookedAt(WEIGHTS, big), wanted(2)).here, [2, 1, 4])
  mock.timers.tick(10_000)
  const held = slices.look(lookedAt(replaced(WEIGHTS, PLACE, 3), big), wanted(3.3, true))
  near(held.here[2], 10.89, 1e-9)
  near(held.slopes[1], 6.6, 1e-9)
  near(held.next, -3.3, 1e-9)
  assert.equal(asked.length, 1)
  slices.look(lookedAt(replaced(WEIGHTS, PLACE, 3.3), big), wanted(3.3))
  assert.equal(asked.length, 2)
})

test('of another run, other rows or other rules nothing is shown until there is an answer about them', async t => {
  served(t, 1)
  const slices = source(() => {})
  const big = { ...RUN, rows: 10_000, run: 1, basis: 'a' }
  slices.look(lookedAt(WEIGHTS, big), wanted(2))
  await new Promise(resolve => setImmediate(resolve))
  assert.ok(slices.look(lookedAt(WEIGHTS, big), wanted(2)).isLawful)
  assert.equal(slices.look(lookedAt(WEIGHTS, { ...big, basis: 'b', code: [{ key: 'l2_delta', chosen: 'no-slope' }] }), wanted(2)), null)
  assert.equal(slices.look(lookedAt(WEIGHTS, { ...big, run: 2 }), wanted(2)), null)
  mock.timers.tick(10_000)
  slices.look(lookedAt(WEIGHTS, { ...big, run: 2 }), wanted(2))
  await new Promise(resolve => setImmediate(resolve))
  assert.equal(slices.look(lookedAt(WEIGHTS, { ...big, run: 2 }), wanted(2)), null) // the answer is about run 1 still
})
