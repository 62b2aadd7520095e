import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { amendedNames } from '#app/kernel/definition/amended-names.ts'
import type { Made } from '#app/kernel/definition/definition.ts'
import { autoNode } from '#app/kernel/definition/nodes.ts'
import { readClaimed } from '#app/kernel/definition/read-claimed.ts'
import type { Amendment } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

export type Amended = { ok: true; amendments: Amendment[] } | { ok: false; problem: Problem }

/**
 * The values of records that these events put right. Problem: `invalid`, when what is claimed is no value of the record's
 * kind, or there is no such field; nothing is decided then.
 */
export function amendmentsOf(effect: Effect): Amended {
  const amendments: Amendment[] = []
  for (const event of effect.events) {
    const makes = event.type === 'result_issued' && event.kind === 'amendment' ? autoNode(effect.definition, event.auto)?.makes : undefined
    if (makes?.kind !== 'amendment') continue
    const amended = amendmentBy(effect, event, makes)
    if (!amended.ok) return amended
    amendments.push(...amended.amendments)
  }
  return { ok: true, amendments }
}

function amendmentBy({ state, registers, calendar }: Effect, event: CaseEvent, made: Made & { kind: 'amendment' }): Amended {
  const said = (name: string): string => String(state.answers[name]?.value ?? '')
  const [register, entity, subject, key, field] = [amendedNames.register, amendedNames.entity, amendedNames.subject, amendedNames.key, amendedNames.field].map(said) as [string, string, string, string, string]
  const fields = registers[register]?.entities[entity]?.fields ?? {}
  const concept = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!concept) return refuse({ code: 'invalid', fields: [{ name: amendedNames.field, code: 'not_asked' }] })
  const claimed = readClaimed(concept.type, said(made.value))
  if (!claimed.ok) return refuse({ code: 'invalid', fields: [{ name: made.value, code: claimed.code }] })
  return { ok: true, amendments: [{ register, entity, subject, key, field, value: claimed.value, asOf: localDate(calendar, event.at) }] }
}
