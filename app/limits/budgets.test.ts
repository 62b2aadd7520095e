import { describe, expect, test } from 'vitest'

import { budgetKinds, makeBudgets, noBudgets, usualBudgets } from './budgets.ts'

const small = makeBudgets({ ...usualBudgets, person_send: { points: 3, seconds: 60 }, subject: { points: 1, seconds: 1 } })
const take = async (kind: 'person_send' | 'subject', key: string, times: number) => {
  const taken = []
  for (let i = 0; i < times; i += 1) taken.push(await small.take(kind, key))
  return taken
}

describe('a budget', () => {
  test('is used up, and says how long to wait', async () => {
    const [one, two, three, four] = await take('person_send', 'li', 4)
    expect([one, two, three]).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(four).toMatchObject({ ok: false })
    expect(four).toHaveProperty('waitSeconds', expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60))
  })

  test('of one is nobody else’s, and of one kind no other’s', async () => {
    await take('person_send', 'chen', 9)
    expect((await take('person_send', 'zhou', 1))[0]).toEqual({ ok: true })
    expect((await take('subject', 'chen', 1))[0]).toEqual({ ok: true })
  })

  test('is nothing that a name can upset', async () => {
    for (const key of ['__proto__', 'constructor', '', '\u0000', '龚䶮'.repeat(1000)]) expect(await small.take('subject', key)).toEqual({ ok: true })
  })
})

test('without budgets nobody is refused', async () => {
  for (const kind of budgetKinds) for (let i = 0; i < 2000; i += 1) expect(await noBudgets.take(kind, 'x')).toEqual({ ok: true })
})
