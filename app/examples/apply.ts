import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import { applicableFields } from '#app/kernel/case/check-application.ts'
import { decide, type Decided } from '#app/kernel/case/decide.ts'
import { startOfDay } from '#app/kernel/clock/calendar.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'

import { checkRecords } from './check-records.ts'
import { compareAsked } from './compare-asked.ts'
import { type Example, within, type Wrong, wrong } from './example.ts'
import { givenAnswers } from './given-answers.ts'
import { OPENING_MS } from './go-to.ts'
import { heldAnswers } from './held-answers.ts'
import type { Setting } from './setting.ts'

/** The application, given to the rules; or what is wrong with how it is told. */
export type Applied = { ok: true; now: number; decided: Decided } | { ok: false; problems: readonly Wrong[] }

/** Fills in a draft from the records, adds the answers, and hands it in at nine on the day it begins. */
export function apply(setting: Setting, example: Example): Applied {
  const { definition, calendar, registers } = setting
  const strange = [example.records, ...Object.values(example.others)].map((records) => checkRecords(records, registers, definition.audience))
  const places = [['records'], ...Object.keys(example.others).map((who) => ['others', who])]
  const held = heldAnswers(setting, example)
  const given = givenAnswers(definition, held.answers, example.answers)
  const usual = givenAnswers(definition, held.answers, example.usualAnswers, true)
  const now = startOfDay(calendar, example.begins) + OPENING_MS
  const answers = { ...held.answers, ...usual.answers, ...given.answers }
  const problems = [
    ...strange.flatMap((all, i) => all.map((one) => within(places[i] ?? [], one))),
    ...held.problems,
    ...[...usual.problems, ...given.problems].map((one) => within(['answers'], one)),
    ...(example.expected.refusedAtOnce === null ? notAsked(setting, given.answers, answers, now) : []),
    ...compareAsked(setting, example.asked, answers, now),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const { applicant, actor } = applicantOf(setting, example)
  const command = { type: 'submit' as const, caseId: 'example', ref: 'EXAMPLE', applicant, answers }
  return { ok: true, now, decided: decide(definition, null, command, { now, calendar, actor, code: 'code1-' }) }
}

/** Answers to questions whose condition does not hold would be dropped: an example that gives them is mistaken. */
function notAsked({ definition, calendar }: Setting, given: Answers, answers: Answers, now: number): Wrong[] {
  const asked = new Set(applicableFields(definition, answers, { calendar, now }).map((field) => field.name))
  return Object.keys(given).filter((name) => !asked.has(name)).map((name) => {
    const field = fieldNamed(definition, name)
    return wrong(['answers', name], `"${name}" is not asked here${field?.when ? `: ${field.when} does not hold` : ': there is no such item'}`)
  })
}

function applicantOf({ definition }: Setting, { records }: Example) {
  const code = String(records['companies.company']?.[0]?.credit_code ?? 'company')
  const company = definition.audience === 'business' ? { company: code, companyName: code } : { company: null, companyName: null }
  const actor: Actor = { kind: 'citizen', id: 'applicant', name: 'The applicant', companies: [code] }
  return { actor, applicant: { person: actor.id, name: actor.name, ...company } }
}
