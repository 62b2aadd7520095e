import { Buffer } from 'node:buffer'

import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Store } from '#db/store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { buildCertificate } from '#tests/factories/certificate.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildPerson } from '#tests/factories/person.ts'
import { buildRecord } from '#tests/factories/record.ts'

import { answerWith, applicantWith, type Canary, everyEvent } from './every-event.ts'

/** Writes to every table that holds anything personal, a canary in each of its personal values. */
export async function fillStore(store: Store, canary: Canary): Promise<void> {
  const subject = canary('subject')
  await store.people.put([buildPerson({ name: canary('person name'), subject }), buildPerson({ id: 'p2', name: canary('other name'), subject: canary('other subject') })])
  const recordKey = canary('record key')
  await store.records.put([recordWith(canary, subject, recordKey)])
  await store.drafts.create(draftWith(canary, 'new'))
  await store.drafts.save({ ...draftWith(canary, 'saved'), version: 2 })
  await store.files.put({ id: 'file-1', owner: 'p1', name: canary('file name'), bytes: 3, mediaType: 'application/pdf', sha256: canary('file hash'), createdAt: 1 }, Buffer.from(`%PDF ${canary('file content')} %%EOF`))
  await store.mandates.put({ id: 'm1', person: 'p1', subject: canary('mandate subject'), kind: 'person', name: canary('mandate name'), basis: 'granted', services: null, since: '2026-01-01', until: '2027-01-01', revokedAt: null })
  const reader = { kind: 'citizen' as const, id: 'p1', name: canary('reader') }
  await store.access.append([buildAccess({ id: 'a1', subject, reader, onBehalfOf: canary('reader acts for') })], [])
  await commitAll(store, canary, subject, recordKey)
}

async function commitAll(store: Store, canary: Canary, subject: string, recordKey: string): Promise<void> {
  const events = everyEvent(canary)
  await store.commit(buildCommit({
    events,
    state: { ...stateWith(canary), version: events.length },
    summary: buildSummary({ applicantName: canary('summary name'), behalf: canary('behalf') }),
    tasks: [buildQueueRow({ applicantName: canary('queue name') })],
    awaits: [{ wait: 'w', register: 'people', entity: 'person', subject: canary('awaited subject') }],
    records: [recordWith(canary, canary('result subject'), canary('result key'))],
    certificates: [buildCertificate({ holder: canary('holder'), shown: [{ name: 'n', ...answerWith(canary, 'shown') }] })],
    amendments: [{ register: 'people', entity: 'permit', subject, key: recordKey, field: 'kind', value: canary('amended'), asOf: '2026-05-05' }],
    evidence: [{ id: 'e1', subject, concept: 'plan', file: { id: 'file-1', name: canary('evidence name'), bytes: 1, mediaType: 'x', sha256: canary('evidence hash') }, checkedBy: 'd', ref: 'REF-case-1', checkedOn: '2026-03-03', validUntil: '2027-03-03' }],
    parts: [{ sub: 's', service: 'trial', definitionHash: 'trial', company: null, openedAt: 1, heardWhose: 'office', heardEnd: null }],
  }))
  await store.commit(buildCommit({ caseId: 'case-2', partOf: { parentId: 'case-1', sub: 's', childRef: 'REF-case-2', whose: 'office', end: 'granted', answers: { name: answerWith(canary, 'of a part') } } }))
}

const recordWith = (canary: Canary, subject: string, key: string) =>
  buildRecord({ entity: 'permit', subject, key, data: { kind: canary('record value'), size: 918_273_645_546, certificate_number: '2026-abcd' } })

const draftWith = (canary: Canary, where: string) =>
  buildDraft({
    answers: { name: answerWith(canary, `draft ${where}`) },
    options: { unit: [answerWith(canary, `option ${where}`).envelope].flatMap((one) => one ?? []) },
    behalf: applicantWith(canary, `draft ${where}`).behalf,
  })

function stateWith(canary: Canary): CaseState {
  const state = buildCaseState({ applicant: applicantWith(canary, 'state'), answers: { name: answerWith(canary, 'state') } })
  const reason = { code: 'other', text: canary('state reason') }
  const items = [{ name: 'plan', reason: { code: 'other', text: canary('state item') }, by: 'd' }]
  const part = { desk: 'd', claimedBy: null, outcome: 'ok', reasons: [reason], note: canary('state note'), items, by: null, at: 1 }
  const task = { name: 't', round: 1, openedAt: 1, version: 1, parts: [part], visitOn: null, outcome: 'ok', decidedAt: 1, silent: false, cancelled: false }
  return { ...state, tasks: { 't:1': task }, returns: { s: [{ round: 1, sentAt: 1, items: [{ name: 'plan', reason: { code: 'other', text: canary('state return') }, by: 'd' }], reopens: [], answeredAt: null, expired: false }] } }
}
