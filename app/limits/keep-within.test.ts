import { expect, test } from 'vitest'

import { citizen, staff } from '#tests/factories/play.ts'

import { makeBudgets, usualBudgets } from './budgets.ts'
import { costsOf, keepWithin } from './keep-within.server.ts'

const kinds = (...asked: Parameters<typeof costsOf>) => costsOf(...asked).map(([kind]) => kind)
const visit = { address: '203.0.113.7', actor: null, method: 'GET', route: 'routes/_index' }

test('a page costs its address, and whoever is known', () => {
  expect(kinds(visit)).toEqual(['address'])
  expect(kinds({ ...visit, actor: citizen })).toEqual(['address', 'person'])
})

test('what is sent costs more', () => {
  expect(kinds({ ...visit, method: 'POST', actor: citizen })).toEqual(['address', 'address_send', 'person', 'person_send'])
  expect(kinds({ ...visit, method: 'DELETE' })).toEqual(['address', 'address_send'])
  expect(kinds({ ...visit, method: 'POST', route: 'routes/sign-in._index' })).toEqual(['address', 'address_send', 'address_sign_in'])
})

test('a clerk’s look at a case costs a look, a citizen’s does not', () => {
  const look = { ...visit, route: 'routes/desk.cases.$ref._index' }
  expect(kinds({ ...look, actor: staff('fo', 'food.reviewer') })).toContain('person_look')
  expect(kinds({ ...look, actor: citizen })).not.toContain('person_look')
})

test('too much is answered with how long to wait', async () => {
  const budgets = makeBudgets({ ...usualBudgets, address: { points: 2, seconds: 60 } })
  await keepWithin(budgets, visit)
  await keepWithin(budgets, visit)
  const refused = await keepWithin(budgets, visit).catch((response: unknown) => response)
  expect(refused).toBeInstanceOf(Response)
  expect([(refused as Response).status, Number((refused as Response).headers.get('Retry-After')) > 0]).toEqual([429, true])
  await keepWithin(budgets, { ...visit, address: '203.0.113.8' })
})
