import type { KeyObject } from 'node:crypto'

import { type Read, readSchema, SIGNATURE_HEADER } from '#app/registers/http/contract.ts'
import { SIGNATURE_SECONDS, SKEW_SECONDS } from '#app/registers/http/limits.ts'
import { requestSigned, signAnswer, signingKey } from '#app/registers/http/signature.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import { SeenRequests } from './seen-requests.ts'

export type Asked = { authorization: string | undefined; contentType: string | undefined; body: Uint8Array }
export type Reply = { status: number; headers: Readonly<Record<string, string>>; body: string }

export type RegisterSide = {
  register: Register
  secret: string
  records: readonly RegisterRecord[]
  /** Told of every read that is answered: the register's own access log. */
  log?: ((read: Read) => void) | undefined
  /** What goes out instead of the records found; for trials of a register that lies. */
  twist?: ((records: object[], read: Read) => unknown) | undefined
}

/**
 * A register's side of the contract: who asks is checked by signature, each request is taken once, only declared fields are
 * answered, and the answer is signed.
 */
export function answerReads(side: RegisterSide): (asked: Asked) => Promise<Reply> {
  const key = signingKey(side.secret)
  const seen = new SeenRequests((SIGNATURE_SECONDS + 2 * SKEW_SECONDS) * 1000)
  return async (asked) => {
    if (!/^application\/json *(;|$)/i.test(asked.contentType ?? '')) return problem(415, 'not_json', 'Send JSON')
    const token = /^Bearer +(\S+)$/i.exec(asked.authorization ?? '')?.[1] ?? ''
    const id = await requestSigned(key, side.register.id, token, asked.body)
    if (id === null) return problem(401, 'unauthorized', 'The signature is not right, or no longer')
    if (!seen.take(id, Date.now())) return problem(401, 'replayed', 'This request was taken before')
    const read = parse(asked.body)
    if (!read || !id.startsWith(`${read.request}.`)) return problem(422, 'invalid', 'The read is not as in the contract')
    if (!isDeclared(side.register, read)) return problem(422, 'unknown_field', 'There is no such kind of record or field')
    side.log?.(read)
    return signed(side, key, id, read)
  }
}

async function signed(side: RegisterSide, key: KeyObject, id: string, read: Read): Promise<Reply> {
  const found = read.wanted.flatMap(({ entity, subject, fields }) => {
    const held = side.records.filter((record) => record.entity === entity && record.subject === subject)
    return held.map((record) => onlyAsked(record, fields))
  })
  const body = JSON.stringify({ records: side.twist ? side.twist(found, read) : found })
  const signature = await signAnswer(key, side.register.id, id, Buffer.from(body))
  return { status: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', [SIGNATURE_HEADER]: signature }, body }
}

function onlyAsked({ entity, subject, key, data, asOf, validUntil, standing }: RegisterRecord, fields: readonly string[]): object {
  const asked = Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name)))
  return { entity, subject, key, data: asked, asOf, validUntil, standing }
}

const isDeclared = ({ entities }: Register, { wanted }: Read): boolean =>
  wanted.every(({ entity, fields }) => Object.hasOwn(entities, entity) && fields.every((field) => Object.hasOwn(entities[entity]?.fields ?? {}, field)))

function parse(body: Uint8Array): Read | null {
  try {
    return readSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** An RFC 9457 problem. It is not signed: nothing in it is used. */
export function problem(status: number, code: string, title: string): Reply {
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}) }
  return { status, headers, body: JSON.stringify({ type: `urn:onetrip:problem:${code}`, title, status }) }
}
