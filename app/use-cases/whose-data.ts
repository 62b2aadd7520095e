import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from './environment.ts'

/** Somebody whose data the actor may see. */
export type DataSubject = {
  /** How an address calls them: '' for the actor's own, a credit code, the id of a mandate; never an identity number. */
  key: string
  relation: 'self' | 'company' | 'mandate'
  kind: 'person' | 'company'
  /** Identity number or credit code. */
  subject: string
  name: string
}

/** The service in which a look at data is questioned. */
export const QUESTION_SERVICE = 'access-question'

/**
 * Whose data somebody may see: their own, that of companies they act for, and of those whom a mandate lets them act for in
 * everything. Who may not question a look at data is not shown it, so a mandate for some services opens nothing here.
 */
export async function whoseData(env: Environment, actor: Actor): Promise<readonly DataSubject[]> {
  if (actor.kind !== 'citizen') return []
  const person = await env.store.people.find(actor.id)
  const own: DataSubject[] = person?.subject ? [{ key: '', relation: 'self', kind: 'person', subject: person.subject, name: person.name }] : []
  const headed = (person?.companies ?? []).map(({ code, name }): DataSubject => ({ key: code, relation: 'company', kind: 'company', subject: code, name }))
  const held = (actor.mandates ?? []).filter(({ services }) => services === null).map(({ id, kind, subject, name }): DataSubject => ({ key: id, relation: 'mandate', kind, subject, name }))
  const granted = [...headed, ...held].filter(({ subject }) => may(actor, 'act_for', { subject, service: QUESTION_SERVICE }, 'own_affairs'))
  const all = [...own, ...granted]
  return all.filter(({ subject }, i) => all.findIndex((one) => one.subject === subject) === i)
}

/** The one an address calls so; null for anybody whose data the actor may not see. */
export async function dataOf(env: Environment, actor: Actor, key: string): Promise<DataSubject | null> {
  return (await whoseData(env, actor)).find((one) => one.key === key) ?? null
}
