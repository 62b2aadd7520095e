import { describe, expect, test } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import type { FieldProblem, FieldProblemCode, Problem } from '#app/kernel/case/problem.ts'

import { fieldMessage, problemMessage, statusOf } from './refusal.ts'

type Code = Parameters<typeof statusOf>[0]['code']

/** One of each, with its status: the compiler asks for those that are missing. */
const problems = {
  not_found: [{ code: 'not_found' }, 404],
  not_permitted: [{ code: 'not_permitted' }, 404],
  case_ended: [{ code: 'case_ended' }, 409],
  stale_task: [{ code: 'stale_task', task: 'decision' }, 409],
  task_closed: [{ code: 'task_closed', task: 'decision' }, 409],
  claimed_by_other: [{ code: 'claimed_by_other', task: 'decision', person: 'Zhou Jie' }, 409],
  not_claimed: [{ code: 'not_claimed', task: 'decision' }, 409],
  same_person: [{ code: 'same_person', task: 'decision', other: 'acceptance' }, 409],
  not_at_desk: [{ code: 'not_at_desk', desk: 'lead.clerk' }, 409],
  unknown_outcome: [{ code: 'unknown_outcome', outcome: 'fine' }, 422],
  no_returns_left: [{ code: 'no_returns_left', task: 'decision' }, 409],
  not_open: [{ code: 'not_open', what: 'fee' }, 409],
  not_due: [{ code: 'not_due', timer: 'wait:fee' }, 409],
  wrong_amount: [{ code: 'wrong_amount', expected: 100 }, 422],
  done_already: [{ code: 'done_already', what: 'object' }, 409],
  not_movable: [{ code: 'not_movable', reasons: [{ what: 'step', name: 'visit' }] }, 409],
  too_late: [{ code: 'too_late', what: 'fee' }, 409],
  evidence_stalled: [{ code: 'evidence_stalled' }, 503],
  requirement: [{ code: 'requirement', reason: 'in_debt', names: ['debt'] }, 422],
  invalid: [{ code: 'invalid', fields: [] }, 422],
  calendar_ends: [{ code: 'calendar_ends', calendar: 'plain', version: 1, firstDay: '2026-01-01', lastDay: '2027-12-31' }, 503],
  records_changed: [{ code: 'records_changed', names: ['debt'] }, 409],
  sources_open: [{ code: 'sources_open' }, 409],
  definition_changed: [{ code: 'definition_changed' }, 409],
} satisfies { [C in Code]: [Extract<Problem, { code: C }> | Parameters<typeof statusOf>[0], number] }

const params: Record<FieldProblemCode, FieldProblem['params']> = {
  missing: undefined,
  infected_file: undefined,
  too_many_pixels: { megapixels: 25 },
  no_such_person: undefined,
  over_a_year: undefined,
  not_a_number: undefined,
  too_small: { min: 12 },
  too_large: { max: 12 },
  too_long: { max: 12 },
  not_a_choice: undefined,
  not_a_date: undefined,
  in_the_past: undefined,
  in_the_future: undefined,
  not_a_phone: undefined,
  not_a_file: undefined,
  wrong_file_type: { accept: 'pdf, png' },
  file_too_large: { megabytes: 10 },
  empty_file: undefined,
  control_characters: undefined,
  not_editable: undefined,
  not_asked: undefined,
  not_changed: undefined,
  unknown_reason: undefined,
  not_a_working_day: undefined,
}

const texts = loadLocales('locales')

describe.each(languages)('in %s', (language) => {
  const t = texts.getFixedT(language)

  test.each(Object.values(problems))('$code is told in words, with every gap filled', (problem, _status) => {
    const message = problemMessage(t, problem)
    expect(message).not.toBe('')
    expect(message).not.toContain('{{')
    expect(message).not.toBe(problem.code)
  })

  test('what is not there and what is not yours are told alike', () => {
    expect(problemMessage(t, { code: 'not_permitted' })).toBe(problemMessage(t, { code: 'not_found' }))
  })

  test.each(Object.entries(params))('the field’s %s is told in words, with its figures', (code, its) => {
    // Trusted: the keys of `params` are the codes.
    const message = fieldMessage(t, { name: 'x', code: code as FieldProblemCode, ...(its && { params: its }) })
    expect(message).not.toBe('')
    expect(message).not.toContain('{{')
    for (const figure of Object.values(its ?? {})) expect(message).toContain(String(figure))
  })

  test('has no text for a refusal that there is not', () => {
    const { field, ...plain } = texts.getResourceBundle(language, 'problems') as { field: Record<string, string> } & Record<string, string>
    expect(Object.keys(plain).sort()).toEqual(Object.keys(problems).sort())
    expect(Object.keys(field).sort()).toEqual(Object.keys(params).sort())
  })
})

test.each(Object.values(problems))('$code has its status', (problem, status) => expect(statusOf(problem)).toBe(status))

test('names take the place of codes', () => {
  const t = texts.getFixedT('en')
  expect(problemMessage(t, { code: 'same_person', task: 'decision', other: 'acceptance' }, { task: 'Decision', other: 'Acceptance' })).toContain('“Acceptance”')
})
