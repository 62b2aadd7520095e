import type { Answers } from '#app/kernel/case/answer.ts'
import { applicableFields, isAsked } from '#app/kernel/case/check-application.ts'

import { type Wrong, wrong } from './example.ts'
import type { Setting } from './setting.ts'

/** What the applicant must answer, against what the example says they are asked; null: it says nothing of it. */
export function compareAsked({ definition, calendar }: Setting, asked: readonly string[] | null, answers: Answers, now: number): Wrong[] {
  if (asked === null) return []
  const fields = applicableFields(definition, answers, { calendar, now })
  const found = fields.filter((field) => isAsked(field, answers[field.name]) && answers[field.name]?.envelope == null).map((field) => field.name)
  const same = [...found].sort().join() === [...asked].sort().join()
  return same ? [] : [wrong(['asked'], found.length === 0 ? 'this applicant is asked for nothing' : `this applicant is asked for: [${found.join(', ')}]`)]
}
