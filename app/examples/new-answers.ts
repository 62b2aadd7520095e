import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import { isApplicationField } from '#app/kernel/case/check-application.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'
import { typedAnswer } from './typed-answer.ts'

/** What the applicant gives in the course of the case. */
export function newAnswers({ setting }: Playing, { gives, name }: Step): { answers: Answers } | Wrong {
  if (gives === null) return wrong([name], 'say what the applicant gives, as gives: { floor_plan: new-plan.pdf }')
  const answers: Record<string, Answer> = {}
  for (const [wanted, value] of Object.entries(gives)) {
    const field = fieldNamed(setting.definition, wanted)
    if (!field || !isApplicationField(field)) return wrong(['gives', wanted], `the applicant gives no "${wanted}"${hint(wanted, Object.keys(setting.definition.data))}`)
    answers[wanted] = typedAnswer(field, value)
  }
  return { answers }
}

/** Where the rules find fault with what was given. */
export function placedInGives({ gives }: Step, problem: Problem): Wrong {
  const field = problem.code === 'invalid' ? problem.fields[0] : undefined
  return wrong(field && gives && Object.hasOwn(gives, field.name) ? ['gives', field.name] : ['gives'], sayRefusal(problem))
}
