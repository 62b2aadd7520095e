import type { RetentionStore } from '../retention-store.ts'
import type { NewMessage } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert } from './prepared.ts'
import { outbox } from './schema.ts'

export const DRAFTS_TO_WARN = `
  SELECT d.id, d.person, d.service FROM drafts AS d
  WHERE d.submitted_ref IS NULL AND d.updated_at <= :before
    AND NOT EXISTS (SELECT 1 FROM draft_warnings AS w WHERE w.draft = d.id AND w.at >= d.updated_at)
  ORDER BY d.updated_at, d.id LIMIT :limit`

export const DRAFTS_TO_REMOVE = `
  SELECT d.id FROM draft_warnings AS w CROSS JOIN drafts AS d ON d.id = w.draft
  WHERE w.at <= :before AND d.updated_at <= w.at AND d.submitted_ref IS NULL
  ORDER BY w.at, w.draft LIMIT :limit`

type Ages = Pick<RetentionStore, 'draftsToWarn' | 'warn' | 'draftsToRemove'>

/** Drafts that nobody has touched for long: first their applicant is told, then they go. */
export function sqliteDraftAges(connection: Connection): Ages {
  const { client } = connection
  const toWarn = client.prepare<[{ before: number; limit: number }], { id: string; person: string; service: string }>(DRAFTS_TO_WARN)
  const toRemove = client.prepare<[{ before: number; limit: number }], string>(DRAFTS_TO_REMOVE).pluck()
  const told = client.prepare<[string, number]>('INSERT INTO draft_warnings (draft, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at')
  const send = prepareInsert(connection, outbox)
  const warn = client.transaction((draft: string, at: number, message: NewMessage) => {
    told.run(draft, at)
    send({ ...message, caseId: null, attempts: 0, fence: 0, leaseUntil: message.at })
  })
  return {
    draftsToWarn: async (before, limit) => toWarn.all({ before, limit }),
    warn: async (draft, at, message) => warn.immediate(draft, at, message),
    draftsToRemove: async (before, limit) => toRemove.all({ before, limit }),
  }
}
