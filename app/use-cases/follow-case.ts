import type { Actor } from '#app/kernel/case/actor.ts'
import { appealUntil } from '#app/kernel/case/appeal.ts'
import { available, type Offer } from '#app/kernel/case/available.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type Deadlines, deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { isProvisional } from '#app/kernel/clock/calendar.ts'
import { elapsed, type Whose } from '#app/kernel/clock/segments.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { PartRow } from '#db/part-store.ts'
import type { Erasure } from '#db/retention-store.ts'
import type { Certificate, StoredEvent } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'
import { type Step, stepsOf } from './steps.ts'
import { type TimeLeft, timeLeft } from './time-left.ts'

/** A case as its applicant sees it. */
export type FollowedCase = {
  state: CaseState
  definition: Definition
  /** What they may do now, and still in time. */
  offers: readonly Offer[]
  steps: readonly Step[]
  /** Oldest first. */
  events: readonly StoredEvent[]
  /** Null when the calendar does not reach so far, or the case has ended. */
  deadlines: Deadlines | null
  /** Of the promised time; null once the case has ended. */
  left: TimeLeft | null
  /** May a date among the deadlines still move, since the holidays of its year are not announced yet? */
  provisional: boolean
  /** Working days by whose time it was. */
  days: Record<Whose, number>
  /** Until when (epoch ms, exclusive) they may have the decision looked at again; null where they can't, or no longer. */
  appealBy: number | null
  certificates: readonly Certificate[]
  /** The cases that are parts of this one. */
  parts: readonly PartRow[]
  /** That what it held was destroyed; null while it is kept. */
  erased: Erasure | null
}

/** Null for a case that is not there, or not theirs. */
export async function followCase(env: Environment, actor: Actor | null, ref: string): Promise<FollowedCase | null> {
  const state = actor && (await findCase(env, actor, ref, 'follow_case'))
  if (!state) return null
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const [events, certificates, parts] = await Promise.all([env.store.cases.events(state.id), env.store.cases.certificatesOf(state.id), env.store.parts.of(state.id)])
  const { calendar } = env.catalogue
  const now = env.now()
  const reckoned = deadlinesOf(definition, state, calendar, now)
  const deadlines = reckoned.ok && state.end === null ? reckoned.value : null
  const appealBy = appealTime(definition, state, calendar, now)
  const days = elapsed(calendar, state.segments, now)
  return {
    state,
    definition,
    offers: available(definition, state, actor).filter((offer) => offer.type !== 'appeal' || appealBy !== null),
    steps: stepsOf(definition, state),
    events,
    deadlines,
    left: deadlines && timeLeft(calendar, now, deadlines.promise),
    provisional: deadlines !== null && datesIn(deadlines).some((at) => isProvisional(calendar, at)),
    days: days.ok ? days.days : { office: 0, applicant: 0, other: 0 },
    appealBy,
    certificates,
    parts,
    erased: state.end === null ? null : await env.store.retention.erasureOf(state.id),
  }
}

function appealTime(definition: Definition, state: CaseState, calendar: Environment['catalogue']['calendar'], now: number): number | null {
  const until = appealUntil(definition, state, { calendar, now })
  return until?.ok && until.dueAt !== null && now < until.dueAt ? until.dueAt : null
}

/** The last moments of the days on which something is due. */
const datesIn = ({ promise, waits, return: sent }: Deadlines): number[] =>
  [promise, ...Object.values(waits), sent].flatMap((one) => (one?.dueAt == null ? [] : [one.dueAt - 1]))
