import { hash as digest } from 'node:crypto'

import { canonicalJson } from './event-chain.ts'

/** `event`: an event; `state`: a case's state as stored after a commit; `access`: an entry of the access log. */
export type ChainKind = 'event' | 'state' | 'access'

/** What is chained: an event or a state by case and version, or an access entry by its id; `leaf` is the hash of what it says. */
export type ChainLink = { kind: ChainKind; caseId: string | null; version: number | null; entry: string | null; leaf: string }
export type ChainRow = ChainLink & { seq: number; head: string }

/** How long the chain is and what its last row's head is. */
export type ChainHead = { size: number; head: string }

/** Of a chain in which nothing is. */
export const FIRST_HEAD: ChainHead = { size: 0, head: '0'.repeat(64) }

/**
 * The next row of the chain over everything (docs/audit.md): `seq` counts from 1, `head` is sha256 in hex over the head
 * before, a line feed and the JSON array [seq, kind, case_id, version, entry, leaf].
 */
export function linkTo(last: ChainHead, { kind, caseId, version, entry, leaf }: ChainLink): ChainRow {
  const seq = last.size + 1
  const head = sha256(`${last.head}\n${JSON.stringify([seq, kind, caseId, version, entry, leaf])}`)
  return { seq, kind, caseId, version, entry, leaf, head }
}

/** An event's leaf is its hash. */
export const eventLink = ({ caseId, version, hash }: { caseId: string; version: number; hash: string }): ChainLink => ({ kind: 'event', caseId, version, entry: null, leaf: hash })

/** @param text of the state, exactly as it is stored */
export const stateLink = (caseId: string, version: number, text: string): ChainLink => ({ kind: 'state', caseId, version, entry: null, leaf: sha256(text) })

/** @param columns every column of the entry by its name in SQL, as it is stored: text, whole numbers and nulls */
export const accessLink = (id: string, columns: Readonly<Record<string, string | number | null>>): ChainLink => ({
  kind: 'access',
  caseId: null,
  version: null,
  entry: id,
  leaf: sha256(canonicalJson(columns)),
})

const sha256 = (text: string): string => digest('sha256', text)
