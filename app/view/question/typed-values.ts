import type { Answer } from '#app/kernel/case/answer.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

/** A saved answer as it would be typed: what the boxes of a form hold. */
export function typedValues({ type }: QuestionType, name: string, answer: Answer | null): Record<string, string> {
  const value = answer?.value ?? null
  if (value === null || type === 'file') return {}
  if (type === 'date') {
    const [year = '', month = '', day = ''] = String(value).split('-')
    return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day }
  }
  if (type === 'yes_no') return { [name]: value === true ? 'yes' : 'no' }
  // People write yuan; fen only if there are any.
  if (type === 'money') return { [name]: (Number(value) / 100).toFixed(2).replace('.00', '') }
  return { [name]: String(value) }
}
