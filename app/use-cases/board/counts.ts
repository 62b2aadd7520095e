import type { TallyKind, TallyRow } from '#db/store.ts'

/** What came in and went out. `done` is granted, refused, lapsed and withdrawn together. */
export type Counts = Record<TallyKind, number> & { done: number }

export function countsOf(rows: readonly Pick<TallyRow, 'kind' | 'count'>[]): Counts {
  const sum = (kind: TallyKind): number => rows.reduce((total, row) => (row.kind === kind ? total + row.count : total), 0)
  const ends = { granted: sum('granted'), refused: sum('refused'), lapsed: sum('lapsed'), withdrawn: sum('withdrawn') }
  const done = ends.granted + ends.refused + ends.lapsed + ends.withdrawn
  const saved = { fields_saved: sum('fields_saved'), documents_saved: sum('documents_saved'), trips_saved: sum('trips_saved') }
  return { received: sum('received'), ...ends, on_time: sum('on_time'), late: sum('late'), returned: sum('returned'), ...saved, done }
}

/** The share of decided cases within their promise that the city means to reach. */
export const ON_TIME_TARGET = 0.9

/** Of the cases decided, those within the promise; null when none was. */
export const onTimeShare = ({ on_time, late }: Counts): number | null => shareOf(on_time, on_time + late)

/** Letters sent back to applicants for each application received; null when none was. */
export const returnedShare = ({ returned, received }: Counts): number | null => shareOf(returned, received)

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
