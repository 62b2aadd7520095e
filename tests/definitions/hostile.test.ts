import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
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

/** How many times the work of reading and proving our largest service, which is sound, anything at all may take. */
const MOST = 20

const read = (folder: string): Catalogue => {
  const { catalogue } = readCatalogue(folder)
  if (!catalogue) throw new Error(`${folder} is not sound`)
  return catalogue
}
const known = read('tests/definitions/tree')
const ours = read('workflows')
const yardstick: Hostile = { name: 'restaurant-opening', definition: readFileSync('workflows/services/restaurant-opening/service.yaml', 'utf8') }

/** The yardstick's work once everything is warm. */
const usual = Math.min(...Array.from({ length: 20 }, yard))

test('there are more than a thousand', () => expect(Object.values(families).flat().length).toBeGreaterThan(1000))

test.each(Object.entries(families))('hostile %s: refused with a place and a sentence, or harmless, for little more work than a large service', (_family, all) => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  const measured = all.map((hostile) => {
    const { times, endured } = leastTimes(hostile)
    expect(endured.problems.filter(({ line, column, message }) => !(line >= 1 && column >= 1 && message.length > 10)), hostile.name).toEqual([])
    return { name: hostile.name, times }
  })
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  const most = measured.toSorted((a, b) => b.times - a.times).slice(0, 3)
  expect(most.filter(({ times }) => times >= MOST), `the most work: ${JSON.stringify(most)}`).toEqual([])
}, 300_000)

/** What is slow by itself is slow every time, and against a yardstick of the same moment: so the least of a few counts. */
function leastTimes(hostile: Hostile): { times: number; endured: Endured } {
  let endured: Endured = { problems: [] }
  const work = (): number => workOf(() => (endured = endure(hostile, known)))
  let times = work() / usual
  for (let run = 0; run < 10 && times >= MOST / 2; run += 1) times = Math.min(times, work() / yard())
  return { times, endured }
}

/** Microseconds of this thread on a processor: what others do on the machine is not counted. */
function workOf(act: () => unknown): number {
  const begun = process.threadCpuUsage()
  act()
  const { user, system } = process.threadCpuUsage(begun)
  return user + system
}

function yard(): number {
  return workOf(() => endure(yardstick, ours))
}
