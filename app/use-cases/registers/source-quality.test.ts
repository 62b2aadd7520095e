import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Register } from '#app/kernel/definition/surroundings.ts'
import { type SourceCount, sourceCountKinds } from '#db/store.ts'

import { findingOf } from './source-finding.ts'
import { qualityOf } from './source-quality.ts'

const concept = (name: string) => ({ name, type: { type: 'phone' }, classification: 'personal' }) as const
const register: Register = {
  id: 'people', owner: 'police', refreshed: 'daily', url: null, addresses: [],
  entities: { person: { name: 'person', subject: 'person', many: false, fields: { name: concept('full_name'), phone: concept('phone'), home: concept('home_address') } } },
}

const DECLARED = ['person.name', 'person.phone', 'person.home']
const ofRegister = fc.record({ field: fc.constant(''), kind: fc.constantFrom('asked', 'no_answer', 'wrong_answer'), count: fc.integer({ min: 1, max: 50 }) })
const ofField = fc.record({ field: fc.constantFrom(...DECLARED, 'person.fax'), kind: fc.constantFrom(...sourceCountKinds.slice(3)), count: fc.integer({ min: 1, max: 50 }) })
const rows = fc.array(fc.oneof(ofRegister, ofField), { maxLength: 40 }).map((all) => all.map((one): SourceCount => ({ day: '2026-03-02', register: 'people', ...one, kind: one.kind as SourceCount['kind'] })))

test('the figures of a register are those of a naive recount', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const recount = (field: string, kind: string) => counts.filter((one) => one.field === field && one.kind === kind).map(({ count }) => count).reduce((a, b) => a + b, 0)
      const quality = qualityOf(register, counts)
      const asked = recount('', 'asked')
      expect(quality).toMatchObject({ requests: asked, noAnswer: recount('', 'no_answer'), wrongAnswer: recount('', 'wrong_answer') })
      expect(quality.answered).toBe(asked === 0 ? null : (asked - recount('', 'no_answer') - recount('', 'wrong_answer')) / asked)
      const counted = new Set(counts.map(({ field }) => field).filter(Boolean))
      expect(new Set(quality.fields.map(({ entity, field }) => `${entity}.${field}`))).toEqual(counted)
      expect(quality.unused).toBe(DECLARED.filter((path) => !counted.has(path)).length)
      for (const one of quality.fields) {
        const path = `${one.entity}.${one.field}`
        const [held, gone] = [recount(path, 'held'), recount(path, 'not_held')]
        expect(one).toMatchObject({ held, notHeld: gone, conflicts: recount(path, 'conflict'), disputes: recount(path, 'dispute'), upheld: recount(path, 'upheld'), changed: recount(path, 'changed'), refused: recount(path, 'refused') })
        expect([one.gap, one.age]).toEqual([held + gone === 0 ? null : gone / (held + gone), held === 0 ? null : recount(path, 'age_days') / held])
        expect(one.concept === null).toBe(path === 'person.fax')
      }
    }),
  )
})

const count = (kind: SourceCount['kind'], number: number, field = 'person.home'): SourceCount => ({ day: '2026-03-02', register: 'people', field, kind, count: number })
const finding = (...counts: SourceCount[]) => findingOf(qualityOf(register, counts))
const home = { entity: 'person', field: 'home', concept: 'home_address' }

test.each([
  ['nobody asked', [], { kind: 'unused' }],
  ['all is well', [count('asked', 9, ''), count('held', 9)], { kind: 'sound', of: 9 }],
  ['values are missing and nothing is wrong', [count('asked', 4, ''), count('held', 1), count('not_held', 3)], { kind: 'gap', field: home, count: 3, of: 4 }],
  ['3 of 10 are disputed, and more are missing', [count('asked', 99, ''), count('held', 10), count('dispute', 3), count('not_held', 80)], { kind: 'disputed', field: home, count: 3, of: 10 }],
  ['more are given otherwise than disputed', [count('asked', 9, ''), count('held', 10), count('dispute', 1), count('conflict', 2)], { kind: 'conflict', field: home, count: 2, of: 10 }],
  ['it is silent more often than disputed', [count('asked', 10, ''), count('no_answer', 4, ''), count('wrong_answer', 1, ''), count('held', 10), count('dispute', 3)], { kind: 'silent', count: 5, of: 10 }],
  ['what was given before the period is disputed in it', [count('dispute', 2)], { kind: 'disputed', field: home, count: 2, of: 2 }],
] as const)('the finding when %s', (_, counts, found) => expect(finding(...counts)).toEqual(found))
