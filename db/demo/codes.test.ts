import { expect, test } from 'vitest'

import { creditCheck, creditCode } from './credit-code.ts'
import { checkDigit, identityNumber } from './identity-number.ts'

test('the check digit is that of the standard’s own examples', () => {
  expect(checkDigit('11010519491231002')).toBe('X')
  expect(checkDigit('44052418800101001')).toBe('4')
})

test('an identity number holds area, birth date and order', () => {
  expect(identityNumber('1990-05-17', 42)).toMatch(/^99010119900517042[0-9X]$/)
})

test('the check character of a company code is that of a known one', () => {
  // The code of a state-owned bank, as printed on its own pages.
  expect(creditCheck('91100000100003962')).toBe('T')
})

test('company codes differ and have 18 characters', () => {
  const codes = Array.from({ length: 500 }, (_, i) => creditCode(i))
  expect(new Set(codes).size).toBe(500)
  expect(codes.every((code) => code.length === 18)).toBe(true)
})
