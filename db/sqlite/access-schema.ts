import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { EventActor } from '#app/kernel/case/case-event.ts'

import type { AccessEntry, SourceCountKind } from '../store.ts'

import { jsonColumn } from './json-column.ts'

/** The tables of the access log: who read what, and how sources fare. */
export const accessLog = sqliteTable('access_log', {
  id: text('id').primaryKey(),
  request: text('request').notNull(),
  at: integer('at').notNull(),
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
  shownFrom: integer('shown_from').notNull(),
})

export const sourceCounts = sqliteTable('source_counts', {
  register: text('register').notNull(),
  day: text('day').notNull(),
  field: text('field').notNull(),
  kind: text('kind').$type<SourceCountKind>().notNull(),
  count: integer('count').notNull(),
})
