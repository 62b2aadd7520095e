import { Buffer } from 'node:buffer'

import type { Actor } from '#app/kernel/case/actor.ts'

import type { Environment } from '../environment.ts'
import { fileContent } from '../file-content.ts'
import { exportAccess } from '../list-access.ts'
import { listMandates } from '../mandates/list-mandates.ts'
import { everyCase } from './every-case.ts'
import { exportedCase, exportedDraft, exportedMandate, exportedSession } from './exported.ts'
import { exportedRecords } from './exported-records.ts'

type Citizen = Actor & { kind: 'citizen' }

/** Hides what a page would hide of a number that opens doors elsewhere. */
export type Mask = (text: string) => string

export const EXPORT_SCHEMA = 'onetrip-export/1'

/**
 * Everything that is held on the actor, as the text of one JSON document (public/contracts/export.schema.json): piece by piece, never
 * more than one document of theirs in memory. Registers are read as they are on their page, with a look in the access log each.
 */
export async function* exportData(env: Environment, actor: Citizen, mask: Mask): AsyncGenerator<string> {
  const { store } = env
  const person = await store.people.find(actor.id)
  const mandates = await listMandates(env, actor)
  const about = { name: actor.name, identity_number: person?.subject ?? null, companies: person?.companies ?? [] }
  yield `{"schema":${JSON.stringify(EXPORT_SCHEMA)},"made_at":${JSON.stringify(instant(env.now()))},"person":${JSON.stringify(about)}`
  yield `,"mandates":${JSON.stringify({ held: mandates?.held.map(exportedMandate) ?? [], given: mandates?.given.map(exportedMandate) ?? [] })}`
  yield `,"sessions":${JSON.stringify((await store.sessions.openOf(actor.id, env.now())).map(exportedSession))}`
  const files = new Set<string>()
  yield* list('drafts', drafts(env, actor, files))
  yield* list('cases', cases(env, actor, files))
  yield* list('records', exportedRecords(env, actor, mask))
  yield* list('access', (await exportAccess(env, actor, '', { department: null, from: null, until: null })) ?? [])
  yield* list('documents', documents(env, actor, files))
  yield '}'
}

/** `,"name":[…]`, each element as it comes. */
async function* list(name: string, elements: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  yield `,${JSON.stringify(name)}:[`
  let comma = ''
  for await (const one of elements) {
    yield comma + JSON.stringify(one)
    comma = ','
  }
  yield ']'
}

async function* drafts({ store }: Environment, { id }: Citizen, files: Set<string>): AsyncGenerator<unknown> {
  for (const draft of await store.drafts.openOf(id)) {
    for (const { file } of Object.values(draft.answers)) if (file) files.add(file.id)
    yield exportedDraft(draft)
  }
}

async function* cases(env: Environment, { id }: Citizen, files: Set<string>): AsyncGenerator<unknown> {
  for await (const state of everyCase(env, id)) {
    for (const { file } of await env.store.retention.filesOf(state.id)) files.add(file)
    yield exportedCase(state, await env.store.cases.events(state.id), await env.store.cases.certificatesOf(state.id), await env.store.retention.erasureOf(state.id))
  }
}

/** Only what the person gave themselves: a file of somebody they act for is that person's. */
async function* documents(env: Environment, { id }: Citizen, files: ReadonlySet<string>): AsyncGenerator<unknown> {
  for (const fileId of files) {
    const file = await env.store.files.find(fileId)
    if (file?.owner !== id) continue
    const found = await fileContent(env, fileId)
    const { name, mediaType, bytes, sha256, createdAt } = file
    yield { id: fileId, name, media_type: mediaType, bytes, sha256, given_at: instant(createdAt), content_base64: found.ok ? Buffer.from(found.content).toString('base64') : null }
  }
}

const instant = (at: number): string => new Date(at).toISOString()
