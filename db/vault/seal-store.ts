import type { Store } from '../store.ts'

import { sealedAccess } from './sealed-access.ts'
import { openNames, sealedCases } from './sealed-cases.ts'
import { sealedCommit } from './sealed-commit.ts'
import { sealedDrafts } from './sealed-drafts.ts'
import { sealedEvidence } from './sealed-evidence.ts'
import { sealedFiles } from './sealed-files.ts'
import { sealedMandates } from './sealed-mandates.ts'
import { sealedParts } from './sealed-parts.ts'
import { sealedPeople } from './sealed-people.ts'
import { sealedRecords } from './sealed-records.ts'
import { sealedSessions } from './sealed-sessions.ts'
import type { Vault } from './vault.ts'

/**
 * A store in which everything personal is sealed before it is kept and opened when it is read. The inner store hashes, chains and orders
 * what it is given, so that whoever verifies it needs no key. What hold nothing personal are the inner store's own.
 */
export function sealStore(inner: Store, vault: Vault): Store {
  const { ring } = vault
  return {
    ...inner,
    commit: sealedCommit(inner, vault),
    cases: sealedCases(inner, vault),
    desk: { ...inner.desk, queue: async (filter, page) => openNames(vault, 'tasks', await inner.desk.queue(filter, page)) },
    drafts: sealedDrafts(inner, vault),
    records: sealedRecords(inner, vault),
    people: sealedPeople(inner, vault),
    files: sealedFiles(inner, vault),
    parts: sealedParts(inner, vault),
    access: sealedAccess(inner, vault),
    mandates: sealedMandates(inner, vault),
    evidence: sealedEvidence(inner, vault),
    sessions: sealedSessions(inner, vault),
    keys: {
      ...inner.keys,
      destroy: async (ids, at) => {
        const count = await inner.keys.destroy(ids, at)
        ring.forget(ids)
        return count
      },
    },
    retention: {
      ...inner.retention,
      erase: async (erasure, files) => {
        await inner.retention.erase(erasure, files)
        ring.forget([`case:${erasure.caseId}`, ...files.map((file) => `file:${file}`)])
      },
      dropFiles: async (files, at) => {
        const count = await inner.retention.dropFiles(files, at)
        ring.forget(files.map((file) => `file:${file}`))
        return count
      },
      forgetPerson: async (id, at) => {
        const theirs = await inner.keys.ofOwner(`person:${id}`)
        await inner.retention.forgetPerson(id, at)
        ring.forget(theirs)
      },
    },
  }
}
