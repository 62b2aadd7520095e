import type { Actor } from '#app/kernel/case/actor.ts'
import { type CaseState, openWaits } from '#app/kernel/case/case-state.ts'
import { deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { isApplicant } from '#app/kernel/case/is-applicant.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import { definitionOf, type Environment } from './environment.ts'

/** One public notice: nothing of the case but what is public. */
export type PublicNotice = {
  ref: string
  service: string
  wait: string
  name: string
  company: boolean
  since: number
  /** Epoch ms, exclusive; null when the calendar does not reach so far. */
  until: number | null
  /** May this reader object: signed in, not the applicant, not done already? `visitor`: not signed in. */
  reader: 'may_object' | 'objected' | 'applicant' | 'visitor' | 'staff'
}

/** For everybody. Null when nothing of this case is public now. */
export async function openNotice(env: Environment, actor: Actor | null, ref: string): Promise<PublicNotice | null> {
  const state = await env.store.cases.loadByRef(ref)
  if (!state) return null
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const wait = openWaits(state).find((one) => {
    const awaits = waitNode(definition, one.name)?.awaits
    return awaits?.what === 'notice' && awaits.objections
  })
  if (!wait) return null
  const deadlines = deadlinesOf(definition, state, env.catalogue.calendar, env.now())
  const until = deadlines.ok ? (deadlines.value.waits[wait.name]?.dueAt ?? null) : null
  if (until !== null && env.now() >= until) return null
  const { name, companyName } = state.applicant
  return { ref, service: state.service, wait: wait.name, name: companyName ?? name, company: companyName !== null, since: wait.openedAt, until, reader: readerOf(state, wait.objectors, actor) }
}

function readerOf(state: CaseState, objectors: readonly string[], actor: Actor | null): PublicNotice['reader'] {
  if (actor === null) return 'visitor'
  if (actor.kind !== 'citizen') return 'staff'
  if (isApplicant(state, actor)) return 'applicant'
  return objectors.includes(actor.id) ? 'objected' : 'may_object'
}
