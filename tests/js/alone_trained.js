// Trains the runs that are written to it, as the file of a run does, and writes down where they end.

import { readFileSync } from 'node:fs'

import { digestOf } from '../../static/alone/digest.js'
import { runOf } from '../../static/alone/run.js'

const documents = JSON.parse(readFileSync(0, 'utf8'))
const ends = documents.map((document) => {
  const run = runOf(document)
  run.train(document.iteration, Infinity)
  const { iteration, weights } = run.known.place
  const curve = run.curve.points()
  return {
    digest: digestOf(iteration, run.known.stage.sizes, weights),
    error: String(run.known.look().error),
    curve: [curve.iterations, curve.errors.map(String)],
  }
})
process.stdout.write(JSON.stringify(ends))
