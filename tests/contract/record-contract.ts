import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildDefinition } from '#tests/factories/definition.ts'
import { buildRecord } from '#tests/factories/record.ts'

import type { Contract } from './store-contract.ts'

const { subject } = buildRecord()
const permit = { register: 'people', entity: 'permit', subject }

export const recordContract: Contract = (store) => {
  describe('the records of a register', () => {
    it('are read for several subjects at once, newest first', async () => {
      const old = buildRecord({ key: '1', asOf: '2025-05-05' })
      const young = buildRecord({ key: '2', asOf: '2026-02-02', validUntil: '2027-02-01' })
      const company = buildRecord({ entity: 'company', subject: '91330106MA2XYZ1234', asOf: '2026-01-15' })
      const strangers = [buildRecord({ subject: '9' }), buildRecord({ register: 'land' }), buildRecord({ entity: 'person' })]
      await store().records.put([old, company, ...strangers, young])
      const wanted = [permit, { register: 'people', entity: 'company', subject: company.subject }, permit]
      expect(await store().records.read(wanted)).toEqual([young, company, old])
    })

    it('do not mix one subject with another’s entity', async () => {
      await store().records.put([buildRecord({ entity: 'company', subject: 'a' }), buildRecord({ entity: 'permit', subject: 'b' })])
      expect(await store().records.read([{ register: 'people', entity: 'permit', subject: 'a' }, { register: 'people', entity: 'company', subject: 'b' }])).toEqual([])
    })

    it('are read for several registers at once, newest first, however they stand, with the fields asked for and no others', async () => {
      const old = buildRecord({ key: '2', asOf: '2025-05-05' })
      const same = buildRecord({ key: '1', asOf: '2025-05-05' })
      const young = buildRecord({ register: 'land', entity: 'plot', asOf: '2026-02-02', data: { area: 9, street: 'Lake Road' } })
      const company = buildRecord({ entity: 'company', subject: 'a', data: { size: 1, place: null } })
      const suspended = buildRecord({ key: '3', asOf: '2024-04-04', standing: 'suspended' })
      const strangers = [buildRecord({ subject: '9' }), buildRecord({ register: 'land' }), buildRecord({ entity: 'company' }), buildRecord({ entity: 'permit', subject: 'a' })]
      await store().records.put([old, company, suspended, ...strangers, young, same])
      const lookups = [
        { ...permit, fields: ['size'] },
        { register: 'people', entity: 'company', subject: 'a', fields: ['place', 'none'] },
        { register: 'land', entity: 'plot', subject, fields: ['area'] },
      ]
      const [area, place, size] = [{ ...young, data: { area: 9 } }, { ...company, data: { place: null } }, { size: 40 }]
      expect(await store().records.read(lookups)).toEqual([area, place, ...[same, old, suspended].map((one) => ({ ...one, data: size }))])
      expect(await store().records.read(lookups.slice(0, 1))).toEqual([same, old, suspended].map((one) => ({ ...one, data: size })))
      expect(await store().records.read([])).toEqual([])
    })

    it('asked for twice are one, with all the fields of both', async () => {
      await store().records.put([buildRecord()])
      expect(await store().records.read([{ ...permit, fields: ['size'] }, { ...permit, fields: ['kind'] }])).toEqual([buildRecord()])
      expect(await store().records.read([{ ...permit, fields: ['size'] }, permit])).toEqual([buildRecord()])
    })

    it('are read for as many as are named', async () => {
      const all = Array.from({ length: 45 }, (_, i) => buildRecord({ subject: `s${i + 10}` }))
      await store().records.put(all)
      const found = await store().records.read(all.map((one) => ({ ...one, fields: ['kind', 'size'] })))
      expect(found).toEqual(all)
    })

    it('are none when nothing is asked', async () => {
      await store().records.put([buildRecord()])
      expect(await store().records.read([])).toEqual([])
    })

    it('are replaced by the same register, entity, subject and key', async () => {
      await store().records.put([buildRecord()])
      const changed = buildRecord({ data: { size: null, kind: true }, asOf: '2026-03-03' })
      await store().records.put([changed])
      expect(await store().records.read([permit])).toEqual([changed])
    })

    it('get the result of a case in its commit', async () => {
      await store().records.put([buildRecord()])
      const result = buildRecord({ data: { size: 99 } })
      await store().commit(buildCommit({ records: [result] }))
      expect(await store().records.read([permit])).toEqual([result])
    })

    it('keep a subject that is all digits as text', async () => {
      await store().records.put([buildRecord({ subject: '007', key: '01' })])
      expect(await store().records.read([{ register: 'people', entity: 'permit', subject: '007' }])).toMatchObject([{ subject: '007', key: '01' }])
      expect(await store().records.read([{ register: 'people', entity: 'permit', subject: '7' }])).toEqual([])
    })
  })

  describe('a definition', () => {
    it('is found by its hash, whatever is saved after it', async () => {
      const definition = buildDefinition()
      await store().definitions.save(definition)
      await store().definitions.save({ ...definition, version: 2 })
      expect(await store().definitions.find('trial')).toEqual(definition)
      expect(await store().definitions.find('other')).toBeNull()
    })
  })
}
