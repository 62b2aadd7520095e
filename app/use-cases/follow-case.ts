import type { Actor } from '#app/kernel/case/actor.ts'
import { available, type Offer } from '#app/kernel/case/available.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type Deadlines, deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { elapsed, type Whose } from '#app/kernel/clock/segments.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Certificate, StoredEvent } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'
import { type Step, stepsOf } from './steps.ts'

/** A case as its applicant sees it. */
export type FollowedCase = {
  state: CaseState
  definition: Definition
  /** What they may do now. */
  offers: readonly Offer[]
  steps: readonly Step[]
  /** Oldest first. */
  events: readonly StoredEvent[]
  /** Null when the calendar does not reach so far, or the case has ended. */
  deadlines: Deadlines | null
  /** Working days by whose time it was. */
  days: Record<Whose, number>
  certificates: readonly Certificate[]
}

/** Null for a case that is not there, or not theirs. */
export async function followCase(env: Environment, actor: Actor | null, ref: string): Promise<FollowedCase | null> {
  const state = actor && (await findCase(env, actor, ref, 'follow_case'))
  if (!state) return null
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const [events, certificates] = await Promise.all([env.store.cases.events(state.id), env.store.cases.certificatesOf(state.id)])
  const deadlines = deadlinesOf(definition, state, env.catalogue.calendar, env.now())
  const days = elapsed(env.catalogue.calendar, state.segments, env.now())
  return {
    state,
    definition,
    offers: available(definition, state, actor),
    steps: stepsOf(definition, state),
    events,
    deadlines: deadlines.ok && state.end === null ? deadlines.value : null,
    days: days.ok ? days.days : { office: 0, applicant: 0, other: 0 },
    certificates,
  }
}
