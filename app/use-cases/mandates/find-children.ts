import type { Actor } from '#app/kernel/case/actor.ts'
import { isDate } from '#app/kernel/case/check-answer.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'
import type { Mandate } from '#db/mandate-store.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Environment } from '../environment.ts'
import { readOwn } from '../read-own.ts'

/** Where the city keeps whose child somebody is. */
const CHILDREN = { register: 'population', entity: 'child', fields: ['child_name', 'child_identity_number', 'child_birth_date'] } as const
const OF_AGE = 18

export type FoundChildren = { ok: true; found: number } | { ok: false; why: 'no_answer' | 'wrong_answer' }

/**
 * Looks in the population register for the citizen's children under 18, and lets them act for each until the day before
 * they come of age (Civil Code art. 17, 23, 27). It is the citizen's own look at their own record, and in the access log.
 */
export async function findChildren(env: Environment, actor: Actor & { kind: 'citizen' }): Promise<FoundChildren> {
  const subject = (await env.store.people.find(actor.id))?.subject
  const { register, entity, fields } = CHILDREN
  if (!subject) return { ok: true, found: 0 }
  const { records, standing } = await readOwn(env, actor, register, subject, fields.map((field) => ({ entity, field })))
  if (standing === 'no_answer' || standing === 'wrong_answer') return { ok: false, why: standing }
  const held = await env.store.mandates.heldBy(actor.id)
  const today = localDate(env.catalogue.calendar, env.now())
  const children = records.flatMap((record) => mandateFor(env, actor.id, record, today) ?? [])
  for (const child of children) {
    const known = held.find((one) => one.subject === child.subject && one.basis === 'parent')
    await env.store.mandates.put(known ? { ...child, id: known.id, since: known.since } : child)
  }
  return { ok: true, found: children.length }
}

function mandateFor(env: Environment, person: string, { data }: RegisterRecord, today: string): Mandate | null {
  const [name, subject, born] = CHILDREN.fields.map((field) => data[field])
  if (typeof name !== 'string' || typeof subject !== 'string' || typeof born !== 'string' || !isDate(born)) return null
  const until = dayBeforeOfAge(born)
  return until < today ? null : { id: env.chance.id(env.now()), person, subject, kind: 'person', name, basis: 'parent', services: null, since: today, until, revokedAt: null }
}

/** Somebody born on 29 February comes of age on 1 March, or on the 29th in a leap year. */
function dayBeforeOfAge(born: string): string {
  const birthday = `${Number(born.slice(0, 4)) + OF_AGE}${born.slice(4)}`
  return isoDate(dayNumber(isDate(birthday) ? birthday : `${birthday.slice(0, 4)}-03-01`) - 1)
}
