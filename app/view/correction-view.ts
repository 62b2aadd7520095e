import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { CorrectionField, OpenCorrection } from '#app/use-cases/open-correction.ts'

import { showSafely } from './case-answers.ts'
import { fieldLabel } from './show-value.ts'

/** One thing to answer again, with what was sent before and why it is asked for. */
export type CorrectionPoint = {
  name: string
  label: string
  href: string
  done: boolean
  before: string | null
  after: string | null
  asks: readonly { reason: string; words: string }[]
}

export type CorrectionView = { ref: string; service: string; dueOn: string | null; late: boolean; ready: boolean; points: readonly CorrectionPoint[] }

export function correctionView(t: TFunction, lang: Language, open: OpenCorrection): CorrectionView {
  const { state, dueAt, late, ready, fields } = open
  return {
    ref: state.ref,
    service: state.service,
    dueOn: dueAt === null ? null : formatDate(dueAt - 1, lang),
    late,
    ready,
    points: fields.map((field) => correctionPoint(t, lang, open, field)),
  }
}

export function correctionPoint(t: TFunction, lang: Language, { state }: OpenCorrection, { field, before, answer, done, items }: CorrectionField): CorrectionPoint {
  return {
    name: field.name,
    label: fieldLabel(t, field),
    href: `/cases/${state.ref}/correct/${field.name}`,
    done,
    before: before && showSafely(t, lang, field, before),
    after: answer && showSafely(t, lang, field, answer),
    asks: items.map(({ reason, by }) => ({
      reason: t('cases:correct.asked_by', { department: t(`departments:${departmentOf(by)}.name`), reason: t(`services/${state.service}:reasons.${reason.code}`) }),
      words: reason.text,
    })),
  }
}
