import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import { promised } from '#app/kernel/case/answer.ts'
import { type ApplicationField, applicableFields } from '#app/kernel/case/check-application.ts'
import type { Context } from '#app/kernel/case/context.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { file, held, typed } from './play.ts'

/** A number below another: what a play draws from. */
export type Draw = (below: number) => number

/** A valid answer to everything a random service asks, one field after the other, since one answer decides what is asked next. */
export function randomAnswers(definition: Definition, draw: Draw, when: Pick<Context, 'calendar' | 'now'>): Answers {
  const answers: Record<string, Answer> = {}
  for (let round = 0; round < 10; round += 1) {
    const open = applicableFields(definition, answers, when).filter((field) => !answers[field.name])
    if (open.length === 0) break
    for (const field of open) answers[field.name] = randomAnswer(field, draw)
  }
  return answers
}

export function randomAnswer(field: ApplicationField, draw: Draw): Answer {
  if (field.kind === 'record') return held(field.name, field.optional && draw(2) === 0 ? null : valueFor(field, draw))
  if (field.tolerable && draw(2) === 0) return promised
  return field.type.type === 'file' ? { ...typed('f1'), file } : typed(valueFor(field, draw))
}

function valueFor({ type }: ApplicationField, draw: Draw): Answer['value'] {
  switch (type.type) {
    case 'integer':
      return type.min + draw(Math.min(200, type.max - type.min + 1))
    case 'money':
      return draw(type.max)
    case 'choice':
      return type.of[draw(type.of.length)] ?? null
    case 'yes_no':
      return draw(2) === 0
    case 'date':
      return '2026-04-01'
    default:
      return 'some text'
  }
}
