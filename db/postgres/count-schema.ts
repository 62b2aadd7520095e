import { doublePrecision, pgTable, smallint, text } from 'drizzle-orm/pg-core'

import type { Whose } from '#app/kernel/clock/segments.ts'

import type { SourceCountKind, TallyKind } from '../store.ts'

import { whole } from './column-types.ts'

/* Counters. `slot` tells apart rows that are one counter: commits that count the same do not wait for each other. */

export const tallies = pgTable('tallies', {
  day: text('day').notNull(),
  service: text('service').notNull(),
  kind: text('kind').$type<TallyKind>().notNull(),
  slot: smallint('slot').notNull(),
  count: whole('count').notNull(),
})

export const turnarounds = pgTable('turnarounds', {
  day: text('day').notNull(),
  service: text('service').notNull(),
  department: text('department').notNull(),
  step: text('step').notNull(),
  whose: text('whose').$type<Whose>().notNull(),
  days: doublePrecision('days').notNull(),
  slot: smallint('slot').notNull(),
  count: whole('count').notNull(),
})

export const sourceCounts = pgTable('source_counts', {
  register: text('register').notNull(),
  day: text('day').notNull(),
  field: text('field').notNull(),
  kind: text('kind').$type<SourceCountKind>().notNull(),
  slot: smallint('slot').notNull(),
  count: whole('count').notNull(),
})
