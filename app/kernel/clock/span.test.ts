import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSpan, parseSpan } from './span.ts'

describe('spans', () => {
  it.each([
    ['20wd', { amount: 20, unit: 'wd' }],
    ['10d', { amount: 10, unit: 'd' }],
    ['48h', { amount: 48, unit: 'h' }],
  ])('reads %s', (text, span) => {
    expect(parseSpan(text)).toEqual({ ok: true, span })
  })

  it.each(['', '0wd', '-1d', '1.5h', '20 wd', '20WD', 'wd', '20', '10000d', '20w', '1wd2h', '٣d'])('refuses %j', (text) => {
    expect(parseSpan(text)).toEqual({ ok: false, problem: { code: 'bad_span', found: text } })
  })

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('wd', 'd', 'h'), (amount, unit) => {
        const parsed = parseSpan(`${amount}${unit}`)
        return parsed.ok && formatSpan(parsed.span) === `${amount}${unit}`
      }),
    )
  })
})
