import type { Actor } from '#app/kernel/case/actor.ts'
import { ownWordsProblems } from '#app/kernel/case/own-words.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from '../environment.ts'

/**
 * Says that an alert was looked into, and what came of it. Problems: `not_found` (no security officer, or no such alert),
 * `done_already`, `same_person` (nobody closes what is about themselves), `invalid` (no word on what came of it, or too many).
 */
export async function closeAlert(env: Environment, actor: Actor, id: string, note: string): Promise<{ ok: true } | { ok: false; problem: Problem }> {
  const alert = may(actor, 'see_alerts', null, 'security') ? await env.store.security.find(id) : null
  if (!alert) return refuse({ code: 'not_found' })
  if (alert.subject === actor.id) return refuse({ code: 'not_permitted' })
  if (note.trim() === '') return refuse({ code: 'invalid', fields: [{ name: 'note', code: 'missing' }] })
  const fields = ownWordsProblems('note', note)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const closed = await env.store.security.closeAlert(id, actor.id, env.now(), note.trim())
  return closed ? { ok: true } : refuse({ code: 'done_already', what: 'alert' })
}
