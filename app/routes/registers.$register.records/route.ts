import { type ActionFunctionArgs, json } from '@remix-run/node'
import { z } from 'zod'

import { registerActor } from '#app/kernel/case/actor.ts'
import { portalOf } from '#app/portal.server.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'

import { hasToken } from './has-token.ts'
import { problemResponse } from './problem-response.ts'
import { readJson } from './read-json.ts'
import { recordSchema } from './record-schema.ts'

const MAX_BYTES = 100_000

export const loader = () => problemResponse(405, 'method_not_allowed', 'Send records by POST', { headers: { Allow: 'POST' } })

/** A register sends a record; answers with how many cases went on because of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  if (request.method !== 'POST') return loader()
  const register = params.register ?? ''
  const token = Object.hasOwn(portal.registerTokens, register) ? portal.registerTokens[register] : undefined
  if (!hasToken(request, token)) return problemResponse(401, 'unauthorized', 'A token of this register is needed', { headers: { 'WWW-Authenticate': 'Bearer' } })
  const body = await readJson(request, MAX_BYTES)
  if (body === 'too_large') return problemResponse(413, 'too_large', `A record has at most ${MAX_BYTES} bytes`, { headers: { Connection: 'close' } })
  if (body === 'not_json') return problemResponse(422, 'not_json', 'The body is not JSON')
  const parsed = recordSchema.safeParse(body.value)
  if (!parsed.success) return problemResponse(422, 'invalid', 'The record is not as declared', { detail: z.prettifyError(parsed.error) })
  const received = await receiveRecord(portal.env, registerActor(register), { register, ...parsed.data })
  if (received.ok) return json({ cases: received.cases }, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  const { problem } = received
  if (problem.code !== 'invalid') return problemResponse(404, problem.code, 'No such register or kind of record')
  return problemResponse(422, 'invalid', 'The record is not as declared', { detail: problem.fields.map((field) => `${field.name}: ${field.code}`).join(', ') })
}
