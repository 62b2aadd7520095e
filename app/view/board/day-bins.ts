import type { Histogram } from '#app/use-cases/board/histogram.ts'

/** Days from `from` to `to`, both included; `to` null: and more. */
export type DayBin = { from: number; to: number | null; count: number; late: boolean }

/** About as many bars as fit a phone. */
const MOST_BINS = 16

/**
 * A histogram in bars of equal width, with an edge just after the promise, so that no bar holds both kept and broken ones.
 * What took more than twice the promise stands in the last bar.
 */
export function dayBins(histogram: Histogram, promise: number): DayBin[] {
  const longest = Math.max(promise, histogram.at(-1)?.days ?? 0)
  const reach = Math.min(longest, 2 * promise + 1)
  const width = Math.max(1, Math.ceil(reach / MOST_BINS))
  // Counted back from the promise: the first bar is cut short when they don't fit.
  const starts = [0]
  for (let from = ((promise + 1) % width) || width; from <= reach; from += width) starts.push(from)
  return starts.map((from, index): DayBin => {
    const next = starts[index + 1]
    const to = next === undefined ? (longest > from + width - 1 ? null : from + width - 1) : next - 1
    const count = histogram.reduce((sum, bin) => (bin.days >= from && (next === undefined || bin.days < next) ? sum + bin.count : sum), 0)
    return { from, to, count, late: from > promise }
  })
}
