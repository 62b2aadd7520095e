import type { CaseState } from '#app/kernel/case/case-state.ts'

import type { CaseStore, CaseSummary, Page, Store } from '../store.ts'

import { keyOfDocument, openCertificate, openEvent, openState } from './sealed-documents.ts'
import { keyIdOf } from './sealed-text.ts'
import { openSubjects } from './subjects.ts'
import { openerOf, openOwn, type Vault } from './vault.ts'

export const namePlace = (table: 'cases' | 'tasks', caseId: string): string => `${table}/applicant_name/${caseId}`

export function sealedCases({ cases: inner }: Store, vault: Vault): CaseStore {
  const { ring, subjectIndex } = vault
  const states = async (kept: readonly CaseState[]) => {
    const keys = await ring.load(kept.map(keyOfDocument))
    return kept.map((one) => openState(keys, one))
  }
  const stateOf = async (kept: CaseState | null) => (kept ? ((await states([kept]))[0] ?? null) : null)
  const certificates: CaseStore['certificatesOf'] = async (caseId) => opened(await inner.certificatesOf(caseId))
  const opened = async (kept: Awaited<ReturnType<CaseStore['certificatesOf']>>) => {
    const keys = await ring.load(kept.map(({ holder }) => keyIdOf(holder)))
    return kept.map((one) => openCertificate(keys, one))
  }
  return {
    ...inner,
    load: async (caseId) => stateOf(await inner.load(caseId)),
    loadByRef: async (ref) => stateOf(await inner.loadByRef(ref)),
    events: async (caseId) => {
      const kept = await inner.events(caseId)
      const keys = await ring.load(kept.map(keyOfDocument))
      return kept.map((one) => openEvent(keys, one))
    },
    // the column of companies holds credit codes, that of whom it is for their blind index
    listOf: async ({ person, subjects }, page) =>
      openSummaries(vault, await inner.listOf({ person, subjects: [...subjects, ...subjects.map(subjectIndex)] }, page)),
    endedOf: async (hash, after, limit) => states(await inner.endedOf(hash, after, limit)),
    certificate: async (code) => {
      const kept = await inner.certificate(code)
      return kept ? ((await opened([kept]))[0] ?? null) : null
    },
    certificatesOf: certificates,
    runningOut: async (holder, from, to) => opened(await inner.runningOut(holder, from, to)),
    notices: async (page) => openNames(vault, 'cases', await inner.notices(page)),
    awaitingRecord: (register, entity, subject) => inner.awaitingRecord(register, entity, subjectIndex(subject)),
    awaitsToLook: async (now, limit, leaseMs) => {
      const rows = await inner.awaitsToLook(now, limit, leaseMs)
      const numberOf = await openSubjects(vault, rows.map(({ subject }) => subject))
      return rows.map((row) => ({ ...row, subject: numberOf(row.subject) ?? '' }))
    },
  }
}

/** A page of rows that say an applicant's name. */
export async function openNames<Row extends { caseId: string; applicantName: string }>(vault: Vault, table: 'cases' | 'tasks', page: Page<Row>): Promise<Page<Row>> {
  const open = await openerOf(vault, page.rows.map(({ applicantName }) => applicantName))
  const rows = page.rows.map((row) => ({ ...row, applicantName: openOwn(open, namePlace(table, row.caseId), row.applicantName) }))
  return { ...page, rows }
}

async function openSummaries(vault: Vault, page: Page<CaseSummary>): Promise<Page<CaseSummary>> {
  const numberOf = await openSubjects(vault, page.rows.map(({ behalf }) => behalf))
  const named = await openNames(vault, 'cases', page)
  return { ...named, rows: named.rows.map((row) => ({ ...row, behalf: row.behalf === null ? null : numberOf(row.behalf) })) }
}
