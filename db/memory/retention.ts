import type { RetentionStore } from '../retention-store.ts'
import type { CaseCommit, Draft } from '../store.ts'

import { destroyKeys } from './keys.ts'
import { by } from './order.ts'
import { copyOf, insert, type Tables } from './tables.ts'

/** Files of a commit's answers, and from when its case's years count once it has ended. */
export function writeRetention(tables: Tables, { caseId, state, summary }: CaseCommit): void {
  const files = Object.values(state.answers).flatMap(({ file }) => file?.id ?? [])
  tables.fileUses.set(caseId, new Set([...(tables.fileUses.get(caseId) ?? []), ...files]))
  if (summary.endedAt === null) tables.retention.delete(caseId)
  else tables.retention.set(caseId, { caseId, service: summary.service, countsFrom: Math.max(summary.endedAt, tables.retention.get(caseId)?.countsFrom ?? 0) })
}

export function memoryRetention(tables: Tables): RetentionStore {
  return {
    ...memoryErasures(tables),
    ...memoryDraftAges(tables),
    forgetPerson: async (id, at) => {
      const person = tables.people.get(id)
      if (person) tables.people.set(id, { ...person, subject: null, name: '', demo: null, companies: [] })
      dropRows(tables.mandates, (one) => one.person === id)
      dropRows(tables.credentials, (one) => one.person === id)
      dropRows(tables.drafts, (one) => one.person === id && one.submittedRef === null)
      for (const one of tables.sessions.values()) if (one.person === id && one.revokedAt === null) tables.sessions.set(one.idHash, { ...one, revokedAt: at })
      destroyKeys(tables, [...tables.keys.values()].filter(({ owner }) => owner === `person:${id}`).map((key) => key.id), at)
    },
  }
}

function memoryErasures(tables: Tables): Pick<RetentionStore, 'due' | 'keepOn' | 'filesOf' | 'erase' | 'erasureOf' | 'dropFiles'> {
  const { retention, erasures, fileUses } = tables
  const usedIn = (file: string): string[] => [...fileUses].flatMap(([caseId, files]) => (files.has(file) ? [caseId] : []))
  const drop = (files: readonly string[], at: number): void => {
    destroyKeys(tables, files.map((file) => `file:${file}`), at)
    for (const id of files) {
      const known = tables.files.get(id)
      if (known) tables.files.set(id, { ...known, content: null })
    }
  }
  return {
    due: async (service, before, limit) => {
      const rows = [...retention.values()].filter((one) => one.service === service && one.countsFrom <= before)
      return rows.sort(by(({ countsFrom, caseId }) => [countsFrom, caseId])).slice(0, limit).map(({ caseId, countsFrom }) => ({ caseId, countsFrom }))
    },
    keepOn: async (caseId, countsFrom) => {
      const known = retention.get(caseId)
      if (known) retention.set(caseId, { ...known, countsFrom })
    },
    filesOf: async (caseId) =>
      [...(fileUses.get(caseId) ?? [])].sort(by((file) => [file])).map((file) => ({ file, elsewhere: usedIn(file).some((other) => other !== caseId && !erasures.has(other)) })),
    erase: async (erasure, files) => {
      destroyKeys(tables, [`case:${erasure.caseId}`], erasure.at)
      drop(files, erasure.at)
      if (!erasures.has(erasure.caseId)) erasures.set(erasure.caseId, structuredClone(erasure))
      retention.delete(erasure.caseId)
      const ref = tables.cases.get(erasure.caseId)?.summary.ref
      dropRows(tables.drafts, ({ submittedRef }) => submittedRef !== null && submittedRef === ref)
      dropRows(tables.evidence, (one) => one.ref === ref)
    },
    erasureOf: async (caseId) => copyOf(erasures.get(caseId)),
    dropFiles: async (files, at) => {
      const unused = [...new Set(files)].filter((file) => usedIn(file).length === 0)
      drop(unused, at)
      return unused.length
    },
  }
}

function memoryDraftAges({ drafts, draftWarnings, outbox }: Tables): Pick<RetentionStore, 'draftsToWarn' | 'warn' | 'draftsToRemove'> {
  const open = (): Draft[] => [...drafts.values()].filter(({ submittedRef }) => submittedRef === null).sort(by(({ updatedAt, id }) => [updatedAt, id]))
  const warnedAt = ({ id }: Draft): number => draftWarnings.get(id) ?? -1
  return {
    draftsToWarn: async (before, limit) =>
      open().filter((one) => one.updatedAt <= before && warnedAt(one) < one.updatedAt).slice(0, limit).map(({ id, person, service }) => ({ id, person, service })),
    warn: async (draft, at, message) => {
      insert(outbox, message.id, { ...message, caseId: null, attempts: 0, fence: 0, leaseUntil: message.at })
      draftWarnings.set(draft, at)
    },
    draftsToRemove: async (before, limit) => {
      const due = open().filter((one) => warnedAt(one) >= one.updatedAt && warnedAt(one) <= before)
      return due.sort(by((one) => [warnedAt(one), one.id])).slice(0, limit).map(({ id }) => id)
    },
  }
}

function dropRows<Row>(table: Map<string, Row>, isMeant: (row: Row) => boolean): void {
  for (const [key, row] of table) if (isMeant(row)) table.delete(key)
}
