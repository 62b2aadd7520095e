import { add, compareDecimals, decimalOfNumber, decimalOfText, decimalText, divide, subtract, type Decimal } from '#app/kernel/condition/decimal.ts'
import { type Scalar } from '#app/kernel/condition/value-type.ts'

const ONE: Decimal = { coefficient: 1n, scale: 0 }
const TWO: Decimal = { coefficient: 2n, scale: 0 }

export const wholeDecimal = (value: bigint): Decimal => ({ coefficient: value, scale: 0 })

/** The number a scalar stands for; null if it is none. */
export function decimalOf(value: Scalar): Decimal | null {
  if (typeof value === 'number') return decimalOfNumber(value)
  return typeof value === 'string' ? decimalOfText(value) : null
}

/** A decimal as conditions read it back exactly: a JS number or decimal text; null if neither holds it. */
export function scalarOf(decimal: Decimal): Scalar {
  const text = decimalText(decimal)
  const number = Number(text)
  const read = decimalOfNumber(number)
  if (read !== null && compareDecimals(read, decimal) === 0) return number
  return decimalOfText(text) === null ? null : text
}

/** Each once, ascending. */
export function sorted(decimals: readonly Decimal[]): Decimal[] {
  const inOrder = decimals.toSorted(compareDecimals)
  return inOrder.filter((decimal, i) => i === 0 || compareDecimals(inOrder[i - 1] ?? decimal, decimal) !== 0)
}

/** The whole numbers at each constant and up to `spread` away from it: `spread` of every gap between constants, or all it has. */
export function wholePoints(constants: readonly Decimal[], spread: number): Decimal[] {
  return sorted(
    constants.flatMap((constant) => {
      const [low, high] = [floorOf(constant), -floorOf({ coefficient: -constant.coefficient, scale: constant.scale })]
      const count = Number(high - low) + 2 * spread + 1
      return Array.from({ length: count }, (_, step) => wholeDecimal(low - BigInt(spread) + BigInt(step)))
    }),
  )
}

/** The constants, `spread` numbers between each two, and as many below and above all of them. */
export function decimalPoints(constants: readonly Decimal[], spread: number): Decimal[] {
  const inOrder = sorted(constants)
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return []
  const between = inOrder.flatMap((low, index) => halvings(low, inOrder[index + 1], spread))
  return sorted([...inOrder, ...between, ...steps(first, spread, subtract), ...steps(last, spread, add)])
}

/** Nearer and nearer to `high`, as long as 34 digits can tell them apart. */
function halvings(low: Decimal, high: Decimal | undefined, spread: number): Decimal[] {
  if (!high || spread === 0) return []
  const sum = add(low, high)
  const middle = sum && divide(sum, TWO)
  const inside = middle && compareDecimals(low, middle) < 0 && compareDecimals(middle, high) < 0
  return inside ? [middle, ...halvings(middle, high, spread - 1)] : []
}

/** Whole steps away; a number so large that a step is lost in rounding is doubled instead. */
function steps(from: Decimal, spread: number, move: (a: Decimal, b: Decimal) => Decimal | null): Decimal[] {
  if (spread === 0) return []
  const near = move(from, ONE)
  const next = near && compareDecimals(near, from) === 0 ? move(from, { ...from, coefficient: absolute(from.coefficient) }) : near
  return next ? [next, ...steps(next, spread - 1, move)] : []
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

function floorOf({ coefficient, scale }: Decimal): bigint {
  if (scale <= 0) return coefficient * 10n ** BigInt(-scale)
  const unit = 10n ** BigInt(scale)
  const quotient = coefficient / unit
  return coefficient < 0n && coefficient % unit !== 0n ? quotient - 1n : quotient
}
