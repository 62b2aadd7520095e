import { expect, test } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Environment } from '#app/use-cases/environment.ts'

import { KEPT_MS, keepForm, takeForm } from './kept-form.ts'
import { seal, unseal } from './seal.ts'

const mine = { person: 'li', path: '/apply/1/phone' }
const typed = { phone: '13800001234' }

test('a kept form is for one person, one page, one secret, once', async () => {
  const clock = { now: 0 }
  // A form needs no more of the portal than its store and its clock.
  const env = { store: openMemoryStore(), now: () => clock.now } as Environment
  const secret = await keepForm(env, mine, typed)
  expect(await takeForm(env, { ...mine, person: 'zhou' }, secret)).toBeNull()
  expect(await takeForm(env, { ...mine, path: '/apply/2/phone' }, secret)).toBeNull()
  expect(await takeForm(env, mine, `${secret}x`)).toBeNull()
  expect([await takeForm(env, mine, secret), await takeForm(env, mine, secret)]).toEqual([typed, null])
  const late = await keepForm(env, mine, typed)
  clock.now = KEPT_MS
  expect(await takeForm(env, mine, late)).toBeNull()
})

test('a seal opens for its own secret and purpose, and not when it is damaged', () => {
  const box = seal('secret', 'about', 'text')
  expect(unseal('secret', 'about', box)).toBe('text')
  expect([unseal('other', 'about', box), unseal('secret', 'else', box), unseal('secret', 'about', box.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))), unseal('secret', 'about', '')]).toEqual([null, null, null, null])
  expect(seal('secret', 'about', 'text')).not.toBe(box)
})
