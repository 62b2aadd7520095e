import { expect, test, vi } from 'vitest'

import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { buildDefinition, trialSurroundings } from '#tests/factories/definition.ts'
import { file, typed } from '#tests/factories/play.ts'
import { TrialCase } from '#tests/factories/trial-case.ts'

const OWN = '330100199001010011'
const plan = trialSurroundings.concepts['plan']!
const surroundings: Surroundings = { ...trialSurroundings, concepts: { ...trialSurroundings.concepts, plan: { ...plan, reusable: { amount: 2, unit: 'y' } } } }
const definition = buildDefinition(
  {
    data: { plan: { ask: 'file', accept: ['pdf'], seen_by: ['fire'] } },
    requires: [],
    flow: [{ task: 'fire_review', by: 'fire.reviewer', within: '4wd', outcomes: ['ok'] }, { task: 'decision', by: 'lead.head', within: '1wd', outcomes: ['ok'] }, { end: 'granted' }],
    on: {},
  },
  surroundings,
)

test('who the applicant is is looked up once, by the command that leaves something under their number', async () => {
  const one = new TrialCase(definition, surroundings)
  const find = vi.spyOn(one.env.store.people, 'find')
  await one.submit({ plan: { ...typed('f1'), file } })
  await one.on('2026-03-04').answer('fire_review', 'ok')
  expect(find).not.toHaveBeenCalled()
  await one.answer('decision', 'ok')
  expect(find.mock.calls).toEqual([['p1']])
  expect(await one.env.store.evidence.of(OWN, ['plan'], '2026-03-09')).toMatchObject([{ subject: OWN, concept: 'plan' }])
})
