/** Hashes that the next event of a case is chained to, of cases that were read a moment ago. */
export type LastHashes = {
  keep(caseId: string, version: number, hash: string): void
  /** Null: to be asked of the database. */
  of(caseId: string, version: number): string | null
  forget(caseId: string): void
}

/** More than are ever between being read and being written at once, and some hundred kilobytes. */
const KEPT = 1000

/**
 * Whoever decides on a case has read it before: with its state comes the hash of its last event, so that the commit need not ask. One
 * that is no longer true lets no commit through, as a version would not.
 */
export function lastHashes(): LastHashes {
  const known = new Map<string, { version: number; hash: string }>()
  return {
    keep: (caseId, version, hash) => {
      known.delete(caseId)
      known.set(caseId, { version, hash })
      const [oldest] = known.keys()
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    },
    of: (caseId, version) => {
      const last = known.get(caseId)
      return last?.version === version ? last.hash : null
    },
    forget: (caseId) => void known.delete(caseId),
  }
}
