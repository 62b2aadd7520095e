import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildMessage } from '#tests/factories/message.ts'

import type { Contract } from './store-contract.ts'

const first = { ok: false, reason: 'duplicate', caseId: 'case-1', ref: 'REF-case-1' }

export const repeatContract: Contract = (store) => {
  describe('a repeated commit', () => {
    it('changes nothing and answers with the first one', async () => {
      const change = buildCommit({ idempotencyKey: 'key-1', outbox: [buildMessage()] })
      expect(await store().commit(change)).toEqual({ ok: true })
      expect(await store().commit(change)).toEqual(first)
      expect(await store().commit(buildCommit({ caseId: 'case-2', idempotencyKey: 'key-1' }))).toEqual(first)
      expect(await store().cases.load('case-2')).toBeNull()
      expect(await store().cases.events('case-1')).toHaveLength(1)
      expect(await store().outbox.pending()).toBe(1)
    })

    it('leaves its key free when it did not happen', async () => {
      expect(await store().commit(buildCommit({ expectedVersion: 4, idempotencyKey: 'key-1' }))).toMatchObject({ reason: 'conflict' })
      expect(await store().commit(buildCommit({ idempotencyKey: 'key-1' }))).toEqual({ ok: true })
    })

    it('makes one case when 20 arrive together', async () => {
      const sent = Array.from({ length: 20 }, (_, n) => store().commit(buildCommit({ caseId: `case-${n}`, idempotencyKey: 'key-1' })))
      const outcomes = await Promise.all(sent)
      // who is first among those who come together is for nobody to say
      const made = outcomes.findIndex(({ ok }) => ok)
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(19).fill({ ...first, caseId: `case-${made}`, ref: `REF-case-${made}` }))
    })
  })

  describe('a commit from a draft', () => {
    it('closes the draft with the ref of its case', async () => {
      await store().drafts.create(buildDraft())
      await store().commit(buildCommit({ draft: { id: 'draft-1', version: 1 } }))
      expect((await store().drafts.load('draft-1'))?.submittedRef).toBe('REF-case-1')
      expect(await store().drafts.openOf('p1')).toEqual([])
    })

    it('is a duplicate when the draft was submitted before, even under another key', async () => {
      await store().drafts.create(buildDraft())
      await store().commit(buildCommit({ draft: { id: 'draft-1', version: 1 }, idempotencyKey: 'key-1' }))
      const again = buildCommit({ caseId: 'case-2', draft: { id: 'draft-1', version: 1 }, idempotencyKey: 'key-2' })
      expect(await store().commit(again)).toEqual(first)
      expect(await store().cases.load('case-2')).toBeNull()
    })

    it('is a conflict when the draft was saved since it was read, and leaves it open', async () => {
      await store().drafts.create(buildDraft())
      await store().drafts.save(buildDraft({ version: 2, answers: {} }))
      expect(await store().commit(buildCommit({ draft: { id: 'draft-1', version: 1 }, idempotencyKey: 'key-1' }))).toEqual({ ok: false, reason: 'conflict' })
      expect((await store().drafts.load('draft-1'))?.submittedRef).toBeNull()
      expect(await store().cases.refByKey('key-1')).toBeNull()
      expect(await store().commit(buildCommit({ draft: { id: 'draft-1', version: 2 }, idempotencyKey: 'key-1' }))).toEqual({ ok: true })
    })

    it('is a conflict when the draft is gone', async () => {
      expect(await store().commit(buildCommit({ draft: { id: 'draft-1', version: 1 } }))).toEqual({ ok: false, reason: 'conflict' })
    })
  })
}
