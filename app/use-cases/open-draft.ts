import type { DraftChanges } from '#app/change-control/draft-changes.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer } from '#app/kernel/case/answer.ts'
import { applicableFields, type ApplicationField, checkApplication, isAsked, unmetRequirements } from '#app/kernel/case/check-application.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'
import type { Definition, Requirement } from '#app/kernel/definition/definition.ts'
import { may } from '#app/kernel/permission.ts'
import type { Draft } from '#db/store.ts'

import { byItem } from './by-item.ts'
import { carryDraft } from './carry-draft.ts'
import type { Environment } from './environment.ts'

/** A draft as its pages need it. */
export type OpenDraft = {
  draft: Draft
  definition: Definition
  /** Everything that matters for this application, in the order of the file, item by item. */
  fields: readonly DraftField[]
  /** What still has to be answered or mended. */
  problems: readonly FieldProblem[]
  /** Why the applicant can't apply now. */
  unmet: readonly Requirement[]
  /** What a newer version of the service changes, until the applicant goes on by it. */
  changes: DraftChanges | null
}

export type DraftField = {
  field: ApplicationField
  answer: Answer | null
  /** For the applicant to answer; otherwise a record's value, only shown. */
  asked: boolean
  state: 'done' | 'todo' | 'optional'
}

/** A draft by its id, or as it was opened a moment ago: what is saved or handed in of it is compared with what is kept then. */
export type WhichDraft = string | OpenDraft

/** Null for a draft that is not there, or not the actor's. One that is open already is not read again. */
export async function openDraft(env: Environment, actor: Actor | null, which: WhichDraft): Promise<OpenDraft | null> {
  if (typeof which !== 'string') return may(actor, 'open_draft', { draft: which.draft }, 'own_affairs') ? which : null
  const draft = await env.store.drafts.load(which)
  if (!draft || !may(actor, 'open_draft', { draft }, 'own_affairs')) return null
  // A draft follows the service: answers are carried to a new version by their names.
  const definition = env.catalogue.services[draft.service]
  if (!definition) return null
  if (definition.hash === draft.definitionHash || draft.submittedRef !== null) return describeDraft(env, draft, definition)
  const carried = await carryDraft(env, draft, definition)
  return describeDraft(env, carried.draft, definition, carried.changes)
}

/** What only a page asks is found when it asks. */
export function describeDraft(env: Environment, draft: Draft, definition: Definition, changes: DraftChanges | null = null): OpenDraft {
  const when = { calendar: env.catalogue.calendar, now: env.now() }
  const problems = once(() => checkApplication(definition, draft.answers, when))
  const fields = once(() => draftFields(draft, applicableFields(definition, draft.answers, when), problems()))
  const unmet = once(() => unmetRequirements(definition, draft.answers, when))
  return {
    draft,
    definition,
    changes,
    get fields() {
      return fields()
    },
    get problems() {
      return problems()
    },
    get unmet() {
      return unmet()
    },
  }
}

function once<Found>(find: () => Found): () => Found {
  let found: { it: Found } | null = null
  return () => (found ??= { it: find() }).it
}

function draftFields(draft: Draft, fields: readonly ApplicationField[], problems: readonly FieldProblem[]): DraftField[] {
  const wrong = new Set(problems.map((problem) => problem.name))
  const described = fields.map((field): DraftField => {
    const answer = draft.answers[field.name] ?? null
    const picks = field.kind === 'record' && field.pick && (draft.options[field.name]?.length ?? 0) > 0
    const asked = picks || isAsked(field, answer ?? undefined)
    const state = wrong.has(field.name) ? 'todo' : answer && (answer.value !== null || answer.source === 'promised') ? 'done' : 'optional'
    return { field, answer, asked, state }
  })
  return byItem(described)
}
