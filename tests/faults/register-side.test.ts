import { createHash } from 'node:crypto'

import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'

import type { Asked } from '#app/registers/demo/answer-reads.ts'
import { signAnswer, signingKey, signRequest } from '#app/registers/http/signature.ts'
import { FAULT_SECRET, FaultRegister } from '#tests/factories/fault-register.ts'

import { never, PERSON, records, request, right, traffic, wayTo } from './asked.ts'

/** The demonstration register, as somebody meets it who is on the network but does not have the secret. */
let register: FaultRegister
let way: ReturnType<typeof wayTo>
let asked: Asked

beforeEach(async () => {
  register = await new FaultRegister(traffic, records).up()
  way = wayTo(register.url)
  expect(await way.read(request(), never)).toEqual(right)
  if (!register.lastAsked) throw new Error('nothing was asked')
  asked = register.lastAsked
})
afterEach(async () => {
  vi.useRealTimers()
  await way.close()
  await register.down()
})

const key = signingKey(FAULT_SECRET)
const send = (authorization: string | undefined, body: Uint8Array | string, more: Record<string, string> = {}) =>
  fetch(`${register.url}/read`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}), ...more }, body: body as BodyInit })
const read = { request: '01930000-0000-7000-8000-000000000001', agreement: 'a', purpose: 'p', reason: 'r', wanted: [{ entity: 'offences', subject: PERSON, fields: ['points'] }] }
const ID = `${read.request}.1`
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const DIGEST = createHash('sha256').update(bytes(read)).digest('base64url')
const now = (): number => Math.floor(Date.now() / 1000)
/** A token with the right secret, for the right register, but with claims of one's own. */
const hand = (claims: JWTPayload): Promise<string> => new SignJWT({ iss: 'portal', aud: 'traffic', jti: ID, ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'register-request+jwt' }).sign(key)
const signed = async (value: unknown, id = ID) => send(`Bearer ${await signRequest(key, 'traffic', id, bytes(value))}`, bytes(value))

it('answers what is rightly signed, once', async () => {
  expect((await send(`Bearer ${await hand({ jti: `${read.request}.9`, body_sha256: DIGEST, iat: now(), exp: now() + 60 })}`, bytes(read))).status).toBe(200)
  expect((await signed(read)).status).toBe(200)
  expect((await signed(read)).status).toBe(401)
  expect((await signed(read, `${read.request}.2`)).status).toBe(200)
})

describe('a request is refused', () => {
  test('that was seen before, to the letter', async () => {
    const again = await send(asked.authorization, asked.body)
    expect(again.status).toBe(401)
    expect(await again.json()).toEqual({ type: 'urn:onetrip:problem:replayed', title: 'This request was taken before', status: 401 })
    expect(again.headers.get('Content-Type')).toBe('application/problem+json')
  })

  test('that is kept until nobody remembers it', async () => {
    const old = await signRequest(key, 'traffic', ID, bytes(read))
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + 71_000)
    expect((await send(`Bearer ${old}`, bytes(read))).status).toBe(401)
  })

  test('with other words under the same signature', async () => {
    const token = await signRequest(key, 'traffic', ID, bytes(read))
    const other = { ...read, wanted: [{ entity: 'offences', subject: 'somebody else', fields: ['points'] }] }
    expect((await send(`Bearer ${token}`, bytes(other))).status).toBe(401)
  })

  test.each([
    ['without a signature', async () => undefined],
    ['with an empty one', async () => 'Bearer '],
    ['signed with another secret', async () => `Bearer ${await signRequest(signingKey('another secret, as long as the right one'), 'traffic', ID, bytes(read))}`],
    ['signed for another register', async () => `Bearer ${await signRequest(key, 'health', ID, bytes(read))}`],
    ['signed as an answer', async () => `Bearer ${await signAnswer(key, 'traffic', ID, bytes(read))}`],
    ['signed with nothing', async () => `Bearer ${new UnsecuredJWT({}).setIssuer('portal').setAudience('traffic').setJti(ID).setIssuedAt().setExpirationTime('1m').encode()}`],
    ['signed without an end', async () => `Bearer ${await hand({ body_sha256: DIGEST, iat: now() })}`],
    ['signed for an hour, a while ago', async () => `Bearer ${await hand({ body_sha256: DIGEST, iat: now() - 600, exp: now() + 3000 })}`],
    ['signed for tomorrow', async () => `Bearer ${await hand({ body_sha256: DIGEST, iat: now() + 86_400, exp: now() + 86_460 })}`],
    ['signed without its body', async () => `Bearer ${await hand({ iat: now(), exp: now() + 60 })}`],
    ['signed with what is no signature', async () => 'Bearer x.y.z'],
  ])('%s', async (_name, authorization) => {
    const answer = await send(await authorization(), bytes(read))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(register.reads).toHaveLength(1)
  })

  test.each([
    ['for a field that is not declared', { ...read, wanted: [{ entity: 'offences', subject: PERSON, fields: ['toString'] }] }],
    ['for a kind of record that is not declared', { ...read, wanted: [{ entity: 'constructor', subject: PERSON, fields: ['points'] }] }],
    ['for nothing', { ...read, wanted: [] }],
    ['that says more than the contract', { ...read, sql: 'x' }],
    ['under the id of another', { ...read, request: '01930000-0000-7000-8000-000000000002' }],
    ['that is no read', 'read'],
  ])('%s', async (_name, value) => {
    expect((await signed(value)).status).toBe(422)
    expect(register.reads).toHaveLength(1)
  })

  test('that is not JSON, too long, elsewhere, or no POST', async () => {
    expect((await send(asked.authorization, asked.body, { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await send(asked.authorization, new Uint8Array(100_001))).status).toBe(413)
    expect((await fetch(`${register.url}/elsewhere`)).status).toBe(404)
    expect((await fetch(`${register.url}/read`)).status).toBe(405)
  })
})

it('gives only the fields asked for', async () => {
  const answer = (await (await signed(read)).json()) as { records: { data: object }[] }
  expect(answer.records.map(({ data }) => Object.keys(data))).toEqual([['points'], ['points'], ['points']])
})
