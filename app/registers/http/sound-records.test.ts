import fc from 'fast-check'
import { expect, it } from 'vitest'

import { PERSON, traffic } from '#tests/faults/asked.ts'

import { WrongAnswer } from './read-failure.ts'
import { soundRecords } from './sound-records.ts'

const wanted = [
  { entity: 'offences', subject: PERSON, fields: ['points', 'place'] },
  { entity: 'offences', subject: 'another', fields: ['settled'] },
]
const record = { entity: 'offences', subject: PERSON, key: '1', data: { points: 3 }, asOf: '2026-01-01', validUntil: null }
const sound = (...records: object[]) => soundRecords(traffic, wanted, { records })

it('takes a register’s word for what is suspended or revoked, and otherwise for valid', () => {
  const told = [record, { ...record, key: '2', standing: 'suspended' }, { ...record, key: '3', standing: 'revoked' }, { ...record, key: '4', standing: 'valid' }]
  expect(sound(...told).map(({ key, standing }) => [key, standing])).toEqual([['1', 'valid'], ['4', 'valid']])
})

it('believes nothing of an answer in which a record that is not used is wrong', () => {
  expect(() => sound(record, { ...record, key: '2', standing: 'revoked', data: { points: 'x' } })).toThrow(WrongAnswer)
})

it('takes the fields of each subject for that subject alone', () => {
  expect(() => sound({ ...record, subject: 'another', data: { settled: true } })).not.toThrow()
  expect(() => sound({ ...record, data: { settled: true } })).toThrow('a field that was not asked for')
})

it('gives the newest first, and those of a day in an order of their own', () => {
  const told = [['b', '2026-01-01'], ['c', '2026-03-01'], ['a', '2026-01-01']].map(([key, asOf]) => ({ ...record, key, asOf }))
  expect(sound(...told).map(({ key }) => key)).toEqual(['c', 'a', 'b'])
})

it('gives nothing that was not asked for, whatever a register says', () => {
  const name = fc.constantFrom('points', 'place', 'settled', 'owner', 'toString')
  const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.double(), fc.array(fc.integer()))
  const told = fc.record(
    {
      entity: fc.constantFrom('offences', 'licence'),
      subject: fc.constantFrom(PERSON, 'another', 'third'),
      key: fc.string({ maxLength: 3 }),
      data: fc.dictionary(name, value, { maxKeys: 2 }),
      asOf: fc.constantFrom('2026-01-01', '2026-02-30', ''),
      validUntil: fc.constantFrom(null, '2027-01-01', 1),
    },
    { requiredKeys: ['entity', 'subject', 'data', 'key', 'asOf', 'validUntil'] },
  )
  const answers = fc.array(told, { maxLength: 2 }).map((records): unknown => ({ records }))
  const anything = fc.json().map((text): unknown => JSON.parse(text))
  const kinds: Record<string, string> = { points: 'number', place: 'string', settled: 'boolean' }
  let sounds = 0
  fc.assert(
    fc.property(fc.oneof({ weight: 5, arbitrary: answers }, { weight: 1, arbitrary: anything }), (answer) => {
      let records
      try {
        records = soundRecords(traffic, wanted, answer)
      } catch (error) {
        expect(error).toBeInstanceOf(WrongAnswer)
        return
      }
      sounds += records.length > 0 ? 1 : 0
      for (const { entity, subject, data } of records) {
        const asked = wanted.find((one) => one.entity === entity && one.subject === subject)
        expect(asked?.fields).toEqual(expect.arrayContaining(Object.keys(data)))
        for (const [field, said] of Object.entries(data)) expect([null, kinds[field]]).toContain(said === null ? null : typeof said)
      }
    }),
    { numRuns: 3000, seed: 4 },
  )
  expect(sounds).toBeGreaterThan(10)
})
