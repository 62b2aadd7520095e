import { compareDecimals, type Decimal } from '#app/kernel/condition/decimal.ts'
import { type Scalar } from '#app/kernel/condition/value-type.ts'
import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'

import { type Domain } from './domain.ts'
import { type LinkedNames } from './linked-names.ts'
import { decimalOf, decimalPoints, scalarOf, wholeDecimal, wholePoints } from './number-points.ts'

/** Values of a name worth trying. `exact`: what holds for none of them holds for none of its values. */
export type Points = { points: readonly Scalar[]; exact: boolean }

/** Where a name is calculated with and has no more values than this, all of them are tried. */
const FEW = 32

/** More names compared with each other than this have more orders than can be looked at. */
const MOST_LINKED = 10

const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'
/** A day for a date that is compared with no constant. */
const SOME_DAY = '2026-01-01'

type Scale = { read: (value: Scalar) => Decimal | null; write: (decimal: Decimal) => Scalar; whole: boolean }
const numbers = (whole: boolean): Scale => ({ read: decimalOf, write: scalarOf, whole })
const days: Scale = {
  read: (value) => (typeof value === 'string' && !Number.isNaN(dayNumber(value)) ? wholeDecimal(BigInt(dayNumber(value))) : null),
  write: ({ coefficient }) => isoDate(Number(coefficient)),
  whole: true,
}

/**
 * Values of a number or a date. As many from each gap between the constants as there are names in the group, so that every
 * order in which the names can stand is among the combinations; the limits of all of them count as constants.
 * @param domain the name's own  @param group the names it is linked with  @param domains of the whole group, itself included
 */
export function orderedPoints(domain: Domain, group: LinkedNames, domains: readonly Domain[]): Points {
  const scale = domain.type.kind === 'date' ? days : numbers(domain.integer)
  const [min, max] = limitsOf(domain).map(scale.read)
  const inside = (point: Decimal): boolean => (!min || compareDecimals(min, point) <= 0) && (!max || compareDecimals(point, max) <= 0)
  const all = group.calculated && scale.whole && min && max ? everyPoint(min, max) : null
  const points = (all ?? scattered(scale, group, domains)).filter(inside).map(scale.write)
  return { points: points.filter((point) => point !== null), exact: !points.includes(null) && (!group.calculated || all !== null) && group.names.length <= MOST_LINKED }
}

function everyPoint(min: Decimal, max: Decimal): Decimal[] | null {
  const span = compareDecimals(min, max) > 0 ? 0n : max.coefficient - min.coefficient
  const fits = min.scale === 0 && max.scale === 0 && span < BigInt(FEW)
  return fits ? Array.from({ length: Number(span) + 1 }, (_, step) => wholeDecimal(min.coefficient + BigInt(step))) : null
}

function scattered(scale: Scale, group: LinkedNames, domains: readonly Domain[]): Decimal[] {
  const known = [...group.constants, ...domains.flatMap(limitsOf)].flatMap((value) => scale.read(value) ?? [])
  const start = known.length === 0 || group.calculated ? [0n, 1n].flatMap((value) => scale.read(scale === days ? SOME_DAY : Number(value)) ?? []) : []
  const find = scale.whole ? wholePoints : decimalPoints
  return find([...known, ...start], Math.min(group.names.length, MOST_LINKED))
}

/** Dates end where ISO texts do. */
function limitsOf({ type, min, max }: Domain): [Scalar, Scalar] {
  return type.kind === 'date' ? [min ?? FIRST_DAY, max ?? LAST_DAY] : [min, max]
}
