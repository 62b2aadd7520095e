import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'

import { type AnswerRow, answerRow } from './record-rows.ts'

/** Why somebody can't apply now: the rule, the way out, and the values that cause it. */
export type Stop = { reason: string; why: string; way: string; causes: readonly AnswerRow[] }

/** A rule about what has not been answered yet stops nobody: first the answer. */
export const stopsOf = (t: TFunction, lang: Language, { unmet, fields, definition, problems }: OpenDraft): Stop[] =>
  unmet.filter(({ names }) => !problems.some((problem) => names.includes(problem.name))).map(({ reason, names }) => ({
    reason,
    why: t(`services/${definition.service}:requires.${reason}.why`),
    way: t(`services/${definition.service}:requires.${reason}.way`),
    causes: fields.filter(({ field }) => names.includes(field.name)).map((one) => ({ ...answerRow(t, lang)(one), change: false })),
  }))
