import { isoDate, dayNumber } from '#app/kernel/clock/iso-date.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Value } from '#app/kernel/case/answer.ts'
import { caseValues } from '#app/kernel/case/values.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Concept } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Effect } from './case-commit.ts'
import { certificateNumber, issuedIn } from './certificates.ts'
import { recordOf } from './record-of.ts'

/** A result is a record: what these events issued, as its register keeps it, ready to fill in the next application. */
export function resultRecords(effect: Effect): RegisterRecord[] {
  const { definition, state, calendar, registers } = effect
  const issued = issuedIn(effect)
  if (issued.length === 0) return []
  const values = caseValues(definition, state, effect)
  return issued.flatMap(({ event, made }) => {
    const where = recordOf(effect, made)
    const kept = where && registers[where.register]?.entities[where.entity]
    if (!kept) return []
    const issuedOn = localDate(calendar, event.at)
    const known: Record<string, Value> = {
      certificate_number: certificateNumber(event),
      issued_on: issuedOn,
      valid_until: event.validUntil,
      renewal_opens_on: event.validUntil && made.renewBeforeDays !== null ? daysBefore(event.validUntil, made.renewBeforeDays) : null,
    }
    const data = Object.entries(kept.fields).map(([field, concept]) => [field, Object.hasOwn(known, field) ? (known[field] ?? null) : valueFor(definition, values, field, concept)])
    const key = kept.many ? certificateNumber(event) : '1'
    return [{ ...where, key, data: Object.fromEntries(data) as Record<string, Value>, asOf: issuedOn, validUntil: event.validUntil, standing: 'valid' }]
  })
}

const daysBefore = (date: string, days: number): string => isoDate(dayNumber(date) - days)

/** A field is filled by the value of its name, or else by one of the same concept; a decision table's value counts too. */
function valueFor(definition: Definition, values: Readonly<Record<string, Value>>, field: string, concept: Concept): Value {
  if (Object.hasOwn(values, field) && definition.data[field]?.concept === concept.name) return values[field] ?? null
  const same = Object.values(definition.data).find((one) => one.concept === concept.name && Object.hasOwn(values, one.name))
  return same ? (values[same.name] ?? null) : null
}
