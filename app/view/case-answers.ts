import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Answer } from '#app/kernel/case/answer.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { DataField, Definition } from '#app/kernel/definition/definition.ts'
import { answeredFields } from '#app/use-cases/answered-fields.ts'

import { type AnswerNote, noteOf } from './answer-note.ts'
import { recordWords } from './record-words.ts'
import { fieldLabel, masked, showAnswer, showValue } from './show-value.ts'

/** What was handed in with a case, as a list shows it. */
export type CaseAnswer = {
  name: string
  value: string
  /** The file to open. */
  file: string | null
  source: { register: string; asOf: string; locked: boolean } | null
  /** What the register says, where the applicant said something else. */
  registerSays: string | null
  byDesk: boolean
  /** What the desk has to know of a value that stands beside a register's, or could not be compared again. */
  note: AnswerNote
}

export function caseAnswers(t: TFunction, lang: Language, catalogue: Pick<Catalogue, 'registers'>, state: CaseState, definition: Definition): CaseAnswer[] {
  const words = recordWords(t, lang, catalogue, state.answers)
  return answeredFields(definition, state.answers).flatMap(({ field, answer }) => {
    const value = words[field.name] ?? showSafely(t, lang, field, answer)
    return value ? [{ name: fieldLabel(t, field), value, file: answer.file?.id ?? null, ...originOf(t, lang, field, answer) }] : []
  })
}

/** Identity numbers are hidden but for their end; a word of a list gives nothing away. */
export function showSafely(t: TFunction, lang: Language, field: DataField, answer: Answer): string | null {
  const shown = showAnswer(t, lang, field, answer)
  return shown !== null && field.type.type === 'text' && answer.envelope?.classification === 'sensitive' ? masked(shown) : shown
}

function originOf(t: TFunction, lang: Language, field: DataField, answer: Answer): Pick<CaseAnswer, 'source' | 'registerSays' | 'byDesk' | 'note'> {
  const { envelope, source } = answer
  const edited = source === 'applicant' && envelope !== null && envelope.value !== null && field.type.type !== 'file'
  return {
    source: source === 'record' && envelope ? { register: t(`registers:${envelope.register}.name`), asOf: envelope.asOf, locked: true } : null,
    registerSays: edited && envelope.value !== null ? showValue(t, lang, field, envelope.value) : null,
    byDesk: source === 'desk',
    note: noteOf(answer),
  }
}
