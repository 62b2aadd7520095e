import { describe, expect, it } from 'vitest'

import { checkpointsOf } from '#app/checkpoints/checkpoints.ts'
import { shippedLine } from '#app/checkpoints/sign-checkpoint.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'

import { readShipped } from '../../audit/read-shipped.ts'
import { readKeys, signatureFault } from '../../audit/trusted-keys.ts'

import { newKey } from './lived-database.ts'
import { failing, key, MINUTE, running, START } from './running-chain.ts'

/** A second place where all is well. */
const taking = () => {
  const place = failing()
  place.place.fails = false
  return place
}

describe('checkpoints', () => {
  it('are made when the chain has grown, and then every few minutes', async () => {
    const { store, clock, checkpoints, submit } = running(taking())
    await checkpoints.round()
    expect(await store.chain.lastCheckpoint()).toBeNull()
    await submit('case-1')
    await checkpoints.round()
    expect(await store.chain.lastCheckpoint()).toMatchObject({ ...(await store.chain.head()), at: START, key: key.id, shippedAt: START })
    await submit('case-2')
    clock.now += MINUTE
    await checkpoints.round()
    expect(await store.chain.lastCheckpoint()).toMatchObject({ size: 2 })
    clock.now = START + 5 * MINUTE
    await checkpoints.round()
    expect(await store.chain.lastCheckpoint()).toMatchObject({ size: 4, shippedAt: clock.now })
    clock.now += 60 * MINUTE
    await checkpoints.round()
    expect(await store.chain.lastCheckpoint()).toMatchObject({ size: 4 })
  })

  it('are made at a stop, whatever the time', async () => {
    const { store, checkpoints, submit } = running(taking())
    for (const caseId of ['case-1', 'case-2']) {
      await submit(caseId)
      await checkpoints.now()
    }
    expect(await store.chain.lastCheckpoint()).toMatchObject({ size: 4, shippedAt: START })
  })

  it('can be checked by whoever has the public key', async () => {
    const down = taking()
    const { checkpoints, submit } = running(down)
    await submit('case-1')
    await checkpoints.now()
    const [shipped] = readShipped(down.place.shipped.map(shippedLine).join(''))
    const keys = readKeys(key.publicPem)
    expect(shipped && signatureFault(keys, shipped)).toBeNull()
    expect(shipped && signatureFault(keys, { ...shipped, size: 1 })).toBe('checkpoint')
    expect(shipped && signatureFault(keys, { ...shipped, at: '2026-03-02T01:00:00.001Z' })).toBe('checkpoint')
    expect(shipped && signatureFault(readKeys(newKey().publicPem), shipped)).toBe('unknown_key')
  })
})

describe('when checkpoints do not leave the machine', () => {
  it('they are tried again, half a minute later, oldest first', async () => {
    const down = failing()
    const { clock, checkpoints, submit } = running(down)
    await submit('case-1')
    await expect(checkpoints.round()).rejects.toThrow('nobody there')
    await checkpoints.round()
    expect(down.place.tries).toBe(1)
    await submit('case-2')
    down.place.fails = false
    clock.now += 5 * MINUTE
    await checkpoints.round()
    expect(down.place.shipped.map(({ size }) => size)).toEqual([2, 4])
  })

  it('it is stalled after four hours with something that is not covered', async () => {
    const down = failing()
    const { store, clock, checkpoints, submit } = running(down)
    expect(await checkpoints.isStalled()).toBe(false)
    await submit('case-1')
    clock.now += 240 * MINUTE
    expect(await checkpoints.isStalled()).toBe(false)
    clock.now += 1
    expect(await checkpoints.isStalled()).toBe(true)
    down.place.fails = false
    await checkpoints.now()
    clock.now += 24 * 60 * MINUTE
    expect(await checkpoints.isStalled()).toBe(false)
    await store.commit(buildCommit({ caseId: 'case-1', expectedVersion: 1, events: [{ ...buildSkipped('visit'), at: clock.now }] }))
    expect(await checkpoints.isStalled()).toBe(false)
  })

  it('it is stalled by reads as by events, and never where there is no second place', async () => {
    const { store, clock, checkpoints } = running(failing())
    await store.access.append([buildAccess({ at: START })], [])
    clock.now += 241 * MINUTE
    expect(await checkpoints.isStalled()).toBe(true)
    expect(await checkpointsOf(store.chain, key, null, () => clock.now).isStalled()).toBe(false)
  })
})
