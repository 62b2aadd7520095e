import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'
import type { Alert, SecurityEntry, SecurityKind } from '#db/security-store.ts'
import type { Page, PageQuery } from '#db/store.ts'

import type { Environment } from '../environment.ts'

/** `who`: the name of staff that it is about; null for citizens, who are told by their id alone, and for networks. */
export type ListedAlert = Alert & { who: string | null; closer: string | null }
export type AlertsView = { page: Page<ListedAlert>; totals: Readonly<Partial<Record<SecurityKind, number>>> }

const DAY_MS = 86_400_000
const MOST_ENTRIES = 200

/** What looks like misuse, newest first, with the figures of the last day. Null for anybody but security officers. @param open those nobody has looked into yet, or the others */
export async function listAlerts(env: Environment, actor: Actor, open: boolean, page: PageQuery): Promise<AlertsView | null> {
  if (!may(actor, 'see_alerts', null, 'security')) return null
  const found = await env.store.security.alerts(open, page)
  return { page: { ...found, rows: await withNames(env, found.rows) }, totals: await env.store.security.totals(env.now() - DAY_MS) }
}

/** One alert with what it is made of, newest first. */
export async function openAlert(env: Environment, actor: Actor, id: string): Promise<{ alert: ListedAlert; entries: readonly SecurityEntry[] } | null> {
  const found = may(actor, 'see_alerts', null, 'security') ? await env.store.security.find(id) : null
  const [alert] = found ? await withNames(env, [found]) : []
  return alert ? { alert, entries: await env.store.security.entriesOf(alert.subject, alert.first, alert.last, MOST_ENTRIES) } : null
}

async function withNames(env: Environment, alerts: readonly Alert[]): Promise<ListedAlert[]> {
  if (alerts.length === 0) return []
  const names = new Map((await env.store.people.staff()).map(({ id, name }) => [id, name]))
  return alerts.map((alert) => ({ ...alert, who: names.get(alert.subject) ?? null, closer: alert.closedBy === null ? null : (names.get(alert.closedBy) ?? null) }))
}
