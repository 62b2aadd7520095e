import type { Actor } from '#app/kernel/case/actor.ts'
import type { AccessEntry, Page, PageQuery } from '#db/store.ts'

import type { Environment } from '../environment.ts'
import { stewardedBy } from './steward-sources.ts'

/** A read that no agreement covered. On whom, for whom and in which case is left out: a steward does not need it. */
export type BlockedExchange = Pick<AccessEntry, 'id' | 'at' | 'service' | 'department' | 'fields' | 'why'> & { register: string }

/** Refused reads of the registers somebody is the steward of, newest first. Null for whoever is no steward. */
export async function listBlockedExchanges(env: Environment, actor: Actor, page: PageQuery): Promise<Page<BlockedExchange> | null> {
  const registers = stewardedBy(env, actor).map(({ id }) => id)
  if (registers.length === 0) return null
  const refused = await env.store.access.refused(registers, page)
  return { ...refused, rows: refused.rows.map(blocked) }
}

const blocked = ({ id, at, service, department, register, fields, why }: AccessEntry): BlockedExchange =>
  ({ id, at, service, department, register: register ?? '', fields, why })
