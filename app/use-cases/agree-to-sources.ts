import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'
import type { Draft, StoredPerson } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { openDraft, type WhichDraft } from './open-draft.ts'
import { readRecords, registersRead } from './read-records.ts'
import { readingForDraft } from './reading.ts'
import { saveDraft, type Saved } from './save-answer.ts'
import { subjectsOf } from './subjects-of.ts'

/**
 * The applicant has seen which registers would be read, and says which may be; those are read now, each once. What they
 * have typed already stays. Problems: `not_found`, `too_late` (submitted meanwhile).
 * @param declined ids of registers they would rather not have read
 * @param known who is asking, when they were read already
 */
export async function agreeToSources(env: Environment, actor: Actor, which: WhichDraft, declined: readonly string[], known: StoredPerson | null = null): Promise<Saved> {
  const open = await openDraft(env, actor, which)
  if (!open) return refuse({ code: 'not_found' })
  const { draft, definition } = open
  if (draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const asked = registersRead(definition).filter((register) => (draft.sources[register] ?? 'open') === 'open')
  return readInto(env, actor, draft, definition, { agreed: asked.filter((register) => !declined.includes(register)), declined: asked.filter((register) => declined.includes(register)), known })
}

/** One register after all: declined before, or silent when it was read. Problems as above; `not_found` for one that the service does not read. */
export async function agreeToSource(env: Environment, actor: Actor, which: WhichDraft, register: string): Promise<Saved> {
  const open = await openDraft(env, actor, which)
  if (!open || !registersRead(open.definition).includes(register)) return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  if (open.draft.sources[register] === 'read') return { ok: true, draft: open.draft }
  return readInto(env, actor, open.draft, open.definition, { agreed: [register], declined: [], known: null })
}

type Chosen = { agreed: readonly string[]; declined: readonly string[]; known: StoredPerson | null }

async function readInto(env: Environment, actor: Actor, draft: Draft, definition: Definition, { agreed, declined, known }: Chosen): Promise<Saved> {
  const subjects = await subjectsOf(env, draft, known)
  const prefill = await readRecords(env, definition, subjects, readingForDraft(definition, actor, subjects, draft.id), (register) => agreed.includes(register))
  const sources: Sources = { ...draft.sources, ...prefill.sources, ...Object.fromEntries(declined.map((register) => [register, 'declined' as const])) }
  const typed = Object.entries(draft.answers).filter(([, answer]) => answer.source !== 'record' || !agreed.includes(answer.envelope?.register ?? ''))
  const answers = { ...prefill.answers, ...Object.fromEntries(typed) }
  return saveDraft(env, draft, answers, { options: { ...draft.options, ...prefill.options }, sources })
}
