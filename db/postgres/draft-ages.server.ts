import type { RetentionStore } from '../retention-store.ts'

import type { Database } from './database.server.ts'
import { prepareInsert } from './insert.ts'
import { outbox } from './schema.ts'
import { prepare } from './statement.ts'

export const DRAFTS_TO_WARN = `
  SELECT d.id, d.person, d.service FROM drafts AS d
  WHERE d.submitted_ref IS NULL AND d.updated_at <= :before
    AND NOT EXISTS (SELECT 1 FROM draft_warnings AS w WHERE w.draft = d.id AND w.at >= d.updated_at)
  ORDER BY d.updated_at, d.id LIMIT :limit`

export const DRAFTS_TO_REMOVE = `
  SELECT d.id FROM draft_warnings AS w JOIN drafts AS d ON d.id = w.draft
  WHERE w.at <= :before AND d.updated_at <= w.at AND d.submitted_ref IS NULL
  ORDER BY w.at, w.draft LIMIT :limit`

const TOLD = 'INSERT INTO draft_warnings (draft, at) VALUES (:draft, :at) ON CONFLICT (draft) DO UPDATE SET at = excluded.at'

type Ages = Pick<RetentionStore, 'draftsToWarn' | 'warn' | 'draftsToRemove'>

/** Drafts that nobody has touched for long: first their applicant is told, then they go. */
export function postgresDraftAges(database: Database): Ages {
  const toWarn = prepare<{ id: string; person: string; service: string }>(database, 'drafts to warn of', DRAFTS_TO_WARN)
  const toRemove = prepare<{ id: string }>(database, 'drafts to remove', DRAFTS_TO_REMOVE)
  const told = prepare(database, 'draft warned of', TOLD)
  const send = prepareInsert(database, outbox)
  return {
    draftsToWarn: (before, limit) => toWarn.all({ before, limit }),
    warn: (draft, at, message) =>
      database.transaction(async (session) => {
        await told.run({ draft, at }, session)
        await send([{ ...message, caseId: null, attempts: 0, fence: 0, leaseUntil: message.at }], session)
      }),
    draftsToRemove: async (before, limit) => (await toRemove.all({ before, limit })).map(({ id }) => id),
  }
}
