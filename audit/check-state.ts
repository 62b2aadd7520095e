import type { ChainRow } from './chain-row.ts'
import { type Fault, fault } from './fault.ts'
import { sha256 } from './sha256.ts'

/** What is wrong with the state that a row of the chain is about. */
export type StateCheck = (row: ChainRow) => Fault | null

/**
 * Only the state that a case stands at now is still there. One version can have several (states are made anew when the
 * portal learns to tell more of a case): then the last counts, so one that does not fit is a fault only if none follows.
 */
export function stateCheck(): { check: StateCheck; open(): Fault | null } {
  const unfit = new Map<string, Fault>()
  const check: StateCheck = ({ seq, caseId, version, caseVersion, state, leaf }) => {
    const where = { seq, caseId, version }
    if (caseId === null || version === null || caseVersion === null) return fault('missing', where)
    unfit.delete(caseId)
    if (version > caseVersion) return fault('cut_off', where)
    if (version === caseVersion && sha256(state ?? '') !== leaf) unfit.set(caseId, fault('state', where))
    return null
  }
  return { check, open: () => unfit.values().next().value ?? null }
}
