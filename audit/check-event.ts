import { canonicalJson } from './canonical-json.ts'
import { type ChainRow, ZEROS } from './chain-row.ts'
import { type Fault, fault } from './fault.ts'
import { sha256 } from './sha256.ts'

/** What is wrong with the event that a row of the chain is about; null: nothing. */
export function eventFault(row: ChainRow): Fault | null {
  const { seq, caseId, version, hash } = row
  const broken = (reason: 'missing' | 'hash' | 'replaced') => fault(reason, { seq, caseId, version })
  if (hash === null) return broken('missing')
  if (row.prevHash !== (version === 1 ? ZEROS : row.hashBefore)) return broken('hash')
  if (recomputed(row) !== hash) return broken('hash')
  return hash === row.leaf ? null : broken('replaced')
}

/** sha256 over the hash before, a line feed and the event as canonical JSON; null for text that no writer of JSON wrote. */
function recomputed({ caseId, version, type, at, actor, data, prevHash }: ChainRow): string | null {
  const [by, what] = [canonicalText(actor ?? ''), canonicalText(data ?? '')]
  if (by === null || what === null) return null
  const text = `{"actor":${by},"at":${JSON.stringify(at)},"case_id":${JSON.stringify(caseId)},"data":${what},"type":${JSON.stringify(type)},"version":${version}}`
  return sha256(`${prevHash}\n${text}`)
}

/**
 * Null where spaces, a key said twice, or another spelling of a character or a number was put in: it would read the same
 * here, and perhaps not elsewhere.
 */
function canonicalText(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text)
    const canonical = canonicalJson(value)
    return canonical === text || JSON.stringify(value) === text ? canonical : null
  } catch {
    return null
  }
}
