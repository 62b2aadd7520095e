import type { Environment } from '../environment.ts'
import { raisedByBulk, raisedByHour, raisedByUse, windows } from './rules.ts'

const HOUR_MS = 3_600_000
/** Looks of these last minutes were made in or out of office hours, all of them. */
const RECENT_MS = 10 * 60_000
const DAY_MS = 24 * HOUR_MS
/** Cybersecurity Law of the PRC art. 21: network logs are kept for at least six months. */
const KEPT_MS = 400 * DAY_MS

/** Looks at how the portal was used lately and raises what looks like misuse. What was raised already grows. @returns how many rules were over their threshold */
export async function raiseAlerts(env: Environment): Promise<number> {
  const now = env.now()
  const { calendar } = env.catalogue
  const { security } = env.store
  const byUse = await Promise.all(windows.map(async (windowMs) => raisedByUse(await security.uses(now - windowMs), windowMs, calendar)))
  const raised = [...byUse.flat(), ...raisedByBulk(await security.looks(now - HOUR_MS), calendar), ...raisedByHour(await security.looks(now - RECENT_MS), calendar)]
  for (const one of raised) await security.raise(one, env.chance.id(now), now)
  await security.forget(now - KEPT_MS)
  return raised.length
}
