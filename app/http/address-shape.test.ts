import { expect, test } from 'vitest'

import { addressShape } from './address-shape.ts'

test.each([
  ['/', '/'],
  ['/services/restaurant-opening', '/services/restaurant-opening'],
  ['/cases/QH-2026-AB12CD-3/correct/seats', '/cases/…/correct/seats'],
  ['/apply/0199a000-0000-7000-8000-000000000000/kitchen', '/apply/…/kitchen'],
  ['/verify/AKQJXMNBVCZLKJHGFDSAPOIUYT', '/verify/…'],
  ['/certificates/ABCDEF2345.pdf', '/certificates/…'],
])('%s is told as %s', (path, told) => expect(addressShape(path)).toBe(told))
