import { pgTable, text } from 'drizzle-orm/pg-core'

import type { AnswerFile, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Behalf } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import { whole } from './column-types.ts'
import { jsonColumn } from './json-column.ts'

/* What stands beside a case: drafts, messages, files, checked documents, definitions, keys. */

export const drafts = pgTable('drafts', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  company: text('company'),
  service: text('service').notNull(),
  definitionHash: text('definition_hash').notNull(),
  version: whole('version').notNull(),
  createdAt: whole('created_at').notNull(),
  updatedAt: whole('updated_at').notNull(),
  submittedRef: text('submitted_ref'),
  answers: jsonColumn<Answers>('answers').notNull(),
  options: jsonColumn<Readonly<Record<string, readonly Envelope[]>>>('options').notNull(),
  sources: jsonColumn<Sources>('sources').notNull(),
  behalf: jsonColumn<Behalf | null>('behalf'),
})

export const outbox = pgTable('outbox', {
  id: text('id').primaryKey(),
  caseId: text('case_id'),
  topic: text('topic').notNull(),
  to: text('to').notNull(),
  params: jsonColumn<Readonly<Record<string, string>>>('params').notNull(),
  at: whole('at').notNull(),
  attempts: whole('attempts').notNull(),
  fence: whole('fence').notNull(),
  leaseUntil: whole('lease_until').notNull(),
})

export const files = pgTable('files', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  name: text('name').notNull(),
  bytes: whole('bytes').notNull(),
  mediaType: text('media_type').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: whole('created_at').notNull(),
})

export const evidence = pgTable('evidence', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  concept: text('concept').notNull(),
  file: jsonColumn<AnswerFile>('file').notNull(),
  checkedBy: text('checked_by').notNull(),
  ref: text('ref').notNull(),
  checkedOn: text('checked_on').notNull(),
  validUntil: text('valid_until').notNull(),
})

export const definitions = pgTable('definitions', { hash: text('hash').primaryKey(), definition: jsonColumn<Definition>('definition').notNull() })

export const erasures = pgTable('erasures', {
  caseId: text('case_id').primaryKey(),
  at: whole('at').notNull(),
  years: whole('years').notNull(),
  basis: text('basis').notNull(),
})

export const keys = pgTable('keys', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  matter: text('matter').notNull(),
  wrapped: text('wrapped'),
  master: text('master').notNull(),
  subject: text('subject'),
  createdAt: whole('created_at').notNull(),
  destroyedAt: whole('destroyed_at'),
})
