import type { Figures } from './row.ts'

/** Measures ours, theirs, ours, theirs …, so that whatever else the machine does hits both. @returns the median of each */
export async function byTurns(rounds: number, ours: (round: number) => Promise<number>, theirs: (round: number) => Promise<number>): Promise<Figures> {
  const found: Record<keyof Figures, number[]> = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round += 1) {
    found.ours.push(await ours(round))
    found.theirs.push(await theirs(round))
  }
  return { ours: median(found.ours), theirs: median(found.theirs) }
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN]
  return (low + high) / 2
}

/** The value that this share of them does not exceed. @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
