import { storedEvent } from '../event-chain.ts'
import { readPage } from '../page.ts'
import { listKey, listStart } from '../sort-key.ts'
import type { CaseStore } from '../store.ts'

import { memoryAwaits } from './awaits.ts'
import { memoryNotices } from './notices.ts'
import { by, rowsBeyond } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryCases(tables: Tables): CaseStore {
  const all = () => [...tables.cases.values()]
  const certificates = () => [...tables.certificates.values()]
  return {
    load: async (caseId) => copyOf(tables.cases.get(caseId)?.state),
    loadByRef: async (ref) => copyOf(all().find(({ summary }) => summary.ref === ref)?.state),
    refByKey: async (key) => tables.idempotency.get(key)?.ref ?? null,
    events: async (caseId) => structuredClone((tables.events.get(caseId) ?? []).map(storedEvent)),
    listOf: async ({ person, subjects }, page) => {
      const parts = new Set([...tables.parts.values()].map((part) => part.childId))
      const summaries = all().map(({ summary }) => summary).filter(({ caseId }) => !parts.has(caseId))
      const theirs = summaries.filter((one) => (one.person === person && one.behalf === null) || [one.company, one.behalf].some((of) => of !== null && subjects.includes(of)))
      return readPage(page, listStart, listKey, rowsBeyond(theirs, listKey))
    },
    endedOf: async (hash, after, limit) => {
      const ended = all().map(({ state }) => state).filter((state) => state.definitionHash === hash && state.end !== null && (after === null || state.id > after))
      return structuredClone(ended.sort(by(({ id }) => [id])).slice(0, limit))
    },
    certificate: async (code) => copyOf(tables.certificates.get(code)),
    certificatesOf: async (caseId) =>
      structuredClone(certificates().filter((one) => one.caseId === caseId)).sort(by(({ issuedAt, code }) => [issuedAt, code])),
    notices: memoryNotices(tables),
    awaitingRecord: memoryAwaiting(tables),
    ...memoryAwaits(tables),
    runningOut: async ({ person, companies }, from, to) => {
      const theirs = certificates().filter((one) => one.person === person || (one.company !== null && companies.includes(one.company)))
      const soon = theirs.filter((one) => one.revokedOn === null && one.validUntil !== null && one.validUntil >= from && one.validUntil <= to)
      return structuredClone(soon.sort(by(({ validUntil, code }) => [validUntil ?? '', code])))
    },
  }
}

const memoryAwaiting = (tables: Tables): CaseStore['awaitingRecord'] => async (register, entity, subject) => {
  const waits = [...tables.awaits].flatMap(([caseId, awaits]) => awaits.map((one) => ({ caseId, ...one })))
  const found = waits.filter((one) => one.register === register && one.entity === entity && one.subject === subject)
  return found.map(({ caseId, wait }) => ({ caseId, wait })).sort(by(({ caseId, wait }) => [caseId, wait]))
}
