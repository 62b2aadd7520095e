import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ChainKind } from '../chain-link.ts'

/** The tables of the chain; `head` and `leaf` are what docs/audit.md says. */
export const chain = sqliteTable('chain', {
  seq: integer('seq').primaryKey(),
  kind: text('kind').$type<ChainKind>().notNull(),
  caseId: text('case_id'),
  version: integer('version'),
  entry: text('entry'),
  leaf: text('leaf').notNull(),
  head: text('head').notNull(),
})

export const checkpoints = sqliteTable('checkpoints', {
  size: integer('size').primaryKey(),
  head: text('head').notNull(),
  at: integer('at').notNull(),
  key: text('key').notNull(),
  signature: text('signature').notNull(),
  shippedAt: integer('shipped_at'),
})
