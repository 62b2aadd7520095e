import { boolean, pgTable, text } from 'drizzle-orm/pg-core'

import type { Assurance } from '#app/kernel/assurance.ts'

import type { Mandate } from '../mandate-store.ts'
import type { OnceKind } from '../once-store.ts'

import { bytes, whole } from './column-types.ts'
import { jsonColumn } from './json-column.ts'

/* People, how they sign in, and for whom they act. */

export const people = pgTable('people', {
  id: text('id').notNull(),
  kind: text('kind').$type<'citizen' | 'staff'>().notNull(),
  name: text('name').notNull(),
  subject: text('subject'),
  demo: text('demo'),
})

export const sessions = pgTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  person: text('person').notNull(),
  provider: text('provider').notNull(),
  assurance: text('assurance').$type<Assurance>().notNull(),
  secondFactor: boolean('second_factor').notNull(),
  signedInAt: whole('signed_in_at').notNull(),
  seenAt: whole('seen_at').notNull(),
  endsAt: whole('ends_at').notNull(),
  revokedAt: whole('revoked_at'),
})

export const credentials = pgTable('credentials', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  publicKey: bytes('public_key').notNull(),
  counter: whole('counter').notNull(),
  transports: jsonColumn<readonly string[]>('transports').notNull(),
  createdAt: whole('created_at').notNull(),
  usedAt: whole('used_at'),
})

export const once = pgTable('once', {
  kind: text('kind').$type<OnceKind>().notNull(),
  key: text('key').notNull(),
  data: text('data').notNull(),
  until: whole('until').notNull(),
})

export const mandates = pgTable('mandates', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  subject: text('subject').notNull(),
  kind: text('kind').$type<Mandate['kind']>().notNull(),
  name: text('name').notNull(),
  basis: text('basis').$type<Mandate['basis']>().notNull(),
  services: jsonColumn<Mandate['services']>('services'),
  since: text('since').notNull(),
  until: text('until').notNull(),
  revokedAt: whole('revoked_at'),
})
