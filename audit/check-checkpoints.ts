import type { Database } from 'better-sqlite3'

import { type Checkpoint, isSame } from './checkpoint.ts'
import { type Fault, fault, type Reason } from './fault.ts'
import { signatureFault, type TrustedKeys } from './trusted-keys.ts'

/** What an auditor brings: checkpoints from the second place, and keys to hold signatures against; null: none are checked. */
export type Evidence = { shipped: readonly Checkpoint[]; keys: TrustedKeys | null }

type Due = { checkpoint: Checkpoint; isShipped: boolean }

/** Asked along the walk over the chain, in order. */
export type CheckpointCheck = {
  /** Of all checkpoints at this place: is the chain the one that was signed? */
  at(seq: number, head: string): Fault | null
  /** At the chain's end, this long: checkpoints behind it, then the first that is itself not as it was signed or shipped. */
  end(size: number): Fault | null
  checked(): number
}

const KEPT = 'SELECT size, head, at, key, signature FROM checkpoints ORDER BY size'

export function checkpointCheck(database: Database, { shipped, keys }: Evidence): CheckpointCheck {
  const kept = database.prepare<[], Omit<Checkpoint, 'at'> & { at: number }>(KEPT).all().map((one) => ({ ...one, at: isoOf(one.at) }))
  const due = inOrder(shipped, kept)
  const judge = judgeBy(keys, keptAs(kept))
  let [next, sound] = [0, 0]
  let waiting: Fault | null = null
  const suspect = (reason: Reason, size: number) => fault(reason, { seq: size, between: [sound + 1, size] })

  const judgeUpTo = (size: number, headAt: (size: number) => string | null): Fault | null => {
    for (let one = due[next]; one && one.checkpoint.size <= size; one = due[next]) {
      const at = one.checkpoint.size
      const { broken, flaw, holds } = judge(one, headAt(at))
      if (flaw) waiting ??= suspect(flaw, at)
      if (broken) return suspect(broken, at)
      if (holds) sound = at
      next += 1
    }
    return null
  }
  return {
    at: (seq, head) => judgeUpTo(seq, (size) => (size === seq ? head : null)),
    end: (size) => {
      const beyond = judgeUpTo(Infinity, () => null)
      return beyond?.reason === 'truncated' ? { ...beyond, seq: size + 1, between: [size + 1, beyond.seq ?? size] } : (beyond ?? waiting)
    },
    checked: () => next,
  }
}

/**
 * `broken`: the chain is not the one that was signed, or what was shipped can't be trusted; `flaw`: the checkpoint in the
 * database is not as it was, which tells less than what is wrong further on, and can wait; `holds`: the chain is as signed.
 */
type Judged = { broken: Reason | null; flaw: Reason | null; holds: boolean }

const judgeBy = (keys: TrustedKeys | null, isKept: (shipped: Checkpoint) => boolean) => ({ checkpoint, isShipped }: Due, head: string | null): Judged => {
  const signed = keys && signatureFault(keys, checkpoint)
  if (signed) return { broken: isShipped ? signed : null, flaw: isShipped ? null : signed, holds: false }
  const holds = head === checkpoint.head
  return { broken: holds ? null : head === null ? 'truncated' : 'rewritten', flaw: isShipped && !isKept(checkpoint) ? 'checkpoint_missing' : null, holds }
}

/** By size; of one size those from the second place first. */
function inOrder(shipped: readonly Checkpoint[], kept: readonly Checkpoint[]): Due[] {
  const due = [...shipped.map((checkpoint): Due => ({ checkpoint, isShipped: true })), ...kept.map((checkpoint): Due => ({ checkpoint, isShipped: false }))]
  return due.sort((one, other) => one.checkpoint.size - other.checkpoint.size)
}

function keptAs(kept: readonly Checkpoint[]): (shipped: Checkpoint) => boolean {
  const bySize = new Map(kept.map((one) => [one.size, one]))
  return (shipped) => {
    const here = bySize.get(shipped.size)
    return here !== undefined && isSame(here, shipped)
  }
}

/** An instant that is none is told by its signature. */
const isoOf = (ms: number): string => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms))
