import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import { subNode } from '#app/kernel/definition/nodes.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import type { Step } from '#app/use-cases/steps.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** A part of a life event: how it stands, where to see more, what it says. */
export type Part = { name: string; title: string; href: string | null; status: { end: CaseEnd | null; whose: Whose } | null; line: string | null }

/** The parts of a life event in the order they are done; none where a case has no parts. */
export function partsView(t: TFunction, lang: Language, { steps, state, definition, parts }: Pick<FollowedCase, 'steps' | 'state' | 'definition' | 'parts'>): Part[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'sub' || !subNode(definition, step.name)) return []
    const row = parts.find((part) => part.sub === step.name)
    const known = row ? { end: row.end ?? state.subs[step.name]?.end ?? null, whose: row.whose } : null
    return [{ name: step.name, title: stepLabel(t, state.service, step.name), href: row?.childRef ? `/cases/${row.childRef}` : null, status: known, line: lineOf(t, lang, step, known, state.subs[step.name]?.problem ?? null) }]
  })
}

function lineOf(t: TFunction, lang: Language, step: Step, status: Part['status'], problem: string | null): string | null {
  if (!status) return t(`cases:steps.${step.state}`)
  if (problem !== null) return t('cases:parts.not_begun')
  if (status.end !== null && step.doneAt !== null) {
    const on = t('cases:parts.on', { date: formatDate(step.doneAt, lang) })
    return status.end === 'refused' || status.end === 'lapsed' ? `${on} ${t('cases:parts.others')}` : on
  }
  // The status says whose turn it is.
  return null
}
