import { beforeEach, describe, expect, test } from 'vitest'

import type { Answer } from '#app/kernel/case/answer.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { buildDefinition, trialSurroundings } from '#tests/factories/definition.ts'
import { asksFor, citizen, file, held, typed } from '#tests/factories/play.ts'
import { TrialCase } from '#tests/factories/trial-case.ts'

const OWN = '330100199001010011'
const plan = trialSurroundings.concepts['plan']!
const surroundings: Surroundings = { ...trialSurroundings, concepts: { ...trialSurroundings.concepts, plan: { ...plan, reusable: { amount: 2, unit: 'y' } } } }

const source = {
  data: { name: { from: 'people.person.name' }, kind: { ask: 'choice', of: ['small', 'large'] }, plan: { ask: 'file', accept: ['pdf'], seen_by: ['fire'] } },
  requires: [],
  flow: [
    {
      stage: 'examine',
      returns: { to: 'applicant', merge: true, max: 1, within: '10wd', clock: 'stopped', else: 'lapsed' },
      do: [{ task: 'fire_review', by: 'fire.reviewer', within: '4wd', outcomes: ['ok', 'object', 'return'], reasons: { return: ['unreadable'] } }],
    },
    { task: 'decision', by: 'lead.head', within: '1wd', outcomes: ['approve', 'refuse'] },
    { choose: [{ when: 'decision = "approve"', do: [{ end: 'granted' }] }, { else: null, do: [{ end: 'refused' }] }] },
  ],
  on: { appeal: { by: 'applicant', after: ['granted', 'refused'], within: '60d', do: [{ task: 'again', by: 'lead.clerk', within: '5wd', outcomes: ['overturned'] }, { end: 'granted' }] } },
}
const definition = buildDefinition(source, surroundings)
const upload = (id: string): Answer => ({ ...typed(id), file: { ...file, id } })
const answers = { name: held('name', 'Li Na'), kind: typed('large'), plan: upload('f1') }

let one: TrialCase
beforeEach(async () => {
  one = await new TrialCase(definition, surroundings).submit(answers)
})

const evidence = (subject = OWN, today = '2026-03-09', trial = one) => trial.env.store.evidence.of(subject, ['plan'], today)

describe('a document of a granted case', () => {
  test('can be used again for as long as the dictionary says, from the day of the look', async () => {
    await one.on('2026-03-04').answer('fire_review', 'ok')
    await one.on('2026-03-06').answer('decision', 'approve')
    expect(await evidence()).toMatchObject([{ subject: OWN, concept: 'plan', file: { id: 'f1' }, checkedBy: 'fire', ref: 'C1', checkedOn: '2026-03-04', validUntil: '2028-03-04' }])
    expect([await evidence(OWN, '2028-03-04'), await evidence(OWN, '2028-03-05')]).toMatchObject([[{ ref: 'C1' }], []])
  })

  test('lives for days where the dictionary says days', async () => {
    const short = new TrialCase(definition, { ...surroundings, concepts: { ...surroundings.concepts, plan: { ...plan, reusable: { amount: 90, unit: 'd' } } } })
    await short.submit(answers)
    await short.answer('fire_review', 'ok')
    await short.answer('decision', 'approve')
    expect(await evidence(OWN, '2026-03-09', short)).toMatchObject([{ checkedOn: '2026-03-02', validUntil: '2026-05-31' }])
  })

  test('counts in the form that was seen last, after a return', async () => {
    await one.answer('fire_review', 'return', asksFor('plan', 'unreadable'))
    await one.on('2026-03-05').give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: upload('f2') } })
    await one.on('2026-03-06').answer('fire_review', 'ok')
    await one.answer('decision', 'approve')
    expect(await evidence()).toMatchObject([{ file: { id: 'f2' }, checkedOn: '2026-03-06' }])
  })

  test('is not evidence if the desk that saw it objected', async () => {
    await one.answer('fire_review', 'object')
    await one.answer('decision', 'approve')
    expect(await evidence()).toEqual([])
  })

  test('is not evidence of a refused case, but of the one granted after an appeal', async () => {
    await one.answer('fire_review', 'ok')
    await one.answer('decision', 'refuse')
    expect(await evidence()).toEqual([])
    await one.give(citizen, { type: 'appeal', text: 'look again' })
    await one.answer('again', 'overturned')
    expect(await evidence()).toMatchObject([{ file: { id: 'f1' } }])
  })

  test('is told once, however often the case is granted', async () => {
    await one.answer('fire_review', 'ok')
    await one.answer('decision', 'approve')
    await one.give(citizen, { type: 'appeal', text: 'for longer' })
    await one.answer('again', 'overturned')
    expect((await one.state()).end).toBe('granted')
    expect(await evidence()).toHaveLength(1)
  })

  test('is told of each case that is granted', async () => {
    await one.answer('fire_review', 'ok')
    await one.answer('decision', 'approve')
    const other = await new TrialCase(definition, surroundings, 'c2', one.env).on('2026-03-05').submit({ ...answers, plan: upload('f3') })
    await other.answer('fire_review', 'ok')
    await other.answer('decision', 'approve')
    expect((await evidence()).map(({ ref, file: { id } }) => [ref, id])).toEqual([['C2', 'f3'], ['C1', 'f1']])
  })

  test('belongs to the one the applicant acts for', async () => {
    const other = await new TrialCase(definition, surroundings).submit(answers, { behalf: { kind: 'person', subject: '330100201701010017', name: 'Li An', mandate: 'm1' } })
    await other.answer('fire_review', 'ok')
    await other.answer('decision', 'approve')
    expect([await evidence(OWN, '2026-03-09', other), await evidence('330100201701010017', '2026-03-09', other)]).toMatchObject([[], [{ ref: 'C1' }]])
  })

  test('belongs to the company in a service for businesses', async () => {
    const other = await new TrialCase(buildDefinition({ ...source, for: 'business' }, surroundings), surroundings).submit(answers, { company: '91330100MA00000W1X', companyName: 'Willow Tea' })
    await other.answer('fire_review', 'ok')
    await other.answer('decision', 'approve')
    expect([await evidence(OWN, '2026-03-09', other), await evidence('91330100MA00000W1X', '2026-03-09', other)]).toMatchObject([[], [{ ref: 'C1' }]])
  })

  test.each(['record', 'promised'] as const)('that came as %s is none', async (came) => {
    const allowed = buildDefinition({ ...source, data: { ...source.data, plan: { ...source.data.plan, promisable: 'fire_review' } } }, surroundings)
    const other = await new TrialCase(allowed, surroundings).submit({ ...answers, plan: { ...upload('f1'), source: came, ...(came === 'promised' ? { value: null, file: null } : {}) } })
    await other.answer('fire_review', 'ok')
    await other.answer('decision', 'approve')
    expect([(await other.state()).end, await evidence(OWN, '2026-03-09', other)]).toEqual(['granted', []])
  })
})

test('a document that the dictionary does not call reusable is none', async () => {
  const other = await new TrialCase(definition).submit(answers)
  await other.answer('fire_review', 'ok')
  await other.answer('decision', 'approve')
  expect(await evidence(OWN, '2026-03-09', other)).toEqual([])
})
