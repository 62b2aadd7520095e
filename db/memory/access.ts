import { readPage } from '../page.ts'
import { accessKey, accessStart } from '../sort-key.ts'
import type { AccessEntry, AccessQuery, AccessStore, SourceCount } from '../store.ts'

import { entryLink, link } from './chain.ts'
import { by, rowsBeyond } from './order.ts'
import { copyOf, insert, type Tables } from './tables.ts'

export function memoryAccess(tables: Tables): AccessStore {
  const { access, sourceCounts } = tables
  const all = () => [...access.values()]
  return {
    append: async (entries, counts) => {
      for (const { id } of entries) if (access.has(id)) throw new Error(`There is a row with the key ${id} already`)
      for (const entry of entries) {
        insert(access, entry.id, entry)
        link(tables, entryLink(entry))
      }
      for (const count of counts) countSource(tables, count)
    },
    of: async (query, page) => readPage(page, accessStart, accessKey, rowsBeyond(all().filter((one) => isShown(one, query)), accessKey)),
    find: async (id) => copyOf(access.get(id)),
    departmentsOf: async (subject, now) => {
      const shown = all().filter((one) => one.subject === subject && one.outcome === 'read' && one.shownFrom <= now)
      return [...new Set(shown.map(({ department }) => department))].sort()
    },
    refused: async (registers, page) => {
      const refused = all().filter((one) => one.outcome === 'refused' && one.register !== null && registers.includes(one.register))
      return readPage(page, accessStart, accessKey, rowsBeyond(refused, accessKey))
    },
    counts: async (register, from, to) => summed([...sourceCounts.values()].filter((one) => one.register === register && one.day >= from && one.day <= to), from),
  }
}

function isShown(one: AccessEntry, { subject, now, department, since, until }: AccessQuery): boolean {
  const inTime = one.at >= (since ?? 0) && one.at <= (until ?? Number.MAX_SAFE_INTEGER)
  return one.subject === subject && one.outcome === 'read' && one.shownFrom <= now && inTime && (department === null || one.department === department)
}

/** Adds to a day's count. */
export function countSource({ sourceCounts }: Tables, one: SourceCount): void {
  const key = JSON.stringify([one.register, one.day, one.field, one.kind])
  sourceCounts.set(key, { ...one, count: (sourceCounts.get(key)?.count ?? 0) + one.count })
}

function summed(rows: readonly SourceCount[], day: string): SourceCount[] {
  const sums = new Map<string, SourceCount>()
  for (const one of rows) {
    const key = JSON.stringify([one.field, one.kind])
    sums.set(key, { ...one, day, count: (sums.get(key)?.count ?? 0) + one.count })
  }
  return [...sums.values()].sort(by(({ field, kind }) => [field, kind]))
}
