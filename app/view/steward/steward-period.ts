import type { Period } from '#app/use-cases/board/period.ts'
import { type PeriodWish, readPeriod } from '#app/view/board/board-period.ts'

/** Reads `from` and `to` as the board does; left out, they are those of the usual period. */
export function readStewardPeriod(params: URLSearchParams, usual: Period): PeriodWish {
  const typed = { from: params.get('from') ?? usual.from, to: params.get('to') ?? usual.to }
  return readPeriod(new URLSearchParams(typed), usual.to)
}
