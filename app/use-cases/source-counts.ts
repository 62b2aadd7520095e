import { localDate } from '#app/kernel/clock/calendar.ts'
import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { RegisterAnswer } from '#app/registers/register-source.ts'
import type { RegisterRecord, SourceCount, SourceCountKind } from '#db/store.ts'

import type { Environment } from './environment.ts'
import type { WantedField } from './read-register.ts'

/** What one read says of its register: did it answer, what did it hold, how old is that. Ages in days. */
export function countAnswer(env: Environment, register: string, wanted: readonly WantedField[], answer: RegisterAnswer, records: readonly RegisterRecord[]): SourceCount[] {
  const counts = new Counts(env, register)
  counts.add('', 'asked', 1)
  if (!answer.ok) counts.add('', answer.why, 1)
  else {
    const today = dayNumber(counts.day)
    for (const { entity, subject, field } of wanted) {
      const held = records.find((record) => record.entity === entity && record.subject === subject && record.data[field] != null)
      counts.add(`${entity}.${field}`, held ? 'held' : 'not_held', 1)
      if (held) counts.add(`${entity}.${field}`, 'age_days', Math.max(0, today - dayNumber(held.asOf)))
    }
  }
  return counts.rows()
}

/** Fields that were wanted outside any agreement. */
export function countRefused(env: Environment, register: string, mayNot: readonly WantedField[]): SourceCount[] {
  const counts = new Counts(env, register)
  for (const { entity, field } of mayNot) counts.add(`${entity}.${field}`, 'refused', 1)
  return counts.rows()
}

class Counts {
  readonly day: string
  private readonly register: string
  private readonly sums = new Map<string, SourceCount>()

  constructor(env: Environment, register: string) {
    this.day = localDate(env.catalogue.calendar, env.now())
    this.register = register
  }

  add(field: string, kind: SourceCountKind, count: number): void {
    const key = `${field} ${kind}`
    this.sums.set(key, { day: this.day, register: this.register, field, kind, count: (this.sums.get(key)?.count ?? 0) + count })
  }

  rows(): SourceCount[] {
    return [...this.sums.values()]
  }
}
