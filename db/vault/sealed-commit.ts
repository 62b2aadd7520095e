import type { CaseCommit, QueueRow, Store } from '../store.ts'

import type { Keys, OpenKey } from './key-ring.ts'
import { namePlace } from './sealed-cases.ts'
import { sealCertificate, sealEvent, sealState } from './sealed-documents.ts'
import { sealEvidence } from './sealed-evidence.ts'
import { sealPart } from './sealed-parts.ts'
import { sealAmendment, sealRecord } from './sealed-records.ts'
import { caseKey, sealOwn, standing, subjectKey, type Vault } from './vault.ts'

/** Seals what a command leaves. A new case's key is kept in the same transaction: no case without it, nor it without the case. */
export function sealedCommit(inner: Store, vault: Vault): Store['commit'] {
  return async (change) => {
    const subjects = await vault.ring.ensure(subjectsOf(change).map((subject) => subjectKey(vault, subject)))
    const wish = caseKey(change.caseId, change.summary.person)
    if (change.expectedVersion > 0) {
      const keys = await vault.ring.ensure([wish])
      return inner.commit(sealCommit(vault, subjects, standing(keys(wish.id)), change))
    }
    const { row, key } = vault.ring.make(wish)
    const committed = await inner.commit({ ...sealCommit(vault, subjects, key, change), keys: [row] })
    if (committed.ok) vault.ring.learn(key)
    return committed
  }
}

function sealCommit(vault: Vault, subjects: Keys, key: OpenKey, change: CaseCommit): CaseCommit {
  const { caseId, expectedVersion, summary } = change
  const { subjectIndex } = vault
  return {
    ...change,
    events: change.events.map((event, index) => sealEvent(key, caseId, expectedVersion + index + 1, event)),
    state: sealState(key, change.state),
    summary: {
      ...summary,
      behalf: summary.behalf === null ? null : subjectIndex(summary.behalf),
      applicantName: sealOwn(key, namePlace('cases', caseId), summary.applicantName),
    },
    tasks: sealQueue(key, caseId, change.tasks),
    awaits: change.awaits.map((one) => ({ ...one, subject: subjectIndex(one.subject) })),
    records: change.records.map((record) => sealRecord(vault, subjects, record)),
    certificates: change.certificates.map((one) => sealCertificate(key, one)),
    standings: change.standings.map((one) => ({ ...one, subject: subjectIndex(one.subject) })),
    amendments: change.amendments.map((one) => sealAmendment(vault, subjects, one)),
    evidence: change.evidence.map((one) => sealEvidence(vault, subjects, one)),
    partOf: change.partOf && sealPart(key, change.partOf),
  }
}

/** Everybody who will be known by a blind index alone. */
function subjectsOf({ summary, awaits, records, amendments, evidence }: CaseCommit): string[] {
  const behalf = summary.behalf === null ? [] : [summary.behalf]
  return [...new Set([...behalf, ...[awaits, records, amendments, evidence].flatMap((all) => all.map(({ subject }) => subject))])]
}

/** All rows of a case say the same name: sealed once. */
function sealQueue(key: OpenKey, caseId: string, rows: readonly QueueRow[]): QueueRow[] {
  const sealed = new Map<string, string>()
  return rows.map((row) => {
    const applicantName = sealed.get(row.applicantName) ?? sealOwn(key, namePlace('tasks', caseId), row.applicantName)
    sealed.set(row.applicantName, applicantName)
    return { ...row, applicantName }
  })
}
