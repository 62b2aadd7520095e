import { parse } from 'yaml'
import { z } from 'zod'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { type Calendar, endOfDay } from '#app/kernel/clock/calendar.ts'
import { deskProblem } from '#app/kernel/definition/desk-problem.ts'
import type { PersonKept } from '#db/store.ts'

const day = z.iso.date('write a day as 2026-12-31')
const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[\w.@-]{1,100}$/, 'write the id that the sign-in provider says'),
    name: z.string().min(1).max(100),
    desks: z.array(z.union([z.string(), z.strictObject({ desk: z.string(), until: day.optional() })], 'write a desk as department.role, or as { desk: department.role, until: 2026-12-31 }')),
  }),
)

export type StaffFile = { ok: true; staff: PersonKept[] } | { ok: false; messages: string[] }

/** Who works here by a file: `id`, `name` and `desks`, each with a last day if it is lent. Or a sentence for each thing that is wrong. */
export function readStaffFile(text: string, catalogue: Pick<Catalogue, 'departments' | 'calendar'>): StaffFile {
  const read = schema.safeParse(parsed(text))
  if (!read.success) return { ok: false, messages: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const ids = read.data.map(({ id }) => id)
  const messages = [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} is there twice`),
    ...read.data.flatMap(({ id, desks }) => desks.flatMap((seat) => deskProblem(nameOf(seat), catalogue.departments)?.message ?? []).map((message) => `${id}: ${message}`)),
  ]
  if (messages.length > 0) return { ok: false, messages }
  return { ok: true, staff: read.data.map((one) => personFrom(one, catalogue.calendar)) }
}

type Row = z.infer<typeof schema>[number]
type Seat = Row['desks'][number]

const nameOf = (seat: Seat): string => (typeof seat === 'string' ? seat : seat.desk)

/** A desk lent until a day is theirs to the end of that day. */
function personFrom({ id, name, desks }: Row, calendar: Calendar): PersonKept {
  const lent = desks.flatMap((seat): [string, number][] => (typeof seat === 'string' || seat.until === undefined ? [] : [[seat.desk, endOfDay(calendar, seat.until)]]))
  return { id, kind: 'staff', name, subject: null, companies: [], desks: [...new Set(desks.map(nameOf))], demo: null, lent: Object.fromEntries(lent) }
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return null
  }
}
