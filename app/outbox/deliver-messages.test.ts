import { beforeEach, describe, expect, test } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { LeasedMessage, Store } from '#db/store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildMessage } from '#tests/factories/message.ts'

import { deliverMessages } from './deliver-messages.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let store: Store
let now: number
let arrived: string[]

beforeEach(() => {
  store = openMemoryStore()
  now = buildMessage().at
  arrived = []
})

const record = (...ids: string[]) => store.commit(buildCommit({ outbox: ids.map((id, i) => buildMessage({ id, at: now + i - 1000 })) }))
const receive = async ({ id }: LeasedMessage): Promise<void> => void arrived.push(id)
const refuse = async (): Promise<void> => {
  throw new Error('nobody at home')
}
const deliver = (to = receive) => deliverMessages(store.outbox, to, () => now)

describe('a message', () => {
  test('arrives once, however often deliveries run', async () => {
    await record('m1', 'm2')
    expect(await deliver()).toBe(2)
    now += 24 * HOUR
    expect(await deliver()).toBe(0)
    expect(arrived).toEqual(['m1', 'm2'])
    expect(await store.outbox.pending()).toBe(0)
  })

  test('arrives once when two deliver at the same time', async () => {
    await record('m1', 'm2', 'm3')
    const counts = await Promise.all([deliver(), deliver()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(arrived.sort()).toEqual(['m1', 'm2', 'm3'])
  })

  test('goes with everything its receiver needs', async () => {
    await record('m1')
    const seen: LeasedMessage[] = []
    await deliver(async (message) => void seen.push(message))
    expect(seen).toEqual([{ ...buildMessage({ id: 'm1', at: now - 1000 }), caseId: 'case-1', attempts: 1, fence: 1 }])
  })
})

describe('a receiver that fails', () => {
  /** How long after each failure the message is tried again, to the minute. */
  async function waits(times: number): Promise<number[]> {
    const found: number[] = []
    let tries = 0
    const count = async () => {
      tries += 1
      return refuse()
    }
    await deliver(count)
    while (found.length < times) {
      const [since, before] = [now, tries]
      while (tries === before) {
        now += MINUTE
        await deliver(count)
      }
      found.push((now - since) / MINUTE)
    }
    return found
  }

  test('is tried again each time after twice as long, and never less than every six hours', async () => {
    await record('m1')
    expect(await waits(11)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
    expect(await store.outbox.pending()).toBe(1)
  })

  test('gets the message once it is well again', async () => {
    await record('m1')
    expect(await deliver(refuse)).toBe(0)
    now += 2 * MINUTE - 1
    expect(await deliver()).toBe(0)
    now += 1
    expect(await deliver()).toBe(1)
    expect(arrived).toEqual(['m1'])
  })
})

describe('a receiver that takes long', () => {
  test('is given one message at a time, and none whose lease may be over before it is done', async () => {
    await record('m1', 'm2', 'm3')
    let [open, most] = [0, 0]
    const long = async (message: LeasedMessage) => {
      most = Math.max(most, (open += 1))
      await receive(message)
      now += 15_000
      open -= 1
    }
    expect(await deliver(long)).toBe(2)
    expect(arrived).toEqual(['m1', 'm2'])
    expect(most).toBe(1)
    // given back: somebody else may have it at once
    expect(await deliver()).toBe(1)
  })
})

describe('a message that never arrives', () => {
  const choosy = async (message: LeasedMessage) => (message.id.startsWith('poison') ? refuse() : receive(message))

  test('does not keep others from arriving', async () => {
    await record('m1', 'poison', 'm2')
    expect(await deliver(choosy)).toBe(2)
    expect(arrived).toEqual(['m1', 'm2'])
  })

  test('does not, even when there are more of them than go at one time', async () => {
    await record(...Array.from({ length: 50 }, (_, i) => `poison${i}`), 'm1')
    for (let i = 0; i < 3; i += 1) await deliver(choosy)
    expect(arrived).toEqual(['m1'])
  })

  test('does not when it is thrown back at once, without a promise', async () => {
    await record('m1', 'poison', 'm2')
    await deliver((message) => {
      if (message.id === 'poison') throw new Error('at once')
      return receive(message)
    })
    expect(arrived).toEqual(['m1', 'm2'])
  })
})

describe('a lease that ran out meanwhile', () => {
  /** Takes so long that somebody else has been given the message. */
  const slow = (meanwhile: () => Promise<unknown>) => async (message: LeasedMessage) => {
    now += MINUTE
    await meanwhile()
    await receive(message)
  }

  test('does not count as a delivery, for the other’s does', async () => {
    await record('m1')
    let other = 0
    expect(await deliver(slow(async () => (other = await deliver())))).toBe(0)
    expect(other).toBe(1)
    expect(await store.outbox.pending()).toBe(0)
  })

  test('does not take back what the other delivered, nor put off its next try', async () => {
    await record('m1')
    expect(await deliver(async () => {
      now += MINUTE
      await deliver(refuse)
      throw new Error('too late')
    })).toBe(0)
    // The second try failed: four minutes from then, whatever the first says.
    now += 4 * MINUTE - 1
    expect(await deliver()).toBe(0)
    now += 1
    expect(await deliver()).toBe(1)
  })

  test('of somebody who died lets the next one deliver', async () => {
    await record('m1')
    await store.outbox.lease(now, MINUTE, 1)
    expect(await deliver()).toBe(0)
    now += MINUTE
    expect(await deliver()).toBe(1)
  })
})
