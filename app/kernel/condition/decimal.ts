/**
 * Exact decimals: `coefficient` × 10^-`scale`. Results are rounded half-even to 34 significant digits, as DMN 1.4
 * (10.3.2.3.1) asks by reference to IEEE 754 decimal128; outside its range, and for division by zero, the result is null.
 */
export type Decimal = { readonly coefficient: bigint; readonly scale: number }

export const MAX_DIGITS = 34
const MAX_EXPONENT = 6144
const TOO_LONG = 10n ** BigInt(MAX_DIGITS)
const PLAIN = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]\d{1,4}))?$/
const DECIMAL_TEXT = /^-?\d{1,34}(?:\.\d{1,34})?$/

/** Conditions ask for one number many times in a row. */
let last = { value: 0, decimal: { coefficient: 0n, scale: 0 } as Decimal }

/** A JS number by its shortest decimal text (0.1 is 0.1); null for NaN and infinities. */
export function decimalOfNumber(value: number): Decimal | null {
  if (Object.is(value, last.value)) return last.decimal
  if (Number.isSafeInteger(value)) {
    last = { value, decimal: { coefficient: BigInt(value), scale: 0 } }
    return last.decimal
  }
  return Number.isFinite(value) ? readPlain(String(value)) : null
}

/** Decimal text such as '-12.50'; null if it is not one or has more than 34 digits. */
export function decimalOfText(text: string): Decimal | null {
  if (!DECIMAL_TEXT.test(text)) return null
  const decimal = readPlain(text)
  return digitsOf(decimal.coefficient) <= MAX_DIGITS ? decimal : null
}

export function add(a: Decimal, b: Decimal): Decimal | null {
  const scale = Math.max(a.scale, b.scale)
  return rounded(raise(a, scale) + raise(b, scale), scale)
}

export const subtract = (a: Decimal, b: Decimal): Decimal | null => add(a, negate(b))

export const negate = (a: Decimal): Decimal => ({ coefficient: -a.coefficient, scale: a.scale })

export const multiply = (a: Decimal, b: Decimal): Decimal | null => rounded(a.coefficient * b.coefficient, a.scale + b.scale)

/** a / b to 34 digits; null when b is zero. A digit 1 stands for whatever remains, so that no tie is seen that is none. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.coefficient === 0n) return null
  const shift = Math.max(0, MAX_DIGITS + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient))
  const numerator = a.coefficient * 10n ** BigInt(shift)
  const quotient = numerator / b.coefficient
  const scale = a.scale + shift - b.scale
  if (numerator % b.coefficient === 0n) return rounded(quotient, scale)
  const sticky = a.coefficient < 0n === b.coefficient < 0n ? 1n : -1n
  return rounded(quotient * 10n + sticky, scale + 1)
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const one = raise(a, scale)
  const other = raise(b, scale)
  return one === other ? 0 : one < other ? -1 : 1
}

/** Shortest plain decimal text: '0.5', '-3', '1200'. */
export function decimalText(decimal: Decimal): string {
  const { coefficient, scale } = stripped(decimal.coefficient, decimal.scale)
  const sign = coefficient < 0n ? '-' : ''
  const digits = String(coefficient < 0n ? -coefficient : coefficient)
  if (scale <= 0) return sign + digits + (coefficient === 0n ? '' : '0'.repeat(-scale))
  const padded = digits.padStart(scale + 1, '0')
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`
}

function readPlain(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = PLAIN.exec(text) ?? []
  return { coefficient: BigInt(`${sign}${whole}${fraction}` || '0'), scale: fraction.length - Number(exponent) }
}

const raise = (a: Decimal, scale: number): bigint => (scale === a.scale ? a.coefficient : a.coefficient * 10n ** BigInt(scale - a.scale))

const digitsOf = (coefficient: bigint): number => String(coefficient < 0n ? -coefficient : coefficient).length

function rounded(coefficient: bigint, scale: number): Decimal | null {
  // Whole numbers are most of what is calculated with, and need nothing.
  if (scale === 0 && -TOO_LONG < coefficient && coefficient < TOO_LONG) return { coefficient, scale }
  const drop = digitsOf(coefficient) - MAX_DIGITS
  const result = drop > 0 ? stripped(halfEven(coefficient, 10n ** BigInt(drop)), scale - drop) : stripped(coefficient, scale)
  const exponent = digitsOf(result.coefficient) - 1 - result.scale
  return Math.abs(exponent) >= MAX_EXPONENT ? null : result
}

function halfEven(coefficient: bigint, unit: bigint): bigint {
  const quotient = coefficient / unit
  const rest = (coefficient < 0n ? -1n : 1n) * (coefficient % unit)
  const away = rest * 2n > unit || (rest * 2n === unit && quotient % 2n !== 0n)
  return away ? quotient + (coefficient < 0n ? -1n : 1n) : quotient
}

/** Without trailing zeros; zero has scale 0. */
function stripped(coefficient: bigint, scale: number): Decimal {
  if (coefficient === 0n) return { coefficient, scale: 0 }
  const zeros = /0*$/.exec(String(coefficient))?.[0].length ?? 0
  return zeros === 0 ? { coefficient, scale } : { coefficient: coefficient / 10n ** BigInt(zeros), scale: scale - zeros }
}
