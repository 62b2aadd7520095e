import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { Checkpoint } from '#db/store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'
import { at } from '#tests/factories/definition.ts'

import type { Contract } from './store-contract.ts'

const checkpoint = (size: number): Checkpoint => ({ size, head: 'a'.repeat(64), at: at('2026-03-02'), key: 'k1', signature: 's' })
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const chainContract: Contract = (store) => {
  const size = async () => (await store().chain.head()).size

  describe('the chain', () => {
    it('begins with nothing', async () => {
      expect(await store().chain.head()).toEqual({ size: 0, head: '0'.repeat(64) })
    })

    it('grows by a row for each event and one for the state', async () => {
      await store().commit(buildCommit())
      expect(await size()).toBe(2)
      await store().commit(buildCommit({ expectedVersion: 1, events: [buildSkipped('visit'), buildSkipped('exam')] }))
      expect(await size()).toBe(5)
    })

    it('is what docs/audit.md says', async () => {
      const { state, ...change } = buildCommit()
      await store().commit({ ...change, state })
      const [event] = await store().cases.events('case-1')
      const first = sha256(`${'0'.repeat(64)}\n${JSON.stringify([1, 'event', 'case-1', 1, null, event?.hash])}`)
      const second = sha256(`${first}\n${JSON.stringify([2, 'state', 'case-1', 1, null, sha256(JSON.stringify(state))])}`)
      expect(await store().chain.head()).toEqual({ size: 2, head: second })
    })

    it('grows by a row for each access entry, which it hashes by its columns', async () => {
      const entry = buildAccess({ id: 'a1' })
      await store().access.append([entry], [])
      const { onBehalfOf, shownFrom, ...same } = entry
      const columns = { ...same, on_behalf_of: onBehalfOf, shown_from: shownFrom, reader: JSON.stringify(entry.reader), fields: JSON.stringify(entry.fields) }
      const sorted = JSON.stringify(Object.fromEntries(Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1))))
      expect(await store().chain.head()).toEqual({ size: 1, head: sha256(`${'0'.repeat(64)}\n${JSON.stringify([1, 'access', null, null, 'a1', sha256(sorted)])}`) })
    })

    it('stays as it is when nothing is written', async () => {
      await store().commit(buildCommit({ idempotencyKey: 'key-1' }))
      await store().access.append([buildAccess({ id: 'a1' })], [])
      const before = await store().chain.head()
      await store().commit(buildCommit())
      await store().commit(buildCommit({ caseId: 'case-2', idempotencyKey: 'key-1' }))
      await expect(store().access.append([buildAccess({ id: 'a2' }), buildAccess({ id: 'a1' })], [])).rejects.toThrow()
      await store().cases.lookedFor('case-1', 'exam', 1)
      await store().timers.postpone('case-1', 'a', 1)
      expect(await store().chain.head()).toEqual(before)
    })
  })

  describe('checkpoints', () => {
    it('are kept, and shipped smallest first', async () => {
      expect(await store().chain.lastCheckpoint()).toBeNull()
      for (const one of [7, 3, 9]) await store().chain.addCheckpoint(checkpoint(one))
      expect(await store().chain.lastCheckpoint()).toEqual({ ...checkpoint(9), shippedAt: null })
      expect((await store().chain.unshipped(2)).map((one) => one.size)).toEqual([3, 7])
      await store().chain.markShipped(3, 5)
      await store().chain.markShipped(9, 6)
      expect(await store().chain.unshipped(9)).toEqual([{ ...checkpoint(7), shippedAt: null }])
      expect(await store().chain.lastCheckpoint()).toMatchObject({ size: 9, shippedAt: 6 })
    })

    it('of one size are one, the first', async () => {
      await store().chain.addCheckpoint(checkpoint(3))
      await store().chain.markShipped(3, 5)
      await store().chain.addCheckpoint({ ...checkpoint(3), signature: 'other' })
      expect(await store().chain.lastCheckpoint()).toEqual({ ...checkpoint(3), shippedAt: 5 })
    })

    it('cover what came before them, once they are shipped', async () => {
      expect(await store().chain.uncoveredSince()).toBeNull()
      await store().commit(buildCommit({ events: [buildSubmitted({ at: at('2026-03-02') })] }))
      await store().access.append([buildAccess({ id: 'a1', at: 77 })], [])
      await store().commit(buildCommit({ expectedVersion: 1 }))
      expect(await store().chain.uncoveredSince()).toBe(at('2026-03-02'))
      await store().chain.addCheckpoint(checkpoint(2))
      expect(await store().chain.uncoveredSince()).toBe(at('2026-03-02'))
      await store().chain.markShipped(2, 1)
      expect(await store().chain.uncoveredSince()).toBe(77)
      for (const [covered, since] of [[3, at('2026-03-03')], [5, null]] as const) {
        await store().chain.addCheckpoint(checkpoint(covered))
        await store().chain.markShipped(covered, 1)
        expect(await store().chain.uncoveredSince()).toBe(since)
      }
    })
  })
}
