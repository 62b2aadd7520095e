import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildMessage } from '#tests/factories/message.ts'

import type { Contract } from './store-contract.ts'

const message = (id: string, at: number) => buildMessage({ id, at })

export const outboxContract: Contract = (store) => {
  const fill = () => store().commit(buildCommit({ outbox: [message('m3', 30), message('m1', 10), message('m2', 20)] }))
  const lease = async (now: number, limit = 10) => (await store().outbox.lease(now, 1000, limit)).map(({ id, fence }) => `${id} ${fence}`)

  describe('the outbox', () => {
    it('gives messages as they were made, with their case', async () => {
      await fill()
      expect(await store().outbox.lease(100, 1000, 1)).toEqual([{ ...message('m1', 10), caseId: 'case-1', attempts: 1, fence: 1 }])
    })

    it('gives each message to one at a time, oldest first', async () => {
      await fill()
      expect(await lease(100, 2)).toEqual(['m1 1', 'm2 1'])
      expect(await lease(100)).toEqual(['m3 1'])
      expect(await lease(100)).toEqual([])
    })

    it('gives it again when the lease is over, with a higher fence', async () => {
      await fill()
      await lease(100)
      expect(await lease(1099)).toEqual([])
      expect(await lease(1100)).toEqual(['m1 2', 'm2 2', 'm3 2'])
      expect((await store().outbox.lease(3000, 1000, 1))[0]).toMatchObject({ attempts: 3, fence: 3 })
    })

    it('forgets what was delivered', async () => {
      await fill()
      await lease(100)
      expect(await store().outbox.pending()).toBe(3)
      expect(await store().outbox.delivered('m1', 1)).toBe(true)
      expect(await store().outbox.delivered('m1', 1)).toBe(false)
      expect(await store().outbox.pending()).toBe(2)
      expect(await lease(5000)).toEqual(['m2 2', 'm3 2'])
    })

    it('does not believe who lost the lease', async () => {
      await fill()
      await lease(100)
      await lease(1100)
      expect(await store().outbox.delivered('m1', 1)).toBe(false)
      expect(await store().outbox.failed('m1', 1, 9999)).toBe(false)
      expect(await store().outbox.delivered('m1', 2)).toBe(true)
      expect(await store().outbox.delivered('unknown', 1)).toBe(false)
    })

    it('tries again when told to, and not before', async () => {
      await fill()
      await lease(100, 1)
      expect(await store().outbox.failed('m1', 1, 7000)).toBe(true)
      expect(await store().outbox.delivered('m1', 1)).toBe(false)
      expect(await lease(6999)).toEqual(['m2 1', 'm3 1'])
      const again = await store().outbox.lease(7000, 1000, 1)
      expect(again).toMatchObject([{ id: 'm1', attempts: 2 }])
      expect(again[0]?.fence).toBeGreaterThan(1)
    })

    it('gives each message once to ten who ask together', async () => {
      await fill()
      const taken = await Promise.all(Array.from({ length: 10 }, () => lease(100, 1)))
      expect(taken.flat().sort()).toEqual(['m1 1', 'm2 1', 'm3 1'])
    })
  })
}
