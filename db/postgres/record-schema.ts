import { pgTable, text } from 'drizzle-orm/pg-core'

import type { Value } from '#app/kernel/case/answer.ts'
import type { EventActor } from '#app/kernel/case/case-event.ts'

import type { AccessEntry, Standing } from '../store.ts'

import { whole } from './column-types.ts'
import { jsonColumn } from './json-column.ts'

/* Shared records, and who read them. */

export const records = pgTable('records', {
  register: text('register').notNull(),
  entity: text('entity').notNull(),
  subject: text('subject').notNull(),
  key: text('key').notNull(),
  data: jsonColumn<Readonly<Record<string, Value>>>('data').notNull(),
  asOf: text('as_of').notNull(),
  validUntil: text('valid_until'),
  standing: text('standing').$type<Standing>().notNull(),
})

export const accessLog = pgTable('access_log', {
  id: text('id').primaryKey(),
  request: text('request').notNull(),
  at: whole('at').notNull(),
  subject: text('subject').notNull(),
  reader: jsonColumn<EventActor>('reader').notNull(),
  department: text('department').notNull(),
  desk: text('desk'),
  what: text('what').$type<AccessEntry['what']>().notNull(),
  register: text('register'),
  agreement: text('agreement'),
  purpose: text('purpose').notNull(),
  service: text('service'),
  ref: text('ref'),
  draft: text('draft'),
  onBehalfOf: text('on_behalf_of'),
  fields: jsonColumn<readonly string[]>('fields').notNull(),
  outcome: text('outcome').$type<AccessEntry['outcome']>().notNull(),
  why: text('why').$type<AccessEntry['why']>(),
  shownFrom: whole('shown_from').notNull(),
  readerId: text('reader_id').notNull(),
})
