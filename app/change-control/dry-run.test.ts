import { describe, expect, test } from 'vitest'

import type { CaseState } from '#app/kernel/case/case-state.ts'
import { buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'
import { asksFor, because, citizen, Play } from '#tests/factories/play.ts'

import { dryRun } from './dry-run.ts'
import { emptyTally, withRun } from './dry-run-tally.ts'

type Anything = any // eslint-disable-line @typescript-eslint/no-explicit-any -- versions differ in any part

/** The trial service with one thing changed. */
function version(change: (source: Anything) => void) {
  const source = structuredClone(trialSource) as Anything
  change(source)
  return buildDefinition(source)
}

const before = buildDefinition()
const reviewed = () => new Play().submit().answer('anna', 'acceptance', 'accept').answer('fo', 'food_review', 'ok').answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
const decided = (outcome: string) =>
  reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector').answer('fii', 'visit', 'pass', {}, 'fire.inspector').answer('head', 'decision', outcome, { reasons: outcome === 'refuse' ? because('unsafe') : [] })
const granted = (): CaseState => decided('approve').give(citizen, { type: 'pay', wait: 'fee', amount: 500, reference: 'x' }).state!
const refused = (): CaseState => decided('refuse').state!
const run = (change: (source: Anything) => void, state = granted()) => dryRun(before, version(change), state, plainCalendar)

describe('a case that has ended, by another version', () => {
  test('goes the same way where nothing of its way has changed', () => {
    expect(run((source) => (source.promise = '15wd'))).toEqual({ ref: 'R1', way: 'same', refused: [], asked: [], skipped: [], met: [], ends: { before: 'granted', after: 'granted' } })
  })

  test('goes the same way when a step is moved', () => {
    expect(run((source) => source.flow.splice(1, 2, source.flow[2], source.flow[1])).way).toBe('same')
  })

  test('is spared a step that fell away, or whose condition no longer holds', () => {
    expect(run((source) => source.flow.splice(1, 1))).toMatchObject({ way: 'otherwise', skipped: ['visit'], ends: { after: 'granted' } })
    expect(run((source) => (source.flow[1].when = 'size > 100'))).toMatchObject({ way: 'otherwise', skipped: ['visit'] })
  })

  test('stops at a step it never did', () => {
    const added = run((source) => source.flow.splice(1, 0, { task: 'hearing', by: 'lead.clerk', within: '1wd', outcomes: ['held'] }))
    expect(added).toMatchObject({ way: 'unknown', met: ['hearing'], skipped: [], ends: { before: 'granted', after: null } })
  })

  test('is refused where it does not meet a requirement', () => {
    expect(run((source) => source.requires.push({ when: 'size < 50', reason: 'too_large' }))).toMatchObject({ way: 'refused', refused: ['too_large'] })
  })

  test('is asked for more, and for what no longer fits', () => {
    expect(run((source) => (source.data.why = { ask: 'text', concept: 'remark' }))).toMatchObject({ way: 'same', asked: ['why'] })
    expect(run((source) => (source.data.size.range = [1, 50]))).toMatchObject({ asked: ['size'] })
  })

  test('ends otherwise where the choice is another', () => {
    expect(run((source) => (source.flow[4].choose[0].when = 'decision = "approve" or size > 50'), refused())).toMatchObject({ way: 'unknown', met: ['fee'] })
    expect(run((source) => (source.flow[4].choose[1].do[1].end = 'lapsed'), refused())).toMatchObject({ way: 'otherwise', ends: { before: 'refused', after: 'lapsed' } })
  })

  test('that was withdrawn or lapsed goes as far as it went', () => {
    const withdrawn = reviewed().give(citizen, { type: 'withdraw', note: '' }).state!
    expect(run((source) => (source.promise = '15wd'), withdrawn)).toMatchObject({ way: 'same', ends: { before: null, after: null } })
    const sent = new Play().submit().answer('anna', 'acceptance', 'return', asksFor('plan', 'incomplete'))
    expect(run(() => {}, sent.on('2026-03-19').expire('return:examine:1').state!).way).toBe('same')
    expect(run(() => {}, decided('approve').on('2026-03-17').expire('wait:fee').state!)).toMatchObject({ way: 'same', ends: { before: 'lapsed' } })
  })
})

test('of many cases refs are named up to 20, all are counted', () => {
  const one = run((source) => source.flow.splice(1, 1))
  const tally = Array.from({ length: 30 }, (_, i) => ({ ...one, ref: `R${i}` })).reduce(withRun, emptyTally)
  expect(tally).toMatchObject({ cases: 30, found: { otherwise: { cases: 30 }, skipped: { cases: 30 }, same: { cases: 0, refs: [] } }, steps: { 'skipped visit': 30 } })
  expect(tally.found.skipped.refs).toHaveLength(20)
})
