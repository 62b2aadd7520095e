import { beforeEach, describe, expect, it, vi } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Store } from '#db/store.ts'

let store: Store
const clock = { now: 0 }
const env = () => ({ store, now: () => clock.now })
beforeEach(() => {
  store = openMemoryStore()
  clock.now = 0
})

/** The module as another process has it: with a holder of its own. */
async function anotherProcess() {
  vi.resetModules()
  return (await import('./only-one.ts')).onlyOne
}

describe('a job of one process', () => {
  it('is done by the first that comes, at every round', async () => {
    const [first, second] = [await anotherProcess(), await anotherProcess()]
    const done: string[] = []
    const one = first(env(), 'job', async () => done.push('one'))
    const two = second(env(), 'job', async () => done.push('two'))
    for (const at of [0, 1000, 30_000, 59_000, 90_000]) {
      clock.now = at
      await one()
      await two()
    }
    expect(done).toEqual(['one', 'one', 'one', 'one', 'one'])
  })

  it('is taken over a minute after the first was last heard of, and not given back', async () => {
    const [first, second] = [await anotherProcess(), await anotherProcess()]
    const done: string[] = []
    const one = first(env(), 'job', async () => done.push('one'))
    const two = second(env(), 'job', async () => done.push('two'))
    await one()
    await two()
    clock.now = 59_999
    await two()
    expect(done).toEqual(['one'])
    clock.now = 80_000
    await two()
    await one()
    expect(done).toEqual(['one', 'two'])
  })

  it('is not done twice by one process that asks for several', async () => {
    const onlyOne = await anotherProcess()
    const done: string[] = []
    for (const name of ['job', 'other']) await onlyOne(env(), name, async () => done.push(name))()
    expect(done).toEqual(['job', 'other'])
  })
})
