import { expect, test } from 'vitest'

import { pageAddress, queueAddress, readQueueWish } from './queue-wish.ts'

test('an address says the same as the wish it was made from', () => {
  const wish = { holder: 'me' as const, service: 'restaurant-opening', task: 'fire_review', light: 'red' as const, after: 'abc', before: null }
  expect(readQueueWish(new URL(queueAddress(wish), 'http://x').searchParams)).toEqual(wish)
})

test('what can not be read counts as not said', () => {
  const params = new URLSearchParams({ holder: 'everybody', light: 'purple', step: "x' or 1=1:--", service: '' })
  expect(readQueueWish(params)).toEqual({ holder: 'anyone', service: null, task: null, light: null, after: null, before: null })
})

test('another page keeps the filters and drops the old cursor', () => {
  const wish = readQueueWish(new URLSearchParams({ holder: 'nobody', after: 'old' }))
  expect(pageAddress(wish, { after: 'new' })).toBe('/desk?holder=nobody&after=new')
})
