import type { Answers } from '#app/kernel/case/answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { type Prefill, readRecords } from './read-records.ts'

export type Fresh = Prefill & { changed: readonly string[] }

/**
 * The answers of a draft with records as they are now, and the names of the record values that are no longer what the
 * applicant saw. An edited value stays; only the register's value beside it is renewed.
 */
export async function freshRecords(env: Environment, definition: Definition, draft: Draft): Promise<Fresh> {
  const person = await env.store.people.find(draft.person)
  const now = await readRecords(env, definition, { person: person?.subject ?? null, company: draft.company })
  const answers: Record<string, Answers[string]> = { ...draft.answers }
  const changed: string[] = []
  for (const field of Object.values(definition.data)) {
    if (field.kind !== 'record') continue
    const before = draft.answers[field.name]
    const after = heldNow(now, draft, field)
    if (before?.source === 'applicant' || (before?.source === 'promised' && !after)) {
      answers[field.name] = { ...before, envelope: after?.envelope ?? before.envelope }
      continue
    }
    if ((before?.value ?? null) !== (after?.value ?? null)) changed.push(field.name)
    if (after) answers[field.name] = after
    else delete answers[field.name]
  }
  return { answers, options: now.options, changed }
}

/** What is held now for a field: for a picked record, of the same record as before. */
function heldNow(now: Prefill, draft: Draft, field: { name: string; pick: boolean; with: string | null }) {
  const picked = field.pick ? field.name : field.with
  if (picked === null) return now.answers[field.name]
  const key = draft.answers[picked]?.envelope?.key
  const options = now.options[field.pick ? field.name : `${picked}.${field.name}`]
  const envelope = options?.find((one) => one.key === key)
  return envelope ? { value: envelope.value, source: 'record' as const, envelope, file: null } : key === undefined ? now.answers[field.name] : undefined
}
