import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { otlpTrace } from '#app/operations/trace/otlp-trace.ts'
import type { Trace } from '#app/operations/trace/trace.ts'
import { Client } from '#tests/abuse/client.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'

import { startOperated, type Operated } from './operated-portal.ts'

const Value = z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional(), boolValue: z.boolean().optional() })
const Attributes = z.array(z.object({ key: z.string(), value: Value })).default([])
const Span = z.object({ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional(), name: z.string(), attributes: Attributes, status: z.object({ code: z.number().optional() }).default({}) })
const Batch = z.object({ resourceSpans: z.array(z.object({ resource: z.object({ attributes: Attributes }), scopeSpans: z.array(z.object({ spans: z.array(Span) })) })) })

/** A collector that takes OTLP as JSON. */
const collected = { paths: [] as string[], text: '', spans: [] as z.infer<typeof Span>[], services: [] as unknown[] }
let collector: Server
let trace: Trace
let operated: Operated
let draft: string

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const { resourceSpans } = Batch.parse(JSON.parse(text))
      collected.paths.push(request.url ?? '')
      collected.text += text
      collected.spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
      collected.services.push(...resourceSpans.map(({ resource }) => valueOf(resource.attributes, 'service.name')))
      response.setHeader('Content-Type', 'application/json').end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  trace = otlpTrace(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, pino({ level: 'silent' }))
  operated = await startOperated(undefined, { trace })
  const citizen = await Client.signedIn(operated.url, 'citizen-0003')
  draft = await citizen.begin('disabled-parking-badge')
  await citizen.get(draft)
  await operated.portal.env.store.commit(buildCommit({ caseId: 'case-of-nobody' }))
  await citizen.get('/verify/SECRET-4711')
  await operated.stop()
  await trace.close()
})
afterAll(() => collector.close())

const valueOf = (attributes: z.infer<typeof Attributes>, key: string): string | number | boolean | undefined => {
  const value = attributes.find((one) => one.key === key)?.value
  return value?.stringValue ?? value?.intValue ?? value?.boolValue
}
const named = (name: string) => collected.spans.filter((span) => span.name === name)

describe('a collector', () => {
  it('gets them by OTLP, from this service', () => {
    expect(new Set(collected.paths)).toEqual(new Set(['/v1/traces']))
    expect(new Set(collected.services)).toEqual(new Set(['onetrip']))
  })

  it('gets a span of each request, by route and status', () => {
    const told = named('request').map(({ attributes }) => [valueOf(attributes, 'http.request.method'), valueOf(attributes, 'http.route'), valueOf(attributes, 'http.response.status_code')])
    expect(told).toContainEqual(['POST', 'routes/services.$id', 303])
    expect(told).toContainEqual(['POST', 'routes/apply.$draft.sources', 303])
    expect(told).toContainEqual(['GET', 'routes/verify.$code', 404])
  })

  it('gets a span of each read of a register, in the request that made it', () => {
    const reads = named('register read')
    expect(reads.length).toBeGreaterThan(0)
    const asking = named('request').find(({ attributes }) => valueOf(attributes, 'http.route') === 'routes/apply.$draft.sources')
    for (const { parentSpanId, traceId, attributes } of reads) {
      expect([parentSpanId, traceId]).toEqual([asking?.spanId, asking?.traceId])
      expect(valueOf(attributes, 'outcome')).toBe('read')
    }
  })

  it('gets a span of a commit, which nobody asked for', () => {
    const [commit] = named('commit')
    expect([valueOf(commit?.attributes ?? [], 'outcome'), valueOf(commit?.attributes ?? [], 'events'), commit?.parentSpanId ?? '']).toEqual(['ok', 1, ''])
  })

  it('gets nothing of anybody', () => {
    expect(collected.text).toContain('routes/apply.$draft._index')
    for (const word of [draft.split('/')[2] ?? '/', 'SECRET', '4711', 'citizen-0003', 'case-of-nobody']) expect(collected.text).not.toContain(word)
  })
})

it('a collector that is away costs nobody anything', async () => {
  const lost = otlpTrace('http://127.0.0.1:9', pino({ level: 'silent' }))
  const span = lost.start('request')
  expect(span.run(() => 42)).toBe(42)
  span.end({ outcome: 'ok' })
})
