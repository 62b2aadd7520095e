import { doublePrecision, pgTable, text } from 'drizzle-orm/pg-core'

import type { EventActor } from '#app/kernel/case/case-event.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'

import type { Certificate } from '../store.ts'

import { whole } from './column-types.ts'
import { jsonColumn } from './json-column.ts'

/* A case: its state, its events, what is open on it, and what it made. */

export const cases = pgTable('cases', {
  caseId: text('case_id').primaryKey(),
  ref: text('ref').notNull(),
  service: text('service').notNull(),
  lead: text('lead').notNull(),
  person: text('person').notNull(),
  company: text('company'),
  behalf: text('behalf'),
  applicantName: text('applicant_name').notNull(),
  submittedAt: whole('submitted_at').notNull(),
  endedAt: whole('ended_at'),
  end: text('end').$type<CaseEnd>(),
  whose: text('whose').$type<Whose>().notNull(),
  yellowAt: whole('yellow_at'),
  dueAt: whole('due_at'),
  promisedDays: doublePrecision('promised_days').notNull(),
  usedDays: doublePrecision('used_days').notNull(),
  version: whole('version').notNull(),
  state: jsonColumn<CaseState>('state').notNull(),
  definitionHash: text('definition_hash').notNull(),
})

export const events = pgTable('events', {
  caseId: text('case_id').notNull(),
  version: whole('version').notNull(),
  type: text('type').notNull(),
  at: text('at').notNull(),
  actor: jsonColumn<EventActor>('actor').notNull(),
  data: jsonColumn<Readonly<Record<string, unknown>>>('data').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
})

export const tasks = pgTable('tasks', {
  caseId: text('case_id').notNull(),
  ref: text('ref').notNull(),
  service: text('service').notNull(),
  applicantName: text('applicant_name').notNull(),
  task: text('task').notNull(),
  round: whole('round').notNull(),
  desk: text('desk').notNull(),
  version: whole('version').notNull(),
  openedAt: whole('opened_at').notNull(),
  submittedAt: whole('submitted_at').notNull(),
  holderId: text('holder_id'),
  holderName: text('holder_name'),
  visitOn: text('visit_on'),
  yellowAt: whole('yellow_at'),
  dueAt: whole('due_at'),
  usedDays: doublePrecision('used_days').notNull(),
  withinDays: doublePrecision('within_days').notNull(),
})

export const timers = pgTable('timers', {
  caseId: text('case_id').notNull(),
  key: text('key').notNull(),
  dueAt: whole('due_at').notNull(),
  wakeAt: whole('wake_at').notNull(),
})

export const awaitedRecords = pgTable('awaited_records', {
  caseId: text('case_id').notNull(),
  wait: text('wait').notNull(),
  register: text('register').notNull(),
  entity: text('entity').notNull(),
  subject: text('subject').notNull(),
  lookAt: whole('look_at').notNull(),
})

export const notices = pgTable('notices', {
  caseId: text('case_id').notNull(),
  wait: text('wait').notNull(),
  since: whole('since').notNull(),
  until: whole('until').notNull(),
})

export const idempotency = pgTable('idempotency', {
  key: text('key').primaryKey(),
  caseId: text('case_id').notNull(),
  ref: text('ref').notNull(),
})

export const certificates = pgTable('certificates', {
  code: text('code').primaryKey(),
  number: text('number').notNull(),
  caseId: text('case_id').notNull(),
  ref: text('ref').notNull(),
  service: text('service').notNull(),
  template: text('template').notNull(),
  person: text('person').notNull(),
  company: text('company'),
  holder: text('holder').notNull(),
  shown: jsonColumn<Certificate['shown']>('shown').notNull(),
  issuedAt: whole('issued_at').notNull(),
  issuedOn: text('issued_on').notNull(),
  validUntil: text('valid_until'),
  revokedOn: text('revoked_on'),
  suspendedOn: text('suspended_on'),
})
