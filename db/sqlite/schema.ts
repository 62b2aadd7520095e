import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { AnswerFile, Answers, Envelope, Value } from '#app/kernel/case/answer.ts'
import type { Assurance } from '#app/kernel/assurance.ts'
import type { EventActor } from '#app/kernel/case/case-event.ts'
import type { Behalf, CaseState } from '#app/kernel/case/case-state.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd, Definition } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import type { Mandate } from '../mandate-store.ts'
import type { OnceKind } from '../once-store.ts'
import type { Certificate, Standing, TallyKind } from '../store.ts'

import { jsonColumn } from './json-column.ts'

export * from './access-schema.ts'
export * from './chain-schema.ts'

/*
 * The columns of every table, for types and queries. Keys, indexes and computed columns (`sort`, `list_sort`) are in
 * migrations/*.sql, the only place they are made. Instants are epoch ms, but for events.at (ISO 8601 in UTC); days are YYYY-MM-DD; numbers of days are wd.
 */

const caseColumns = {
  caseId: text('case_id').primaryKey(),
  ref: text('ref').notNull(),
  service: text('service').notNull(),
  lead: text('lead').notNull(),
  person: text('person').notNull(),
  company: text('company'),
  behalf: text('behalf'),
  applicantName: text('applicant_name').notNull(),
  submittedAt: integer('submitted_at').notNull(),
  endedAt: integer('ended_at'),
  end: text('end').$type<CaseEnd>(),
  whose: text('whose').$type<Whose>().notNull(),
  yellowAt: integer('yellow_at'),
  dueAt: integer('due_at'),
  promisedDays: real('promised_days').notNull(),
  usedDays: real('used_days').notNull(),
  version: integer('version').notNull(),
  state: jsonColumn<CaseState>('state').notNull(),
  definitionHash: text('definition_hash').notNull(),
}

export const cases = sqliteTable('cases', caseColumns)

/** The same table with the state as the text that is kept: what is hashed is what is written. */
export const casesAsText = sqliteTable('cases', { ...caseColumns, state: text('state').notNull() })

export const events = sqliteTable('events', {
  caseId: text('case_id').notNull(),
  version: integer('version').notNull(),
  type: text('type').notNull(),
  at: text('at').notNull(),
  actor: jsonColumn<EventActor>('actor').notNull(),
  data: jsonColumn<Readonly<Record<string, unknown>>>('data').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
})

export const tasks = sqliteTable('tasks', {
  caseId: text('case_id').notNull(),
  ref: text('ref').notNull(),
  service: text('service').notNull(),
  applicantName: text('applicant_name').notNull(),
  task: text('task').notNull(),
  round: integer('round').notNull(),
  desk: text('desk').notNull(),
  version: integer('version').notNull(),
  openedAt: integer('opened_at').notNull(),
  submittedAt: integer('submitted_at').notNull(),
  holderId: text('holder_id'),
  holderName: text('holder_name'),
  visitOn: text('visit_on'),
  yellowAt: integer('yellow_at'),
  dueAt: integer('due_at'),
  usedDays: real('used_days').notNull(),
  withinDays: real('within_days').notNull(),
})

export const timers = sqliteTable('timers', {
  caseId: text('case_id').notNull(),
  key: text('key').notNull(),
  dueAt: integer('due_at').notNull(),
  wakeAt: integer('wake_at').notNull(),
})

export const awaitedRecords = sqliteTable('awaited_records', {
  caseId: text('case_id').notNull(),
  wait: text('wait').notNull(),
  register: text('register').notNull(),
  entity: text('entity').notNull(),
  subject: text('subject').notNull(),
  lookAt: integer('look_at').notNull(),
})

export const notices = sqliteTable('notices', {
  caseId: text('case_id').notNull(),
  wait: text('wait').notNull(),
  since: integer('since').notNull(),
  until: integer('until').notNull(),
})

export const outbox = sqliteTable('outbox', {
  id: text('id').primaryKey(),
  caseId: text('case_id'),
  topic: text('topic').notNull(),
  to: text('to').notNull(),
  params: jsonColumn<Readonly<Record<string, string>>>('params').notNull(),
  at: integer('at').notNull(),
  attempts: integer('attempts').notNull(),
  fence: integer('fence').notNull(),
  leaseUntil: integer('lease_until').notNull(),
})

export const certificates = sqliteTable('certificates', {
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
  issuedAt: integer('issued_at').notNull(),
  issuedOn: text('issued_on').notNull(),
  validUntil: text('valid_until'),
  revokedOn: text('revoked_on'),
  suspendedOn: text('suspended_on'),
})

export const idempotency = sqliteTable('idempotency', {
  key: text('key').primaryKey(),
  caseId: text('case_id').notNull(),
  ref: text('ref').notNull(),
})

export const drafts = sqliteTable('drafts', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  company: text('company'),
  service: text('service').notNull(),
  definitionHash: text('definition_hash').notNull(),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  submittedRef: text('submitted_ref'),
  answers: jsonColumn<Answers>('answers').notNull(),
  options: jsonColumn<Readonly<Record<string, readonly Envelope[]>>>('options').notNull(),
  sources: jsonColumn<Sources>('sources').notNull(),
  behalf: jsonColumn<Behalf | null>('behalf'),
})

export const records = sqliteTable('records', {
  register: text('register').notNull(),
  entity: text('entity').notNull(),
  subject: text('subject').notNull(),
  key: text('key').notNull(),
  data: jsonColumn<Readonly<Record<string, Value>>>('data').notNull(),
  asOf: text('as_of').notNull(),
  validUntil: text('valid_until'),
  standing: text('standing').$type<Standing>().notNull(),
})

export const people = sqliteTable('people', {
  id: text('id').notNull(),
  kind: text('kind').$type<'citizen' | 'staff'>().notNull(),
  name: text('name').notNull(),
  subject: text('subject'),
  demo: text('demo'),
})

export const sessions = sqliteTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  person: text('person').notNull(),
  provider: text('provider').notNull(),
  assurance: text('assurance').$type<Assurance>().notNull(),
  secondFactor: integer('second_factor', { mode: 'boolean' }).notNull(),
  signedInAt: integer('signed_in_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  endsAt: integer('ends_at').notNull(),
  revokedAt: integer('revoked_at'),
})

export const credentials = sqliteTable('credentials', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  publicKey: blob('public_key').$type<Uint8Array>().notNull(),
  counter: integer('counter').notNull(),
  transports: jsonColumn<readonly string[]>('transports').notNull(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
})

export const once = sqliteTable('once', {
  kind: text('kind').$type<OnceKind>().notNull(),
  key: text('key').notNull(),
  data: text('data').notNull(),
  until: integer('until').notNull(),
})

export const files = sqliteTable('files', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  name: text('name').notNull(),
  bytes: integer('bytes').notNull(),
  mediaType: text('media_type').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const fileContents = sqliteTable('file_contents', { id: text('id').primaryKey(), content: blob('content').$type<Uint8Array>().notNull() })

export const tallies = sqliteTable('tallies', {
  day: text('day').notNull(),
  service: text('service').notNull(),
  kind: text('kind').$type<TallyKind>().notNull(),
  count: integer('count').notNull(),
})

export const turnarounds = sqliteTable('turnarounds', {
  day: text('day').notNull(),
  service: text('service').notNull(),
  department: text('department').notNull(),
  step: text('step').notNull(),
  whose: text('whose').$type<Whose>().notNull(),
  days: real('days').notNull(),
  count: integer('count').notNull(),
})

export const definitions = sqliteTable('definitions', { hash: text('hash').primaryKey(), definition: jsonColumn<Definition>('definition').notNull() })

export const mandates = sqliteTable('mandates', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  subject: text('subject').notNull(),
  kind: text('kind').$type<Mandate['kind']>().notNull(),
  name: text('name').notNull(),
  basis: text('basis').$type<Mandate['basis']>().notNull(),
  services: jsonColumn<Mandate['services']>('services'),
  since: text('since').notNull(),
  until: text('until').notNull(),
  revokedAt: integer('revoked_at'),
})

export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  concept: text('concept').notNull(),
  file: jsonColumn<AnswerFile>('file').notNull(),
  checkedBy: text('checked_by').notNull(),
  ref: text('ref').notNull(),
  checkedOn: text('checked_on').notNull(),
  validUntil: text('valid_until').notNull(),
})

export const keys = sqliteTable('keys', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  matter: text('matter').notNull(),
  wrapped: text('wrapped'),
  master: text('master').notNull(),
  subject: text('subject'),
  createdAt: integer('created_at').notNull(),
  destroyedAt: integer('destroyed_at'),
})

export const erasures = sqliteTable('erasures', {
  caseId: text('case_id').primaryKey(),
  at: integer('at').notNull(),
  years: integer('years').notNull(),
  basis: text('basis').notNull(),
})
