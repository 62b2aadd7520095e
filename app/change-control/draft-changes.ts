import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import { applicableFields, type ApplicationField, checkApplication, isAsked } from '#app/kernel/case/check-application.ts'
import type { Context } from '#app/kernel/case/context.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

/** What a new version of a service means for somebody in the middle of an application. */
export type DraftChanges = {
  /** Asked now, and not before. */
  fresh: readonly ApplicationField[]
  /** Answered, but the answer no longer fits. */
  again: readonly ApplicationField[]
  /** Answered, and no longer asked: the answer stays with the draft and is not sent. */
  dropped: readonly ApplicationField[]
  /** Answered, and now taken from a register. */
  held: readonly ApplicationField[]
}

/** @param typed the answers as the applicant left them; @param carried the same by the new version, with what registers hold */
export function draftChanges(before: Definition, after: Definition, typed: Answers, carried: Answers, when: Pick<Context, 'calendar' | 'now'>): DraftChanges {
  const [old, now] = [applicableFields(before, typed, when), applicableFields(after, carried, when)]
  const misfits = new Set(checkApplication(after, carried, when).filter(({ code }) => code !== 'missing').map(({ name }) => name))
  const isHeld = ({ name }: ApplicationField): boolean => isTyped(typed[name]) && carried[name]?.source === 'record'
  const again = now.filter((field) => isTyped(typed[field.name]) && !isHeld(field) && (misfits.has(field.name) || carried[field.name] === undefined))
  return {
    fresh: now.filter((field) => !old.some(({ name }) => name === field.name) && !isTyped(typed[field.name]) && isAsked(field, carried[field.name])),
    again,
    dropped: old.filter((field) => isTyped(typed[field.name]) && !now.some(({ name }) => name === field.name)),
    held: now.filter(isHeld),
  }
}

export const isAnyChange = (changes: DraftChanges): boolean => Object.values(changes).some((fields) => fields.length > 0)

const isTyped = (answer: Answer | undefined): boolean => answer?.source === 'promised' || (answer?.source === 'applicant' && answer.value !== null)
