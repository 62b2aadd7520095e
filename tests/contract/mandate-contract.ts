import { describe, expect, it } from 'vitest'

import type { Evidence } from '#db/evidence-store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildMandate } from '#tests/factories/mandate.ts'
import { buildPerson } from '#tests/factories/person.ts'

import type { Contract } from './store-contract.ts'

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  id: 'e1', subject: 'me', concept: 'floor_plan', file: { id: 'f1', name: 'plan.pdf', bytes: 9, mediaType: 'application/pdf', sha256: 'x' }, checkedBy: 'food', ref: 'REF-1', checkedOn: '2026-03-02', validUntil: '2028-03-01', ...more,
})

export const mandateContract: Contract = (store) => {
  describe('mandates', () => {
    it('are listed on both sides by name, and kept as they are', async () => {
      const scoped = buildMandate({ id: 'm2', subject: 'firm', kind: 'company', name: 'A Firm', basis: 'granted', services: ['trial'] })
      for (const one of [buildMandate(), scoped, buildMandate({ id: 'm3', person: 'p2' })]) await store().mandates.put(one)
      expect(await store().mandates.heldBy('p1')).toEqual([scoped, buildMandate()])
      expect((await store().mandates.givenFor('child')).map(({ id }) => id)).toEqual(['m1', 'm3'])
      expect(await store().mandates.find('m2')).toEqual(scoped)
      expect(await store().mandates.find('none')).toBeNull()
    })

    it('end once, and are then listed no more', async () => {
      await store().mandates.put(buildMandate())
      expect([await store().mandates.revoke('m1', 5), await store().mandates.revoke('m1', 6), await store().mandates.revoke('none', 6)]).toEqual([true, false, false])
      expect(await store().mandates.heldBy('p1')).toEqual([])
      expect(await store().mandates.find('m1')).toMatchObject({ revokedAt: 5 })
    })

    it('are put again in the place of one with the same id', async () => {
      await store().mandates.put(buildMandate())
      await store().mandates.put(buildMandate({ until: '2031-01-01' }))
      expect(await store().mandates.heldBy('p1')).toEqual([buildMandate({ until: '2031-01-01' })])
    })
  })

  describe('documents checked before', () => {
    it('are found by whose they are and what, newest first, while they hold', async () => {
      const kept = [evidence(), evidence({ id: 'e2', checkedOn: '2026-04-01' }), evidence({ id: 'e3', concept: 'lease' }), evidence({ id: 'e4', subject: 'other' }), evidence({ id: 'e5', validUntil: '2026-05-31' })]
      await store().commit(buildCommit({ evidence: kept }))
      expect((await store().evidence.of('me', ['floor_plan', 'nothing'], '2026-06-01')).map(({ id }) => id)).toEqual(['e2', 'e1'])
      expect((await store().evidence.of('me', ['floor_plan'], '2026-05-31')).map(({ id }) => id)).toEqual(['e2', 'e5', 'e1'])
      expect(await store().evidence.of('me', ['lease'], '2026-06-01')).toEqual([evidence({ id: 'e3', concept: 'lease' })])
    })
  })

  it('a citizen is found by identity number', async () => {
    await store().people.put([buildPerson({ id: 'p1', subject: '1' }), buildPerson({ id: 'p2', subject: '2' })])
    expect((await store().people.findBySubject('2'))?.id).toBe('p2')
    expect(await store().people.findBySubject('3')).toBeNull()
  })
}
