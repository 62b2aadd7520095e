import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { isDisputable } from '#app/use-cases/dispute-record.ts'
import type { DraftField } from '#app/use-cases/open-draft.ts'

import { fieldLabel, masked, showAnswer, showValue } from './show-value.ts'

/** A value of a draft as a summary list shows it: whose it is, where from, where to change it. */
export type AnswerRow = {
  name: string
  field: string
  /** Null: nothing is known. */
  value: string | null
  file: string | null
  source: { register: string; asOf: string; locked: boolean } | null
  /** What the register says, where the applicant says something else. */
  registerSays: string | null
  /** For a field no register holds a value of. */
  notHeldBy: string | null
  change: boolean
  /** A register's value that the applicant can only have put right where it is kept. */
  disputable: boolean
  /** The case in which they say that it is wrong. */
  disputed: string | null
}

export const answerRow = (t: TFunction, lang: Language) => ({ field, answer, asked }: DraftField): AnswerRow => {
  const envelope = answer?.envelope ?? null
  const edited = envelope !== null && answer?.source === 'applicant'
  const hide = (text: string | null): string | null => (text !== null && isHidden(envelope?.classification, field.type.type) ? masked(text) : text)
  const said = envelope?.value ?? null
  return {
    name: fieldLabel(t, field),
    field: field.name,
    value: hide(showAnswer(t, lang, field, answer)),
    file: answer?.file?.id ?? null,
    source: envelope && { register: t(`registers:${envelope.register}.name`), asOf: envelope.asOf, locked: !asked },
    registerSays: edited && said !== null && field.type.type !== 'file' ? hide(showValue(t, lang, field, said)) : null,
    notHeldBy: field.kind === 'record' && !asked && answer === null ? t(`registers:${field.register}.name`) : null,
    change: asked,
    disputable: isDisputable({ field, answer, asked }),
    disputed: answer?.differs?.because === 'disputed' ? answer.differs.ref : null,
  }
}

/** Numbers that open doors elsewhere; a word of a list gives nothing away that the page does not need. */
const isHidden = (classification: string | undefined, type: string): boolean => classification === 'sensitive' && type === 'text'
