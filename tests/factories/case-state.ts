import type { CaseState } from '#app/kernel/case/case-state.ts'

import { at } from './definition.ts'

/** An open case on which nothing has happened but its submission. */
export const buildCaseState = (overrides: Partial<CaseState> = {}): CaseState => ({
  id: 'case-1',
  ref: 'REF-case-1',
  service: 'trial',
  definitionHash: 'trial',
  calendarVersion: 1,
  version: 1,
  changedAt: at('2026-03-02'),
  applicant: { person: 'p1', name: 'Li Na', company: null, companyName: null },
  parent: null,
  submittedAt: at('2026-03-02'),
  answers: {},
  tasks: {},
  skipped: [],
  choices: {},
  waits: {},
  subs: {},
  counts: {},
  autos: [],
  returns: {},
  segments: [{ from: at('2026-03-02'), to: null, whose: 'office' }],
  results: [],
  extended: 0,
  appealedAt: null,
  end: null,
  endedAt: null,
  ...overrides,
})
