import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { held, typed } from '#tests/factories/play.ts'

import type { Contract } from './store-contract.ts'

export const draftContract: Contract = (store) => {
  describe('a draft', () => {
    const envelope = held('name', 'Li Na').envelope
    const draft = buildDraft({ company: 'co1', options: { name: envelope ? [envelope] : [] } })

    it('comes back as it was made', async () => {
      await store().drafts.create(draft)
      expect(await store().drafts.load('draft-1')).toEqual(draft)
      expect(await store().drafts.load('draft-2')).toBeNull()
    })

    it('is made once', async () => {
      await store().drafts.create(draft)
      await expect(store().drafts.create(draft)).rejects.toThrow()
    })

    it('is saved over the version before', async () => {
      await store().drafts.create(draft)
      const next = { ...draft, version: 2, updatedAt: draft.updatedAt + 1, answers: { size: typed(61) }, options: {}, definitionHash: 'new' }
      expect(await store().drafts.save(next)).toBe(true)
      expect(await store().drafts.load('draft-1')).toEqual(next)
    })

    it.each([1, 3])('is not saved as version %i over version 1', async (version) => {
      await store().drafts.create(draft)
      expect(await store().drafts.save({ ...draft, version, answers: {} })).toBe(false)
      expect(await store().drafts.load('draft-1')).toEqual(draft)
    })

    it('is saved once when two tabs save together', async () => {
      await store().drafts.create(draft)
      const saved = await Promise.all([60, 61].map((size) => store().drafts.save({ ...draft, version: 2, answers: { size: typed(size) } })))
      expect(saved.filter(Boolean)).toHaveLength(1)
    })

    it('is not saved when there is none', async () => {
      expect(await store().drafts.save({ ...draft, version: 2 })).toBe(false)
    })

    it('is not saved once submitted', async () => {
      await store().drafts.create(draft)
      await store().commit(buildCommit({ draft: { id: 'draft-1', version: 1 } }))
      expect(await store().drafts.save({ ...draft, version: 2, answers: {} })).toBe(false)
      expect(await store().drafts.load('draft-1')).toEqual({ ...draft, submittedRef: 'REF-case-1' })
    })

    it('never changes hands by being saved', async () => {
      await store().drafts.create(draft)
      await store().drafts.save({ ...draft, version: 2, person: 'p2', submittedRef: 'forged' })
      expect(await store().drafts.load('draft-1')).toMatchObject({ version: 2, person: 'p1', submittedRef: null })
    })

    it('goes when it is removed', async () => {
      await store().drafts.create(draft)
      await store().drafts.remove('draft-1')
      await store().drafts.remove('draft-1')
      expect(await store().drafts.load('draft-1')).toBeNull()
    })
  })

  it('lists the open drafts of a person, last saved first, 50 at most', async () => {
    for (let n = 1; n <= 55; n += 1) await store().drafts.create(buildDraft({ id: `draft-${n}`, updatedAt: n }))
    await store().drafts.create(buildDraft({ id: 'other', person: 'p2' }))
    await store().commit(buildCommit({ draft: { id: 'draft-54', version: 1 } }))
    const listed = await store().drafts.openOf('p1')
    expect(listed).toHaveLength(50)
    expect(listed.slice(0, 3).map(({ id }) => id)).toEqual(['draft-55', 'draft-53', 'draft-52'])
    expect((await store().drafts.openOf('p2')).map(({ id }) => id)).toEqual(['other'])
  })
}
