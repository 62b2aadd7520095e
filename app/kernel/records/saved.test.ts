import { expect, it } from 'vitest'

import { held, typed } from '#tests/factories/play.ts'

import { savedBy } from './saved.ts'

const registers = { people: { owner: 'police' }, land: { owner: 'land_office' } }
const of = (name: string, register: string, key: string) => {
  const answer = held(name, 'x')
  return { ...answer, envelope: { ...answer.envelope!, register, key } }
}

it('counts each value once, each record once, and each office once with the lead’s counter', () => {
  const answers = { name: of('name', 'people', '1'), born: of('born', 'people', '1'), unit: of('unit', 'land', '7'), other: of('other', 'land', '8'), seats: typed(60) }
  expect(savedBy({ lead: 'market' }, answers, registers)).toEqual({ fields: 4, documents: 3, trips: 3 })
  expect(savedBy({ lead: 'police' }, answers, registers)).toEqual({ fields: 4, documents: 3, trips: 2 })
})

it('does not count what the applicant changed, but still the trip to hand in', () => {
  const edited = { ...of('name', 'people', '1'), source: 'applicant' as const }
  expect(savedBy({ lead: 'market' }, { name: edited }, registers)).toEqual({ fields: 0, documents: 0, trips: 1 })
})
