import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Owned } from '#app/http/policies.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { actor, begun } from '#tests/factories/environment.ts'

/** One thing of somebody's, as an address names it; the case it belongs to, if it does. */
export type Thing = { object: string; state: CaseState | null }

/** What one citizen has in the portal. */
export type Belongings = { person: string } & Readonly<Record<Owned, readonly Thing[]>>

const OWNERS = 2
const MOST = 2

/** Citizens of a lived city who have something of every kind: cases with files and certificates, a draft, reads in the log. */
export async function belongingsOf(env: Environment): Promise<Belongings[]> {
  const found: Belongings[] = []
  for (let number = 0; found.length < OWNERS; number += 1) {
    const one = await belongings(env, `citizen-${String(number).padStart(4, '0')}`)
    if (one) found.push(one)
  }
  return found
}

async function belongings(env: Environment, person: string): Promise<Belongings | null> {
  const states = await casesOf(env, person)
  const files = states.flatMap((state) => Object.values(state.answers).flatMap(({ file }) => (file ? [{ object: file.id, state }] : [])))
  const certificates = (await Promise.all(states.map(async (state) => (await env.store.cases.certificatesOf(state.id)).map(({ code }) => ({ object: code, state }))))).flat()
  if (files.length === 0 || certificates.length === 0) return null
  const citizen = await actor<'citizen'>(env, person)
  const drafts = await Promise.all(['low-income-benefit', 'retirement'].map((service) => begun(env, citizen, service)))
  const subject = (await env.store.people.find(person))?.subject ?? ''
  const { rows: entries } = await env.store.access.of({ subject, now: env.now(), department: null, since: null, until: null }, { limit: MOST })
  const alert = env.chance.id(env.now())
  await env.store.security.raise({ rule: 'denials', subject: person, day: '2026-03-02', count: 10, first: 1, last: 2 }, alert, env.now())
  return {
    person,
    case: states.slice(0, MOST).map((state) => ({ object: state.ref, state })),
    file: files.slice(0, MOST),
    certificate: certificates.slice(0, MOST),
    draft: drafts.map((object) => ({ object, state: null })),
    alert: [{ object: alert, state: null }],
    access_entry: entries.map(({ id }) => ({ object: id, state: null })),
  }
}

async function casesOf(env: Environment, person: string): Promise<CaseState[]> {
  const { rows } = await env.store.cases.listOf({ person, subjects: [] }, { limit: 50 })
  return (await Promise.all(rows.map(({ caseId }) => env.store.cases.load(caseId)))).filter((state) => state !== null)
}
