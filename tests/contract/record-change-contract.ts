import { describe, expect, it } from 'vitest'

import { buildCertificate } from '#tests/factories/certificate.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildRecord } from '#tests/factories/record.ts'

import type { Contract } from './store-contract.ts'

const { subject } = buildRecord()
const where = { register: 'people', entity: 'permit', subject }
const read = (store: Parameters<Contract>[0]) => store().records.read([{ register: 'people', entity: 'permit', subject }])

export const recordChangeContract: Contract = (store) => {
  describe('a commit', () => {
    it('changes the standing of the record that a certificate made, and of no later one in its place', async () => {
      await store().records.put([buildRecord({ key: '1', data: { certificate_number: 'N-1' } }), buildRecord({ key: '2', data: { certificate_number: 'N-2' } })])
      await store().commit(buildCommit({ standings: [{ ...where, number: 'N-1', standing: 'suspended' }, { ...where, subject: 'other', number: 'N-2', standing: 'revoked' }] }))
      expect((await read(store)).map(({ key, standing }) => [key, standing])).toEqual([['1', 'suspended'], ['2', 'valid']])
    })

    it.each([['text', '“new”\n\'; --'], ['number', 5], ['yes', true], ['nothing', null]])('puts a value right, and leaves the others: %s', async (_kind, value) => {
      await store().records.put([buildRecord({ data: { kind: 'small', size: 40 } }), buildRecord({ key: '2' })])
      await store().commit(buildCommit({ amendments: [{ ...where, key: '1', field: 'kind', value, asOf: '2026-05-05' }, { ...where, key: 'none', field: 'kind', value, asOf: '2026-05-05' }] }))
      const [changed, other] = await read(store)
      expect(changed).toEqual(buildRecord({ data: { kind: value, size: 40 }, asOf: '2026-05-05' }))
      expect(other).toEqual(buildRecord({ key: '2' }))
    })

    it('suspends a certificate and lets it hold again', async () => {
      await store().commit(buildCommit({ certificates: [buildCertificate()] }))
      await store().commit(buildCommit({ expectedVersion: 1, suspended: [{ code: 'code-1', on: '2026-04-01' }] }))
      expect((await store().cases.certificate('code-1'))?.suspendedOn).toBe('2026-04-01')
      await store().commit(buildCommit({ expectedVersion: 2, suspended: [{ code: 'code-1', on: null }] }))
      expect((await store().cases.certificate('code-1'))?.suspendedOn).toBeNull()
    })

    it('is found by its key', async () => {
      await store().commit(buildCommit({ idempotencyKey: 'key-1' }))
      expect([await store().cases.refByKey('key-1'), await store().cases.refByKey('key-2')]).toEqual(['REF-case-1', null])
    })
  })

  describe('certificates that run out', () => {
    it('are those of a person and of companies, in force, soonest first', async () => {
      const one = (code: string, validUntil: string | null, more = {}) => buildCertificate({ code, validUntil, ...more })
      const certificates = [one('late', '2027-01-01'), one('soon', '2026-06-01'), one('firm', '2026-07-01', { person: 'p9', company: 'co1' }), one('gone', '2026-01-01'), one('never', null), one('taken', '2026-06-15', { revokedOn: '2026-02-02' }), one('other', '2026-06-20', { person: 'p2' })]
      await store().commit(buildCommit({ certificates }))
      const found = await store().cases.runningOut({ person: 'p1', companies: ['co1', 'co1', 'co2'] }, '2026-03-01', '2026-12-31')
      expect(found.map(({ code }) => code)).toEqual(['soon', 'firm'])
      expect(found[0]).toEqual(certificates[1])
    })
  })

  describe('waits for records', () => {
    it('are to be looked at at once, and then again when it is time', async () => {
      const exam = { wait: 'exam', register: 'health', entity: 'exam', subject: 's' }
      await store().commit(buildCommit({ awaits: [exam, { ...exam, wait: 'other' }] }))
      expect(await store().cases.awaitsToLook(5, 10, 0)).toEqual([{ caseId: 'case-1', ...exam }, { caseId: 'case-1', ...exam, wait: 'other' }])
      await store().cases.lookedFor('case-1', 'exam', 100)
      expect((await store().cases.awaitsToLook(99, 10, 0)).map(({ wait }) => wait)).toEqual(['other'])
      expect((await store().cases.awaitsToLook(100, 10, 0)).map(({ wait }) => wait)).toEqual(['other', 'exam'])
      expect(await store().cases.awaitsToLook(100, 1, 0)).toHaveLength(1)
      const taken = await Promise.all([1, 2, 3].map(() => store().cases.awaitsToLook(100, 1, 50)))
      expect(taken.flat().map(({ wait }) => wait).sort()).toEqual(['exam', 'other'])
      expect(await store().cases.awaitsToLook(149, 10, 50)).toEqual([])
      expect(await store().cases.awaitsToLook(150, 10, 50)).toHaveLength(2)
    })
  })
}
