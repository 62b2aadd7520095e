import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import type { DataField, Definition } from '#app/kernel/definition/definition.ts'
import { baseName, itemOf } from '#app/kernel/definition/item-name.ts'

import { byItem } from './by-item.ts'

export type AnsweredField = { field: DataField; answer: Answer }

/** What was answered, in the order of the file; what stands for each item once for each, as a field of its own (`employee.2`). */
export function answeredFields({ data }: Pick<Definition, 'data'>, answers: Answers): AnsweredField[] {
  const given = Object.keys(answers)
  const fields = Object.values(data).flatMap((field): DataField[] => {
    if (field.each === null) return [field]
    return given.filter((name) => itemOf(name) !== null && baseName(name) === field.name).map((name) => ({ ...field, name }))
  })
  const answered = fields.flatMap((field): AnsweredField[] => {
    const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined
    return answer ? [{ field, answer }] : []
  })
  return byItem(answered)
}
