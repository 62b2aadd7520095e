import type { OpenCaseRow } from './store.ts'

type Counted = Omit<OpenCaseRow, 'submittedDay'> & { submittedAt: number }

/** Adds up open cases by the city's day on which they were submitted; asks for each instant's day once. */
export function dayCounter(dayOf: (at: number) => string): { add(row: Counted): void; rows(): OpenCaseRow[] } {
  const days = new Map<number, string>()
  const found = new Map<string, OpenCaseRow>()
  return {
    add({ submittedAt, count, ...row }) {
      const submittedDay = days.get(submittedAt) ?? dayOf(submittedAt)
      days.set(submittedAt, submittedDay)
      const key = [row.service, submittedDay, row.whose, row.light].join('\n')
      found.set(key, { ...row, submittedDay, count: count + (found.get(key)?.count ?? 0) })
    },
    rows: () => [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row),
  }
}
