import { describe, expect, it } from 'vitest'

import type { Answers } from '#app/kernel/case/answer.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildSubmitted } from '#tests/factories/case-event.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildPerson } from '#tests/factories/person.ts'
import { typed } from '#tests/factories/play.ts'
import { buildRecord } from '#tests/factories/record.ts'

import type { Contract } from './store-contract.ts'

/** CJK extension B, Arabic with marks, an emoji of several parts, quotes, line ends, a NUL. */
const texts = ['𠮷野家𪚥', 'مُحَمَّد بن سلمان', '👩🏽‍🚒🇨🇳', `'"; DROP TABLE cases; --`, 'a\r\nb\tc', 'before\u0000after']

/** Parsed, not written: a literal's __proto__ would set the prototype. */
const strange = JSON.parse('{"__proto__": 1, "constructor": "x", "toString": null, "hasOwnProperty": true}')
const strangeAnswers: Answers = Object.fromEntries(Object.keys(strange).map((name) => [name, typed(name)]))
const ownKeys = (value: object | null | undefined) => Object.keys(value ?? {})

export const textContract: Contract = (store) => {
  it.each(texts)('keeps text as it is: %j', async (text) => {
    const answers = { [text]: typed(text) }
    const change = buildCommit({
      events: [buildSubmitted({ answers })],
      state: buildCaseState({ answers }),
      summary: buildSummary({ applicantName: text, company: text }),
      tasks: [buildQueueRow({ applicantName: text, desk: text })],
    })
    await store().commit(change)
    await store().people.put([buildPerson({ name: text, desks: [text], companies: [{ code: text, name: text }] })])
    await store().records.put([buildRecord({ subject: text, data: { [text]: text } })])
    expect((await store().cases.load('case-1'))?.answers).toEqual(answers)
    expect((await store().cases.events('case-1'))[0]).toMatchObject({ answers })
    expect((await store().cases.listOf({ person: 'x', subjects: [text] }, { limit: 1 })).rows).toEqual([change.summary])
    const filter = { desks: [text], holder: { is: 'anyone' }, service: null, task: null, light: null, now: 0 } as const
    expect((await store().desk.queue(filter, { limit: 1 })).rows).toEqual(change.tasks)
    expect(await store().people.find('p1')).toMatchObject({ name: text, desks: [text], companies: [{ code: text, name: text }] })
    expect(await store().records.read([{ register: 'people', entity: 'permit', subject: text }])).toMatchObject([{ data: { [text]: text } }])
  })

  describe('names that objects have by themselves', () => {
    it('are names like any other', async () => {
      const change = buildCommit({ events: [buildSubmitted({ answers: strangeAnswers })], state: buildCaseState({ answers: strangeAnswers }) })
      await store().commit(change)
      await store().drafts.create(buildDraft({ answers: strangeAnswers }))
      await store().records.put([buildRecord({ data: strange })])
      const [record] = await store().records.read([{ register: 'people', entity: 'permit', subject: buildRecord().subject }])
      const [event] = await store().cases.events('case-1')
      expect(ownKeys((await store().cases.load('case-1'))?.answers)).toEqual(ownKeys(strange))
      expect(ownKeys(event?.type === 'submitted' ? event.answers : null)).toEqual(ownKeys(strange))
      expect(ownKeys((await store().drafts.load('draft-1'))?.answers)).toEqual(ownKeys(strange))
      expect(JSON.stringify(record?.data)).toBe(JSON.stringify(strange))
    })

    it.each(['__proto__', 'constructor', 'hasOwnProperty'])('are ids like any other: %s', async (name) => {
      expect(await store().cases.load(name)).toBeNull()
      expect(await store().people.find(name)).toBeNull()
      await store().commit(buildCommit({ caseId: name, timers: [{ key: name, dueAt: 1 }], idempotencyKey: name }))
      expect((await store().cases.load(name))?.id).toBe(name)
      expect(await store().timers.due(1, 5, 0)).toEqual([{ caseId: name, key: name, dueAt: 1 }])
      expect(await store().commit(buildCommit({ idempotencyKey: name }))).toMatchObject({ reason: 'duplicate', caseId: name })
    })
  })
}
