// The server is asked for a slice one at a time, and not so often that it would do little else.

import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'

import { asking } from '../../static/slice/asking.js'

const PLACE = { synapse: 0, row: 0, column: 0 }
const wanted = (moment, range = [-10, 10]) => ({ session: 's', place: PLACE, range, moment })
const settled = () => new Promise(resolve => setImmediate(resolve))

/** @type {{asked: string[], answer: (what: unknown) => void, fail: () => void}} */
let server
let changes = 0
let slices

beforeEach(() => {
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
  changes = 0
  server = { asked: [] }
  slices = asking(() => changes++, ({ moment }) => {
    server.asked.push(moment)
    return new Promise((resolve, reject) => {
      server.answer = () => resolve({ moment })
      server.fail = () => reject(new Error('away'))
    })
  })
})

test('while one answer is on its way nothing else is asked', () => {
  slices.get(wanted('1'))
  slices.get(wanted('2'))
  assert.deepEqual(server.asked, ['1'])
})

test('after it the newest is asked for, once there was a pause', async () => {
  slices.get(wanted('1'))
  server.answer()
  await settled()
  assert.equal(slices.get(wanted('3')).moment, '1')
  assert.deepEqual(server.asked, ['1'])
  mock.timers.tick(10_000)
  slices.get(wanted('4'))
  assert.deepEqual(server.asked, ['1', '4'])
})

test('what is known is not asked for again', async () => {
  slices.get(wanted('1'))
  server.answer()
  await settled()
  mock.timers.tick(10_000)
  assert.equal(slices.get(wanted('1')).moment, '1')
  assert.deepEqual(server.asked, ['1'])
})

test('the old range is shown until there is the new one, but never another weight', async () => {
  slices.get(wanted('1'))
  server.answer()
  await settled()
  assert.equal(slices.get(wanted('1', [-1, 1])).moment, '1')
  mock.timers.tick(10_000)
  slices.get(wanted('1', [-1, 1]))
  assert.equal(server.asked.length, 2)
  assert.equal(slices.get({ ...wanted('1'), place: { ...PLACE, row: 1 } }), null)
})

test('a question that failed is asked again, later', async () => {
  slices.get(wanted('1'))
  server.fail()
  await settled()
  slices.get(wanted('1'))
  assert.equal(server.asked.length, 1)
  mock.timers.tick(10_000)
  assert.ok(changes > 0)
  assert.equal(slices.get(wanted('1')), null)
  assert.equal(server.asked.length, 2)
})
