// The error along one weight is the engine's, and what is said of it is so.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { cutter } from '../../static/slice/cutter.js'
import { dipsOf } from '../../static/slice/dips.js'
import { acrossOf, ticksOf, upOf } from '../../static/slice/range.js'
import { lawful, rulesOf, sizesOf, tableOf } from '../../static/slice/rules.js'
import { ballText, heightText, minimaText, stepText } from '../../static/slice/words.js'

const { initial } = JSON.parse(readFileSync(new URL('../bits.json', import.meta.url), 'utf8'))
const golden = JSON.parse(readFileSync(new URL('../slices.json', import.meta.url), 'utf8'))
const XOR = { rows: 4, inputs: Float64Array.of(0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1), targets: Float64Array.of(0, 1, 1, 0) }
const LAWFUL = { activation: 'sigmoid', slopeless: [], flipped: [] }
const WEIGHTS = [[0, 1, 2].map(i => initial.slice(4 * i, 4 * i + 4)), initial.slice(12, 16).map(w => [w])]
const everyWeight = WEIGHTS.flatMap((matrix, synapse) => matrix.flatMap((row, i) => row.map((_, column) => ({ synapse, row: i, column }))))
const near = (a, b, by) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`)

test('the mean error along a weight is what engine.error_slice says', () => {
  for (const { sizes, inputs, targets, weights, index, place, range, errors, squares } of golden) {
    const table = { rows: targets.length, inputs: Float64Array.from(inputs.flat()), targets: Float64Array.from(targets.flat()) }
    const found = cutter(sizes, table, LAWFUL).cut(weights, place, range)
    assert.equal(weights.flat(2)[index], found.here[0])
    assert.equal(found.errors.length, 101)
    errors.forEach((error, i) => near(found.errors[10 * i], error, 1e-14))
    squares.forEach((square, i) => near(found.squares[10 * i], square, 1e-14))
  }
})

test('the step is −alpha times the slope of half the squared error, for every weight', () => {
  const cut = cutter([3, 4, 1], XOR, LAWFUL)
  for (const place of everyWeight) {
    const { here, slopes } = cut.cut(WEIGHTS, place, [-10, 10])
    near(cut.next(WEIGHTS, place, 10), here[0] - 10 * slopes[1], 1e-14)
  }
})

test('both slopes are those of the curves', () => {
  const cut = cutter([3, 4, 1], XOR, LAWFUL)
  for (const place of everyWeight) {
    const weight = WEIGHTS[place.synapse][place.row][place.column]
    const { errors, squares, slopes } = cut.cut(WEIGHTS, place, [weight - 1e-4, weight + 1e-4])
    const rise = heights => (heights.at(-1) - heights[0]) / 2e-4
    near(slopes[0], rise(errors), 1e-8)
    near(slopes[1], rise(squares), 1e-8)
  }
})

test('along the 16 weights that XOR begins with, the squared error has one minimum or none', () => {
  const cut = cutter([3, 4, 1], XOR, LAWFUL)
  const counts = everyWeight.map(place => {
    const { places, squares } = cut.cut(WEIGHTS, place, [-10, 10])
    return dipsOf(places, squares).length
  })
  assert.deepEqual([...new Set(counts)].sort(), [0, 1])
})

test('a step instead of the sigmoid has no slope, and the weight stays', () => {
  const cut = cutter([3, 4, 1], XOR, { ...LAWFUL, activation: 'step' })
  const { slopes, here } = cut.cut(WEIGHTS, everyWeight[5], [-10, 10])
  assert.deepEqual(slopes, [0, 0])
  assert.equal(cut.next(WEIGHTS, everyWeight[5], 1000), here[0])
})

test('minima are counted and placed between the points', () => {
  const places = Array.from({ length: 101 }, (_, i) => i / 5 - 10)
  const [dip] = dipsOf(places, places.map(x => (x - 1.234) ** 2))
  near(dip.at, 1.234, 1e-9)
  assert.equal(dipsOf(places, places.map(x => Math.cos(x))).length, 4)
  assert.deepEqual(dipsOf(places, places.map(x => 1 / (1 + Math.exp(-x)))), [])
  assert.deepEqual(dipsOf(places, places.map(() => 0.5)), [])
  assert.deepEqual(dipsOf(places, places.map(() => NaN)), [])
})

test('ripples too shallow to see are not counted', () => {
  const places = Array.from({ length: 401 }, (_, i) => i / 20 - 10)
  assert.equal(dipsOf(places, places.map(x => x * x + 1e-3 * Math.cos(40 * x))).length, 1)
})

test('what is said names every minimum, or the lower end', () => {
  assert.equal(minimaText([{ at: 1.234 }], [1, 0, 1], [-10, 10]), 'This slice has 1 minimum between −10 and 10, at 1.23.')
  assert.equal(minimaText([{ at: -5.8 }, { at: 0.93 }], [1, 0, 1], [-10, 10]), 'This slice has 2 minima between −10 and 10, at −5.80 and 0.93.')
  assert.match(minimaText([], [0, 0.5, 1], [-10, 10]), /lowest at its left end/)
  assert.match(minimaText([], [1, 1, 1], [-10, 10]), /flat/)
  assert.match(minimaText([], [NaN, NaN], [-10, 10]), /no height/)
})

test('of the mean error it is said that training follows another slope', () => {
  assert.match(stepText('errors', true, 0.1, 0.2), /uphill/)
  assert.doesNotMatch(stepText('errors', true, 0.1, -0.2), /uphill/)
  assert.match(stepText('squares', false, 0.1, 0.2), /switched/)
  assert.match(stepText('squares', false, 0.1, NaN), /switched/)
  assert.match(stepText('squares', true, NaN, NaN), /no numbers/)
})

test('the axis of weights goes from −10 to 10, or as far as the ball is', () => {
  assert.deepEqual(acrossOf(null, 3, 'all'), [-10, 10])
  assert.deepEqual(acrossOf(null, -14, 'all'), [-20, 20])
  assert.ok(acrossOf(null, NaN, 'near').every(Number.isFinite))
})

test('far from 0 the axis grows when the ball leaves it, and not before', () => {
  const far = acrossOf(acrossOf(null, 14, 'all'), 20, 'all')
  assert.deepEqual(far, [-20, 20])
  assert.deepEqual(acrossOf(far, 20.5, 'all'), [-50, 50])
  assert.deepEqual(acrossOf(far, 9, 'all'), [-10, 10])
})

test('a close view stands still until the ball nears its edge', () => {
  const first = acrossOf(null, 0.44, 'near')
  assert.equal(acrossOf(first, 0.9, 'near'), first)
  const later = acrossOf(first, 1.3, 'near')
  assert.notEqual(later, first)
  assert.ok(later[0] < 1.3 && later[1] > 1.3)
  assert.deepEqual(acrossOf(null, 0.8, 'near'), [-0.2, 1.8])
})

test('the axis of errors holds the whole curve, and stays while it fits', () => {
  const first = upOf(null, [0.2, 0.7])
  assert.ok(first[0] <= 0.2 && first[1] >= 0.7)
  assert.equal(upOf(first, [0.25, 0.65]), first)
  assert.notEqual(upOf(first, [0.25, 0.26]), first)
  assert.deepEqual(upOf(first, [NaN]), first)
})

test('labels tell apart what they stand at', () => {
  assert.deepEqual(ticksOf([-10, 10]).map(({ text }) => text), ['−10', '−5', '0', '5', '10'])
  const texts = ticksOf([0.4963, 0.4965]).map(({ text }) => text)
  assert.equal(new Set(texts).size, texts.length)
})

test('a flat curve has labels as well, and they are short', () => {
  for (const heights of [[250, 250], [250, 250.0000001], [0, 0], [1e-6, 1.00001e-6], [1e-13, 1e-13], [0, 3e-9], [0.4851, 0.4851001]]) {
    const texts = ticksOf(upOf(null, heights)).map(({ text }) => text)
    assert.ok(texts.length > 1)
    assert.equal(new Set(texts).size, texts.length, texts.join())
    assert.ok(texts.every(text => text.length <= 9), texts.join())
  }
})

test('an error is told as exactly as its axis', () => {
  assert.equal(heightText(0.4851023), '0.485102')
  assert.equal(heightText(123.45678), '123.457')
  assert.equal(heightText(2.5e-7), '2.50 × 10⁻⁷')
})

test('the ball of a slider says weight, error and slope', () => {
  assert.equal(ballText('squares', -0.166, [-10, 10], 0.4951873, 0.00104), '−0.17: ½ Σ error² 0.495187, slope +0.0010')
})

const line = (key, chosen) => ({ key, chosen, text: '', task: 'loop', choices: [] })

test('the rules are read off the program', () => {
  const code = [line('sigmoid', 'step'), line('l2_delta', 'no-slope'), line('l1_delta', 'slope'), line('syn1_update', 'minus'), line('X', 'no-ones')]
  assert.deepEqual(rulesOf(code), { activation: 'step', slopeless: [2], flipped: [1] })
  assert.ok(lawful(rulesOf([line('sigmoid', 'sigmoid'), line('l1_delta', 'slope'), line('syn0', 'zeros')])))
})

test('without all rows there is no table', () => {
  const run = { inputs: [[0], [1]], targets: [[0], [1]], first_row: 0, rows: 2 }
  assert.deepEqual(tableOf(run).targets, Float64Array.of(0, 1))
  assert.equal(tableOf({ ...run, rows: 3 }), null)
  assert.deepEqual(sizesOf([[[1, 2], [3, 4], [5, 6]], [[1], [2]]]), [3, 2, 1])
})
