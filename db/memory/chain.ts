import { accessLink, type ChainHead, type ChainLink, FIRST_HEAD, linkTo } from '../chain-link.ts'
import type { ChainStore } from '../chain-store.ts'
import type { AccessEntry } from '../store.ts'

import { by } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryChain(tables: Tables): ChainStore {
  const { chain, checkpoints } = tables
  const all = () => [...checkpoints.values()].sort(by(({ size }) => [size]))
  return {
    head: async () => ({ ...headOf(tables) }),
    addCheckpoint: async ({ size, head, at, key, signature }) => {
      if (!checkpoints.has(size)) checkpoints.set(size, { size, head, at, key, signature, shippedAt: null })
    },
    lastCheckpoint: async () => copyOf(all().at(-1)),
    unshipped: async (limit) => structuredClone(all().filter(({ shippedAt }) => shippedAt === null).slice(0, limit)),
    markShipped: async (size, shippedAt) => {
      const one = checkpoints.get(size)
      if (one) checkpoints.set(size, { ...one, shippedAt })
    },
    uncoveredSince: async () => {
      const covered = all().findLast(({ shippedAt }) => shippedAt !== null)?.size ?? 0
      const first = chain.find(({ seq, kind }) => seq > covered && kind !== 'state')
      return first ? instantOf(tables, first) : null
    },
  }
}

/** Appends to the chain, in the same step as what is chained. */
export function link(tables: Tables, one: ChainLink): void {
  tables.chain.push(linkTo(headOf(tables), one))
}

/** The entry by the columns that a table of SQL would have. */
export const entryLink = ({ onBehalfOf, shownFrom, reader, fields, ...entry }: AccessEntry): ChainLink =>
  accessLink(entry.id, { ...entry, on_behalf_of: onBehalfOf, shown_from: shownFrom, reader: JSON.stringify(reader), fields: JSON.stringify(fields) })

function headOf({ chain }: Tables): ChainHead {
  const last = chain.at(-1)
  return last ? { size: last.seq, head: last.head } : FIRST_HEAD
}

function instantOf({ events, access }: Tables, { caseId, version, entry }: ChainLink): number | null {
  if (entry !== null) return access.get(entry)?.at ?? null
  const event = events.get(caseId ?? '')?.find((one) => one.version === version)
  return event ? Date.parse(event.at) : null
}
