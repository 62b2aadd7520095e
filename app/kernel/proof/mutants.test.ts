import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import { plainCalendar } from '#tests/factories/definition.ts'
import { mutations } from '#tests/factories/mutants.ts'
import { randomSource, randomSurroundings, readRandom } from '#tests/factories/random-definition.ts'

import { prove } from './prove.ts'

const MUTANTS = 1000

function problemsOf(source: Record<string, unknown>): number {
  const read = readDefinition(source, randomSurroundings)
  return read.ok ? prove(read.definition, read.places, randomSurroundings, plainCalendar).problems.length : read.problems.length
}

test(`of ${MUTANTS} definitions broken at random, at least 99 in 100 are caught`, () => {
  const missed = new Map<string, number>()
  const made = new Map<string, number>()
  const sources = fc.sample(randomSource, { numRuns: MUTANTS })
  sources.forEach((source, i) => {
    const sound = { ...source, limit: '300wd' }
    const { definition, places } = readRandom(sound)
    const { worst, problems } = prove(definition, places, randomSurroundings, plainCalendar)
    expect(problems).toEqual([])
    const draw = (below: number): number => (i * 7919 + below * 31) % below
    // The first mutation, from one that differs with each definition on, that has a place in it.
    const order = mutations.map((_, k) => mutations[(i + k) % mutations.length]!)
    for (const mutation of order) {
      const mutant = mutation.apply(sound, worst, draw)
      if (!mutant) continue
      made.set(mutation.name, (made.get(mutation.name) ?? 0) + 1)
      if (problemsOf(mutant) === 0) missed.set(mutation.name, (missed.get(mutation.name) ?? 0) + 1)
      break
    }
  })
  const all = [...made.values()].reduce((sum, one) => sum + one, 0)
  const gone = [...missed.values()].reduce((sum, one) => sum + one, 0)
  expect(all).toBe(MUTANTS)
  expect(gone / all, `missed: ${[...missed].map(([name, count]) => `${name} ${count} of ${made.get(name)}`).join(', ')}`).toBeLessThanOrEqual(0.01)
  // Every kind of mutation was tried.
  expect([...mutations.map(({ name }) => name)].filter((name) => !made.has(name))).toEqual([])
}, 300_000)
