import type { Actor } from '#app/kernel/case/actor.ts'
import { endOfDay, startOfDay } from '#app/kernel/clock/calendar.ts'
import type { AccessEntry, AccessQuery, Page } from '#db/store.ts'

import { describeAccess, type DescribedAccess } from './describe-access.ts'
import type { Environment } from './environment.ts'
import { dataOf, type DataSubject, whoseData } from './whose-data.ts'

/** Which looks: of one department, on days of the city's zone, both included (YYYY-MM-DD); null: any. */
export type AccessFilter = { department: string | null; from: string | null; until: string | null }

export type ListedAccess = {
  whose: DataSubject
  /** Those that have looked. */
  departments: readonly string[]
  page: Page<DescribedAccess>
}

const PAGE = 25
const EXPORT_PAGE = 500

/**
 * Who looked at the data of the actor, their company or whom they act for, newest first. What the law delays is not among
 * it before its time. Null where it is nobody whose data they may see.
 * @param of how an address calls whose data it is
 */
export async function listAccess(env: Environment, actor: Actor, of: string, filter: AccessFilter, page: { after?: string | null; before?: string | null }): Promise<ListedAccess | null> {
  const whose = await dataOf(env, actor, of)
  if (!whose) return null
  const query = queryOf(env, whose, filter)
  const [departments, found] = await Promise.all([env.store.access.departmentsOf(whose.subject, query.now), env.store.access.of(query, { limit: PAGE, ...page })])
  return { whose, departments, page: { ...found, rows: await describeAccess(env, actor, found.rows) } }
}

/** The same in full, read page by page: it takes no more memory however long it is. */
export async function exportAccess(env: Environment, actor: Actor, of: string, filter: AccessFilter): Promise<AsyncGenerator<DescribedAccess> | null> {
  const whose = await dataOf(env, actor, of)
  return whose && everyPage(env, actor, queryOf(env, whose, filter))
}

async function* everyPage(env: Environment, actor: Actor, query: AccessQuery): AsyncGenerator<DescribedAccess> {
  for (let after: string | null = null; ;) {
    const page: Page<AccessEntry> = await env.store.access.of(query, { limit: EXPORT_PAGE, after })
    // A page beyond which everything has gone meanwhile comes back as the first: it has been written already.
    if (after !== null && page.previous === null) return
    yield* await describeAccess(env, actor, page.rows)
    if (page.next === null) return
    after = page.next
  }
}

/** One look at data that the actor may see, by its id; null for any other, and for one that is not shown yet. */
export async function findAccess(env: Environment, actor: Actor, id: string): Promise<{ whose: DataSubject; access: DescribedAccess } | null> {
  const entry = await env.store.access.find(id)
  if (!entry || entry.outcome !== 'read' || entry.shownFrom > env.now()) return null
  const whose = (await whoseData(env, actor)).find(({ subject }) => subject === entry.subject)
  const [access] = whose ? await describeAccess(env, actor, [entry]) : []
  return whose && access ? { whose, access } : null
}

function queryOf({ catalogue: { calendar }, now }: Environment, { subject }: DataSubject, { department, from, until }: AccessFilter): AccessQuery {
  const [since, end] = [from === null ? null : startOfDay(calendar, from), until === null ? null : endOfDay(calendar, until) - 1]
  return { subject, now: now(), department, since, until: end }
}
