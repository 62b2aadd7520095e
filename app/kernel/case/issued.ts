import { yearsAfter } from '#app/kernel/clock/calendar.ts'
import type { AutoNode } from '#app/kernel/definition/definition.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'

import type { EventBody } from './case-event.ts'
import type { CaseState } from './case-state.ts'
import type { Context } from './context.ts'

/** The event of a result made, by an auto of this name (that of its item, in an `each`): its code is the command's, so that nobody can guess it. */
export function issued(node: AutoNode, name: string, state: CaseState, context: Context): EventBody {
  const made = node.makes
  const validUntil =
    made.kind === 'certificate' && made.validYears !== null ? yearsAfter(context.calendar, context.now, made.validYears) : null
  // A command may issue more than one result: the second and later carry a number.
  const mine = state.results.filter((result) => result.code.startsWith(context.code)).length
  const code = mine === 0 ? context.code : `${context.code}${mine + 1}`
  const event = { type: 'result_issued' as const, auto: name, kind: made.kind, template: made.template, code, validUntil }
  return made.kind === 'revocation' ? { ...event, revokes: codesOf(state, made.of) } : event
}

/** Certificates of this auto that are still in force. */
const codesOf = (state: CaseState, auto: string): string[] => state.results.flatMap((result) => (baseName(result.auto) === auto && result.revokedAt === null ? [result.code] : []))
