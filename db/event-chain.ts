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
    const row = { caseId: change.caseId, version: change.expectedVersion + index + 1, type, at: new Date(at).toISOString(), actor, data, prevHash: last, hash: '' }
    row.hash = last = hashOf(row)
    return row
  })
}

/** The event as the kernel knows it, with its place in the chain. */
export function storedEvent({ data, at, ...link }: EventRow): StoredEvent {
  // chainEvents took the row apart; this puts the same event together again
  return { ...data, ...link, at: Date.parse(at) } as StoredEvent
}

/** sha256 in hex over the hash before, a line feed and the event as canonical JSON. */
export function hashOf({ caseId, version, type, at, actor, data, prevHash }: Omit<EventRow, 'hash'>): string {
  // canonicalJson({ case_id: caseId, version, type, at, actor, data }), whose own keys need no sorting
  const text = `{"actor":${canonicalJson(actor)},"at":${JSON.stringify(at)},"case_id":${JSON.stringify(caseId)},"data":${canonicalJson(data)},"type":${JSON.stringify(type)},"version":${version}}`
  return digest('sha256', `${prevHash}\n${text}`)
}

type Values = Readonly<Record<string, unknown>>

/** JSON without spaces, keys sorted by code unit: the same text however the value was built or read back. */
export function canonicalJson(value: unknown): string {
  let keepsOrder = true
  // a copy for the engine to write: nearly twice as quick as joining texts
  const sorted = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    if (Array.isArray(one)) return one.map(sorted)
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(one).sort()) {
      keepsOrder &&= isKept(key)
      copy[key] = sorted((one as Values)[key])
    }
    return copy
  }
  const copy = sorted(value)
  return (keepsOrder ? JSON.stringify(copy) : joined(value)) ?? 'null'
}

/** No object keeps whole numbers in the order of their text, and `__proto__` is no key like others. */
function isKept(key: string): boolean {
  const first = key.charCodeAt(0)
  return (first < 48 || first > 57) && key !== '__proto__'
}

function joined(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(joined).join(',')}]`
  const pairs = Object.keys(value).sort().map((key) => [key, (value as Values)[key]] as const)
  return `{${pairs.filter(([, one]) => one !== undefined).map(([key, one]) => `${JSON.stringify(key)}:${joined(one)}`).join(',')}}`
}
