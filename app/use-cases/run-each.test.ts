import { expect, test } from 'vitest'

import { runEach } from './run-each.ts'

test('one failure delays no other, and what did not go on is put off', async () => {
  const acted: string[] = []
  const putOff: string[] = []
  const act = async (item: string): Promise<boolean> => {
    acted.push(item)
    if (item === 'breaks') throw new Error('broken')
    return item !== 'waits'
  }
  const { done, failures } = await runEach(['goes', 'breaks', 'waits', 'goes too'], act, async (item) => putOff.push(item))
  expect([acted, putOff, done]).toEqual([['goes', 'breaks', 'waits', 'goes too'], ['breaks', 'waits'], 2])
  expect(failures).toEqual([{ item: 'breaks', error: new Error('broken') }])
})

test('what can’t be put off is said, and not hidden', async () => {
  await expect(runEach(['x'], async () => false, async () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
})
