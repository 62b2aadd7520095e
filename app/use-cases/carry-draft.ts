import { type DraftChanges, draftChanges } from '#app/change-control/draft-changes.ts'
import type { Answer } from '#app/kernel/case/answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Draft } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { fromRecord } from './read-records.ts'
import { openSources } from './start-application.ts'

export type CarriedDraft = { draft: Draft; changes: DraftChanges }

/**
 * A draft as it is by a newer version of its service: answers by their names, whether they still fit or not. A register
 * that the new version reads and the old did not is one the applicant has not agreed to. Nothing is read or saved; the
 * draft names the version its applicant last saw.
 */
export async function carryDraft(env: Environment, draft: Draft, definition: Definition): Promise<CarriedDraft> {
  const before = await definitionOf(env, draft.service, draft.definitionHash).catch(() => definition)
  const answers = Object.fromEntries(Object.entries(draft.answers).map(([name, answer]) => [name, heldNow(definition, name, answer)]))
  const changes = draftChanges(before, definition, draft.answers, answers, { calendar: env.catalogue.calendar, now: env.now() })
  return { draft: { ...draft, answers, sources: { ...openSources(definition), ...draft.sources } }, changes }
}

/** What was asked once and is now read from a register counts as the register says. */
function heldNow(definition: Definition, name: string, answer: Answer): Answer {
  const field = definition.data[name]
  const isLocked = field?.kind === 'record' && !field.editable && !field.pick
  return isLocked && answer.source === 'applicant' && answer.envelope !== null && !answer.differs ? fromRecord(answer.envelope) : answer
}
