import { describe, expect, it } from 'vitest'

import type { StoredKey } from '#db/key-store.ts'
import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildMessage } from '#tests/factories/message.ts'
import { buildStoredFile } from '#tests/factories/stored-file.ts'

import type { Contract } from './store-contract.ts'

const key = (id: string, more: Partial<StoredKey> = {}): StoredKey => ({ id, owner: 'person:p9', matter: '', wrapped: `wrapped ${id}`, master: 'old', subject: null, createdAt: 5, destroyedAt: null, ...more })
const byId = (one: StoredKey, other: StoredKey) => (one.id < other.id ? -1 : 1)

export const keyContract: Contract = (store) => {
  describe('keys', () => {
    it('are found by their ids, several at once, and the first of an id stays', async () => {
      await store().keys.put([key('a'), key('b.c', { subject: 'sealed' })])
      await store().keys.put([key('a', { wrapped: 'other' }), key('d')])
      expect([...(await store().keys.find(['a', 'a', 'b.c', 'none']))].sort(byId)).toEqual([key('a'), key('b.c', { subject: 'sealed' })])
    })

    it('of an owner are those that stand', async () => {
      await store().keys.put([key('b'), key('a'), key('c', { owner: 'person:p8' })])
      expect(await store().keys.ofOwner('person:p9')).toEqual(['a', 'b'])
      expect(await store().keys.destroy(['a', 'none'], 77)).toBe(1)
      expect(await store().keys.ofOwner('person:p9')).toEqual(['b'])
      expect(await store().keys.destroy(['a'], 99)).toBe(0)
      expect(await store().keys.find(['a'])).toEqual([key('a', { wrapped: null, destroyedAt: 77 })])
    })

    it('are not made again once destroyed', async () => {
      await store().keys.put([key('a', { subject: 'sealed' })])
      await store().keys.destroy(['a'], 77)
      await store().keys.put([key('a')])
      expect(await store().keys.find(['a'])).toEqual([key('a', { wrapped: null, destroyedAt: 77 })])
    })

    it('move under another master key, only as they were before and never when destroyed', async () => {
      await store().keys.put([key('a'), key('b'), key('c', { master: 'new' }), key('d')])
      await store().keys.destroy(['d'], 1)
      expect((await store().keys.notUnder('new', 10)).map(({ id }) => id).filter((id) => id !== 'vault').sort()).toEqual(['a', 'b'])
      expect(await store().keys.notUnder('new', 1)).toHaveLength(1)
      const moved = ['a', 'b', 'd'].map((id) => ({ id, before: id === 'b' ? 'otherwise' : `wrapped ${id}`, wrapped: `anew ${id}`, master: 'new' }))
      expect(await store().keys.rewrap(moved)).toBe(1)
      expect([...(await store().keys.find(['a', 'b', 'd']))].sort(byId).map(({ wrapped }) => wrapped)).toEqual(['anew a', 'wrapped b', null])
      expect((await store().keys.counts()).filter(({ master }) => master !== 'k1')).toEqual([{ master: 'new', count: 2 }, { master: 'old', count: 1 }])
    })
  })

  describe('what is kept how long', () => {
    const file = buildStoredFile({ id: 'f1' })
    const end = (caseId: string, endedAt: number | null, given: readonly string[] = [], version = 0) => {
      const answers = Object.fromEntries(given.map((id) => [id, { value: id, source: 'applicant' as const, envelope: null, file: { ...file, id } }]))
      const state = buildCaseState({ id: caseId, ref: `REF-${caseId}`, version: version + 1, answers })
      return buildCommit({ caseId, expectedVersion: version, state, summary: buildSummary({ caseId, endedAt }) })
    }

    it('is asked of cases that have ended, longest ago first, and of none that is open again', async () => {
      for (const [id, at] of [['c', 30], ['a', 20], ['b', 20], ['d', 40], ['open', null]] as const) await store().commit(end(id, at))
      expect(await store().retention.due('trial', 30, 10)).toEqual([{ caseId: 'a', countsFrom: 20 }, { caseId: 'b', countsFrom: 20 }, { caseId: 'c', countsFrom: 30 }])
      expect(await store().retention.due('trial', 30, 1)).toHaveLength(1)
      expect(await store().retention.due('other', 30, 10)).toEqual([])
      await store().commit(end('a', null, [], 1))
      await store().retention.keepOn('b', 31)
      expect((await store().retention.due('trial', 30, 10)).map(({ caseId }) => caseId)).toEqual(['c'])
    })

    it('knows the files ever given in a case, and whether another one needs them', async () => {
      await store().commit(end('a', null, ['f1', 'f2']))
      await store().commit(end('a', 10, ['f3'], 1))
      await store().commit(end('b', 10, ['f2']))
      const given = (elsewhere: boolean) => [{ file: 'f1', elsewhere: false }, { file: 'f2', elsewhere }, { file: 'f3', elsewhere: false }]
      expect(await store().retention.filesOf('a')).toEqual(given(true))
      await store().retention.erase({ caseId: 'b', at: 50, years: 3, basis: 'a law' }, [])
      expect(await store().retention.filesOf('a')).toEqual(given(false))
    })

    it('is erased once, for good, with its files', async () => {
      await store().files.put(file, Uint8Array.of(1, 2))
      await store().drafts.create(buildDraft())
      const evidence = [{ id: 'e1', subject: 's', concept: 'plan', file, checkedBy: 'd', ref: 'REF-a', checkedOn: '2026-03-03', validUntil: '2030-01-01' }]
      await store().commit({ ...end('a', 10, ['f1']), draft: { id: 'draft-1', version: 1 }, evidence })
      await store().keys.put([key('case:a')])
      const erasure = { caseId: 'a', at: 50, years: 3, basis: 'a law' }
      await store().retention.erase(erasure, ['f1'])
      await store().retention.erase({ ...erasure, at: 60 }, ['f1'])
      expect(await store().retention.erasureOf('a')).toEqual(erasure)
      expect(await store().retention.erasureOf('b')).toBeNull()
      expect([await store().files.content('f1'), await store().drafts.load('draft-1')]).toEqual([null, null])
      expect(await store().evidence.of('s', ['plan'], '2026-03-03')).toEqual([])
      expect((await store().keys.find(['case:a'])).map(({ destroyedAt }) => destroyedAt)).toEqual([50])
      expect(await store().retention.due('trial', 99, 10)).toEqual([])
    })

    it('drops files that no case was given', async () => {
      await store().files.put(file, Uint8Array.of(1))
      await store().files.put({ ...file, id: 'f2' }, Uint8Array.of(2))
      await store().commit(end('a', null, ['f1']))
      expect(await store().retention.dropFiles(['f1', 'f2'], 9)).toBe(1)
      expect([await store().files.content('f1'), await store().files.content('f2')]).toEqual([Uint8Array.of(1), null])
    })

    it('warns of a draft before it goes, and lets it be when it is saved meanwhile', async () => {
      await store().drafts.create(buildDraft({ id: 'd1', updatedAt: 10 }))
      await store().drafts.create(buildDraft({ id: 'd2', updatedAt: 20 }))
      const { retention, drafts, outbox } = store()
      expect((await retention.draftsToWarn(15, 10)).map(({ id }) => id)).toEqual(['d1'])
      await retention.warn('d1', 100, buildMessage({ id: 'm1', at: 100 }))
      await retention.warn('d2', 100, buildMessage({ id: 'm2', at: 100 }))
      expect(await retention.draftsToWarn(25, 10)).toEqual([])
      expect((await outbox.lease(100, 10, 5)).map(({ id, caseId }) => [id, caseId])).toEqual([['m1', null], ['m2', null]])
      expect(await retention.draftsToRemove(99, 10)).toEqual([])
      expect(await retention.draftsToRemove(100, 10)).toEqual(['d1', 'd2'])
      await drafts.save(buildDraft({ id: 'd2', updatedAt: 200, version: 2 }))
      expect(await retention.draftsToRemove(100, 10)).toEqual(['d1'])
      expect((await retention.draftsToWarn(200, 10)).map(({ id }) => id)).toEqual(['d2'])
    })
  })
}
