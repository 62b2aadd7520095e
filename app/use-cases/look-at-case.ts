import { type Actor, eventActor } from '#app/kernel/case/actor.ts'
import { type CaseState, openTasks } from '#app/kernel/case/case-state.ts'
import { heldDesks } from '#app/kernel/permission.ts'
import type { DataField, Definition } from '#app/kernel/definition/definition.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { shownFrom } from '#app/kernel/records/delay.ts'
import type { AccessEntry } from '#db/store.ts'

import type { AnsweredField } from './answered-fields.ts'
import type { Environment } from './environment.ts'
import { subjectOf } from './read-records.ts'
import { entryOf, ownOf, type Subjects } from './reading.ts'
import { subjectsFor } from './subjects-of.ts'

/**
 * Writes down that a clerk looks at these answers of a case, for everybody whom they are about. Throws when it can't be
 * written: then nothing is shown.
 */
export async function logLook(env: Environment, actor: Actor, definition: Definition, state: CaseState, seen: readonly AnsweredField[], what: 'case' | 'file' = 'case'): Promise<void> {
  const desks = heldDesks(state, actor)
  const subjects = await subjectsFor(env, state.applicant)
  const now = env.now()
  const request = env.chance.id(now)
  const tasks = tasksHeld(state, actor)
  const reading = {
    reader: eventActor(actor),
    service: state.service,
    department: desks[0]?.split('.')[0] ?? definition.lead,
    desk: desks[0] ?? null,
    ref: state.ref,
    draft: null,
    applicant: { name: state.applicant.name, own: ownOf(subjects) },
  }
  const entries = [...bySubject(env, definition, state, subjects, seen)].map(([subject, fields]): AccessEntry => ({
    id: env.chance.id(now),
    request,
    at: now,
    ...entryOf(reading, subject),
    what,
    register: null,
    agreement: null,
    purpose: `task:${tasks[0] ?? ''}`,
    fields,
    outcome: 'read',
    why: null,
    shownFrom: shownFrom(env.catalogue.delays, state.service, tasks, now),
  }))
  if (entries.length > 0) await env.store.access.append(entries, [])
}

const tasksHeld = (state: CaseState, actor: Actor): string[] =>
  openTasks(state).filter((task) => task.parts.some((part) => part.claimedBy?.id === actor.id && part.outcome === null)).map((task) => baseName(task.name))

/** Whom each value is about: whom a register keeps it on, or else the company or person who applies. */
function bySubject(env: Environment, definition: Definition, state: CaseState, subjects: Subjects, seen: readonly AnsweredField[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { field } of seen) {
    const subject = aboutWhom(env, definition, field, subjects, state)
    if (subject !== null) found.set(subject, [...(found.get(subject) ?? []), field.name])
  }
  return found
}

function aboutWhom({ catalogue }: Environment, definition: Definition, field: DataField, subjects: Subjects, { answers }: CaseState): string | null {
  const own = definition.audience === 'business' ? (subjects.company ?? subjects.person) : subjects.person
  return field.kind === 'record' ? (subjectOf(catalogue, field, subjects, answers) ?? own) : own
}
