import { expect, it } from 'vitest'

import { together } from './together.ts'

/** Doubles numbers, and writes down how it was asked. */
function doubling() {
  const turns: number[][] = []
  const ask = together<number, number>(async (questions) => {
    turns.push([...questions])
    if (questions.includes(0)) throw new Error('nothing doubles')
    return questions.map((question) => question * 2)
  })
  return { turns, ask }
}

it('asks once for all that is asked in one turn, and answers each', async () => {
  const { turns, ask } = doubling()
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6])
  expect(turns).toEqual([[1, 2, 3]])
})

it('waits for nobody who comes later, also while an answer is on its way', async () => {
  const { turns, ask } = doubling()
  const first = ask(1)
  await Promise.resolve()
  await Promise.resolve()
  expect(await Promise.all([first, ask(2)])).toEqual([2, 4])
  expect(await ask(3)).toBe(6)
  expect(turns).toEqual([[1], [2], [3]])
})

it('fails all of a turn, and no other', async () => {
  const { ask } = doubling()
  const [one, other] = await Promise.allSettled([ask(0), ask(1)])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
  expect(await ask(1)).toBe(2)
})
