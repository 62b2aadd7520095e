import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'

import type { Certificate, StoredEvent } from '../store.ts'

import { BrokenSeal } from './broken-seal.ts'
import type { OpenKey } from './key-ring.ts'
import { joinPersonal, splitPersonal, type Touch } from './personal-part.ts'
import { type DataKey, keyIdOf } from './sealed-text.ts'
import { walkAnswers } from './walk-answers.ts'
import { walkEvent } from './walk-event.ts'
import { walkState } from './walk-state.ts'

/*
 * Documents of a case as they are kept: without what is personal, which is sealed as one text in `sealed` beside the rest. A document
 * whose key is destroyed comes back as it is kept.
 */

type Opener = (id: string) => OpenKey | null

const statePlace = (caseId: string): string => `cases/state/${caseId}`
const eventPlace = (caseId: string, version: number): string => `events/data/${caseId}/${version}`
const certificatePlace = (code: string): string => `certificates/holder/${code}`

export function sealState(key: DataKey, state: CaseState): CaseState {
  const { bare, sealed } = splitPersonal(key, statePlace(state.id), state, walkState)
  return Object.assign(bare, { sealed })
}

export function openState(keys: Opener, kept: CaseState): CaseState {
  const { sealed, bare } = sealedOf(kept, statePlace(kept.id))
  return joinPersonal(keys(keyIdOf(sealed)), statePlace(kept.id), { bare, sealed }, walkState)
}

export function sealEvent(key: DataKey, caseId: string, version: number, event: CaseEvent): CaseEvent {
  const { bare, sealed } = splitPersonal(key, eventPlace(caseId, version), event, walkEvent)
  return Object.assign(bare, { sealed })
}

export function openEvent(keys: Opener, kept: StoredEvent): StoredEvent {
  const place = eventPlace(kept.caseId, kept.version)
  const { sealed, bare } = sealedOf(kept, place)
  return joinPersonal(keys(keyIdOf(sealed)), place, { bare, sealed }, walkEvent)
}

/** Holder and values are sealed where the holder's name stood. */
export function sealCertificate(key: DataKey, certificate: Certificate): Certificate {
  const { bare, sealed } = splitPersonal(key, certificatePlace(certificate.code), certificate, walkCertificate)
  return { ...bare, holder: sealed }
}

export function openCertificate(keys: Opener, kept: Certificate): Certificate {
  const bare = { ...kept, holder: '' }
  return joinPersonal(keys(keyIdOf(kept.holder)), certificatePlace(kept.code), { bare, sealed: kept.holder }, walkCertificate)
}

/** Whatever document it is: the key that opens it. */
export const keyOfDocument = (kept: CaseState | StoredEvent): string => keyIdOf(sealedOf(kept, 'a document').sealed)

const walkCertificate = (certificate: Certificate, touch: Touch): Certificate => ({
  ...certificate,
  holder: touch('holder', certificate.holder, ''),
  shown: certificate.shown.map((one, index) => {
    const { value, file, envelope } = one
    const walked = walkAnswers({ it: { value, file, envelope: envelope ?? null, source: 'desk' } }, `shown/${index}`, touch)['it']
    return walked ? { ...one, value: walked.value, file: walked.file, ...(envelope === undefined ? {} : { envelope: walked.envelope }) } : one
  }),
})

function sealedOf<Doc extends object>(kept: Doc, place: string): { sealed: string; bare: Doc } {
  const { sealed, ...bare } = kept as Doc & { sealed?: unknown }
  if (typeof sealed !== 'string') throw new BrokenSeal(place)
  return { sealed, bare: bare as Doc }
}
