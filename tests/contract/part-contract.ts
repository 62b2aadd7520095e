import { describe, expect, it } from 'vitest'

import type { HeardPart, PartReport } from '#db/part-store.ts'
import type { Store } from '#db/store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildCertificate } from '#tests/factories/certificate.ts'

const heard = (changes: Partial<HeardPart> = {}): HeardPart => ({ sub: 'entry', service: 'household', definitionHash: 'h1', company: null, openedAt: 100, heardWhose: 'office', heardEnd: null, ...changes })
const report = (changes: Partial<PartReport> = {}): PartReport => ({ parentId: 'whole', sub: 'entry', childRef: 'REF-part', whose: 'office', end: null, answers: {}, ...changes })

/** What every store keeps of cases that are parts of others. */
export function partContract(store: () => Store): void {
  const whole = (version: number, parts: readonly HeardPart[]) => store().commit(buildCommit({ caseId: 'whole', expectedVersion: version, parts }))
  const part = (version: number, partOf: PartReport) => store().commit(buildCommit({ caseId: 'part', expectedVersion: version, partOf }))
  const take = async (now: number) => (await store().parts.pending(now, 10, 50)).map(({ sub }) => sub)
  const left = async (now = 1000) => (await store().parts.pending(now, 10, 0)).map(({ sub }) => sub)

  describe('parts', () => {
    it('are left to begin until their case is there', async () => {
      await whole(0, [heard()])
      expect(await left()).toEqual(['entry'])
      expect(await store().parts.of('whole')).toMatchObject([{ parentId: 'whole', sub: 'entry', service: 'household', childId: null, childRef: null, end: null }])
      await part(0, report())
      expect(await left()).toEqual([])
      expect(await store().parts.of('whole')).toMatchObject([{ childId: 'part', childRef: 'REF-part' }])
    })

    it('are left to tell of until the whole has heard', async () => {
      await whole(0, [heard()])
      await part(0, report({ whose: 'applicant' }))
      expect(await left()).toEqual(['entry'])
      await whole(1, [heard({ heardWhose: 'applicant' })])
      expect(await left()).toEqual([])
      const answers = { number: { value: '7', source: 'desk', envelope: null, file: null } } as const
      await part(1, report({ whose: 'applicant', end: 'granted', answers }))
      expect(await store().parts.pendingOf('whole')).toMatchObject([{ end: 'granted', answers }])
      await whole(2, [heard({ heardWhose: 'applicant', heardEnd: 'granted' })])
      expect(await left()).toEqual([])
    })

    it('are left to take back when the whole was withdrawn and they go on', async () => {
      await whole(0, [heard()])
      await part(0, report())
      await whole(1, [heard({ heardEnd: 'withdrawn' })])
      expect(await left()).toEqual(['entry'])
      await part(1, report({ end: 'withdrawn' }))
      expect(await left()).toEqual([])
    })

    it('can be put off, and are looked at one whole at a time all the same', async () => {
      await whole(0, [heard(), heard({ sub: 'card', openedAt: 200 })])
      await store().parts.postpone('whole', 'entry', 5000)
      expect(await left()).toEqual(['card'])
      expect(await left(5000)).toEqual(['card', 'entry'])
      expect((await store().parts.pendingOf('whole')).map(({ sub }) => sub)).toEqual(['entry', 'card'])
    })

    it('are one caller’s for as long as the lease lasts', async () => {
      await whole(0, [heard(), heard({ sub: 'card' })])
      const taken = await Promise.all([take(1000), take(1000)])
      expect(taken.flat()).toEqual(['card', 'entry'])
      expect(await take(1049)).toEqual([])
      expect(await take(1050)).toEqual(['card', 'entry'])
    })

    it('are listed with the whole, not beside it', async () => {
      await whole(0, [heard()])
      await part(0, report())
      const listed = await store().cases.listOf({ person: 'p1', subjects: [] }, { limit: 10 })
      expect(listed.rows.map(({ caseId }) => caseId)).toEqual(['whole'])
    })

    it('of nobody are none', async () => {
      expect(await store().parts.of('constructor')).toEqual([])
      expect(await left()).toEqual([])
    })
  })

  describe('a certificate taken back', () => {
    it('says since when', async () => {
      const code = 'c'.repeat(20)
      await store().commit(buildCommit({ caseId: 'whole', certificates: [buildCertificate({ code, caseId: 'whole' })] }))
      expect((await store().cases.certificate(code))?.revokedOn).toBeNull()
      await store().commit(buildCommit({ caseId: 'whole', expectedVersion: 1, revoked: [{ code, on: '2026-05-01' }, { code: 'nobody', on: '2026-05-01' }] }))
      expect((await store().cases.certificate(code))?.revokedOn).toBe('2026-05-01')
      expect(await store().cases.certificatesOf('whole')).toMatchObject([{ revokedOn: '2026-05-01' }])
    })
  })
}
