import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'
import { type LightFilter, type Page, type QueueCounts, type QueueRow } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { type TimeLeft, timeLeft } from './time-left.ts'

export type QueueView = {
  page: Page<QueueRow & { left: TimeLeft }>
  counts: QueueCounts
  choices: readonly { service: string; task: string }[]
}

export type QueueWish = {
  holder: 'anyone' | 'nobody' | 'me'
  service: string | null
  task: string | null
  light: LightFilter | null
  after?: string | null
  before?: string | null
}

const PAGE = 50

/** The open work of the desks somebody sits at, most urgent first; null for who sits at none. */
export async function viewQueue(env: Environment, actor: Actor | null, wish: QueueWish): Promise<QueueView | null> {
  if (actor?.kind !== 'staff' || !may(actor, 'work_at_desk', null, 'case_work')) return null
  const { desks, id } = actor
  const now = env.now()
  const holder = wish.holder === 'me' ? { is: 'person' as const, id } : { is: wish.holder }
  const filter = { desks, holder, service: wish.service, task: wish.task, light: wish.light, now }
  const [page, counts, choices] = await Promise.all([
    env.store.desk.queue(filter, { limit: PAGE, after: wish.after ?? null, before: wish.before ?? null }),
    env.store.desk.counts(desks, id, now),
    env.store.desk.choices(desks),
  ])
  const rows = page.rows.map((row) => ({ ...row, left: timeLeft(env.catalogue.calendar, now, row) }))
  return { page: { ...page, rows }, counts, choices }
}
