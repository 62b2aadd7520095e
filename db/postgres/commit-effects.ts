import type { Certificate, Tally, Turnaround } from '../store.ts'

import { type CommitPart, lastOfEach, plainPart, rowsPart, type Written } from './commit-part.ts'
import { partParts } from './commit-parts-of-case.ts'
import { retentionParts } from './commit-retention.ts'
import { ADDED, added, slotOf } from './counters.ts'
import { replacing } from './insert.ts'
import { certificates, evidence, keys, outbox, records, sourceCounts, tallies, turnarounds } from './schema.ts'

/** What a command leaves outside its case. */
export const effectParts: readonly CommitPart[] = [
  rowsPart('told', outbox, ({ change: { caseId, outbox: messages } }) => messages.map((one) => ({ ...one, caseId, attempts: 0, fence: 0, leaseUntil: one.at }))),
  rowsPart('issued', certificates, ({ change }) => change.certificates.map((one) => marked(one, change))),
  marks(),
  ...partParts,
  rowsPart('recorded', records, (written) => [...written.records], replacing(records, [records.subject, records.entity, records.register, records.key])),
  rowsPart('checked', evidence, ({ change }) => change.evidence),
  rowsPart('sealed', keys, ({ change }) => lastOfEach(change.keys ?? [], ({ id }) => id), 'ON CONFLICT DO NOTHING'),
  ...retentionParts,
  rowsPart('sourced', sourceCounts, (written) => added(written.change.sources, ({ register, day, field, kind }) => [register, day, field, kind], slot(written)), ADDED.sources),
  rowsPart('tallied', tallies, (written) => added(written.change.tallies, ({ day, service, kind }: Tally) => [day, service, kind], slot(written)), ADDED.tallies),
  rowsPart('turned', turnarounds, (written) => added(written.change.turnarounds.map(once), keyOfTurnaround, slot(written)), ADDED.turnarounds),
]

const slot = ({ change }: Written): number => slotOf(change.caseId)
const once = (one: Turnaround) => ({ ...one, count: 1 })
const keyOfTurnaround = ({ day, service, department, step, whose, days }: Turnaround) => [day, service, department, step, whose, days]

/** What a command takes back or suspends, of certificates that were issued before it. */
function marks(): CommitPart {
  return plainPart({
    name: 'marked',
    sql: `
      UPDATE certificates AS c SET
        revoked_on = CASE WHEN given.revokes THEN given.revoked_on ELSE c.revoked_on END,
        suspended_on = CASE WHEN given.suspends THEN given.suspended_on ELSE c.suspended_on END
      FROM guard, unnest(:marked_code::text[], :marked_revokes::boolean[], :marked_revoked_on::text[], :marked_suspends::boolean[], :marked_suspended_on::text[])
        AS given (code, revokes, revoked_on, suspends, suspended_on)
      WHERE c.code = given.code`,
    bound: ({ change: { revoked, suspended } }) => {
      const codes = [...new Set([...revoked, ...suspended].map(({ code }) => code))].sort()
      const [revokedOn, suspendedOn] = [dayByCode(revoked), dayByCode(suspended)]
      if (codes.length === 0) return null
      return {
        marked_code: codes,
        marked_revokes: codes.map((code) => revokedOn.has(code)),
        marked_revoked_on: codes.map((code) => revokedOn.get(code) ?? null),
        marked_suspends: codes.map((code) => suspendedOn.has(code)),
        marked_suspended_on: codes.map((code) => suspendedOn.get(code) ?? null),
      }
    },
  })
}

const dayByCode = (all: readonly { code: string; on: string | null }[]) => new Map(all.map(({ code, on }) => [code, on]))

/** A certificate that the same command issues and marks: one statement does not see what it has just written. */
function marked(one: Certificate, { revoked, suspended }: Written['change']): Certificate {
  const [revokedOn, suspendedOn] = [dayByCode(revoked), dayByCode(suspended)]
  return { ...one, revokedOn: revokedOn.get(one.code) ?? one.revokedOn, suspendedOn: suspendedOn.has(one.code) ? (suspendedOn.get(one.code) ?? null) : one.suspendedOn }
}
