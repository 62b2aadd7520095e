/** How often each number of days was taken, fewest days first. */
export type Histogram = readonly { days: number; count: number }[]

/** In working days; median and p90 are null when nothing was counted. */
export type Spread = { count: number; median: number | null; p90: number | null }

export function histogramOf(rows: Iterable<{ days: number; count: number }>): Histogram {
  const counts = new Map<number, number>()
  for (const { days, count } of rows) counts.set(days, (counts.get(days) ?? 0) + count)
  return [...counts].map(([days, count]) => ({ days, count })).sort((one, other) => one.days - other.days)
}

export const countOf = (histogram: Histogram): number => histogram.reduce((sum, { count }) => sum + count, 0)

/**
 * Percentile by nearest rank: of n values in order, the one at place ceil(share × n), counted from 1. So it is always a
 * number of days that some case really took, and at least that share took no longer. The median of an even number is the
 * lower of the middle two.
 */
export function percentile(histogram: Histogram, percent: number): number | null {
  const total = countOf(histogram)
  // Whole numbers first: 0.9 × 10 must be 9, not a little more.
  const place = Math.max(1, Math.ceil((percent * total) / 100))
  let seen = 0
  for (const { days, count } of histogram) {
    seen += count
    if (seen >= place) return days
  }
  return null
}

export const spreadOf = (histogram: Histogram): Spread => ({ count: countOf(histogram), median: percentile(histogram, 50), p90: percentile(histogram, 90) })
