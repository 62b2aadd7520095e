import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import type { Step } from '#app/use-cases/steps.ts'
import { stepDepartments } from '#app/view/step-departments.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { visitKind } from './visit-kind.ts'

export type StepRow = { name: string; title: string; departments: string; state: Step['state']; word: string; notes: readonly string[] }

/** The way of a case, step by step, as people read it. */
export function stepRows(t: TFunction, lang: Language, { steps, state, definition }: Pick<FollowedCase, 'steps' | 'state' | 'definition'>): StepRow[] {
  return steps.map((step) => ({
    name: step.name,
    title: stepLabel(t, state.service, step.name),
    departments: stepDepartments(t, state.service, step).join(' · '),
    state: step.state,
    word: t(`cases:steps.${step.kind === 'wait' && step.state === 'now' ? 'waiting' : step.state}`),
    notes: notesOf(step),
  }))

  function notesOf(step: Step): string[] {
    const done = step.state === 'done' && step.doneAt !== null ? [formatDate(step.doneAt, lang)] : []
    const outcome = step.state === 'done' && step.outcome && step.kind === 'task' ? [t(`services/${state.service}:outcomes.${baseName(step.name)}.${step.outcome}`)] : []
    const visit = step.visitOn ? [t(`cases:steps.visit_${visitKind(definition, step.name)}`, { date: formatDate(step.visitOn, lang) })] : []
    return [...outcome, ...done, ...visit]
  }
}
