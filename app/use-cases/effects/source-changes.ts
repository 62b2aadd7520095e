import type { Answer } from '#app/kernel/case/answer.ts'
import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { amendedNames } from '#app/kernel/definition/amended-names.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { SourceCount } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

/**
 * What these events say of registers' values, for their stewards. `conflict`: an application was handed in with another
 * value than the register's. `dispute`: somebody asked to have a value put right. `upheld`: it was, and so it had been wrong.
 */
export function sourceChanges({ definition, events, state, registers, calendar }: Effect): SourceCount[] {
  const found = events.flatMap((event): Found[] => {
    const day = localDate(calendar, event.at)
    if (event.type === 'submitted') return [...conflicts(event), ...(canAmend(definition) ? disputed(event.answers, 'dispute') : [])].map((one) => ({ ...one, day }))
    if (event.type === 'result_issued' && event.kind === 'amendment') return disputed(state.answers, 'upheld').map((one) => ({ ...one, day }))
    return []
  })
  const declared = found.filter(({ register, entity, field }) => Object.hasOwn(registers[register]?.entities[entity]?.fields ?? {}, field))
  return declared.map(({ day, register, entity, field, kind }) => ({ day, register, field: `${entity}.${field}`, kind, count: 1 }))
}

type Found = { day: string; register: string; entity: string; field: string; kind: 'conflict' | 'dispute' | 'upheld' }

/** What the applicant says beside what a register says, where the two are not the same. */
function conflicts({ answers }: CaseEvent & { type: 'submitted' }): Omit<Found, 'day'>[] {
  return Object.values(answers).flatMap(({ source, value, envelope }) => {
    if (source !== 'applicant' || envelope === null || envelope.value === value) return []
    const { register, entity, field } = envelope
    return [{ register, entity, field, kind: 'conflict' as const }]
  })
}

const canAmend = (definition: Effect['definition']): boolean => nodesOf(definition).some((node) => node.node === 'auto' && node.makes.kind === 'amendment')

/** The value that an application to put a record right is about: its page names it in these answers. */
function disputed(answers: Readonly<Record<string, Answer>>, kind: 'dispute' | 'upheld'): Omit<Found, 'day'>[] {
  const said = (name: string): string => String(answers[name]?.value ?? '')
  return [{ register: said(amendedNames.register), entity: said(amendedNames.entity), field: said(amendedNames.field), kind }]
}
