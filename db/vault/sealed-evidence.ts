import type { Evidence, EvidenceStore } from '../evidence-store.ts'
import type { Store } from '../store.ts'

import type { Keys } from './key-ring.ts'
import { joinPersonal, splitPersonal, type Touch } from './personal-part.ts'
import { keyIdOf } from './sealed-text.ts'
import { standing, subjectKeyId, type Vault } from './vault.ts'
import { walkFile } from './walk-answers.ts'

const place = (id: string): string => `evidence/file/${id}`
const walk = (one: Evidence, touch: Touch): Evidence => ({ ...one, file: walkFile(one.file, 'file', touch) })

/** It outlives the case it was checked in, so it is sealed for whom it is about; name and hash of the file stand where the name stood. */
export function sealEvidence(vault: Vault, keys: Keys, one: Evidence): Evidence {
  const subject = vault.subjectIndex(one.subject)
  const { bare, sealed } = splitPersonal(standing(keys(subjectKeyId(subject))), place(one.id), one, walk)
  return { ...bare, subject, file: { ...bare.file, name: sealed } }
}

export function sealedEvidence({ evidence: inner }: Store, vault: Vault): EvidenceStore {
  return {
    of: async (subject, concepts, today) => {
      const kept = await inner.of(vault.subjectIndex(subject), concepts, today)
      const keys = await vault.ring.load(kept.map(({ file }) => keyIdOf(file.name)))
      return kept.map((one) => {
        const bare = { ...one, subject, file: { ...one.file, name: '' } }
        return joinPersonal(keys(keyIdOf(one.file.name)), place(one.id), { bare, sealed: one.file.name }, walk)
      })
    },
  }
}
