import type { PartRow, PartStore } from '../part-store.ts'
import type { CaseCommit } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export type StoredPart = PartRow & { wakeAt: number }

const keyOf = (parentId: string, sub: string): string => JSON.stringify([parentId, sub])

export function writeParts({ parts: table }: Tables, { caseId, parts, partOf }: CaseCommit): void {
  for (const part of parts) {
    const key = keyOf(caseId, part.sub)
    const known = table.get(key)
    const fresh = { childId: null, childRef: null, whose: part.heardWhose, end: null, answers: {}, parentId: caseId, wakeAt: part.openedAt }
    table.set(key, { ...fresh, ...known, ...part })
  }
  const key = partOf && keyOf(partOf.parentId, partOf.sub)
  const mine = key && table.get(key)
  if (mine) table.set(key, { ...mine, ...partOf, childId: caseId })
}

function isPending({ childId, end, whose, heardWhose, heardEnd }: PartRow): boolean {
  if (heardEnd === null) return childId === null || end !== null || whose !== heardWhose
  return heardEnd === 'withdrawn' && childId !== null && end === null
}

export function memoryParts({ parts }: Tables): PartStore {
  const all = (): StoredPart[] => [...parts.values()].map((part) => structuredClone(part))
  const ofCase = (parentId: string): StoredPart[] => all().filter((part) => part.parentId === parentId).sort(by((part) => [part.openedAt, part.sub]))
  return {
    of: async (parentId) => ofCase(parentId).map(withoutWake),
    pendingOf: async (parentId) => ofCase(parentId).filter(isPending).map(withoutWake),
    pending: async (now, limit, leaseMs) => {
      const due = all().filter((part) => part.wakeAt <= now && isPending(part)).sort(by((part) => [part.wakeAt, part.parentId, part.sub])).slice(0, limit)
      if (leaseMs > 0) for (const part of due) parts.set(keyOf(part.parentId, part.sub), { ...part, wakeAt: now + leaseMs })
      return due.map(withoutWake)
    },
    postpone: async (parentId, sub, until) => {
      const known = parts.get(keyOf(parentId, sub))
      if (known) parts.set(keyOf(parentId, sub), { ...known, wakeAt: Math.max(known.wakeAt, until) })
    },
  }
}

function withoutWake({ wakeAt: _, ...row }: StoredPart): PartRow {
  return row
}
