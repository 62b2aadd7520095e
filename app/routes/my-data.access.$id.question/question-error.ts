import type { TFunction } from 'i18next'

import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import { given } from '#app/kernel/case/answer.ts'

/** What is wrong with the question, by the rules of every text; null when nothing is. */
export function questionError(t: TFunction, text: string, most: number): string | null {
  const problem = checkAnswer('question', { type: 'text', maxLength: most }, given(text), '')
  if (problem === null) return null
  if (problem.code === 'too_long') return t('mydata:question.long', { max: most })
  return t(problem.code === 'missing' ? 'mydata:question.missing' : 'mydata:question.unreadable')
}
