import { expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'

import { conditions } from './hostile/conditions.ts'
import { damaged } from './hostile/damaged.ts'
import { type Endured, endure } from './hostile/endure.ts'
import type { Hostile } from './hostile/hostile.ts'
import { names } from './hostile/names.ts'
import { numbers } from './hostile/numbers.ts'
import { proofs } from './hostile/proofs.ts'
import { wide } from './hostile/wide.ts'
import { yaml } from './hostile/yaml.ts'

const families: Readonly<Record<string, readonly Hostile[]>> = { yaml, names, numbers, conditions, wide, proofs, damaged }

/** Milliseconds in which anything at all must be refused or read. */
const MOST_MS = 100

const { catalogue } = readCatalogue('tests/definitions/tree')
if (!catalogue) throw new Error('the tree is not sound')
const known = catalogue

test('there are more than a thousand', () => expect(Object.values(families).flat().length).toBeGreaterThan(1000))

test.each(Object.entries(families))('hostile %s: refused with a place and a sentence, or harmless, each within 100 ms', (_family, all) => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  const [first] = all
  if (first) endure(first, known)
  const timed = all.map((hostile) => {
    const { ms, endured } = leastTime(hostile)
    expect(endured.problems.filter(({ line, column, message }) => !(line >= 1 && column >= 1 && message.length > 10)), hostile.name).toEqual([])
    return { name: hostile.name, ms: Math.round(ms) }
  })
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  const slowest = timed.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
  expect(slowest.filter(({ ms }) => ms >= MOST_MS), `the slowest: ${JSON.stringify(slowest)}`).toEqual([])
})

/**
 * What is slow by itself is slow every time; and on a machine that is busy elsewhere the time on the clock is more than
 * the work: then the processor's own count, of all threads, says how long it took.
 */
function leastTime(hostile: Hostile): { ms: number; endured: Endured } {
  let ms = Infinity
  let endured: Endured = { problems: [] }
  for (let run = 0; run < 20 && ms >= MOST_MS; run += 1) {
    const [begun, worked] = [performance.now(), process.cpuUsage()]
    endured = endure(hostile, known)
    const { user, system } = process.cpuUsage(worked)
    ms = Math.min(ms, performance.now() - begun, (user + system) / 1000)
  }
  return { ms, endured }
}
