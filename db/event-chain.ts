import { hash as digest } from 'node:crypto'

import type { EventActor } from '#app/kernel/case/case-event.ts'

import type { CaseCommit, StoredEvent } from './store.ts'

/** A row of the table `events`. `at` is ISO 8601 in UTC, `data` the event without type, at and actor. */
export type EventRow = {
  caseId: string
  version: number
  type: string
  at: string
  actor: EventActor
  data: Readonly<Record<string, unknown>>
  prevHash: string
  hash: string
}

/** Stands before the first event of every case. */
export const FIRST_LINK = '0'.repeat(64)

/** Numbers a commit's events and chains each to the one before. Throws when the state does not come out of them. */
export function chainEvents(change: Pick<CaseCommit, 'caseId' | 'expectedVersion' | 'events' | 'state'>, prevHash: string): EventRow[] {
  const version = change.expectedVersion + change.events.length
  if (change.state.version !== version) throw new Error(`The state is at version ${change.state.version}, its events at ${version}`)
  let last = prevHash
  return change.events.map(({ type, at, actor, ...data }, index) => {
    const link = { caseId: change.caseId, version: change.expectedVersion + index + 1, type, at: new Date(at).toISOString(), actor, data, prevHash: last }
    last = hashOf(link)
    return { ...link, hash: last }
  })
}

/** The event as the kernel knows it, with its place in the chain. */
export function storedEvent({ data, at, ...link }: EventRow): StoredEvent {
  // chainEvents took the row apart; this puts the same event together again
  return { ...data, ...link, at: Date.parse(at) } as StoredEvent
}

/** sha256 in hex over the hash before, a line feed and the event as canonical JSON. */
export function hashOf({ caseId, version, type, at, actor, data, prevHash }: Omit<EventRow, 'hash'>): string {
  const text = canonicalJson({ case_id: caseId, version, type, at, actor, data })
  return digest('sha256', `${prevHash}\n${text}`)
}

/** JSON without spaces, keys sorted by code unit: the same text however the value was built or read back. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const one = (value as Readonly<Record<string, unknown>>)[key]
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(one)}`
  }
  return `{${text}}`
}
