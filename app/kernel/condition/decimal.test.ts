import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compareDecimals, decimalOfNumber, decimalOfText, decimalText, divide, multiply, subtract, type Decimal } from './decimal.ts'

const decimal = (text: string): Decimal => {
  const read = decimalOfText(text)
  if (!read) throw new Error(text)
  return read
}
const text = (value: Decimal | null): string | null => value && decimalText(value)

describe('decimals', () => {
  it.each([
    [add, '0.1', '0.2', '0.3'],
    [subtract, '1', '0.9', '0.1'],
    [multiply, '1.5', '-2', '-3'],
    [divide, '1', '8', '0.125'],
    [divide, '-1', '3', '-0.3333333333333333333333333333333333'],
    [divide, '2', '3', '0.6666666666666666666666666666666667'],
    [divide, '0', '7', '0'],
    [multiply, '9999999999999999999999999999999999', '10', '99999999999999999999999999999999990'],
    // Ties go to the even neighbour, as IEEE 754 says.
    [add, '1000000000000000000000000000000000', '0.5', '1000000000000000000000000000000000'],
    [add, '1000000000000000000000000000000001', '0.5', '1000000000000000000000000000000002'],
    [add, '9999999999999999999999999999999999', '0.5', '10000000000000000000000000000000000'],
  ])('%o of %s and %s is %s', (operate, a, b, expected) => {
    expect(text(operate(decimal(a), decimal(b)))).toBe(expected)
  })

  it('has no result for division by zero nor beyond decimal128', () => {
    expect(divide(decimal('1'), decimal('0'))).toBeNull()
    expect(multiply({ coefficient: 1n, scale: -4000 }, { coefficient: 1n, scale: -4000 })).toBeNull()
    expect(multiply({ coefficient: 1n, scale: 4000 }, { coefficient: 1n, scale: 4000 })).toBeNull()
  })

  it('reads a JS number by its shortest text', () => {
    const values = [0.1, -0, 1e21, 1.5e-7, 123, NaN, Infinity]
    expect(values.map((value) => text(decimalOfNumber(value)))).toEqual(['0.1', '0', '1000000000000000000000', '0.00000015', '123', null, null])
  })

  it('keeps any JS number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Number(text(decimalOfNumber(value))) === (value === 0 ? 0 : value)))
  })

  it('orders as numbers do', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(5), (a, b, scale) => {
        const [left, right] = [a, b].map((value) => ({ coefficient: BigInt(value), scale }))
        return Math.sign(compareDecimals(left as Decimal, right as Decimal)) === Math.sign(a - b)
      }),
    )
  })
})
