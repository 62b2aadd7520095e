import { describe, expect, it } from 'vitest'

import type { CaseCommit, Store } from '#db/store.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildCertificate } from '#tests/factories/certificate.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildMessage } from '#tests/factories/message.ts'
import { buildRecord } from '#tests/factories/record.ts'

import type { Contract } from './store-contract.ts'

const now = buildSummary().dueAt ?? 0
const exam = { wait: 'exam', register: 'people', entity: 'person', subject: '3301' }
const days = { from: '2026-01-01', to: '2026-12-31', service: null }

/** A commit with something in every part. */
const full = (caseId: string, overrides: Partial<CaseCommit> = {}): CaseCommit =>
  buildCommit({
    caseId,
    tasks: [buildQueueRow({ caseId })],
    timers: [{ key: 'wait:exam', dueAt: now }],
    awaits: [exam],
    outbox: [buildMessage({ id: `message-${caseId}` })],
    records: [buildRecord({ key: caseId })],
    certificates: [buildCertificate({ caseId, code: `code-${caseId}` })],
    tallies: [{ day: '2026-03-02', service: 'trial', kind: 'received', count: 1 }],
    turnarounds: [{ day: '2026-03-02', service: 'trial', department: 'lead', step: '', whose: 'office', days: 1 }],
    idempotencyKey: `key-${caseId}`,
    ...overrides,
  })

async function everything(store: Store) {
  const { cases, desk, timers, outbox, records, board } = store
  return {
    list: await cases.listOf({ person: 'p1', subjects: [] }, { limit: 9 }),
    events: [...(await cases.events('case-1')), ...(await cases.events('case-2'))],
    certificates: [...(await cases.certificatesOf('case-1')), ...(await cases.certificatesOf('case-2'))],
    awaiting: await cases.awaitingRecord('people', 'person', '3301'),
    counts: await desk.counts(['lead.clerk'], 's1', now),
    timers: await timers.due(now, 9, 0),
    pending: await outbox.pending(),
    records: await records.read([{ register: 'people', entity: 'permit', subject: buildRecord().subject }]),
    tallies: await board.tallies(days, true),
    turnarounds: await board.turnarounds(days),
    drafts: await store.drafts.openOf('p1'),
  }
}

export const atomicityContract: Contract = (store) => {
  describe('a commit of many parts', () => {
    it('leaves a trace in each', async () => {
      await store().commit(full('case-1'))
      const { list, drafts, counts, pending, ...parts } = await everything(store())
      expect(list.rows).toHaveLength(1)
      expect(counts.all).toBe(1)
      expect(pending).toBe(1)
      expect(drafts).toEqual([])
      for (const part of Object.values(parts)) expect(part).toHaveLength(1)
    })

    it.each<[string, Partial<CaseCommit>]>([
      ['certificate code', { certificates: [buildCertificate({ caseId: 'case-2', code: 'code-case-1' })] }],
      ['message id', { outbox: [buildMessage({ id: 'message-case-1' })] }],
      ['task', { tasks: [buildQueueRow({ caseId: 'case-2' }), buildQueueRow({ caseId: 'case-2' })] }],
      ['timer', { timers: [1, 2].map((dueAt) => ({ key: 'wait:exam', dueAt })) }],
      ['wait', { awaits: [exam, exam] }],
      ['ref', { summary: buildSummary({ caseId: 'case-2', ref: 'REF-case-1' }) }],
    ])('leaves none when its %s is taken', async (_, overrides) => {
      await store().drafts.create(buildDraft())
      await store().commit(full('case-1'))
      const before = await everything(store())
      await expect(store().commit(full('case-2', { draft: { id: 'draft-1', version: 1 }, ...overrides }))).rejects.toThrow()
      expect(await everything(store())).toEqual(before)
      expect(await store().commit(full('case-2', { draft: { id: 'draft-1', version: 1 } }))).toEqual({ ok: true })
    })

    it('leaves none when it comes too late', async () => {
      await store().commit(full('case-1'))
      const before = await everything(store())
      await store().commit(full('case-1', { idempotencyKey: null, outbox: [buildMessage({ id: 'm2' })], certificates: [] }))
      expect(await everything(store())).toEqual(before)
    })

    it('does not harm the one after it', async () => {
      await store().commit(full('case-1'))
      await expect(store().commit(full('case-2', { certificates: [buildCertificate({ code: 'code-case-1' })] }))).rejects.toThrow()
      expect(await store().commit(full('case-3'))).toEqual({ ok: true })
    })
  })

  describe('a certificate', () => {
    it('is found by its code and by its case, oldest first', async () => {
      const [old, young] = [buildCertificate(), buildCertificate({ code: 'code-0', issuedAt: now + 1 })]
      await store().commit(buildCommit({ certificates: [young, old] }))
      expect(await store().cases.certificate('code-1')).toEqual(old)
      expect(await store().cases.certificatesOf('case-1')).toEqual([old, young])
      expect(await store().cases.certificate('code-2')).toBeNull()
      expect(await store().cases.certificatesOf('case-2')).toEqual([])
    })
  })
}
