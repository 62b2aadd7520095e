import { readPage } from '../page.ts'
import type { Alert, LookCount, SecurityEntry, SecurityStore, UseCount } from '../security-store.ts'
import { alertKey, alertStart } from '../sort-key.ts'

import { by, rowsBeyond } from './order.ts'
import { copyOf, insert, type Tables } from './tables.ts'

export function memorySecurity(tables: Tables): SecurityStore {
  const { security, alerts } = tables
  const since = (at: number): SecurityEntry[] => [...security.values()].filter((one) => one.at > at)
  return {
    append: async (entry) => insert(security, entry.id, entry),
    uses: async (at) => grouped(since(at)),
    looks: async (at) => looksOf(tables, at),
    raise: async (raised, id, at) => {
      const known = [...alerts.values()].find(({ rule, subject, day }) => rule === raised.rule && subject === raised.subject && day === raised.day)
      if (!known) return insert(alerts, id, { ...raised, id, raisedAt: at, closedAt: null, closedBy: null, note: null })
      if (raised.count > known.count) alerts.set(known.id, { ...known, ...raised, first: Math.min(known.first, raised.first), closedAt: null, closedBy: null })
    },
    alerts: async (open, page) => readPage(page, alertStart, alertKey, rowsBeyond([...alerts.values()].filter(({ closedAt }) => (closedAt === null) === open), alertKey)),
    find: async (id) => copyOf(alerts.get(id)),
    closeAlert: async (id, closedBy, closedAt, note) => {
      const alert = alerts.get(id)
      if (!alert || alert.closedAt !== null) return false
      alerts.set(id, { ...alert, closedAt, closedBy, note } satisfies Alert)
      return true
    },
    entriesOf: async (subject, from, until, limit) =>
      [...security.values()]
        .filter(({ at, person, network }) => at >= from && at <= until && (person === subject || (person === null && network === subject)))
        .sort(by(({ at, id }) => [-at, id]))
        .slice(0, limit),
    totals: async (at) => Object.fromEntries([...Map.groupBy(since(at), ({ kind }) => kind)].map(([kind, all]) => [kind, all.length])),
    forget: async (before) => {
      const old = [...security.values()].filter(({ at }) => at < before)
      for (const { id } of old) security.delete(id)
      return old.length
    },
  }
}

function grouped(entries: readonly SecurityEntry[]): UseCount[] {
  const groups = Map.groupBy(entries, ({ kind, person, network }) => JSON.stringify([kind, person, person === null ? network : null]))
  return [...groups]
    .map(([key, all]) => {
      const [kind, person, network] = JSON.parse(key) as [UseCount['kind'], string | null, string | null]
      return { kind, person, network, count: all.length, ...span(all) }
    })
    .sort(by(({ kind, person, network }) => [kind, person ?? '', network ?? '']))
}

function looksOf({ access }: Tables, since: number): LookCount[] {
  const looks = [...access.values()].filter(({ desk, at }) => desk !== null && at > since)
  return [...Map.groupBy(looks, ({ reader }) => reader.id)]
    .map(([person, all]) => ({ person, subjects: new Set(all.map(({ subject }) => subject)).size, ...span(all) }))
    .sort(by(({ person }) => [person]))
}

function span(all: readonly { at: number }[]): { first: number; last: number } {
  const times = all.map(({ at }) => at)
  return { first: Math.min(...times), last: Math.max(...times) }
}
