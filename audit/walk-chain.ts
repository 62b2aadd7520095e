import type { Database } from 'better-sqlite3'

import { CHAIN, type ChainRow, headAfter, ZEROS } from './chain-row.ts'
import { accessCheck } from './check-access.ts'
import { checkpointCheck, type Evidence } from './check-checkpoints.ts'
import { eventFault } from './check-event.ts'
import { stateCheck } from './check-state.ts'
import { type Fault, fault } from './fault.ts'
import { type Counts, unchained } from './find-unchained.ts'

/** How much was looked at until the first fault, or all of it. */
export type Walked = Counts & { checkpoints: number; broken: Fault | null }

/** One pass over the chain and what it is about, in the order in which it was written, up to the first fault. */
export function walkChain(database: Database, evidence: Evidence): Walked {
  const counts: Counts = { cases: 0, events: 0, accesses: 0 }
  const checkpoints = checkpointCheck(database, evidence)
  const states = stateCheck()
  const checks: Record<string, (row: ChainRow) => Fault | null> = { event: eventFault, state: states.check, access: accessCheck(database) }
  const walk = (): Fault | null => {
    let [size, head] = [0, ZEROS]
    for (const row of database.prepare<[], ChainRow>(CHAIN).iterate()) {
      const { seq, caseId, version, entry } = row
      if (seq !== size + 1) return fault('chain_gap', { seq: size + 1 })
      const broken = headAfter(head, row) === row.head ? (checks[row.kind]?.(row) ?? checkpoints.at(seq, row.head)) : fault('chain', { seq, caseId, version, entry })
      if (broken) return broken
      count(counts, row)
      size = seq
      head = row.head
    }
    return states.open() ?? unchained(database, counts) ?? checkpoints.end(size)
  }
  const broken = walk()
  return { ...counts, checkpoints: checkpoints.checked(), broken }
}

function count(counts: Counts, { kind, version }: ChainRow): void {
  if (kind === 'access') counts.accesses += 1
  if (kind !== 'event') return
  counts.events += 1
  if (version === 1) counts.cases += 1
}
