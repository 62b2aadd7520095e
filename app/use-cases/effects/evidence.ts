import { type CaseState, latestRound, type Task, type TaskPart } from '#app/kernel/case/case-state.ts'
import { departmentOf, isSeenBy } from '#app/kernel/case/seen-by.ts'
import { type Calendar, localDate, yearsAfter } from '#app/kernel/clock/calendar.ts'
import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'
import type { CaseEnd, DataField, Definition } from '#app/kernel/definition/definition.ts'
import { taskNode, waitNode } from '#app/kernel/definition/nodes.ts'
import type { Concept, Reusable } from '#app/kernel/definition/surroundings.ts'
import type { Evidence } from '#db/evidence-store.ts'

import type { Effect } from './case-commit.ts'

/**
 * Documents that need not be given again: when a case is granted, whatever file the applicant gave that a desk has looked
 * at and found good, for as long as the dictionary says.
 */
export function evidenceOf(effect: Effect, concepts: Readonly<Record<string, Concept>>, id: () => string): Evidence[] {
  const { definition, state, calendar } = effect
  const subject = isGrantedFirst(effect) ? holderOfDocuments(effect) : null
  if (!subject) return []
  return Object.values(definition.data).flatMap((field): Evidence[] => {
    const answer = state.answers[field.name]
    const reusable = concepts[field.concept]?.reusable
    if (!reusable || field.type.type !== 'file' || field.each !== null || answer?.source !== 'applicant' || !answer.file) return []
    const look = lastGoodLook(definition, state, field)
    if (!look) return []
    const validUntil = lastDay(calendar, look.at, reusable)
    return [{ id: id(), subject, concept: field.concept, file: answer.file, checkedBy: departmentOf(look.desk), ref: state.ref, checkedOn: localDate(calendar, look.at), validUntil }]
  })
}

const isGranted = (end: CaseEnd | null | undefined): boolean => end === 'granted' || end === 'partly_granted'

/** Granted in these events, and not before an appeal already: that was told then. */
const isGrantedFirst = ({ events, state }: Effect): boolean => events.some((event) => event.type === 'ended' && isGranted(event.end)) && !isGranted(state.appealedAgainst)

function holderOfDocuments(effect: Effect): string | null {
  const { applicant } = effect.state
  if (effect.definition.audience === 'business') return applicant.company
  return applicant.behalf?.kind === 'person' ? applicant.behalf.subject : effect.subject
}

/** The latest look at a document, in its latest form, that ended as well as it could. */
function lastGoodLook(definition: Definition, state: CaseState, field: DataField): { desk: string; at: number } | null {
  const givenAt = lastGiven(definition, state, field)
  const looks = Object.values(state.tasks)
    .filter((task) => latestRound(state, task.name) === task)
    .flatMap((task) => task.parts.filter((part) => isGood(definition, task, part) && isSeenBy(field, part.desk)))
    .flatMap(({ desk, at }) => (at !== null && at >= givenAt ? [{ desk, at }] : []))
  return looks.reduce<{ desk: string; at: number } | null>((last, look) => (last && last.at > look.at ? last : look), null)
}

/** Outcomes are written best first: anything but the first is a doubt. */
const isGood = (definition: Definition, task: Task, part: TaskPart): boolean => part.outcome !== null && part.outcome === taskNode(definition, task.name)?.outcomes[0]

/** When the document came in that stands now: with the application, by the last correction, or with what was owed. */
function lastGiven(definition: Definition, state: CaseState, field: DataField): number {
  const corrections = Object.values(state.returns).flat().filter((sent) => sent.items.some(({ name }) => name === field.name))
  const owed = 'tolerable' in field && field.tolerable ? Object.values(state.waits).filter(({ name }) => waitNode(definition, name)?.awaits.what === 'materials') : []
  return Math.max(state.submittedAt, ...corrections.flatMap(({ answeredAt }) => answeredAt ?? []), ...owed.flatMap(({ closedAt }) => closedAt ?? []))
}

const lastDay = (calendar: Calendar, at: number, { amount, unit }: Reusable): string =>
  unit === 'y' ? yearsAfter(calendar, at, amount) : isoDate(dayNumber(localDate(calendar, at)) + amount)
