import type { Actor } from '#app/kernel/case/actor.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import type { AccessEntry } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'
import { maskName } from './mask-name.ts'

/** A look at somebody's data as they are shown it: no clerk's name, no other person's, no case that is not theirs. */
export type DescribedAccess = {
  id: string
  at: number
  /** The department that looked, and answers for it. */
  department: string
  /** The role of the clerk's desk; null when nobody looked but the portal, or the person themselves. */
  role: string | null
  by: 'self' | 'representative' | 'clerk' | 'portal'
  /** Who looked on the person's behalf, masked. */
  representative: string | null
  what: AccessEntry['what']
  register: string | null
  /** Of an agreement; null for a clerk's look and one's own. */
  purpose: string | null
  /** What a clerk worked on; null where it was no task. */
  task: string | null
  service: string | null
  /** Of the case, where the reader may follow it. */
  ref: string | null
  /** Whose application it was for, masked; null when it was the subject's own. */
  onBehalfOf: string | null
  /** Each once; null stands for those that the city does not keep any longer. */
  fields: readonly (NamedField | null)[]
  legal: string | null
  /** One's own look, and that of a representative, has no department to ask about it. */
  questionable: boolean
}

export type NamedField = { name: string; concept: string }

/** The one purpose that is no agreement's and no task's: a look at one's own data. */
const OWN = 'own'
const TASK = 'task:'

/** Entries of the log as the one who asks may see them; which cases these can follow is looked up once a case. */
export async function describeAccess(env: Environment, actor: Actor, entries: readonly AccessEntry[]): Promise<DescribedAccess[]> {
  const refs = new Map<string, Promise<string | null>>()
  const refOf = (entry: AccessEntry): Promise<string | null> => {
    const key = JSON.stringify([entry.ref, entry.draft])
    const known = refs.get(key) ?? followable(env, actor, entry)
    refs.set(key, known)
    return known
  }
  return Promise.all(entries.map(async (entry) => describe(env, actor, entry, entry.onBehalfOf === null ? await refOf(entry) : null)))
}

/** The case that was looked at, or that the draft has become since; null unless the actor may follow it. */
async function followable(env: Environment, actor: Actor, { ref, draft }: AccessEntry): Promise<string | null> {
  const became = ref ?? (draft === null ? null : ((await env.store.drafts.load(draft))?.submittedRef ?? null))
  const state = became === null ? null : await findCase(env, actor, became, 'follow_case')
  return state?.ref ?? null
}

function describe({ catalogue }: Environment, actor: Actor, entry: AccessEntry, ref: string | null): DescribedAccess {
  const { id, at, department, desk, what, register, service, reader, onBehalfOf } = entry
  const own = entry.purpose === OWN
  const by = own ? (reader.id === actor.id ? 'self' : 'representative') : reader.kind === 'staff' ? 'clerk' : 'portal'
  const onTask = entry.purpose.startsWith(TASK)
  return {
    id,
    at,
    department,
    role: desk?.split('.')[1] ?? null,
    by,
    representative: by === 'representative' ? maskName(reader.name) : null,
    what,
    register,
    purpose: own || onTask ? null : entry.purpose,
    task: (onTask && entry.purpose.slice(TASK.length)) || null,
    service,
    ref,
    onBehalfOf: onBehalfOf === null ? null : maskName(onBehalfOf),
    fields: fieldsOf(catalogue, entry),
    legal: legalOf(catalogue, entry),
    questionable: !own,
  }
}

function fieldsOf(catalogue: Environment['catalogue'], entry: AccessEntry): (NamedField | null)[] {
  const named = entry.fields.map((field) => (entry.what === 'register' ? ofRegister(catalogue, entry, field) : ofService(catalogue, entry, field)))
  const keys = named.map((one) => JSON.stringify(one))
  return named.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
}

/** Two kinds of record may hold the same concept: one word for both. */
function ofRegister({ registers }: Environment['catalogue'], { register }: AccessEntry, path: string): NamedField | null {
  const [entity = '', field = ''] = path.split('.')
  const concept = registers[register ?? '']?.entities[entity]?.fields[field]?.name
  return concept === undefined ? null : { name: concept, concept }
}

/** The case may go by an older version: any that has the field says what it is. */
function ofService({ services, versions }: Environment['catalogue'], { service }: AccessEntry, name: string): NamedField | null {
  const newest = services[service ?? '']
  const all = [newest, ...Object.values(versions).filter((one) => one.service === service)]
  const concept = all.map((definition) => definition?.data[baseName(name)]?.concept).find((one) => one !== undefined)
  return concept === undefined ? null : { name, concept }
}

/** By which law: the agreement says it of a read, the service of a clerk's work. */
function legalOf({ agreements, services }: Environment['catalogue'], { agreement, service, purpose }: AccessEntry): string | null {
  if (agreement !== null) return Object.values(agreements).find((one) => one.id === agreement)?.legal ?? null
  return purpose.startsWith(TASK) ? (services[service ?? '']?.legal ?? null) : null
}
