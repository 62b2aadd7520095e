import { expect, test } from 'vitest'

import { buildDefinition, trialSource, trialSurroundings } from '#tests/factories/definition.ts'

import { type Changes, type DefinitionDiff, diffDefinitions } from './diff-definitions.ts'
import { emptyTally } from './dry-run-tally.ts'
import { fourReductions } from './four-reductions.ts'
import { printDiff } from './print-diff.ts'

type Anything = any // eslint-disable-line @typescript-eslint/no-explicit-any -- versions differ in any part

const before = buildDefinition()
function version(change: (source: Anything) => void) {
  const source = structuredClone(trialSource) as Anything
  change(source)
  return buildDefinition({ ...source, version: 2 })
}

const changed = (diff: DefinitionDiff): [string, Changes][] => Object.entries(diff).filter(([, { added, removed, changed: other }]) => added.length + removed.length + other.length > 0)
const differing = (change: (source: Anything) => void) => Object.fromEntries(changed(diffDefinitions(before, version(change), trialSurroundings)))

test('two versions that say the same differ in nothing', () => expect(differing(() => {})).toEqual({}))

test('data, steps, desks, times and texts are told by name', () => {
  const diff = differing((source) => {
    delete source.data.sign
    source.data.size.range = [1, 300]
    source.promise = '15wd'
    source.flow[3].by = 'lead.clerk'
    source.flow.splice(3, 0, { task: 'hearing', by: 'lead.clerk', within: '2wd', outcomes: ['held'] })
  })
  expect(diff.data).toEqual({ added: [], removed: ['sign'], changed: [{ name: 'size', before: 'asked, whole number 1 to 500, concept size', after: 'asked, whole number 1 to 300, concept size' }] })
  expect(diff.steps?.added).toEqual(['hearing'])
  expect(diff.desks).toEqual({ added: ['hearing'], removed: [], changed: [{ name: 'decision', before: 'lead.head', after: 'lead.clerk' }] })
  expect(diff.times).toMatchObject({ added: ['hearing'], changed: [{ name: 'promise', before: '20wd', after: '15wd' }] })
  expect(diff.texts).toEqual({ added: ['steps.hearing', 'outcomes.hearing.held'], removed: ['concepts: remark.label'], changed: [] })
})

test('the four reductions are counted, and printed beside each other', () => {
  const worst = { trips: 0, siteVisits: 1, returns: 1, workingDays: 12 }
  const after = version((source) => source.flow.splice(1, 1))
  const reductions = { before: fourReductions(before, worst), after: fourReductions(after, { ...worst, workingDays: 7 }) }
  expect(reductions.before).toEqual({ promisedDays: 20, worstDays: 12, files: 1, questions: 3, longestWay: 4, tasks: 5, trips: 0 })
  const lines = printDiff({ service: 'trial', versions: { before: 1, after: 2 }, reductions, changes: diffDefinitions(before, after, trialSurroundings), pastCases: emptyTally })
  expect(lines).toContain('steps      4 tasks on the longest way, 5 in all  →  3 tasks on the longest way, 4 in all')
  expect(lines).toContain('trips      0 at worst (as before)')
  expect(lines).toContain('No case has ended by version 1 yet, so there is nothing to try.')
})
