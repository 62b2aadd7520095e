import type { CaseEvent } from '#app/kernel/case/case-event.ts'

import { at } from './definition.ts'

const actor = { kind: 'citizen', id: 'p1', name: 'Li Na' } as const

export const buildSubmitted = (overrides: Partial<CaseEvent & { type: 'submitted' }> = {}): CaseEvent & { type: 'submitted' } => ({
  type: 'submitted',
  at: at('2026-03-02'),
  actor,
  caseId: 'case-1',
  ref: 'REF-case-1',
  service: 'trial',
  definitionHash: 'trial',
  definitionVersion: 1,
  calendarVersion: 1,
  applicant: { person: 'p1', name: 'Li Na', company: null, companyName: null },
  answers: {},
  ...overrides,
})

export const buildSkipped = (task: string): CaseEvent => ({ type: 'task_skipped', task, at: at('2026-03-03'), actor })
