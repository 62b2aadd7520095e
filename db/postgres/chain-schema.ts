import { pgTable, text } from 'drizzle-orm/pg-core'

import type { ChainKind } from '../chain-link.ts'

import { whole } from './column-types.ts'

/* The chain over everything; `head` and `leaf` are what docs/audit.md says. */

export const chain = pgTable('chain', {
  seq: whole('seq').primaryKey(),
  kind: text('kind').$type<ChainKind>().notNull(),
  caseId: text('case_id'),
  version: whole('version'),
  entry: text('entry'),
  leaf: text('leaf').notNull(),
  head: text('head').notNull(),
})

export const checkpoints = pgTable('checkpoints', {
  size: whole('size').primaryKey(),
  head: text('head').notNull(),
  at: whole('at').notNull(),
  key: text('key').notNull(),
  signature: text('signature').notNull(),
  shippedAt: whole('shipped_at'),
})

export const chainWaiting = pgTable('chain_waiting', {
  kind: text('kind').$type<ChainKind>().notNull(),
  caseId: text('case_id'),
  version: whole('version'),
  entry: text('entry'),
  leaf: text('leaf').notNull(),
})
