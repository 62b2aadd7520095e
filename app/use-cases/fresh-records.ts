import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { isAgreed } from '#app/kernel/records/sources.ts'
import type { Draft, StoredPerson } from '#db/store.ts'

import { subjectsOf } from './subjects-of.ts'
import type { Environment } from './environment.ts'
import { fromRecord, type Prefill, readRecords } from './read-records.ts'
import { readingForDraft } from './reading.ts'
import { outdatedEvidence } from './reuse-evidence.ts'

export type Fresh = Prefill & {
  /** Values that are no longer what the applicant saw. */
  changed: readonly string[]
  /** Values of registers that did not answer now: as old as the draft. */
  unconfirmed: readonly string[]
}

/**
 * The answers of a draft with records as they are now, of the registers the applicant agreed to. What they typed stays;
 * only the register's value beside it is renewed. Of a register that does not answer, values stay as they were.
 * @param known whose draft it is, when they were read already
 */
export async function freshRecords(env: Environment, definition: Definition, draft: Draft, actor: Actor, known: StoredPerson | null = null): Promise<Fresh> {
  const subjects = await subjectsOf(env, draft, known)
  const now = await readRecords(env, definition, subjects, readingForDraft(definition, actor, subjects, draft.id), (register) => isAgreed(draft.sources[register]))
  const renewing = new Renewing(draft, now)
  for (const name of new Set([...Object.keys(definition.data), ...Object.keys(draft.answers), ...Object.keys(now.answers)])) {
    const field = fieldNamed(definition, name)
    // What stands for each item is known by its items' names only.
    if (field?.kind === 'record' && (field.items === null || name !== field.name)) renewing.renew(name, field)
  }
  for (const name of outdatedEvidence(draft, localDate(env.catalogue.calendar, env.now()))) renewing.drop(name)
  return { answers: renewing.answers, options: renewing.options(), sources: { ...draft.sources, ...now.sources }, changed: renewing.changed, unconfirmed: renewing.unconfirmed }
}

class Renewing {
  readonly answers: Record<string, Answer>
  readonly changed: string[] = []
  readonly unconfirmed: string[] = []
  private readonly draft: Draft
  private readonly now: Prefill

  constructor(draft: Draft, now: Prefill) {
    this.draft = draft
    this.now = now
    this.answers = { ...draft.answers }
  }

  drop(name: string): void {
    delete this.answers[name]
    this.changed.push(name)
  }

  renew(name: string, field: RecordField): void {
    const standing = this.now.sources[field.register]
    const before = this.draft.answers[name]
    if (standing === undefined) return
    if (standing !== 'read') {
      if (before?.source === 'record') this.unconfirmed.push(name)
      return
    }
    const after = heldNow(this.now, this.draft, { ...field, name })
    if (before?.source === 'applicant') return this.besideTyped(name, field, before, after)
    if (before?.source === 'promised' && !after) return
    if ((before?.value ?? null) !== (after?.value ?? null)) this.changed.push(name)
    if (after) this.answers[name] = after
    else delete this.answers[name]
  }

  /** What the applicant gave wins. Where they could not have changed a record's value, they are shown both, once. */
  private besideTyped(name: string, field: RecordField, before: Answer, after: Answer | undefined): void {
    if (!after?.envelope) return
    if (after.value === before.value) {
      this.answers[name] = after
      return
    }
    const isLocked = !field.editable && !field.pick
    const differs = before.differs ?? (isLocked ? { because: 'typed_first' as const } : undefined)
    if (isLocked && before.differs === undefined) this.changed.push(name)
    this.answers[name] = { ...before, envelope: after.envelope, ...(differs ? { differs } : {}) }
  }

  /** A register that did not answer leaves the choices there were. */
  options(): Prefill['options'] {
    return { ...this.draft.options, ...this.now.options }
  }
}

/** What is held now for a field: for a picked record, of the same record as before. */
function heldNow(now: Prefill, draft: Draft, field: { name: string; pick: boolean; with: string | null }): Answer | undefined {
  const picked = field.pick ? field.name : field.with
  if (picked === null) return now.answers[field.name]
  const key = draft.answers[picked]?.envelope?.key
  const options = now.options[field.pick ? field.name : `${picked}.${field.name}`]
  const envelope = options?.find((one) => one.key === key)
  return envelope ? fromRecord(envelope) : key === undefined ? now.answers[field.name] : undefined
}

/** The answers as they are handed in: those of silent registers are marked, so that the desk knows. */
export function markUnconfirmed(answers: Answers, unconfirmed: readonly string[]): Answers {
  const marked = unconfirmed.flatMap((name) => (answers[name] ? [[name, { ...answers[name], unconfirmed: true as const }] as const] : []))
  return { ...answers, ...Object.fromEntries(marked) }
}

